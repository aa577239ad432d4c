import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../contracts/api.ts';
import { openReportFixture, PASSWORD, type ReportFixture } from './report-fixture.ts';

const UPLOADS = '/api/v1/company-sources/uploads';

let fixture: ReportFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await openReportFixture();
  // The first person of an installation is its operator.
  const person = fixture.amber.addPerson('operator@amber.example');
  if (!person.ok) throw new Error(person.fault);
  await fixture.amber.setPassword(person.value.id, PASSWORD);
  const session = await fixture.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { email: 'operator@amber.example', password: PASSWORD },
  });
  cookie = `doorplate=${session.cookies[0]?.value}`;
});
afterAll(() => fixture.close());

async function send(url: string, type: string, payload: string): Promise<[number, string]> {
  const response = await fixture.inject({
    method: 'POST',
    url,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
    payload,
  });
  return [response.statusCode, response.json<Problem>().code];
}

test.each([
  ['a file goes to whoever stores it', UPLOADS, 'application/octet-stream', 'x'.repeat(100_000), 400, 'UPLOAD_FORMAT'],
  ['JSON is no file', UPLOADS, 'application/json', '{}', 415, 'BODY_MEDIA_TYPE'],
  ['a format that does not exist', `${UPLOADS}?format=doc`, 'application/octet-stream', 'x', 400, 'QUERY_PARAMETER'],
  ['files are taken nowhere else', '/api/v1/corrections', 'application/octet-stream', 'x', 415, 'BODY_MEDIA_TYPE'],
  [
    'an import of an upload that is gone',
    '/api/v1/company-sources/imports',
    'application/json',
    '{"upload_id":"x","name":"x","date":"2026-01-01","mapping":{}}',
    404,
    'UPLOAD_UNKNOWN',
  ],
])('%s', async (_what, url, type, payload, status, code) => {
  expect(await send(url, type, payload)).toEqual([status, code]);
});
