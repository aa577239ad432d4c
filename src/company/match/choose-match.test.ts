import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, chooseMatch, type ListKnowledge } from './choose-match.ts';
import { nameKeys } from './match-keys.ts';
import { cityKey, postcodeKey } from './place-keys.ts';
import type { Candidate, NetworkName } from './score-candidate.ts';

const NOTHING: ListKnowledge = { common: new Set(), isCrowded: false };

type Place = { readonly postcode?: string; readonly city?: string; readonly country?: string };

function network(name: string, { postcode, city, country = 'DE' }: Place = {}): NetworkName {
  return {
    ...nameKeys(name, null, country, city ?? null),
    country,
    postcode: postcodeKey(postcode ?? null, country),
    city: cityKey(city ?? null),
  };
}

let rows = 0;
function listed(name: string, place: Place = {}, more: Partial<Candidate> = {}): Candidate {
  rows += 1;
  const { country = 'DE' } = place;
  return { ...network(name, place), country, lei: '', register: '', list: 0, row: rows, date: '', ...more };
}

const choose = (asked: NetworkName, candidates: readonly Candidate[], knowledge = NOTHING): Choice =>
  chooseMatch(asked, candidates, knowledge);
const BONN = { city: 'Bonn' };
const KOLN = { city: 'Köln' };

describe('what is matched', () => {
  test.each<[string, NetworkName, Candidate, number]>([
    [
      'name, form and postcode',
      network('Muster Bau GmbH', { postcode: '53111' }),
      listed('Muster Bau GmbH', { postcode: '53111' }),
      1,
    ],
    ['name, form and city', network('Muster Bau GmbH', BONN), listed('MUSTER BAU GMBH', BONN), 0.96],
    ['words in another order', network('Bau Muster GmbH', BONN), listed('Muster Bau GmbH', BONN), 0.91],
    ['an abbreviation', network('Masch.-Fabrik Muster GmbH', BONN), listed('Maschinenfabrik Muster GmbH', BONN), 0.94],
    ['a typing error', network('Qontexa Papierfabirk GmbH', BONN), listed('Qontexa Papierfabrik GmbH', BONN), 0.88],
    ['no form in one source', network('Qontexa Bau', BONN), listed('Qontexa Bau GmbH', BONN), 0.86],
    [
      'a city that says less',
      network('Muster Bau GmbH', { city: 'Frankfurt' }),
      listed('Muster Bau GmbH', { city: 'Frankfurt am Main' }),
      0.93,
    ],
    [
      'a city in the name',
      network('Stadtwerke Konstanz GmbH'),
      listed('Stadtwerke Konstanz GmbH', { city: 'Konstanz' }),
      0.93,
    ],
    ['a name that tells by itself', network('Qontexomat GmbH'), listed('Qontexomat GmbH', BONN), 0.8],
    ['the same elsewhere', network('Qontexomat GmbH', KOLN), listed('Qontexomat GmbH', BONN), 0.75],
    ['a short name of a rare form', network('Qontex SE'), listed('Qontex SE', BONN), 0.8],
  ])('%s', (_what, asked, candidate, score) => {
    const { match, miss } = choose(asked, [candidate]);
    expect(miss).toBeNull();
    expect(match).toMatchObject({ score, rows: [candidate] });
  });
});

describe('what is not', () => {
  test.each<[string, string, NetworkName, readonly Candidate[]]>([
    ['no candidate', 'no-candidate', network('Muster GmbH', BONN), []],
    ['another form', 'other-legal-form', network('Muster GmbH', BONN), [listed('Muster AG', BONN)]],
    [
      'a partnership of a corporation',
      'other-legal-form',
      network('Muster GmbH', BONN),
      [listed('Muster GmbH & Co. KG', BONN)],
    ],
    [
      'a name without its country',
      'country-unknown',
      { ...network('Muster GmbH', BONN), country: null },
      [listed('Muster GmbH', BONN)],
    ],
    [
      'another country',
      'too-different',
      network('Muster GmbH', BONN),
      [listed('Muster GmbH', { city: 'Bonn', country: 'AT' })],
    ],
    [
      'another number',
      'too-different',
      network('Projekt 22 Muster GmbH', BONN),
      [listed('Projekt 23 Muster GmbH', BONN)],
    ],
    ['an initial', 'too-different', network('A. Bel GmbH', BONN), [listed('Abel GmbH', BONN)]],
    [
      'a typing error in another city',
      'too-different',
      network('Qontexa Papierfabirk GmbH', KOLN),
      [listed('Qontexa Papierfabrik GmbH', BONN)],
    ],
    [
      'a typing error that is a word',
      'too-different',
      network('Meyer Transporte GmbH', BONN),
      [listed('Meier Transporte GmbH', BONN)],
    ],
    ['opposites', 'too-different', network('Muster Nord GmbH', BONN), [listed('Muster Süd GmbH', BONN)]],
    ['a surname alone', 'name-too-common', network('Müller GmbH'), [listed('Müller GmbH', BONN)]],
    [
      'a trade and a surname elsewhere',
      'name-too-common',
      network('Müller Transporte GmbH', KOLN),
      [listed('Müller Transporte GmbH', BONN)],
    ],
    [
      'a rare name without its form and place',
      'name-too-common',
      network('Qontexomat'),
      [listed('Qontexomat GmbH', BONN)],
    ],
    [
      'a person’s name beside a company’s',
      'name-too-common',
      network('Petra Köhler', { postcode: '53111' }),
      [listed('Petra Köhler GmbH', { postcode: '53111' })],
    ],
    [
      'two of that name elsewhere',
      'several-equal',
      network('Qontexomat GmbH'),
      [listed('Qontexomat GmbH', BONN), listed('Qontexomat GmbH', KOLN)],
    ],
    [
      'two forms at the place',
      'several-equal',
      network('Qontexomat', BONN),
      [listed('Qontexomat GmbH', BONN), listed('Qontexomat AG', BONN)],
    ],
    [
      'a city of the same name far off',
      'name-too-common',
      network('Müller Bau GmbH', { city: 'Neustadt', postcode: '67433' }),
      [listed('Müller Bau GmbH', { city: 'Neustadt', postcode: '01844' })],
    ],
  ])('%s', (_what, miss, asked, candidates) => {
    expect(choose(asked, candidates)).toMatchObject({ match: null, miss });
  });

  test('a name of which very many companies exist, and one whose words are common in the lists', () => {
    const candidate = listed('Qontexomat GmbH', BONN);
    expect(choose(network('Qontexomat GmbH'), [candidate], { ...NOTHING, isCrowded: true }).miss).toBe('several-equal');
    const common = new Set(['qontexomat']);
    expect(choose(network('Qontexomat GmbH'), [candidate], { ...NOTHING, common }).miss).toBe('name-too-common');
    expect(choose(network('Qontexomat GmbH', BONN), [candidate], { isCrowded: true, common }).miss).toBeNull();
  });
});

describe('rows of several lists', () => {
  test('of one company are one, in the order of the lists, of one list the youngest first', () => {
    const old = listed('Muster GmbH', BONN, { list: 1, date: '2024-01-01' });
    const young = listed('Muster GmbH', BONN, { list: 1, date: '2025-01-01' });
    const first = listed('MUSTER GMBH', { city: 'Bonn', postcode: '53111' }, { list: 0 });
    expect(choose(network('Muster GmbH', BONN), [old, young, first]).match?.rows).toEqual([first, young, old]);
  });

  test.each<[string, Partial<Candidate>, Partial<Candidate>, boolean]>([
    ['one LEI', { lei: 'A' }, { lei: 'A' }, true],
    ['two LEIs', { lei: 'A' }, { lei: 'B' }, false],
    ['one register entry', { register: 'bonn|hrb1' }, { register: 'bonn|hrb1' }, true],
    ['two entries of one register', { register: 'bonn|hrb1' }, { register: 'bonn|hrb2' }, false],
    ['two numbers in one list, the keeper unknown', { register: '|hrb1' }, { register: '|hrb2' }, false],
    [
      'two numbers of two lists, the keeper called otherwise',
      { register: 'bonn|hrb1' },
      { register: 'ra000211|1', list: 1 },
      true,
    ],
    ['an LEI in one of them', { lei: 'A' }, {}, true],
  ])('%s', (_what, one, other, isOne) => {
    const { match } = choose(network('Muster GmbH', BONN), [
      listed('Muster GmbH', BONN, one),
      listed('Muster GmbH', BONN, other),
    ]);
    expect(match?.rows.length ?? 0).toBe(isOne ? 2 : 0);
  });

  test('the postcode tells two of a city apart, and a name as it is written one with other words first', () => {
    const near = listed('Muster GmbH', { city: 'Bonn', postcode: '53111' }, { register: 'bonn|1' });
    const far = listed('Muster GmbH', { city: 'Bonn', postcode: '53227' }, { register: 'bonn|2' });
    expect(choose(network('Muster GmbH', { city: 'Bonn', postcode: '53111' }), [far, near]).match?.rows).toEqual([
      near,
    ]);
    const written = listed('Maier Metallbau GmbH', BONN, { lei: 'A' });
    expect(
      choose(network('Maier Metallbau GmbH', BONN), [listed('Metallbau Maier GmbH', BONN, { lei: 'B' }), written]).match
        ?.rows,
    ).toEqual([written]);
  });
});

test('the order of the candidates makes no difference', () => {
  const names = fc.constantFrom(
    'Qontexa Bau GmbH',
    'Bau Qontexa GmbH',
    'Qontexa Bau AG',
    'Qontexa Bua GmbH',
    'Qontexa Bau',
  );
  const places = fc.constantFrom<Place>({}, BONN, KOLN, { city: 'Bonn', postcode: '53111' });
  const drawn = fc.array(fc.tuple(names, places, fc.constantFrom('', 'A', 'B')), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(names, places, drawn, (name, place, drawnRows) => {
      const candidates = drawnRows.map(([own, where, lei], row) => listed(own, where, { lei, row }));
      const asked = network(name, place);
      const forward = choose(asked, candidates);
      const backward = choose(asked, candidates.toReversed());
      expect(backward.miss).toBe(forward.miss);
      expect(backward.match).toEqual(forward.match);
    }),
  );
});
