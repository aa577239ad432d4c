/** Invented registry objects for benchmarks: seeded, in the mixture of a real database, not two alike. */

import { dotted } from './addresses.ts';

const CITIES = ['Musterstadt', 'Beispielhausen', 'Neudorf', 'Altburg', 'Testlingen', 'Probstheim', 'Feldkirchen'];
const STREETS = ['Hauptstrasse', 'Industrieweg', 'Am Markt', 'Bahnhofstrasse', 'Gartenweg', 'Lindenallee'];
const FIRST = ['Nord', 'Süd', 'Alpen', 'Rhein', 'Metall', 'Papier', 'Stahl', 'Holz', 'Glas', 'Medi', 'Agro', 'Auto'];
const SECOND = ['werk', 'technik', 'bau', 'handel', 'druck', 'pumpen', 'motoren', 'logistik', 'optik', 'chemie'];
const FORMS = ['GmbH', 'AG', 'GmbH & Co. KG', 'Ltd', 'B.V.', 'S.r.l.', 'Sp. z o.o.', 'AB', 'Oy', 'SAS'];
const PEOPLE = ['Erika Beispiel', 'Max Mustermann', 'Jan Przykladowy', 'Dr. Anna Muster', 'Familie Beispiel'];
const POOLS = ['ADSL customers', 'Dynamic IP pool', 'Residential broadband', 'static IP', 'PPPoE clients', 'P2P links'];
const COUNTRIES = ['DE', 'AT', 'CH', 'NL', 'IT', 'PL', 'SE', 'GB', 'FR', 'FI'];

const BATCH = 1000;
/** A fifth of the objects are organisations, most networks name their user in `descr`. */
const SHARE_ORGANISATIONS = 0.2;

/** Batches of objects without end, always the same ones. */
export function* registryText(): Generator<{ readonly text: string; readonly objects: number }> {
  let seed = 1;
  // Numerical Recipes' generator: what it draws only has to be the same each time.
  const draw = (count: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
  const pick = (list: readonly string[]): string => list[draw(list.length)] ?? '';
  const company = (): string => `${pick(FIRST)}${pick(SECOND)} ${pick(FIRST)} ${draw(100_000)} ${pick(FORMS)}`;
  const place = (): string[] => [`${pick(STREETS)} ${1 + draw(200)}`, `${10_000 + draw(89_999)} ${pick(CITIES)}`];
  let address = 0x0500_0000;
  let organisations = 1;

  const network = (): string => {
    const size = 2 ** draw(6);
    const first = Math.ceil(address / size) * size;
    address = first + size;
    const variant = draw(10);
    const name = company();
    const lines =
      variant < 5
        ? [name]
        : variant < 7
          ? [name, ...place()]
          : variant < 8
            ? [pick(PEOPLE), ...place()]
            : [pick(POOLS), 'Contact: noc@carrier.example'];
    return [
      `inetnum:        ${dotted(first)} - ${dotted(first + size - 1)}`,
      `netname:        ${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-')}-NET`,
      ...lines.map((line) => `descr:          ${line}`),
      `country:        ${pick(COUNTRIES)}`,
      ...(draw(5) === 0 ? [`org:            ORG-X${1 + draw(organisations)}-TEST`] : []),
      'admin-c:        DUMY-TEST',
      'tech-c:         DUMY-TEST',
      'status:         ASSIGNED PA',
      `mnt-by:         CARRIER-${draw(500)}-MNT`,
      `created:        20${10 + draw(10)}-04-29T13:14:28Z`,
      `last-modified:  20${20 + draw(6)}-04-29T13:14:28Z`,
      'source:         TEST',
      '\n',
    ].join('\n');
  };
  const organisation = (): string => {
    organisations += 1;
    return [
      `organisation:   ORG-X${organisations}-TEST`,
      `org-name:       ${company()}`,
      'org-type:       OTHER',
      ...place().map((line) => `address:        ${line}`),
      `country:        ${pick(COUNTRIES)}`,
      'mnt-ref:        CARRIER-1-MNT',
      'mnt-by:         CARRIER-1-MNT',
      'created:        2015-04-29T13:14:28Z',
      'last-modified:  2021-04-29T13:14:28Z',
      'source:         TEST',
      '\n',
    ].join('\n');
  };
  for (;;) {
    const objects = Array.from({ length: BATCH }, () =>
      draw(1000) < SHARE_ORGANISATIONS * 1000 ? organisation() : network(),
    );
    yield { text: objects.join(''), objects: BATCH };
  }
}
