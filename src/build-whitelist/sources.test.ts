import { expect, test } from 'vitest';
import { IMPORT_FORMATS } from './import/registry-objects.ts';
import { ACKNOWLEDGEMENTS, IMPORT_SOURCES, sourceOfFormat } from './sources.ts';

test('every format has exactly one entry, and every entry says what it is', () => {
  expect(IMPORT_SOURCES.map(({ format }) => format).sort()).toEqual([...IMPORT_FORMATS].sort());
  for (const source of IMPORT_SOURCES) {
    expect(sourceOfFormat(source.format)).toBe(source);
    for (const text of [source.title, source.publisher, source.where, source.files, source.licence, source.terms]) {
      expect(text).not.toBe('');
    }
    expect(source.attribution).not.toBe('');
  }
});

test.each([
  ['ripe', 'ripe'],
  ['alloclist', 'ripe'],
  ['apnic', 'apnic'],
  ['afrinic', 'afrinic'],
  ['lacnic', 'lacnic'],
  ['arin', 'arin'],
  ['jpnic', 'jpnic'],
  ['krnic', 'krnic'],
  ['twnic', 'twnic'],
  ['mmdb', 'mmdb'],
  ['own', null],
  ['cidr', null],
] as const)('before an import of %s the terms of %s have to be acknowledged', (format, acknowledge) => {
  expect(sourceOfFormat(format).acknowledge).toBe(acknowledge);
});

test('of a regional registry it is said that finding leads is probably not allowed', () => {
  for (const name of ACKNOWLEDGEMENTS.filter((one) => one !== 'mmdb')) {
    const entry = IMPORT_SOURCES.find(({ acknowledge }) => acknowledge === name);
    expect(entry?.terms).toMatch(/leads is probably not allowed without/);
  }
});
