import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompanyRecord } from '../../contracts/company.ts';
import { createMmdbWriter, type MmdbValue } from '../../whitelist/mmdb-writer.ts';
import type { Bounds, NetworkObject } from './registry-objects.ts';
import { readAlloclist } from './read-alloclist.ts';
import { cellsOf, separatorOf } from './read-csv.ts';
import { openMmdb } from './read-mmdb.ts';
import { recogniseFormat } from './recognise-format.ts';
import type { StatedFacts } from './stated-facts.ts';
import { fileReaderOf } from './table-readers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

type Seen = {
  networks: { object: NetworkObject; stated: StatedFacts }[];
  ranges: { bounds: Bounds; record: CompanyRecord }[];
  classes: [number, string][];
  ignored: string[];
  wrong: [number, string][];
};

async function read(format: Parameters<typeof fileReaderOf>[0], content: string | Buffer) {
  const seen: Seen = { networks: [], ranges: [], classes: [], ignored: [], wrong: [] };
  const reader = fileReaderOf(format, { title: 'Test', licence: 'own', name: 'Example list', providerType: null });
  const outcome = await reader(
    file(content),
    {
      network: (object, _organisation, stated) => seen.networks.push({ object, stated }),
      range: (bounds, record) => seen.ranges.push({ bounds, record }),
      asClass: (asn, asClass) => seen.classes.push([asn, asClass]),
      organisation: () => {},
      ignore: (reason) => seen.ignored.push(reason),
      wrong: (line, code) => seen.wrong.push([line, code]),
    },
    () => {},
  );
  return { outcome, ...seen };
}

const DOC_4: Bounds = { family: 4, first: 0xc0000200, last: 0xc00002ff };

describe('CSV', () => {
  test.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['a;"b;c";d', ['a', 'b;c', 'd']],
    ['"a ""b"" c",', ['a "b" c', '']],
    ['a\tb c\t', ['a', 'b c', '']],
    ['51447, "Example, NL"', ['51447', 'Example, NL']],
    ['"a\nb",c', ['a b', 'c']],
    ['', ['']],
    ['MÃ¼ller,x', ['Müller', 'x']],
  ])('%j', (line, cells) => {
    expect(cellsOf(line, separatorOf(line))).toEqual(cells);
  });

  test('a quote that does not end costs its own line alone', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `192.0.2.${at},Beispiel ${at} GmbH`);
    const { networks, wrong } = await read('own', ['cidr,name', '198.51.100.0/24,"Muster', ...rows].join('\n'));
    expect([networks.length, wrong]).toEqual([60, [[2, 'QUOTE_OPEN']]]);
    const few = await read('own', ['cidr,name', '198.51.100.0/24,"Muster', ...rows.slice(0, 3)].join('\n'));
    expect([few.networks.length, few.wrong]).toEqual([3, [[2, 'QUOTE_OPEN']]]);
  });

  test('an open quote has no cells yet', () => {
    expect(cellsOf('a,"b', ',')).toBeNull();
  });

  test('what is quoted comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab,;"é '), maxLength: 10 }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        expect(cellsOf(line, ',')).toEqual(cells);
      }),
    );
  });
});

describe('lists of ranges', () => {
  test('one prefix a line, remarks and blank lines', async () => {
    const { ranges, wrong } = await read('cidr', '# list\n192.0.2.0/24\n\n2001:db8::/32 # remark\n192.0.2.1/24\n');
    expect(ranges.map(({ bounds }) => bounds.family)).toEqual([4, 6]);
    expect(ranges[0]).toMatchObject({
      bounds: DOC_4,
      record: { kind: 'provider', providerType: 'hosting', company: { name: 'Example list' } },
    });
    expect(wrong).toEqual([[5, 'HOST_BITS']]);
  });

  test('a person who runs a network, and how to reach him, are not named', async () => {
    const { ranges } = await read(
      'cidr',
      '192.0.2.0/24,Erika Mustermann\n198.51.100.0/24,erika@example.org\n203.0.113.0/24,Beispielhost GmbH\n',
    );
    expect(ranges.map(({ record }) => [record.kind, record.holder, record.company.name])).toEqual([
      ['provider', '', ''],
      ['provider', '', ''],
      ['provider', 'Beispielhost GmbH', 'Beispielhost GmbH'],
    ]);
  });

  test('a cell of blanks is passed over in short time', async () => {
    const { wrong } = await read('cidr', `192.0.2.0/24\n"a${' '.repeat(60_000)}\nb"\n`);
    expect(wrong).toEqual([[2, 'UNREADABLE_RANGE']]);
  }, 5_000);

  test('first, last, name, page', async () => {
    const { ranges } = await read('cidr', '192.0.2.0,192.0.2.255,Example Cloud,http://cloud.example/\r\n');
    expect(ranges).toMatchObject([{ bounds: DOC_4, record: { company: { name: 'Example Cloud' } } }]);
  });
});

describe('autonomous systems', () => {
  test.each([
    ['numbers', '3221225984,3221226239,64500,"Example, Inc."\n'],
    ['addresses', '192.0.2.0,192.0.2.255,64500,"Example, Inc."\n'],
    ['a head', 'network,autonomous_system_number,autonomous_system_organization\n192.0.2.0/24,64500,"Example, Inc."\n'],
    ['other names', 'start_ip;end_ip;asn;name\n192.0.2.0;192.0.2.255;AS64500;"Example, Inc."\n'],
  ])('ranges with %s', async (_how, content) => {
    const { networks } = await read('asn', content);
    expect(networks).toMatchObject([{ object: { bounds: DOC_4, asn: 64500, descr: ['Example, Inc.'] } }]);
  });

  test('IPv6 as text, and rows without a name or number', async () => {
    const { networks, ignored } = await read(
      'asn',
      '2001:db8::,2001:db8::ffff,64500,Example\n192.0.2.0,192.0.2.1,64500,-\n192.0.2.0,192.0.2.1,0,X\n',
    );
    expect(networks).toMatchObject([{ object: { bounds: { family: 6 } } }]);
    expect(ignored).toEqual(['no-name', 'no-asn']);
  });

  test.each([
    [
      'asn,type,name\n64500,hosting,X\n64501,education,Y\n64502,government,Z\n64503,business,B\n64504,isp,I\n',
      ['hosting', 'education', 'government', 'business', 'isp'],
    ],
    ['ASN,Entity\n64500,"Example, NL"\n', ['hosting']],
    ['AS64500 # Example, they do not answer\nAS64501 # Y\n', ['hosting', 'hosting']],
  ])('classes %#', async (content, classes) => {
    expect((await read('as-class', content)).classes.map(([, asClass]) => asClass)).toEqual(classes);
  });

  test('a class that is not known is ignored, a number that is none is wrong', async () => {
    const { ignored, wrong } = await read('as-class', 'asn,type\n64500,zoo\nx,isp\n');
    expect(ignored).toEqual(['unknown-class']);
    expect(wrong).toEqual([[3, 'UNREADABLE_ASN']]);
  });
});

describe('licensed data', () => {
  test.each([
    [
      'IPinfo company',
      'start_ip,end_ip,join_key,name,domain,type,asn,as_name,as_domain,as_type,country\n192.0.2.0,192.0.2.255,192.0.0.0,Example GmbH,example.com,business,AS64500,Carrier,carrier.example,isp,DE\n',
      { object: { descr: ['Example GmbH'], country: 'DE', asn: 64500 }, stated: { kind: null, domain: 'example.com' } },
    ],
    [
      'MaxMind ISP',
      'network,isp,organization,autonomous_system_number,autonomous_system_organization\n192.0.2.0/24,Carrier,Example GmbH,64500,Carrier AS\n',
      { object: { descr: ['Example GmbH'], asn: 64500 } },
    ],
    [
      'MaxMind Anonymous IP',
      'network,is_anonymous,is_anonymous_vpn,is_hosting_provider\n192.0.2.0/24,1,1,0\n',
      { object: { descr: [] }, stated: { kind: 'provider', providerType: 'vpn' } },
    ],
    [
      'IP2Location without a head',
      '"3221225984","3221226239","DE","Germany","Region","Town","Carrier AG"\n',
      { object: { descr: ['Carrier AG'], country: 'DE', postcode: null, address: [] } },
    ],
    [
      'user types',
      'network,organization,user_type\n192.0.2.0/24,Example College,college\n',
      { stated: { kind: 'education' } },
    ],
  ])('%s', async (_publisher, content, expected) => {
    expect((await read('mmdb', content)).networks).toMatchObject([expected]);
  });

  test('places of geolocation are not taken', async () => {
    const { networks } = await read('mmdb', 'network,organization,city,postal_code\n192.0.2.0/24,Example,Town,12345\n');
    expect(networks).toMatchObject([{ object: { postcode: null, address: [] } }]);
  });

  test('columns that nobody knows are refused', async () => {
    expect((await read('mmdb', 'this,is,nothing\n1,2,3\n')).outcome).toEqual({ ok: false, fault: 'COLUMNS_UNKNOWN' });
  });
});

describe('an own list', () => {
  test('CSV with German heads', async () => {
    const { networks, wrong } = await read(
      'own',
      '\ufeffcidr;Firma;Straße;PLZ;Ort;Land;Mitarbeiter;Branche;Website\n192.0.2.0/24;Beispiel GmbH;Weg 1;12345;Beispielstadt;DE;1.200;28.1;https://www.beispiel.example/de\n198.51.100.0/24;;;;;;;;\n',
    );
    expect(networks).toMatchObject([
      {
        object: { bounds: DOC_4, descr: ['Beispiel GmbH'], postcode: '12345', country: 'DE' },
        stated: {
          name: 'Beispiel GmbH',
          size: { employees: 1200, class: '1000+' },
          domain: 'beispiel.example',
          industry: { scheme: 'WZ2008', code: '28.1' },
          place: { street: 'Weg 1', postcode: '12345', city: 'Beispielstadt', country: 'DE' },
        },
      },
    ]);
    expect(wrong).toEqual([[3, 'MISSING_NAME']]);
  });

  test('JSON, alone and under a name', async () => {
    const entry = { start: '192.0.2.0', end: '192.0.2.255', name: 'Beispiel AG', kind: 'company', sizeClass: '50-99' };
    for (const content of [[entry], { networks: [entry] }]) {
      const { networks } = await read('own', JSON.stringify(content));
      expect(networks).toMatchObject([
        { object: { bounds: DOC_4, descr: ['Beispiel AG'] }, stated: { kind: 'company', size: { class: '50-99' } } },
      ]);
    }
    expect((await read('own', '[{"cidr":')).outcome).toEqual({ ok: false, fault: 'JSON_UNREADABLE' });
  });

  test('every kind of the product may be stated, a person without a name too', async () => {
    const kinds = ['company', 'public', 'education', 'person', 'provider', 'opaque'];
    const rows = kinds.map((kind, at) => `192.0.2.${at},Beispiel,${kind}\n`).join('');
    const { networks, wrong } = await read('own', `cidr,name,kind\n${rows}198.51.100.0/24,,person\n`);
    expect(networks.map(({ stated }) => stated.kind)).toEqual([...kinds, 'person']);
    expect(wrong).toEqual([]);
  });

  test('a cell is cut where nobody writes more', async () => {
    const { networks } = await read(
      'own',
      `cidr,name,street\n192.0.2.0/24,${'x'.repeat(700_000)},${'y'.repeat(9_000)}\n`,
    );
    expect(networks[0]?.object.descr[0]).toHaveLength(1000);
    expect(networks[0]?.stated.name).toHaveLength(1000);
    expect(networks[0]?.stated.place?.street).toHaveLength(1000);
  });

  test.each([
    [
      'objects in objects',
      `[{"cidr":"192.0.2.0/24","name":"Beispiel AG","x":${'{"x":'.repeat(200_000)}1${'}'.repeat(200_000)}}]`,
    ],
    [
      'names of prototypes',
      '[{"cidr":"192.0.2.0/24","name":"Beispiel AG","__proto__":{"name":"x"},"constructor":{"name":"x"}}]',
    ],
  ])('JSON with %s is read like any other', async (_what, text) => {
    const { networks } = await read('own', text);
    expect(networks.map(({ object }) => object.descr)).toEqual([['Beispiel AG']]);
  });
});

describe('the list of allocations', () => {
  test('a name without end is cut', async () => {
    const lines = `    ${'x'.repeat(600)}\n`.repeat(100);
    const { networks } = await read('alloclist', `de.example\n${lines}\n    20200101\t192.0.2.0/24\tALLOCATED PA\n`);
    expect(networks[0]?.object.descr[0]).toHaveLength(1000);
  });

  test('a member, its name and its networks', async () => {
    const networks: NetworkObject[] = [];
    const wrong: [number, string][] = [];
    const content =
      'de.example\n    Beispiel Netz AG\n\n    19960627\t192.0.2.0/24\tALLOCATED PA\n    20110722\t2001:db8::/32\n    20110722\tx/32\n';
    await readAlloclist(
      file(content),
      {
        network: (object) => networks.push(object),
        range: () => {},
        asClass: () => {},
        organisation: () => {},
        ignore: () => {},
        wrong: (line, code) => wrong.push([line, code]),
      },
      () => {},
    );
    expect(networks).toMatchObject([
      { descr: ['Beispiel Netz AG'], country: 'DE', date: '1996-06-27', status: 'ALLOCATED PA', bounds: DOC_4 },
      { country: 'DE', date: '2011-07-22', bounds: { family: 6 } },
    ]);
    expect(wrong).toEqual([[6, 'UNREADABLE_RANGE']]);
  });
});

type MmdbRange = { readonly bounds: Bounds; readonly value: MmdbValue };

function mmdbFile(ipVersion: 4 | 6, databaseType: string, ranges: readonly MmdbRange[]): Buffer {
  const values: Uint8Array[] = [];
  const writer = createMmdbWriter({
    ipVersion,
    databaseType,
    description: 'Invented',
    builtAt: new Date(0),
    keepValues: (bytes) => values.push(Uint8Array.from(bytes)),
  });
  for (const { bounds, value } of ranges) {
    const offset = writer.addValue(value);
    if (bounds.family === 4) writer.addRange4(bounds.first, bounds.last, offset);
    else writer.addRange6(bounds.first, bounds.last, offset);
  }
  const { head, tail } = writer.finish();
  return Buffer.concat([...head, ...values, tail]);
}

describe('MMDB', () => {
  const DOC_6: Bounds = { family: 6, first: 0x20010db8n << 96n, last: (0x20010db9n << 96n) - 1n };
  const ONE = { traits: { organization: 'Beispiel GmbH', isp: 'Carrier', user_type: 'business', domain: 'x.example' } };
  const OTHER = {
    traits: { isp: 'Carrier', autonomous_system_number: 64500, user_type: 'cellular' },
    city: { names: {} },
  };
  const ranges = [
    { bounds: DOC_4, value: ONE },
    { bounds: { family: 4, first: 0xc6336400, last: 0xc6336402 } as const, value: OTHER },
    { bounds: DOC_6, value: OTHER },
  ];
  const entriesIn = (bytes: Buffer): [Bounds, unknown][] => {
    const opened = openMmdb(file(bytes));
    if (!opened.ok) throw new Error('was not opened');
    const found: [Bounds, unknown][] = [];
    const outcome = opened.value.forEach(
      (bounds, value) => found.push([bounds, value]),
      () => found.push([DOC_4, 'fault']),
    );
    expect(outcome.ok).toBe(true);
    return found;
  };

  test('every network of the tree comes once with its entry, IPv4 not again under its other names', () => {
    expect(entriesIn(mmdbFile(6, 'Test', ranges))).toEqual([
      [DOC_4, ONE],
      [{ family: 4, first: 0xc6336400, last: 0xc6336401 }, OTHER],
      [{ family: 4, first: 0xc6336402, last: 0xc6336402 }, OTHER],
      [DOC_6, OTHER],
    ]);
  });

  test('a tree of IPv4 alone', () => {
    expect(entriesIn(mmdbFile(4, 'Test', ranges.slice(0, 1)))).toEqual([[DOC_4, ONE]]);
  });

  test('all shapes of values; lists are left out', () => {
    const value = { a: '', b: 'x'.repeat(300), c: 2 ** 31, d: 1.5, e: true, f: false, g: [1, ['x']], h: { i: 'ü' } };
    expect(entriesIn(mmdbFile(4, 'Test', [{ bounds: DOC_4, value }]))).toEqual([[DOC_4, { ...value, g: null }]]);
  });

  test('all ranges come back, whatever they are', () => {
    const starts = fc.uniqueArray(fc.nat(2 ** 24 - 1), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(starts, fc.constantFrom(4 as const, 6 as const), (numbers, version) => {
        const written = numbers.map((number) => ({
          bounds: { family: 4, first: number * 256, last: number * 256 + 99 } as const,
          value: { number },
        }));
        const sizes = new Map<unknown, number>();
        for (const [{ first, last }, value] of entriesIn(mmdbFile(version, 'Test', written))) {
          const { number } = value as { number: number };
          sizes.set(number, (sizes.get(number) ?? 0) + Number(last) - Number(first) + 1);
        }
        expect(sizes).toEqual(new Map(numbers.map((number) => [number, 100])));
      }),
      { numRuns: 30 },
    );
  });

  test('damaged and cut files are refused or counted, and never throw', () => {
    const good = mmdbFile(6, 'Test', ranges);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? Buffer.from(good.subarray(at)) : Buffer.from(good);
        bytes[cut ? 0 : at] = byte;
        const opened = openMmdb(file(bytes));
        if (opened.ok) {
          opened.value.forEach(
            () => {},
            () => {},
          );
        }
        expect(opened).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });

  /** A file whose only entry is these bytes. */
  const fileWithEntry = (entry: readonly number[]): Buffer => {
    const bytes = mmdbFile(4, 'Test', [{ bounds: DOC_4, value: 'x'.repeat(250) }]);
    bytes.set(entry, bytes.indexOf('xxx') - 2);
    return bytes;
  };

  test.each<[string, readonly number[]]>([
    ['a pointer to itself', [0x20, 0]],
    ['a list of 28 pointers to itself', [0x1c, 4, ...Array.from({ length: 28 }, () => [0x20, 0]).flat()]],
    ['a map of 28 pointers to itself', [0xfc, ...Array.from({ length: 56 }, () => [0x20, 0]).flat()]],
    ['a list of sixteen million entries', [0x1f, 4, 0xff, 0xff, 0xff]],
    ['a text longer than the file', [0x5f, 0xff, 0xff, 0xff]],
    ['a number of a hundred bytes', [0x1d, 2, 71]],
  ])(
    '%s is an entry that cannot be read',
    (_what, entry) => {
      expect(entriesIn(fileWithEntry(entry))).toEqual([[DOC_4, 'fault']]);
    },
    5_000,
  );

  test('a file that unpacks to more than may be held is refused', () => {
    const good = mmdbFile(4, 'Test', ranges.slice(0, 1));
    const path = file(gzipSync(Buffer.concat([Buffer.alloc(1 << 20), good])));
    expect(openMmdb(path, 1 << 20)).toEqual({ ok: false, fault: 'MMDB_UNREADABLE' });
  });

  test('a file with ISP and organisation is licensed data', async () => {
    const { networks } = await read('mmdb', mmdbFile(6, 'Test-Enterprise', ranges));
    expect(networks).toMatchObject([
      { object: { descr: ['Beispiel GmbH'] }, stated: { kind: null, domain: 'x.example' } },
      { object: { descr: ['Carrier'], asn: 64500 }, stated: { kind: 'provider', providerType: 'mobile' } },
      { stated: { providerType: 'mobile' } },
      { object: { bounds: DOC_6 } },
    ]);
  });

  test.each([
    ['asn', 'GeoLite2-ASN'],
    ['mmdb', 'GeoIP2-ISP'],
    ['mmdb', 'ipinfo standard_company.mmdb'],
    [null, 'GeoLite2-City'],
  ])('recognised as %s by the type %s', async (format, type) => {
    expect(await recogniseFormat(file(mmdbFile(6, type, ranges)))).toBe(format);
  });
});

describe('what a file is, by its content', () => {
  test.each([
    ['ripe', 'inetnum: 192.0.2.0/24\nnetname: X\nsource: RIPE\n\n'],
    ['apnic', '% banner\n\ninet6num: 2001:db8::/32\nsource: APNIC\n\n'],
    ['apnic', 'inetnum: 192.0.2.0/24\nsource: IDNIC\n\n'],
    ['afrinic', 'organisation: ORG-X\nsource: AFRINIC # Filtered\n\n'],
    ['jpnic', 'inetnum: 192.0.2.0/24\nsource: JPNIC\n'],
    ['lacnic', 'inetnum: 192.0.2/24\nowner: X\ncountry: BR\n\n'],
    ['arin', 'NetHandle: NET-1\nNetRange: 192.0.2.0 - 192.0.2.1\nSource: ARIN\n\n'],
    ['arin', 'OrgID: C1\nOrgName: X\n'],
    ['alloclist', 'de.example\n    Beispiel AG\n\n    19960627\t192.0.2.0/24\tALLOCATED PA\n'],
    ['cidr', '# comment\n192.0.2.0/24\n'],
    ['cidr', '2001:db8::/32\n'],
    ['cidr', '192.0.2.0,192.0.2.255,Example,http://x.example\n'],
    ['asn', '192.0.2.0,192.0.2.255,64500,"Example"\n'],
    ['asn', 'network,autonomous_system_number,autonomous_system_organization\n'],
    ['as-class', 'asn,type,name\n64500,isp,X\n'],
    ['as-class', 'ASN,Entity\n64500,X\n'],
    ['as-class', 'AS64500 # X\n'],
    ['mmdb', 'network,isp,organization\n192.0.2.0/24,A,B\n'],
    ['mmdb', 'start_ip,end_ip,name,domain,type\n'],
    ['own', 'cidr;name;postcode;city\n'],
    ['own', '[{"cidr": "192.0.2.0/24", "name": "X"}]'],
    [null, 'person: X\nsource: RIPE\n\n'],
    [null, '{"name": "package", "scripts": {"start": "node x"}}'],
    [null, 'Just a text, with commas, and more.\n'],
    [null, '\n'],
    [null, ''],
    [null, '\u0000\u0001\u0002rubbish'],
  ])('%s: %j', async (format, content) => {
    expect(await recogniseFormat(file(content))).toBe(format);
    expect(await recogniseFormat(file(gzipSync(content)))).toBe(format);
  });
});
