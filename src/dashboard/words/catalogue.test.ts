import { describe, expect, test } from 'vitest';
import { OBJECTION_REASONS, SITE_OUTCOMES } from '../../contracts/reasons.ts';
import { CONFIDENCE_REASONS } from '../../contracts/confidence.ts';
import { KINDS, SIZE_EVIDENCE } from '../../contracts/company.ts';
import { catalogueDe } from './catalogue-de.ts';
import { catalogueEn } from './catalogue-en.ts';
import { LANGUAGES } from './catalogue.ts';
import { isWordKey, translateInto } from './translate.ts';

type Words = { readonly [key: string]: string | Words };

function sentences(words: Words, path = ''): readonly (readonly [key: string, sentence: string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value] as const] : sentences(value, here);
  });
}

const german = new Map(sentences(catalogueDe));
const english = new Map(sentences(catalogueEn));
const valuesIn = (sentence: string | undefined) => (sentence?.match(/\{\{\w+\}\}/g) ?? []).toSorted();

describe('both languages', () => {
  test('say the same things', () => {
    expect([...english.keys()]).toEqual([...german.keys()]);
    expect(german.size).toBeGreaterThan(250);
  });

  test('leave no sentence empty and put the same values into each', () => {
    const faulty = [...german.keys()].filter(
      (key) =>
        !german.get(key)?.trim() ||
        !english.get(key)?.trim() ||
        valuesIn(english.get(key)).join() !== valuesIn(german.get(key)).join(),
    );
    expect(faulty).toEqual([]);
  });

  test('the German one addresses people as "Sie" and quotes as German does', () => {
    const informal = [...german].filter(([, sentence]) => /\b(?:du|dein\w*|dir|euch|euer\w*)\b/i.test(sentence));
    expect(informal).toEqual([]);
    expect([...german].filter(([, sentence]) => /["“](?!\p{P}|\s|$)/u.test(sentence))).toEqual([]);
  });
});

test('every reason of a confidence has a sentence, and no sentence is left without a reason', () => {
  const { unknown, ...ofCodes } = catalogueDe.evidence.reason;
  expect(Object.keys(ofCodes).toSorted()).toEqual(CONFIDENCE_REASONS.toSorted());
  expect(unknown).not.toBe('');
});

describe.each(LANGUAGES)('in the language %s', (language) => {
  const t = translateInto(language);

  test.each(SITE_OUTCOMES)('the outcome %s has a name, a meaning and what would change it', (outcome) => {
    for (const part of ['name', 'means', 'change', 'inSentence'] as const) {
      const key = `outcome.${outcome}.${part}` as const;
      expect(isWordKey(key)).toBe(true);
      expect(t(key, { number: '7' })).not.toBe(key);
    }
    expect(t(`outcome.${outcome}.inSentence`, { number: '7' })).toContain('7');
  });

  test.each(KINDS)('the kind %s has a name', (kind) => {
    expect(t(`company.kinds.${kind}`)).not.toMatch(/^company\./);
  });

  test.each(SIZE_EVIDENCE)('the size evidence %s has words', (evidence) => {
    expect(t(`company.sizeEvidence.${evidence}`)).not.toMatch(/^company\./);
  });

  test('every objection is named where the funnel says what it leaves out', () => {
    const names = { dnt: 'Do Not Track', gpc: 'Global Privacy Control', 'opt-out': 'opt-out' };
    for (const reason of OBJECTION_REASONS) {
      expect(t('funnel.before').toLowerCase()).toContain(names[reason].toLowerCase());
    }
  });

  test('one is not many', () => {
    const one = t('companies.visitsCount', { count: 1, number: '1' });
    const two = t('companies.visitsCount', { count: 2, number: '2' });
    expect(one).not.toBe(two.replace('2', '1'));
  });
});

test('a value is printed as it is: neither escaped nor read as a placeholder', () => {
  const hostile = '<b>&"{{number}}$t(signIn.title)';
  expect(translateInto('de')('setUp.added', { domain: hostile })).toContain(hostile);
});
