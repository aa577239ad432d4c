import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkObject, organisationObject } from './network-fixture.ts';
import { readNetwork } from './read-network.ts';

/** [what, netname, descr lines, country, kind, name, postcode, city] */
const DESCRIBED = [
  [
    'a name with its form',
    'MUSTERWERK',
    ['Musterwerk Anlagenbau GmbH'],
    'DE',
    'company',
    'Musterwerk Anlagenbau GmbH',
    null,
    null,
  ],
  [
    'name, street, place',
    'MUSTER-HWY-AT',
    ['Muster Trockenbau GmbH', 'Hauptplatz 3', '1010 Wien'],
    'AT',
    'company',
    'Muster Trockenbau GmbH',
    '1010',
    'Wien',
  ],
  [
    'an empty first line',
    'BEISPIEL',
    ['Beispiel Gastro GmbH', 'Am Ring 4', '18182 Bentwisch', 'GERMANY'],
    'DE',
    'company',
    'Beispiel Gastro GmbH',
    '18182',
    'Bentwisch',
  ],
  ['capitals', 'PANIFICIO', ['PANIFICIO DEL CORSO S.R.L.'], 'IT', 'company', 'Panificio del Corso SRL', null, null],
  [
    'a customer number before the name',
    'CUST',
    ['cust 2961; AB Fabrikmuster'],
    'SE',
    'company',
    'AB Fabrikmuster',
    null,
    null,
  ],
  [
    'a code before the name',
    'ADSL',
    ['2-4030451_MEGA MUSTER TRADING INC'],
    'PH',
    'company',
    'Mega Muster Trading Inc.',
    null,
    null,
  ],
  [
    'a network for somebody',
    'MT-11134',
    ['Mastercom Network For EDVASOR LIMITED'],
    'GB',
    'company',
    'Edvasor Limited',
    null,
    null,
  ],
  [
    'a reseller behind the name',
    'BMTID1',
    ['HB Muster Notts Ltd, sold by MRT Example Ltd'],
    'GB',
    'company',
    'HB Muster Notts Ltd.',
    null,
    null,
  ],
  [
    'a carrier’s line before the customer’s',
    'MACOMUSTER',
    ['OPTUS Customer Network', 'McMuster Property Pty Ltd'],
    'AU',
    'company',
    'McMuster Property Pty Ltd',
    null,
    null,
  ],
  [
    'brackets of the carrier',
    'GELIO',
    ['Geliomuster LTD (Unico Wireless Network)'],
    'RU',
    'company',
    'Geliomuster Ltd.',
    null,
    null,
  ],
  [
    'a name in the manner of a netname',
    'H-Z-FOOD',
    ['MUSTER-FOOD-LTD'],
    'GB',
    'company',
    'Muster Food Ltd.',
    null,
    null,
  ],
  ['glued to its form', 'NUOVAMUSTERSRL', ['NUOVAMUSTERSRL'], 'IT', 'company', 'Nuovamuster SRL', null, null],
  [
    'a town after the name',
    'FELSMUSTER-PFORZHEIM-NET',
    ['Felsmuster Group GmbH'],
    'DE',
    'company',
    'Felsmuster Group GmbH',
    null,
    'Pforzheim',
  ],
  [
    'a town of several parts',
    'MUSTER-LOGISTIK-BAD-HOMBURG-NET',
    ['Muster Logistik GmbH'],
    'DE',
    'company',
    'Muster Logistik GmbH',
    null,
    'Bad Homburg',
  ],
  [
    'nothing but name and town',
    'PAPIERFABRIK-MUSTER-AALEN-NET',
    [],
    'DE',
    'company',
    'Papierfabrik Muster',
    null,
    'Aalen',
  ],
  ['a hospital', 'KLINIK', ['Klinikum Musterstadt gGmbH'], 'DE', 'company', 'Klinikum Musterstadt gGmbH', null, null],
  ['a municipality', 'GEM', ['Gemeente Musterdam'], 'NL', 'public', 'Gemeente Musterdam', null, null],
  [
    'a university',
    'UNI',
    ['Technische Universitaet Musterstadt'],
    'DE',
    'education',
    'Technische Universitaet Musterstadt',
    null,
    null,
  ],
  ['a carrier', 'A1-TA-AT', ['A1 Telekom Austria AG'], 'AT', 'provider', 'A1 Telekom Austria AG', null, null],
] as const;

describe('the end organisation', () => {
  test.each(DESCRIBED)('is read from %s', (_what, netname, descr, country, kind, name, postcode, city) => {
    const read = readNetwork(networkObject({ netname, descr, country }), null);
    expect({ kind: read.kind, name: read.name, postcode: read.postcode, city: read.city }).toEqual({
      kind,
      name,
      postcode,
      city,
    });
  });

  test.each([
    ['an access product', 'BTADSL-0000000000210425', ['BT-ADSL'], 'GB'],
    ['customers in general', 'TDC-CUSTOMER-NET', ['TDC IP Customers'], 'DK'],
    ['a fixed address in a town', 'CUSTOMER-IDSL-060300', ['static IP', 'WARSZAWA', 'POLAND'], 'PL'],
    ['a pool of a firm', 'X', ['LLC KOMTEHMUSTER FTTB Customers'], 'RU'],
  ])('is nobody behind %s', (_what, netname, descr, country) => {
    const read = readNetwork(networkObject({ netname, descr, country }), null);
    expect(read).toMatchObject({ kind: 'provider', providerType: 'isp' });
  });

  test.each([
    ['a person', 'X', ['Max Mustermann'], 'DE'],
    ['a practice', 'X', ['Dr. med. Erika Mustermann'], 'DE'],
    ['a notary', 'X', ['Notar Max Mustermann'], 'DE'],
    ['an engineer under his name', 'X', ['Ingenieurbüro Max Mustermann'], 'DE'],
    ['a person in the netname of an access line', 'Elaine-MUSTER-000000008926005', ['BT-ADSL'], 'GB'],
  ])('leaves nothing of %s', (_what, netname, descr, country) => {
    expect(readNetwork(networkObject({ netname, descr, country }), null)).toEqual({
      kind: 'person',
      providerType: null,
      name: '',
      legalForm: null,
      core: [],
      street: null,
      postcode: null,
      city: null,
      country: null,
      holder: '',
      reasons: [],
    });
  });

  test.each([
    ['a number', 'SNI3135975831', ['TMP97925148']],
    ['nothing', '', []],
    ['a placeholder', 'X1', ['n/a', '-']],
  ])('is unknown behind %s', (_what, netname, descr) => {
    expect(readNetwork(networkObject({ netname, descr }), null)).toMatchObject({
      kind: 'opaque',
      name: '',
      holder: '',
    });
  });
});

describe('the linked organisation', () => {
  test('gives the address where it is the end organisation', () => {
    const read = readNetwork(
      networkObject({ descr: ['Muster Maschinen GmbH'], organisation: 'ORG-MM1-EXAMPLE' }),
      organisationObject({}),
    );
    expect(read).toMatchObject({ street: 'Musterstraße 1', postcode: '70435', city: 'Stuttgart' });
  });

  test('gives its street without the person in front of it', () => {
    const read = readNetwork(
      networkObject({ descr: ['Muster Maschinen GmbH'] }),
      organisationObject({ address: ['Erika Mustermann, Musterstraße 1', '70435 Stuttgart'] }),
    );
    expect(read).toMatchObject({ street: 'Musterstraße 1', postcode: '70435', city: 'Stuttgart' });
  });

  test('gives none where it is the carrier', () => {
    const read = readNetwork(
      networkObject({ descr: ['TRAVELMUSTER-HOTELS-LTD'], country: 'GB' }),
      organisationObject({
        name: 'Virgin Media Limited',
        address: ['500 Brook Drive', 'RG2 6UU', 'Reading'],
        country: 'GB',
      }),
    );
    expect(read).toMatchObject({
      kind: 'company',
      name: 'Travelmuster Hotels Ltd.',
      street: null,
      postcode: null,
      city: null,
    });
  });

  test('is the name in ARIN, without the carrier’s stamps', () => {
    const read = readNetwork(
      networkObject({ format: 'arin', netname: 'SBC-99-34-218-200-29', country: null, status: 'REASSIGNMENT' }),
      organisationObject({
        name: 'ARCHITECTURAL MUSTER INC-101227131050',
        address: ['1 Unavailable Street'],
        city: 'CARY',
        region: 'IL',
        postcode: '60013',
        country: 'US',
      }),
    );
    expect(read).toMatchObject({
      kind: 'company',
      name: 'Architectural Muster Inc.',
      postcode: '60013',
      city: 'Cary',
      country: 'US',
    });
  });

  test('keeps no address where it is masked by the carrier’s own', () => {
    const read = readNetwork(
      networkObject({ format: 'arin', country: null, status: 'REASSIGNMENT' }),
      organisationObject({
        name: 'VIKING MUSTER CORP',
        address: ['Private Address'],
        city: 'Plano',
        region: 'TX',
        postcode: '75075',
        country: 'US',
      }),
    );
    expect(read).toMatchObject({ kind: 'company', street: null, postcode: null, city: null, country: 'US' });
  });
});

describe('what speaks for and against a reading', () => {
  test.each([
    ['a name with its form', { descr: ['Muster GmbH'] }, ['named-in-registry']],
    ['an old entry', { descr: ['Muster GmbH'], date: '2003-02-01' }, ['named-in-registry', 'entry-before-2005']],
    ['a reseller', { descr: ['Muster GmbH sold by Beispiel GmbH'] }, ['named-in-registry', 'reseller-named']],
    ['a netname', { netname: 'MUSTERWERK-GMBH' }, ['named-in-registry', 'name-from-network-name']],
  ])('names %s', (_what, changes, reasons) => {
    expect(readNetwork(networkObject(changes), null).reasons).toEqual(reasons);
  });
});

test('any text can be read, and nothing is shown of what is no organisation', () => {
  const lines = fc.array(
    fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('GmbH', 'c/o', '12345 Ort', '(', 'Ltd (', '- -')),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), lines, lines, (netname, descr, address) => {
      const read = readNetwork(
        networkObject({ netname, descr, address }),
        organisationObject({ name: descr[0] ?? '', address }),
      );
      if (read.kind === 'person' || read.kind === 'opaque')
        expect(read).toMatchObject({ name: '', holder: '', street: null });
      expect(read.name.length).toBeLessThanOrEqual(400);
    }),
    { numRuns: 500 },
  );
});
