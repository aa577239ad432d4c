import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeValue } from './repair-encoding.ts';
import { createObjectScanner, LARGEST_OBJECT, LONGEST_LINE, type ScanNames } from './scan-objects.ts';

const NAMES: ScanNames = {
  roles: new Map([
    ['inetnum', 1],
    ['descr', 2],
    ['org', 3],
  ]),
  classes: new Map([
    ['inetnum', 1],
    ['person', 3],
  ]),
};

type Found = { line: number; classOf: number; parts: [number, string][]; fault: string | null };

function scan(chunks: readonly Buffer[]): Found[] {
  const found: Found[] = [];
  const scanner = createObjectScanner(NAMES, ({ bytes, line, classOf, parts, count, fault }) => {
    const read: [number, string][] = [];
    for (let place = 0; place < count * 3; place += 3) {
      read.push([parts[place] ?? 0, decodeValue(bytes, parts[place + 1] ?? 0, parts[place + 2] ?? 0)]);
    }
    found.push({ line, classOf, parts: read, fault });
  });
  for (const chunk of chunks) {
    const lent = Buffer.from(chunk);
    scanner.push(lent);
    // A reader uses its chunk again.
    lent.fill(0x21);
  }
  scanner.end();
  return found;
}

const scanText = (text: string): Found[] => scan([Buffer.from(text)]);

describe('objects', () => {
  test.each([
    [
      'attributes with roles, others passed over',
      'inetnum: 192.0.2.0/24\ndescr:   Beispiel GmbH\nsource: X\n\n',
      [
        {
          line: 1,
          classOf: 1,
          parts: [
            [1, '192.0.2.0/24'],
            [2, 'Beispiel GmbH'],
          ],
          fault: null,
        },
      ],
    ],
    [
      'lines that end with CR LF, and names in capitals',
      'INETNUM: a\r\nDescr:\tb \r\n\r\n\r\nperson: c\r\n',
      [
        {
          line: 1,
          classOf: 1,
          parts: [
            [1, 'a'],
            [2, 'b'],
          ],
          fault: null,
        },
        { line: 5, classOf: 3, parts: [], fault: null },
      ],
    ],
    [
      'comments before, in and after',
      '% banner\n\n# one\ninetnum: a\n# two\ndescr: b\n\n% end\n',
      [
        {
          line: 4,
          classOf: 1,
          parts: [
            [1, 'a'],
            [2, 'b'],
          ],
          fault: null,
        },
      ],
    ],
    [
      'continuation lines with blank, tab and plus',
      'inetnum: a\ndescr: b\n c\n\td\n+e\nsource: x\n f\n',
      [
        {
          line: 1,
          classOf: 1,
          parts: [
            [1, 'a'],
            [2, 'b'],
            [-2, 'c'],
            [-2, 'd'],
            [-2, 'e'],
          ],
          fault: null,
        },
      ],
    ],
    ['a class that is not known', 'thing: a\ndescr: b\n', [{ line: 1, classOf: 0, parts: [[2, 'b']], fault: null }]],
    ['no line feed at the end', 'inetnum: a', [{ line: 1, classOf: 1, parts: [[1, 'a']], fault: null }]],
    [
      'an empty value',
      'inetnum:\ndescr:\n',
      [
        {
          line: 1,
          classOf: 1,
          parts: [
            [1, ''],
            [2, ''],
          ],
          fault: null,
        },
      ],
    ],
    ['a byte order mark', '\ufeffinetnum: a\n', [{ line: 1, classOf: 1, parts: [[1, 'a']], fault: null }]],
    ['nothing', '', []],
    ['blank lines alone', '\n\n\r\n\n', []],
    [
      'a continuation that continues nothing',
      '\n  a\ndescr: b\n\ninetnum: c\n',
      [
        { line: 2, classOf: 0, parts: [], fault: 'CONTINUATION_FIRST' },
        { line: 5, classOf: 1, parts: [[1, 'c']], fault: null },
      ],
    ],
    [
      'a line that is no attribute, with its own number',
      'inetnum: a\nrubbish\n\ninetnum: c\n',
      [
        { line: 2, classOf: 1, parts: [], fault: 'MALFORMED_LINE' },
        { line: 4, classOf: 1, parts: [[1, 'c']], fault: null },
      ],
    ],
  ])('%s', (_what, text, objects) => {
    expect(scanText(text)).toEqual(objects);
  });

  test('more names than the table learns lose none that has a role', () => {
    const strange = Array.from({ length: 2000 }, (_, number) => `x-${number}: y`).join('\n');
    const long = `${'n'.repeat(300)}: y`;
    const [object] = scanText(`inetnum: a\ndescr: b\n${strange}\n${long}\ndescr: c\n`);
    expect(object?.parts).toEqual([
      [1, 'a'],
      [2, 'b'],
      [2, 'c'],
    ]);
  });
});

test('where the chunks end changes nothing', () => {
  const line = fc.oneof(
    fc.constantFrom('inetnum: a', 'descr: b', 'descr:  c d ', 'org: x', 'source: y', '', '', ' more', '+', '# no', '%'),
    fc.constantFrom('rubbish', ':', 'inetnum : a', 'INETNUM: z', '\u0000', 'descr: é', 'person: p', 'a:b:c'),
  );
  const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'));
  fc.assert(
    fc.property(text, fc.array(fc.nat(12), { maxLength: 40 }), ([lines, end], sizes) => {
      const bytes = Buffer.from(lines.join(end));
      const chunks: Buffer[] = [];
      let from = 0;
      for (const size of sizes) {
        chunks.push(bytes.subarray(from, from + size));
        from += size;
      }
      chunks.push(bytes.subarray(Math.min(from, bytes.length)));
      expect(scan(chunks)).toEqual(scan([bytes]));
    }),
    { numRuns: 500 },
  );
});

test('rubbish never throws, and every object is either whole or at fault', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (chunks) => {
      for (const object of scan(chunks.map((chunk) => Buffer.from(chunk)))) {
        expect(object.fault === null || object.parts.length === 0).toBe(true);
      }
    }),
  );
});

describe('lines and objects without end', () => {
  const chunkOf = (text: string, times: number): Buffer[] => Array.from({ length: times }, () => Buffer.from(text));
  const good = Buffer.from('\n\ninetnum: a\n\n');

  test.each([1 << 10, 1 << 16, 1 << 20])('a line of 20 MB in chunks of %i is passed over', (size) => {
    const chunks = chunkOf('a'.repeat(size), Math.ceil((20 << 20) / size));
    expect(scan([Buffer.from('inetnum: b\ndescr: '), ...chunks, good])).toEqual([
      { line: 2, classOf: 1, parts: [], fault: 'LINE_TOO_LONG' },
      { line: 4, classOf: 1, parts: [[1, 'a']], fault: null },
    ]);
  });

  test('an object of many lines is passed over', () => {
    const lines = chunkOf('descr: b\n'.repeat(1000), Math.ceil(LARGEST_OBJECT / 9000) + 1);
    const found = scan([Buffer.from('inetnum: a\n'), ...lines, good]);
    expect(found.map(({ line, fault }) => [line, fault])).toEqual([
      [1, 'OBJECT_TOO_LARGE'],
      [3 + lines.length * 1000 + 1, null],
    ]);
  });

  test('the longest line that may be is read', () => {
    const [object] = scan([Buffer.from(`inetnum: ${'a'.repeat(LONGEST_LINE - 9)}\n`)]);
    expect(object?.fault).toBeNull();
  });

  test('a line of 100 MB is not held in memory', () => {
    let objects = 0;
    const scanner = createObjectScanner(NAMES, () => {
      objects += 1;
    });
    const chunk = Buffer.alloc(1 << 16, 0x61);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let done = 0; done < 100 << 20; done += chunk.length) {
      scanner.push(chunk);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    scanner.end();
    expect(objects).toBe(1);
    // Sixteen unfinished chunks of growing length may wait for the collector.
    expect(most).toBeLessThan(32 << 20);
  });
});
