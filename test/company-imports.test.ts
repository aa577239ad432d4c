import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListField } from '../src/contracts/company-source.ts';
import { backUpWhitelist } from '../src/serve/backup-whitelist.ts';
import { type CompanyImports, createCompanyImports } from '../src/serve/company-imports.ts';
import { shippedFile } from '../src/settings/package-root.ts';
import { openWhitelist } from '../src/whitelist/open-whitelist.ts';

const PATIENCE_MS = 240_000;
const fixture = (name: string): Readable => Readable.from([readFileSync(shippedFile('fixtures', 'companies', name))]);

describe('uploads and imports of company lists by the server', () => {
  let folder: string;
  let imports: CompanyImports;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'doorplate-company-imports-'));
    imports = createCompanyImports({ folder, program: [process.execPath, shippedFile('bin', 'doorplate.js')] });
  });
  afterAll(async () => {
    await imports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const uploaded = async (name: string) => {
    const upload = await imports.upload(fixture(name), null);
    if (!upload.ok) throw new Error(upload.fault);
    return upload.value;
  };
  const ended = async (id: string) => {
    for (;;) {
      const run = imports.importOf(id);
      if (run?.state === 'done' || run?.state === 'failed') return run;
      await sleep(100);
    }
  };
  const uploads = () => (existsSync(join(folder, 'uploads')) ? readdirSync(join(folder, 'uploads')) : []);

  test(
    'an upload tells what its columns hold; mapped, it becomes a list; the file is gone then',
    { timeout: PATIENCE_MS },
    async () => {
      const { id, format, columns } = await uploaded('crm.csv');
      expect(format).toBe('csv');
      expect(columns.find(({ name }) => name === 'Billing Zip')).toMatchObject({ field: 'postcode', personal: false });
      expect(columns.find(({ name }) => name === 'Email')).toEqual({
        name: 'Email',
        field: null,
        personal: true,
        examples: [],
      });
      expect(uploads()).toEqual([id]);
      const mapping: Record<string, ListField> = {};
      for (const { name, field } of columns) if (field !== null && field !== 'industry') mapping[name] = field;

      const begun = imports.start({ upload_id: id, name: 'CRM', date: '2026-11-01', mapping });
      if (!begun.ok) throw new Error(begun.fault);
      expect(begun.value).toMatchObject({ state: 'reading', counts: null });
      expect(imports.start({ upload_id: id, name: 'CRM', date: '2026-11-01', mapping })).toMatchObject({ ok: false });
      const run = await ended(begun.value.id);
      expect(run).toMatchObject({
        state: 'done',
        progress: 1,
        code: null,
        counts: { read: 3, kept: 3, wrong: 0 },
        shown: { before: expect.any(Number), after: expect.any(Number) },
      });
      expect(imports.lists()).toMatchObject([{ id: 'list-crm', title: 'CRM', date: '2026-11-01', format: 'csv' }]);
      expect(uploads()).toEqual([]);
      const whitelist = openWhitelist(folder);
      expect(whitelist.manifest.counts.records).toBeGreaterThan(0);
      whitelist.close();

      const backup = join(folder, 'backup');
      backUpWhitelist(folder, backup);
      expect(readdirSync(join(backup, 'companies'))).toEqual(readdirSync(join(folder, 'companies')));

      expect(await imports.remove('list-none')).toEqual({ ok: false, fault: 'COMPANY_LIST_UNKNOWN' });
      expect(await imports.remove('list-crm')).toEqual({ ok: true, value: null });
      expect([imports.lists(), readdirSync(join(folder, 'companies'))]).toEqual([[], []]);
    },
  );

  test('a column of persons that is mapped all the same is refused', { timeout: PATIENCE_MS }, async () => {
    const { id } = await uploaded('crm.csv');
    const begun = imports.start({
      upload_id: id,
      name: 'CRM',
      date: '2026-11-01',
      mapping: { 'Account Name': 'name', 'Account Owner': 'city' },
    });
    if (!begun.ok) throw new Error(begun.fault);
    expect(await ended(begun.value.id)).toMatchObject({ state: 'failed', code: 'COLUMN_PERSONAL', shown: null });
    expect([imports.lists(), uploads()]).toEqual([[], []]);
  });

  test.each([
    ['a file of no format', Readable.from([Buffer.from('\u0001\u0002')]), null, 'UPLOAD_FORMAT'],
    ['half a workbook', Readable.from([Buffer.from('PK half')]), null, 'XLSX_UNREADABLE'],
    ['an empty table', Readable.from([Buffer.from('\n')]), 'csv', 'COLUMNS_UNKNOWN'],
    [
      'what breaks off',
      new Readable({
        read() {
          this.destroy(new Error('gone'));
        },
      }),
      'csv',
      'REQUEST_UNREADABLE',
    ],
  ] as const)('%s is refused and leaves nothing', async (_what, body, format, code) => {
    expect(await imports.upload(body, format)).toEqual({ ok: false, fault: code });
    expect(uploads()).toEqual([]);
  });

  test('the latest three uploads are kept, and none over a start', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push((await uploaded('gleif.csv')).id);
    expect(uploads().sort()).toEqual(ids.slice(1).sort());
    const [first = ''] = ids;
    expect(imports.start({ upload_id: first, name: 'x', date: '2026-11-01', mapping: {} })).toEqual({
      ok: false,
      fault: 'UPLOAD_UNKNOWN',
    });
    const later = createCompanyImports({ folder, program: [process.execPath] });
    expect(uploads()).toEqual([]);
    await later.close();
  });
});
