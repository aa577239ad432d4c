import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTruth } from './read-truth.ts';

const HEAD = 'start,end,kind,name,postcode,city,country';

test('rows are read by the names of their columns, whatever their order', () => {
  const text = `\uFEFFName,kind,END,start,note\r\n"Muster, ""Werk"" GmbH",company,5.0.0.3,5.0.0.0,seen\r\n\r\n,person,2a00:1::1,2a00:1::1,\r\n`;
  expect(readTruth(text)).toEqual({
    ok: true,
    value: [
      {
        start: '5.0.0.0',
        end: '5.0.0.3',
        kind: 'company',
        name: 'Muster, "Werk" GmbH',
        postcode: null,
        city: null,
        country: null,
      },
      {
        start: '2a00:1::1',
        end: '2a00:1::1',
        kind: 'person',
        name: '',
        postcode: null,
        city: null,
        country: null,
      },
    ],
  });
});

test('an empty field of a column that is there says that there is none', () => {
  const read = readTruth(`${HEAD}\n5.0.0.0,5.0.0.3,company,Musterwerk GmbH,70999,,DE`);
  expect(read.ok && read.value[0]).toMatchObject({ postcode: '70999', city: '', country: 'DE' });
});

test.each([
  ['no line of columns', '5.0.0.0,5.0.0.3,company,Musterwerk GmbH', 1, 'TRUTH_COLUMNS'],
  ['a column that is missing', 'start,end,kind\n5.0.0.0,5.0.0.3,company', 1, 'TRUTH_COLUMNS'],
  ['too few fields', `${HEAD}\n5.0.0.0,5.0.0.3,company`, 2, 'TRUTH_FIELDS'],
  ['a quote that does not end', `${HEAD}\n5.0.0.0,5.0.0.3,company,"Musterwerk,70999,,DE`, 2, 'TRUTH_FIELDS'],
  ['a quote inside a field', `${HEAD}\n5.0.0.0,5.0.0.3,company,Muster"werk,70999,,DE`, 2, 'TRUTH_FIELDS'],
  ['no address', `${HEAD}\n5.0.0,5.0.0.3,company,M GmbH,,,`, 2, 'TRUTH_RANGE'],
  ['a range that is turned round', `${HEAD}\n5.0.0.3,5.0.0.0,company,M GmbH,,,`, 2, 'TRUTH_RANGE'],
  ['two families', `${HEAD}\n5.0.0.3,2a00:1::1,company,M GmbH,,,`, 2, 'TRUTH_RANGE'],
  ['a kind that is none', `${HEAD}\n5.0.0.0,5.0.0.3,opaque,M GmbH,,,`, 2, 'TRUTH_KIND'],
  ['a name without end', `${HEAD}\n5.0.0.0,5.0.0.3,company,${'x'.repeat(501)},,,`, 2, 'TRUTH_NAME'],
  [
    'a long line',
    `${HEAD}\n5.0.0.0,5.0.0.3,company,M,,,\n5.0.0.0,5.0.0.3,company,${'M'.repeat(9_000)},,,`,
    3,
    'TRUTH_LINE_TOO_LONG',
  ],
])('%s is refused by line and code', (_what, text, line, code) => {
  expect(readTruth(text)).toEqual({ ok: false, fault: [{ line, code }] });
});

test('only so many faults are told', () => {
  const read = readTruth(`${HEAD}\n${'rubbish\n'.repeat(500)}`);
  expect(read.ok ? [] : read.fault).toHaveLength(20);
});

test('whatever the text, a fault holds nothing of it', () => {
  fc.assert(
    fc.property(fc.string(), (rubbish) => {
      const read = readTruth(`${HEAD}\n${rubbish}`);
      if (read.ok) return;
      for (const told of read.fault) {
        expect(Object.keys(told)).toEqual(['line', 'code']);
        expect(told.code).toMatch(/^TRUTH_[A-Z_]+$/);
      }
    }),
  );
});
