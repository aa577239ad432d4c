import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readCsvTable, readJsonTable, type TableRow } from './read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'doorplate-read-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function readCsv(content: string | Uint8Array, part: object = {}, name = 'list.csv') {
  const rows: TableRow[] = [];
  const outcome = await readCsvTable(
    {
      path: fileOf(name, content),
      isPacked: false,
      encoding: 'utf-8',
      separator: ';',
      columnCount: 3,
      headLines: 1,
      wanted: [0, 2],
      mostFaults: 100,
      ...part,
    },
    (some) => {
      rows.push(...some);
    },
  );
  return { rows, outcome };
}

describe('CSV', () => {
  test('the columns that are wanted are read in their order, quotes, breaks and umlauts as they are', async () => {
    const { rows, outcome } = await readCsv(
      'Firma;Kontakt;Ort\n"Müller ""Süd""\nGmbH";x;Köln\r\n'.replaceAll('\r\n', '\n') + 'Beispiel AG;y;\n',
    );
    expect(rows).toEqual([
      ['Müller "Süd"\nGmbH', 'Köln'],
      ['Beispiel AG', null],
    ]);
    expect(outcome).toEqual({ ok: true, value: { count: 0, samples: [] } });
  });

  test('packed, and under a name that looks like a pattern', async () => {
    const packed = gzipSync('a;b;c\nBeispiel AG;y;Ulm\n');
    const { rows } = await readCsv(packed, { isPacked: true }, 'list [1]*?.gz');
    expect(rows).toEqual([['Beispiel AG', 'Ulm']]);
  });

  test('UTF-16', async () => {
    const { rows } = await readCsv(Buffer.from('\ufeffa;b;c\nMüller AG;y;Köln\n', 'utf16le'), { encoding: 'utf-16' });
    expect(rows).toEqual([['Müller AG', 'Köln']]);
  });

  test('a faulty line costs itself alone and is told by its number', async () => {
    const latin = Buffer.from('M\xfcller;y;Ulm\n', 'latin1');
    const { rows, outcome } = await readCsv(
      Buffer.concat([Buffer.from('a;b;c\nA;y;Ulm\nB;y\nC;y;Ulm;z\n'), latin, Buffer.from('D;y;Ulm\n')]),
    );
    expect(rows.map(([name]) => name)).toEqual(['A', 'D']);
    expect(outcome).toEqual({
      ok: true,
      value: {
        count: 3,
        samples: [
          { line: 3, code: 'TOO_FEW_CELLS' },
          { line: 4, code: 'TOO_MANY_CELLS' },
          { line: 5, code: 'UNREADABLE_LETTERS' },
        ],
      },
    });
  });

  test.each([
    ['a quote that does not end', 'a;b;c\n"A;y;Ulm\nB;y;Ulm\n'],
    ['mixed ends of lines', 'a;b;c\r\nA;y;Ulm\nB;y;Ulm\r\n'],
  ])('%s is refused: another reader takes it', async (_what, content) => {
    expect((await readCsv(content)).outcome).toEqual({ ok: false, fault: 'UNSOUND' });
  });

  test('what the taker throws comes through', async () => {
    const path = fileOf('throw.csv', 'a;b;c\nA;y;Ulm\n');
    const table = { path, isPacked: false, encoding: 'utf-8', separator: ';', columnCount: 3 } as const;
    await expect(
      readCsvTable({ ...table, headLines: 1, wanted: [0], mostFaults: 9 }, () => {
        throw new Error('full');
      }),
    ).rejects.toThrow('full');
  });
});

describe('JSON', () => {
  test('plain', async () => {
    const path = fileOf('plain.jsonl', '{"name":"Beispiel AG"}\n');
    const rows: TableRow[] = [];
    await readJsonTable({ path, isPacked: false, wanted: ['name'] }, (some) => {
      rows.push(...some);
    });
    expect(rows).toEqual([['Beispiel AG']]);
  });

  test('values at paths, numbers as text, what is missing as null; a line that is no object is told', async () => {
    const rows: TableRow[] = [];
    const content = [
      '{"name":"Beispiel AG","size":7,"all":{"seat":"Köln","x":1},"officers":[{"name":"Muster"}]}',
      'broken',
      '{"name":"Müller GmbH","all":null}',
      '["Beispiel"]',
    ].join('\n');
    const outcome = await readJsonTable(
      { path: fileOf('list.jsonl.gz', gzipSync(content)), isPacked: true, wanted: ['name', 'size', 'all.seat'] },
      (some) => {
        rows.push(...some);
      },
    );
    expect(rows).toEqual([
      ['Beispiel AG', '7', 'Köln'],
      ['Müller GmbH', null, null],
    ]);
    const samples = [
      { line: 2, code: 'JSON_UNREADABLE' },
      { line: 4, code: 'JSON_UNREADABLE' },
    ];
    expect(outcome).toEqual({ ok: true, value: { count: 2, samples } });
  });
});
