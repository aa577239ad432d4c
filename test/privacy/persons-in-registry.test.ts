import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddressExplanation } from '../../src/identify/explain-address.ts';
import { PERSONS as FURTHER_PERSONS } from '../../fixtures/persons.ts';
import { doorplate, newDataFolder } from '../doorplate-process.ts';
import { filesBelow, type Finding, finderOf } from './find-traces.ts';
import { tracesOfName } from './name-traces.ts';

/** Invented people: surnames that nobody bears and no company, and streets that are nowhere. */
const PERSONS: readonly (readonly [given: string, surname: string, street: string, country: string])[] = [
  ['Karl-Heinz', 'Querfurthmann', 'Kanarienvogelgasse 17', 'DE'],
  ['Sabine', 'Übelstöckel', 'Ziesigstieg 4', 'DE'],
  ['Wolfgang', 'Drachselhuberl', 'Zeisiglerweg 9', 'AT'],
  ['Ursula', 'Grünpfisterli', 'Stieglitzrain 23', 'CH'],
  ['Jean-Pierre', 'Dufontignolet', '12 rue des Chardonnelles', 'FR'],
  ['Giuseppe', 'Bracalontini', 'Via Canarinello 8', 'IT'],
  ['María', 'Zurbarrondoz', 'Calle Jilguerillo 31', 'ES'],
  ['Johannes', 'Vlinkerdonkers', 'Putterlaantje 5', 'NL'],
  ['Katarzyna', 'Wróblaszewicz', 'ul. Szczyglowska 12', 'PL'],
  ['Margaret', 'Thistlequarne', '7 Linnetfield Mews', 'GB'],
];

/** How registries write people: each of them in each of these ways. */
const FORMS: readonly ((given: string, surname: string, street: string) => readonly string[])[] = [
  (given, surname) => [`netname: NET-4711`, `descr: ${given} ${surname}`],
  (given, surname) => [`netname: PRIV-NET`, `descr: ${given.toUpperCase()} ${surname.toUpperCase()}`],
  (given, surname, street) => [`netname: CUST-1`, `descr: ${given} ${surname}`, `descr: ${street}`],
  (given, surname, street) => [`netname: DSL-2`, `descr: Dr. med. ${given} ${surname}`, `descr: ${street}`],
  (given, surname, street) => [
    `netname: CUST-3`,
    `descr: Private Customer`,
    `descr: c/o ${given} ${surname}`,
    `descr: ${street}`,
  ],
  (given, surname) => [`netname: ${ascii(surname).toUpperCase()}-NET`, `descr: ${given} ${surname}`],
  (given, surname) => [`netname: NET-5`, `descr: Herr ${given} ${surname}`, `remarks: contact ${given} ${surname}`],
];

const TRACES = finderOf([
  ...PERSONS.flatMap(([, surname, street]) => [tracesOfName(surname), tracesOfName(street)]),
  ...FURTHER_PERSONS.map(({ name }) => tracesOfName(name)),
]);

let data: string;
let scratch: string;
let printed: string;

beforeAll(() => {
  data = newDataFolder();
  scratch = mkdtempSync(join(tmpdir(), 'doorplate-persons-'));
  mkdirSync(join(scratch, 'temporary'));
  const files = ['networks.txt', 'organisations.txt'].map((name) => join(scratch, name));
  writeFileSync(files[0] ?? '', Buffer.from(objects().join('\n'), 'latin1'));
  writeFileSync(files[1] ?? '', Buffer.from(organisations().join('\n'), 'latin1'));
  const environment = { TMPDIR: join(scratch, 'temporary') };
  const run = doorplate(
    data,
    ['whitelist', 'import', '--format', 'ripe', '--terms-accepted', 'ripe', ...files],
    '',
    environment,
  );
  expect(run.status, run.stderr).toBe(0);
  printed = run.stdout + run.stderr;
});
afterAll(() => {
  rmSync(data, { recursive: true });
  rmSync(scratch, { recursive: true });
});

/** Networks of four addresses each, then one of a company to see that something was imported. */
function objects(): string[] {
  const texts = PERSONS.flatMap(([given, surname, street, country], person) =>
    FORMS.map((form, position) =>
      network(person * 16 + position, [...form(given, surname, street), `country: ${country}`]),
    ),
  );
  const linked = PERSONS.map(([, , , country], person) =>
    network(person * 16 + 15, [`netname: LINKED-${person}`, `org: ORG-XX${person}-RIPE`, `country: ${country}`]),
  );
  const further = FURTHER_PERSONS.map(({ netname, descr, country }, person) =>
    network(5000 + person, [
      `netname: ${netname ?? `CUST-${person}`}`,
      ...descr.map((line) => `descr: ${line}`),
      `country: ${country}`,
    ]),
  );
  const company = network(4000, ['netname: MUSTER-1', 'descr: Musterwerk Kanarienbau GmbH', 'country: DE']);
  return [...texts, ...linked, ...further, company];
}

function network(place: number, lines: readonly string[]): string {
  const first = `5.${100 + (place >> 14)}.${(place >> 6) & 255}.${(place & 63) * 4}`;
  const last = first.replace(/\d+$/, (end) => String(Number(end) + 3));
  return [
    `inetnum: ${first} - ${last}`,
    ...lines,
    'status: ASSIGNED PA',
    'mnt-by: INVENTED-MNT',
    'source: RIPE',
    '',
  ].join('\n');
}

function organisations(): string[] {
  return PERSONS.map(([given, surname, street, country], person) =>
    [
      `organisation: ORG-XX${person}-RIPE`,
      `org-name: ${given} ${surname}`,
      'org-type: OTHER',
      `address: ${street}`,
      `country: ${country}`,
      'source: RIPE',
      '',
    ].join('\n'),
  );
}

function ascii(text: string): string {
  return text.normalize('NFKD').replaceAll(/[^A-Za-z]/g, '');
}

function traces(): Finding[] {
  const places = [...filesBelow(data), ...filesBelow(join(scratch, 'temporary'))];
  return [...places, { place: 'output', bytes: Buffer.from(printed) }].flatMap(({ place, bytes }) =>
    TRACES.inBytes(place, bytes),
  );
}

describe('people who stand in a registry', () => {
  test('are imported as nobody: no file and no line holds a name or a street of theirs', () => {
    const networks = PERSONS.length * (FORMS.length + 1) + FURTHER_PERSONS.length + 1;
    expect(FURTHER_PERSONS.length).toBeGreaterThan(200);
    expect(printed).toMatch(new RegExp(`networks +${networks}\\b`));
    expect(traces()).toEqual([]);
  });

  test('lead to no name, for the operator neither, while a company beside them is found', () => {
    const run = doorplate(data, ['identify', '--json', '5.100.0.1', '5.100.62.129']);
    const [person, company] = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AddressExplanation);
    expect(person).toMatchObject({ verdict: 'withheld', reason: 'personal-name', company: null });
    expect(company?.company?.name).toBe('Musterwerk Kanarienbau GmbH');
  });

  const LEAKS: readonly (readonly [form: string, leak: Buffer])[] = [
    ['a line of text', Buffer.from('descr: Sabine Übelstöckel\n')],
    ['capitals without accents', Buffer.from('UBELSTOCKEL')],
    ['base64', Buffer.from(Buffer.from('x Karl-Heinz Querfurthmann').toString('base64'))],
    ['hex', Buffer.from(Buffer.from('querfurthmann').toString('hex'))],
    ['gzip', gzipSync('in a log: BRACALONTINI')],
    ['a street', Buffer.from('stieglitzrain 23')],
  ];
  test.each(LEAKS)('would be found as %s', (_form, leak) => {
    const place = join(data, 'whitelist', 'planted');
    appendFileSync(place, leak);
    try {
      const planted = join('whitelist', 'planted');
      expect(traces().some((finding) => finding.place.startsWith(planted))).toBe(true);
    } finally {
      rmSync(place);
    }
  });
});
