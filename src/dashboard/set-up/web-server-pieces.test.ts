import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PATH_SERVERS, pathPiece, streamPieces } from './web-server-pieces.ts';

const directives = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const SHIPPED = { nginx: 'nginx/doorplate-server.conf', caddy: 'caddy/Caddyfile.doorplate' } as const;

test.each(PATH_SERVERS)('the path for %s is the one that is shipped', (server) => {
  const shipped = readFileSync(new URL(`../../../connectors/${SHIPPED[server]}`, import.meta.url), 'utf8');
  expect(directives(shipped).join('\n')).toContain(directives(pathPiece(server).text).join('\n'));
});

test('the middleware names the installation and the site', () => {
  const text = streamPieces('express', 'https://dp.example.com', 'www.beispiel.de')
    .map((piece) => piece.text)
    .join('\n');
  expect(text).toContain("url: 'https://dp.example.com', site: 'www.beispiel.de'");
});
