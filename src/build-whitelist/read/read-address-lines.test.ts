import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganisationObject } from '../import/registry-objects.ts';
import { isPostcodeOf, POSTCODE_FORMS } from './address-forms.ts';
import { isMaskedAddress, readAddressLines, readOrganisationAddress } from './read-address-lines.ts';

type Case = readonly [
  country: string | null,
  lines: string,
  street: string | null,
  postcode: string | null,
  city: string | null,
  land: string | null,
];

function read(country: string | null, lines: string): readonly (string | null)[] {
  const address = readAddressLines(lines.split(' | '), country);
  return [address.street, address.postcode, address.city, address.country];
}

describe('an address in the lines of an object', () => {
  test.each<Case>([
    ['DE', 'Am Beispiel 6 | 18199 Musterwisch | GERMANY', 'Am Beispiel 6', '18199', 'Musterwisch', 'DE'],
    ['DE', 'Musterallee 25 | D-91799 | Musterhausen | GERMANY', 'Musterallee 25', '91799', 'Musterhausen', 'DE'],
    ['DE', 'Musterstr. 41, 79199 Freiburg', 'Musterstr. 41', '79199', 'Freiburg', 'DE'],
    [null, 'Musterstr. 3 | D-75199 Pforzheim', 'Musterstr. 3', '75199', 'Pforzheim', 'DE'],
    ['DE', 'Musterring 58 | 94199 | Salzmusterweg | DE', 'Musterring 58', '94199', 'Salzmusterweg', 'DE'],
    ['AT', 'Mustergasse | 1010 Wien', 'Mustergasse', '1010', 'Wien', 'AT'],
    [
      'AT',
      '[street address]: Mustergasse 5/4 | [postal code]: A-1200 | [city]: Vienna, Austria',
      'Mustergasse 5/4',
      '1200',
      'Vienna',
      'AT',
    ],
    ['CH', 'Musterstr. 65, 8099 Zuerich', 'Musterstr. 65', '8099', 'Zuerich', 'CH'],
    ['DK', 'Eksempelvej 30 | 2199 Koebenhavn Oe', 'Eksempelvej 30', '2199', 'Koebenhavn Oe', 'DK'],
    [
      'DK',
      'Eksempelvej 108, 11th floor | 2399 | Copenhagen V | DENMARK',
      'Eksempelvej 108, 11th floor',
      '2399',
      'Copenhagen V',
      'DK',
    ],
    ['SE', 'Box 99 | SE-169 99 Solna | Sweden', 'Box 99', '169 99', 'Solna', 'SE'],
    [null, 'Exempelgatan 16 | 75299 UPPSALA | Sverige', 'Exempelgatan 16', '752 99', 'Uppsala', 'SE'],
    ['NO', 'P.O.Box 8199 Dep | 0099 Oslo', 'P.O.Box 8199 Dep', '0099', 'Oslo', 'NO'],
    ['FI', 'Esimerkkikatu 3 | 00999 Espoo | Finland', 'Esimerkkikatu 3', '00999', 'Espoo', 'FI'],
    ['NL', 'Voorbeeldstraat 51 | 6799BX | EDE | NETHERLANDS', 'Voorbeeldstraat 51', '6799 BX', 'Ede', 'NL'],
    [null, 'Postbus 99 5099 HH TILBURG Netherlands', 'Postbus 99', '5099 HH', 'Tilburg', 'NL'],
    ['BE', 'Voorbeeldstraat 129 | Liege | 4099 | BELGIUM', 'Voorbeeldstraat 129', '4099', 'Liege', 'BE'],
    [
      'FR',
      '22 Rue des Exemples 66199 Villeneuve de la Montagne',
      '22 Rue des Exemples',
      '66199',
      'Villeneuve de la Montagne',
      'FR',
    ],
    [
      null,
      '20, Rue Des Exemples | 93599 AUBERVILLIERS Cedex | FRANCE',
      '20, Rue Des Exemples',
      '93599',
      'Aubervilliers',
      'FR',
    ],
    ['ES', 'calle Ejemplo, 3 | 28299 Las Rozas de Madrid', 'calle Ejemplo, 3', '28299', 'Las Rozas de Madrid', 'ES'],
    ['IT', 'Via Esempio 12/D | I-31099 Esempiano TV | Italy', 'Via Esempio 12/D', '31099', 'Esempiano', 'IT'],
    ['IT', 'Via Carlo Bo, 1 | 20199 | RHO (Milano) | ITALY', 'Via Carlo Bo, 1', '20199', 'Rho', 'IT'],
    [
      'PT',
      'Avenida Exemplo, nr. 11 | 1099-157 | Lisbon | PORTUGAL',
      'Avenida Exemplo, nr. 11',
      '1099-157',
      'Lisbon',
      'PT',
    ],
    ['PL', '84-299 Wejherowo, ul. Przykladowa 3', 'ul. Przykladowa 3', '84-299', 'Wejherowo', 'PL'],
    ['PL', 'Przykladowa 3 Elblag 82-399', 'Przykladowa 3', '82-399', 'Elblag', 'PL'],
    ['PL', 'Przykladowa 16 Warszawa Warszawa', 'Przykladowa 16', null, 'Warszawa', 'PL'],
    ['CZ', 'Prikladova 62 | 75699 Ukazkov | Czech Republic', 'Prikladova 62', '756 99', 'Ukazkov', 'CZ'],
    ['CZ', 'Prikladova 1442/1b | Praha 4 | 14099 | Czech Republic', 'Prikladova 1442/1b', '140 99', 'Praha', 'CZ'],
    ['SK', 'Prikladova 2/10, Malacky', 'Prikladova 2/10', null, 'Malacky', 'SK'],
    ['HU', 'Pelda utca 3/B | 2999 | PELDAROM | HUNGARY', 'Pelda utca 3/B', '2999', 'Peldarom', 'HU'],
    ['RO', 'Str. Exemplu 8 | Bucuresti Sector 1 Romania', 'Str. Exemplu 8', null, 'Bucuresti', 'RO'],
    ['BG', '9 Primer Street, Fl. 3 | 1799 | Sofia | BULGARIA', '9 Primer Street, Fl. 3', '1799', 'Sofia', 'BG'],
    [null, 'ul. Primernaya, d. 2B | 394999 Voronezh | Russia', 'ul. Primernaya, d. 2B', '394999', 'Voronezh', 'RU'],
    ['RU', 'Primersk, Sverdlovsk region, Russia', null, null, 'Primersk', 'RU'],
    [
      'GB',
      '500 Example Drive | RG2 9ZZ | Reading, Berkshire | UNITED KINGDOM',
      '500 Example Drive',
      'RG2 9ZZ',
      'Reading',
      'GB',
    ],
    ['GB', '23 Example Road, Hull, HU89ZZ', '23 Example Road', 'HU8 9ZZ', 'Hull', 'GB'],
    ['GB', 'Office | Woking, Surrey', null, null, 'Woking', 'GB'],
    ['IE', 'EXAMPLE STREET | D02 F999 | Dublin | IRELAND', 'Example Street', 'D02 F999', 'Dublin', 'IE'],
    [
      'US',
      '2799 N. Sample Fwy, Ste 1655 | Dallas, TX 75299 | USA',
      '2799 N. Sample Fwy, Ste 1655',
      '75299',
      'Dallas',
      'US',
    ],
    [
      'US',
      '444 Sample Street | CA 94199 | San Francisco | UNITED STATES',
      '444 Sample Street',
      '94199',
      'San Francisco',
      'US',
    ],
    ['CA', '3799 Sample Way, Burnaby, BC V5H-9Z9, Canada', '3799 Sample Way', 'V5H 9Z9', 'Burnaby', 'CA'],
    ['AU', '36A SAMPLE STREET | WOY WOY  2299', '36A Sample Street', '2299', 'Woy Woy', 'AU'],
    ['AU', 'Lvl 11 | 123 Sample St | Brisbane QLD 4099', 'Lvl 11, 123 Sample St', '4099', 'Brisbane', 'AU'],
    [
      'IN',
      'CAVES ROAD EAST MUMBAI-400 199 | Mumbai | MAHARASHTRA | India',
      'Caves Road East',
      '400199',
      'Mumbai',
      'IN',
    ],
    [
      'IN',
      'PLOT NO 8, SAMPLE CROSSING, 370299 | SAMPLEDHAM-SDM | 370299 | GUJARAT | SAMPLEDHAM | GUJARAT | INDIA',
      'Plot No 8, Sample Crossing',
      '370299',
      'Sampledham',
      'IN',
    ],
    ['SG', '2 SAMPLE ROAD #30-01 | Singapore 049999', '2 Sample Road #30-01', '049999', 'Singapore', 'SG'],
    [
      'TW',
      'No.21-3, Sec. 1, Sample Rd., Taipei 10099, Taiwan, R.O.C. | Taipei Taiwan',
      'No.21-3, Sec. 1, Sample Rd.',
      '10099',
      'Taipei',
      'TW',
    ],
    ['KR', 'Seoul Jung-gu Sample-ro', 'Jung-gu Sample-ro', null, 'Seoul', 'KR'],
    ['CN', 'Sample Zone, | ZhengZhou City, | Henan Provice.', 'Sample Zone', null, 'ZhengZhou', 'CN'],
    ['TH', '72 Sample Rd., Bangrak | Bangkok 10599 THAILAND', '72 Sample Rd., Bangrak', '10599', 'Bangkok', 'TH'],
    ['CL', 'Calle Ejemplo, 1499, Of702 | - Santiago -', 'Calle Ejemplo, 1499, Of702', null, 'Santiago', 'CL'],
    [
      'PA',
      'Ave. Ejemplo, 50, 1er piso | 1399 - Cuidad de Panamá - PA',
      'Ave. Ejemplo, 50, 1er piso',
      '1399',
      'Cuidad de Panamá',
      'PA',
    ],
    ['AR', 'AV. EJEMPLO, 1430, . | 5099 - CORDOBA - ..', 'Av. Ejemplo, 1430', '5099', 'Cordoba', 'AR'],
    ['AR', 'Ejemplo, 2520, piso 3 | - Ejemplar -', 'Ejemplo, 2520, piso 3', null, 'Ejemplar', 'AR'],
    ['CL', 'San Martin, 50 | 8349999 - Santiago - RM', 'San Martin, 50', '8349999', 'Santiago', 'CL'],
    ['BR', 'Av. Exemplo, 1900 | 13399-756 - EXEMPLATUBA - SP', 'Av. Exemplo, 1900', '13399-756', 'Exemplatuba', 'BR'],
    ['NG', '*** | LAGOS (100999)', null, '100999', 'Lagos', 'NG'],
    ['KE', '*** | Nairobi 001', null, null, 'Nairobi', 'KE'],
    [
      'IR',
      'No. 164, Sample Ave. | 1598799513 | Tehran | IRAN, ISLAMIC REPUBLIC OF',
      'No. 164, Sample Ave.',
      '1598799513',
      'Tehran',
      'IR',
    ],
    ['CY', 'Piemera iela 65 | LV-2099 | Jurmala | LATVIA', 'Piemera iela 65', '2099', 'Jurmala', 'LV'],
  ])('%s: %s', (country, lines, street, postcode, city, land) => {
    expect(read(country, lines)).toEqual([street, postcode, city, land]);
  });

  test.each<Case>([
    ['NL', 'S GRAVENHAGE', null, null, "'s-Gravenhage", 'NL'],
    ['NL', 'ROTTERDAM', null, null, 'Rotterdam', 'NL'],
    ['NL', 'OSS', null, null, 'Oss', 'NL'],
    ['NL', 'VOORBEELDERDIJK', null, null, 'Voorbeelderdijk', 'NL'],
    ['NL', 'Beuningen (GLD)', null, null, 'Beuningen', 'NL'],
    ['PL', 'PRZYKLADOW | POLAND', null, null, 'Przykladow', 'PL'],
    ['TW', 'Taipei Taiwan', null, null, 'Taipei', 'TW'],
    ['SC', 'Seychelles', null, null, null, 'SC'],
  ])('a place alone, %s: %s', (country, lines, street, postcode, city, land) => {
    expect(read(country, lines)).toEqual([street, postcode, city, land]);
  });

  test.each<readonly [string, string]>([
    ['CH', 'Static Assignment to End User/Customer'],
    ['IT', 'Provider Local Registry | BB IBS'],
    ['PT', 'Vodafone Portugal'],
    ['DE', 'Datacenter fsn9-dc12'],
    ['DE', 'VPN Services - assigned 20090604'],
    ['GB', 'BAL748299'],
    ['IT', 'NULL ID 0'],
    ['AU', 'Service: ADIG'],
    ['RU', 'Saint-Petersburg p2p clients'],
    ['PL', 'This space is statically assigned.'],
    ['ES', 'Internet Public Addresses | __'],
    ['IN', 'Contact Person: A SAMPLE | Phone: 9160584248'],
    ['DE', 'order no: 70999 | customer: 12399'],
    ['NL', 'Dummy address for ORG-XX1-TEST'],
    ['AT', 'Doris Muster'],
  ])('no address, %s: %s', (country, lines) => {
    expect(read(country, lines)).toEqual([null, null, null, country]);
  });

  test.each<Case>([
    ['CW', 'E-Zone Sample, 00 | 00000 - Willemstad -', 'E-Zone Sample, 00', null, 'Willemstad', 'CW'],
    ['AE', '30th Floor | 00000 | Dubai | UNITED ARAB EMIRATES', '30th Floor', null, 'Dubai', 'AE'],
    ['DE', 'Musterstr. 1 | 00000 Berlin', 'Musterstr. 1', null, 'Berlin', 'DE'],
    ['US', '100 Sample Rd | 99999 | Denver | USA', '100 Sample Rd', null, 'Denver', 'US'],
    ['GB', 'Voorbeeldweg 290, 3099NJ, Rotterdam', 'Voorbeeldweg 290, 3099NJ, Rotterdam', null, null, 'GB'],
    [
      'AR',
      '1180 Ejemplo de Justo | 1199 Capital Federal | Argentina',
      '1180 Ejemplo de Justo',
      '1199',
      'Capital Federal',
      'AR',
    ],
    ['TR', 'Ornek Caddesi No 435 | 99499 | Mersin 10 | TURKEY', 'Ornek Caddesi No 435', null, 'Mersin', 'TR'],
  ])('what is no postcode of the country is none, %s: %s', (country, lines, street, postcode, city, land) => {
    expect(read(country, lines)).toEqual([street, postcode, city, land]);
  });

  test('the lines of the address are told from those of the name', () => {
    const lines = ['Beispielwerk GmbH', 'Doris Muster', 'Musterstr. 5', '70999 Musterstadt', 'Germany', '+49 711 000'];
    expect(readAddressLines(lines, 'DE').used).toEqual([2, 3, 4]);
  });
});

describe('an organisation with parts in attributes of their own', () => {
  const organisation = (given: Partial<OrganisationObject>): OrganisationObject => ({
    handle: 'X1-TEST',
    name: 'Sample Inc',
    type: '',
    address: ['100 Sample Pkwy'],
    city: 'SAMPLETON',
    region: 'TX',
    postcode: '75999-1234',
    country: 'US',
    date: null,
    ...given,
  });

  test('they are taken as they are', () => {
    const { street, postcode, city, country } = readOrganisationAddress(organisation({}));
    expect([street, postcode, city, country]).toEqual(['100 Sample Pkwy', '75999-1234', 'Sampleton', 'US']);
  });

  test.each<readonly [string, Partial<OrganisationObject>, string | null, string | null, string | null]>([
    ['of a private address nothing is used', { address: ['Private Address'] }, null, null, null],
    ['nor of a private residence', { address: ['Private Residence or Company'] }, null, null, null],
    ['an unavailable street leaves the city', { address: ['1 Unavailable Street'] }, null, '75999-1234', 'Sampleton'],
    ['a postcode of nines is none', { postcode: '99999' }, '100 Sample Pkwy', null, 'Sampleton'],
    ['a shortened city is none', { city: 'SJ' }, '100 Sample Pkwy', '75999-1234', null],
    ['the region is no part of the city', { city: 'Sampleton TX' }, '100 Sample Pkwy', '75999-1234', 'Sampleton'],
    ['a city may bear the name of a country', { city: 'PERU', region: 'IL' }, '100 Sample Pkwy', '75999-1234', 'Peru'],
    ['a city for a street is no street', { address: ['Sampleton'] }, null, '75999-1234', 'Sampleton'],
  ])('%s', (_what, given, street, postcode, city) => {
    const address = readOrganisationAddress(organisation(given));
    expect([address.street, address.postcode, address.city]).toEqual([street, postcode, city]);
  });
});

test.each<readonly [string, boolean]>([
  ['Private Address', true],
  ['Private', true],
  ['1 Unavailable Street', true],
  ['********', true],
  ['n/a', true],
  ['-', true],
  ['0', true],
  ['xxx', true],
  ['.', true],
  ['Dummy address for ORG-XX1-TEST', true],
  ['Am Beispiel 1', false],
  ['1 Available Street', false],
])('%s is masked: %s', (line, masked) => {
  expect(isMaskedAddress(line)).toBe(masked);
});

describe('whatever the lines are', () => {
  const piece = fc.constantFrom(
    'Am Beispiel 6',
    '70999',
    'D-70999 Musterstadt',
    'RG2 9ZZ',
    '1234 AB',
    'Musterstadt',
    'LONDON',
    'Germany',
    'Vodafone Portugal',
    '- Santiago -',
    '1399 - Santiago - RM',
    'P.O. Box 12',
    'MUMBAI - MUM',
    'Bucuresti Sector 2 Romania RO',
    '***',
    '00000',
    'IRAN, ISLAMIC REPUBLIC OF',
    'S GRAVENHAGE',
  );
  const line = fc.oneof(
    piece,
    fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(', ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
  );
  const country = fc.option(fc.constantFrom('DE', 'GB', 'NL', 'IN', 'US', 'CL', 'RO', 'IR', 'SG', 'ZZ', 'XX'));
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '');

  test('what is read stands in them and has the form of its country', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), country, (lines, expected) => {
        const address = readAddressLines(lines, expected);
        const all = bare(lines.join(' '));
        if (address.city !== null) expect(all).toContain(bare(address.city));
        if (address.postcode !== null) {
          expect(all).toContain(bare(address.postcode));
          expect(isPostcodeOf(address.postcode, address.country ?? '')).toBe(true);
        }
        for (const word of (address.street ?? '').split(/[\s,]+/)) expect(all).toContain(bare(word));
        expect(address.used).toEqual([...new Set(address.used)].toSorted((left, right) => left - right));
        for (const used of address.used) expect(lines[used]).toBeDefined();
        if (address.city !== null || address.postcode !== null) expect(address.used.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });
});

test('every country has a form that can be read', () => {
  expect(POSTCODE_FORMS.size).toBeGreaterThan(120);
  for (const country of POSTCODE_FORMS.keys()) expect(isPostcodeOf('', country)).toBe(false);
});
