import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeValue, repairEncoding } from './repair-encoding.ts';

const asLatin1 = (text: string): string => Buffer.from(text).toString('latin1');
const as1252 = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));

describe('mojibake', () => {
  test.each([
    ['RechtsanwÃ¤lte Beispiel', 'Rechtsanwälte Beispiel'],
    ['BlÃƒÂ¥ Fisk AS', 'Blå Fisk AS'],
    ['MÃœLLER GMBH', 'MÜLLER GMBH'],
    ['Beispiel â€“ Werk 2', 'Beispiel – Werk 2'],
    ['Jâ€™aime', 'J’aime'],
    ['ÃŽle de Beispiel', 'Île de Beispiel'],
    ['SpÃ³Å‚ka', 'Spółka'],
    ['Ð\u009fÑ\u0080Ð¸Ð¼ÐµÑ\u0080', 'Пример'],
  ])('%j is read as %j', (written, read) => {
    expect(repairEncoding(written)).toBe(read);
  });

  test.each([
    'Rechtsanwälte',
    'SÃO PAULO',
    'CAFÉ»',
    'COMPAÑÍA ESPAÑOLA',
    'AÇÃO Ltda.',
    'TELECOMUNICAÇÕES',
    'Ñandú',
    'Île',
    '株式会社例',
    'Пример',
    'Nº 5',
  ])('%j is right and stays', (text) => {
    expect(repairEncoding(text)).toBe(text);
  });

  test.each([1, 2, 3])('letters of Western and Central Europe come back after %i wrong readings', (times) => {
    const letter = fc.constantFrom(...'aeiou áéíóúäöüßåøæçñğşİıłńżźśčřžýďť');
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 20 }), fc.boolean(), (text, latin) => {
        let wrong = text;
        for (let time = 0; time < times; time += 1) wrong = latin ? asLatin1(wrong) : as1252(wrong);
        expect(repairEncoding(wrong)).toBe(text);
      }),
    );
  });

  test('control characters become blanks', () => {
    expect(repairEncoding('Beispiel\u0000\u0007GmbH')).toBe('Beispiel GmbH');
  });
});

describe('bytes of a value', () => {
  test.each([
    ['ASCII', Buffer.from('  Beispiel \r'), 'Beispiel'],
    ['UTF-8', Buffer.from('Müller'), 'Müller'],
    ['latin-1', Buffer.from('Müller', 'latin1'), 'Müller'],
    ['Windows-1252', Buffer.from([0x4a, 0x92, 0x61]), 'J’a'],
    ['UTF-8 of mojibake', Buffer.from('MÃ¼ller'), 'Müller'],
  ])('%s', (_encoding, bytes, text) => {
    expect(decodeValue(bytes, 0, bytes.length)).toBe(text);
  });
});
