// The baseline of the hit path: node:http, the whole body, JSON.parse, 202. Nothing is kept.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const hit = JSON.parse(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    response.writeHead(typeof hit.site === 'string' ? 202 : 400, ['content-length', '0']).end();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
