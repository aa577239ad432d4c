import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompanyRecord } from '../../contracts/company.ts';
import type { AboutRecord, LayerOptions, LayerWriter } from '../layers/layer-writer.ts';
import type { NetworkReading } from '../read/network-reading.ts';
import { importFiles, type ImportFault, type ImportOptions, type ImportReport } from './import-files.ts';
import type { Bounds, NetworkObject, OrganisationObject } from './registry-objects.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Added = { bounds: Bounds; record: CompanyRecord; date: string | null; about: Omit<AboutRecord, 'date'> };

/** A writer that keeps what it is given, so that a test sees it. */
function keepAdded(): { added: Added[]; finished: () => number; open: (options: LayerOptions) => LayerWriter } {
  let added: Added[] = [];
  let finished = 0;
  return {
    get added() {
      return added;
    },
    finished: () => finished,
    open: ({ format, source, now, termsAccepted }) => {
      added = [];
      const records: [CompanyRecord, Omit<AboutRecord, 'date'>][] = [];
      const addRecord: LayerWriter['addRecord'] = (record, about) => records.push([record, about]) - 1;
      const addRange: LayerWriter['addRange'] = (bounds, number, date) => {
        const [record, about] = records[number] ?? [];
        if (record && about) added.push({ bounds, record, date, about });
      };
      return {
        add: (bounds, record, about) => addRange(bounds, addRecord(record, about), about.date),
        addRecord,
        addRange,
        addAsClass: () => {},
        finish: (counts) => {
          finished += 1;
          const nothing = { full: {}, country: {} };
          return {
            layerFormat: 1,
            id: source.id,
            format,
            source: { ...source, rows: counts.kept },
            furtherSources: [],
            termsAccepted,
            importedAt: now.toISOString(),
            counts,
            contents: {
              ranges4: added.length,
              ranges6: 0,
              records: records.length,
              asClasses: 0,
              recordsByKind: {},
              withheld: nothing,
              sharedAddresses: 0,
              pools: 0,
            },
            file: { name: 'x', bytes: 0, sha256: '' },
          };
        },
        discard: () => {},
      };
    },
  };
}

/** Reads the first description line as a company. */
const readFirstLine = (object: NetworkObject, organisation: OrganisationObject | null): NetworkReading => ({
  kind: 'company',
  providerType: null,
  name: object.descr[0] ?? organisation?.name ?? '',
  legalForm: null,
  core: [],
  street: null,
  postcode: organisation?.postcode ?? null,
  city: null,
  country: object.country,
  holder: object.netname,
  reasons: [],
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(options: Partial<ImportOptions>) {
  const kept = keepAdded();
  const outcome = await importFiles({
    format: 'ripe',
    files: [],
    folder,
    termsAccepted: { by: 'operator', on: '2026-01-01' },
    now: new Date('2026-01-01T00:00:00Z'),
    onProgress: () => {},
    read: readFirstLine,
    openWriter: kept.open,
    ...options,
  });
  return { outcome, kept };
}

function report(outcome: Awaited<ReturnType<typeof importFiles>>): ImportReport {
  if (!outcome.ok) throw new Error(`refused: ${outcome.fault.code}`);
  const { read, kept, ignored, wrong } = outcome.value;
  const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  expect(read).toBe(kept + sum(ignored) + sum(wrong));
  return outcome.value;
}

function refusal(outcome: Awaited<ReturnType<typeof importFiles>>): ImportFault {
  if (outcome.ok) throw new Error('was not refused');
  return outcome.fault;
}

const NETWORK =
  'inetnum: 192.0.2.0 - 192.0.2.7\nnetname: EXAMPLE\ndescr: Beispiel GmbH\ncountry: DE\norg: ORG-E1-TEST\nlast-modified: 2020-03-04T05:06:07Z\nsource: TEST\n\n';
const ORGANISATION =
  'organisation: org-e1-test\norg-name: Beispiel\n GmbH\norg-type: OTHER\naddress: Beispielweg 1\naddress: 12345 Beispielstadt\ncountry: DE\nsource: TEST\n\n';
const PERSON =
  'person: Erika Beispiel\naddress: Geheimweg 3\nphone: +49 30 1234567\nnic-hdl: EB1-TEST\nsource: TEST\n\n';

/** Good objects, so that single wrong ones are under one percent. */
function manyNetworks(count: number): string {
  return Array.from(
    { length: count },
    (_, number) => `inetnum: 198.51.${100 + (number >> 8)}.${number & 255}/32\ndescr: Beispiel ${number} AG\n\n`,
  ).join('');
}

describe('registry objects', () => {
  test('a network gets its organisation, also when that stands behind it or in another file', async () => {
    const seen: (OrganisationObject | null)[] = [];
    const read: ImportOptions['read'] = (object, organisation) => {
      seen.push(organisation);
      return readFirstLine(object, organisation);
    };
    const files = [file('all.db', NETWORK + PERSON + ORGANISATION), file('x.inetnum.db', NETWORK)];
    const { outcome, kept } = await run({ files, read });
    expect(report(outcome)).toMatchObject({
      read: 4,
      networks: 2,
      organisations: 1,
      ignored: { 'other-class': 1 },
      wrong: {},
      organisationsMissing: 0,
    });
    expect(seen.map((organisation) => organisation?.name)).toEqual(['Beispiel GmbH', 'Beispiel GmbH']);
    expect(seen[0]).toMatchObject({
      type: 'OTHER',
      address: ['Beispielweg 1', '12345 Beispielstadt'],
      country: 'DE',
      postcode: null,
    });
    expect(kept.added[0]).toMatchObject({
      bounds: { family: 4, first: 0xc0000200, last: 0xc0000207 },
      date: '2020-03-04',
      record: {
        kind: 'company',
        company: { name: 'Beispiel GmbH', country: 'DE' },
        evidence: [{ object: '', date: '' }],
      },
    });
  });

  test('organisations in a file that its name takes for networks alone are found all the same', async () => {
    const { outcome, kept } = await run({ files: [file('test.db.inetnum', NETWORK + ORGANISATION + NETWORK)] });
    expect(report(outcome)).toMatchObject({ read: 3, networks: 2, organisations: 1, organisationsMissing: 0 });
    expect(kept.added).toHaveLength(2);
  });

  test('an organisation that is in no file is counted as missing, and the network is read', async () => {
    const { outcome } = await run({ files: [file('a', NETWORK)] });
    expect(report(outcome)).toMatchObject({ networks: 1, organisationsMissing: 1, wrong: {} });
  });

  test('nothing of persons and contact lines reaches the reader', async () => {
    const seen: string[] = [];
    const text = NETWORK.replace(
      'country',
      'descr: Contact Person: Erika Beispiel\nremarks: Phone: +49 30 1234567\nremarks: erika@example.com\ncountry',
    );
    await run({
      files: [file('a', PERSON + text)],
      read: (object, organisation) => {
        seen.push(JSON.stringify({ ...object, bounds: null, organisation }));
        return readFirstLine(object, organisation);
      },
    });
    expect(seen).toHaveLength(1);
    expect(seen.join('')).not.toMatch(/Erika|1234567|@/);
  });

  test('of an organisation neither: contact lines among its address, in its place', async () => {
    const seen: (OrganisationObject | null)[] = [];
    await run({
      format: 'arin',
      files: [
        file(
          'a',
          'OrgID: EX\nOrgName: Example Works, Inc. (erika@example.org)\nStreet: Attn Erika Muster\nStreet: ATTN: Max Muster\nStreet: 1 Main St\nCity: Attn. Erika Muster\nPostalCode: 12345\nCountry: US\n\n' +
            'NetHandle: NET-1\nOrgID: EX\nNetName: EX\nNetRange: 192.0.2.0 - 192.0.2.255\n',
        ),
      ],
      read: (object, organisation) => {
        seen.push(organisation);
        return readFirstLine(object, organisation);
      },
    });
    expect(seen).toMatchObject([
      { name: 'Example Works, Inc.', address: ['1 Main St'], city: null, postcode: '12345', country: 'US' },
    ]);
  });

  test('a person is only a range, and so is what cannot be told', async () => {
    const kinds = ['person', 'opaque'] as const;
    let next = 0;
    const { kept } = await run({
      files: [file('a', NETWORK + NETWORK)],
      read: (object, organisation) => {
        next += 1;
        return { ...readFirstLine(object, organisation), kind: kinds[next - 1] ?? 'company' };
      },
    });
    expect(kept.added.map(({ record }) => record.kind)).toEqual(['person', 'opaque']);
    expect(JSON.stringify(kept.added.map(({ record }) => record))).not.toContain('Beispiel');
  });

  test('LACNIC: owner, place, AS number and short prefixes', async () => {
    const text =
      'inetnum: 203.0.113/24\nstatus: reallocated\naut-num: AS64500\nowner: Ejemplo S.A.\nresponsible: Juan\naddress: Calle 1\ncity: Ejemplo\ncountry: CL\ncreated: 20020725\n\naut-num: AS64500\nowner: X\n\n';
    const seen: NetworkObject[] = [];
    const { outcome, kept } = await run({
      format: 'lacnic',
      files: [file('lacnic.db', text)],
      read: (object, organisation) => {
        seen.push(object);
        return readFirstLine(object, organisation);
      },
    });
    expect(report(outcome)).toMatchObject({ read: 2, networks: 1, ignored: { 'other-class': 1 } });
    expect(seen[0]).toMatchObject({
      descr: ['Ejemplo S.A.'],
      address: ['Calle 1', 'Ejemplo'],
      asn: 64500,
      status: 'REALLOCATED',
      date: '2002-07-25',
    });
    expect(kept.added[0]?.record.asn).toBe(64500);
  });

  test('ARIN: networks of both families reach their place through OrgID', async () => {
    const text =
      'NetHandle: NET-192-0-2-0-1\nOrgID: C1\nNetName: EX\nNetRange: 192.0.2.0 - 192.0.2.7\nNetType: reassignment\nUpdated: 2020-01-02\n\n' +
      'V6NetHandle: NET6-2001-DB8-1\nOrgID: C1\nNetRange: 2001:DB8:: - 2001:DB8::FFFF\nRegDate: 2019-01-02\n\n' +
      'OrgID: C1\nOrgName: EXAMPLE INC\nStreet: 1 MAIN ST\nCity: SPRINGFIELD\nState/Prov: XX\nPostalCode: 12345-6789\nCountry: US\n\n' +
      'POCHandle: P1\nLastName: Secret\n\nASHandle: AS64500\nOrgID: C1\n\n';
    const { outcome, kept } = await run({ format: 'arin', files: [file('arin_db.txt', text)] });
    expect(report(outcome)).toMatchObject({ read: 5, networks: 2, organisations: 1, ignored: { 'other-class': 2 } });
    expect(kept.added.map(({ record, date }) => [record.company.name, record.company.postcode, date])).toEqual([
      ['EXAMPLE INC', '12345-6789', '2020-01-02'],
      ['EXAMPLE INC', '12345-6789', '2019-01-02'],
    ]);
  });

  test.each([
    ['whole-address-space', 'inetnum: 0.0.0.0 - 255.255.255.255\nnetname: X\n\n'],
    ['whole-address-space', 'inet6num: ::/0\nnetname: X\n\n'],
    ['not-of-this-registry', 'inetnum: 192.0.2.0/24\nnetname: NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK\n\n'],
    ['organisation-again', ORGANISATION + ORGANISATION],
  ])('ignored as %s', async (reason, text) => {
    const { outcome } = await run({ files: [file('a', NETWORK + text)] });
    expect(report(outcome).ignored).toEqual({ [reason]: 1 });
  });

  test.each([
    ['CONTINUATION_FIRST', 301, ' continues nothing\ndescr: x\n\n'],
    ['MALFORMED_LINE', 302, 'inetnum: 192.0.2.0/24\nno attribute\n\n'],
    ['ATTRIBUTE_WITHOUT_OBJECT', 301, 'descr: x\n\n'],
    ['UNKNOWN_CLASS', 301, 'thing: x\n\n'],
    ['UNREADABLE_RANGE', 301, 'inetnum: nowhere\n\n'],
    ['REVERSED_RANGE', 301, 'inetnum: 192.0.2.9 - 192.0.2.1\n\n'],
    ['HOST_BITS', 301, 'inetnum: 192.0.2.9/24\n\n'],
    ['MISSING_RANGE', 301, 'inetnum:\n\n'],
    ['MISSING_HANDLE', 301, 'organisation:\norg-name: X\n\n'],
    ['LINE_TOO_LONG', 302, `inetnum: 192.0.2.0/24\nremarks: ${'x'.repeat(2_000_000)}\n\n`],
    ['OBJECT_TOO_LARGE', 301, `inetnum: 192.0.2.0/24\n${'remarks: x\n'.repeat(500_000)}\n`],
  ])('counted as %s with its line', async (code, line, text) => {
    const { outcome } = await run({ files: [file('a', manyNetworks(100) + text)] });
    const { wrong, samples, networks } = report(outcome);
    expect(wrong).toEqual({ [code]: 1 });
    expect(samples).toEqual([{ file: 0, line, code }]);
    expect(networks).toBe(100);
  });

  test('progress counts bytes up to the end', async () => {
    const steps: number[] = [];
    let total = 0;
    await run({
      files: [file('a', NETWORK + ORGANISATION), file('b.gz', gzipSync(NETWORK))],
      onProgress: ({ bytes, totalBytes }) => {
        steps.push(bytes);
        total = totalBytes;
      },
    });
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(steps.at(-1)).toBe(total);
  });
});

describe('what is refused', () => {
  const packed = gzipSync(manyNetworks(2000));
  const broken = Buffer.from(packed);
  broken.fill(0x55, 400, 900);

  test.each([
    ['a gzip that is cut off', 'GZIP_TRUNCATED', packed.subarray(0, packed.length - 100)],
    ['a gzip that is damaged', 'GZIP_CORRUPT', broken],
    ['binary rubbish', 'IMPORT_FAULTY', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    ['over one percent of wrong objects', 'IMPORT_FAULTY', `${manyNetworks(97)}descr: x\n\n`],
    ['objects of other classes alone', 'IMPORT_EMPTY', PERSON],
    ['an empty file', 'IMPORT_EMPTY', ''],
  ])('%s', async (_what, code, content) => {
    const { outcome, kept } = await run({
      files: [file('good', NETWORK), file('a', content)].slice(code === 'IMPORT_EMPTY' ? 1 : 0),
    });
    expect(refusal(outcome).code).toBe(code);
    expect(kept.finished()).toBe(0);
  });

  test('one percent of wrong objects is taken', async () => {
    const { outcome } = await run({ files: [file('a', `${manyNetworks(99)}descr: x\n\n`)] });
    expect(report(outcome).networks).toBe(99);
  });

  test('terms that nobody has acknowledged', async () => {
    const { outcome } = await run({ files: [file('a', NETWORK)], termsAccepted: null });
    expect(refusal(outcome).code).toBe('TERMS_NOT_ACCEPTED');
  });

  test('lists whose long names begin alike are two sources; accents do not part a word', async () => {
    const list = file('list', '192.0.2.0/24\n');
    const idOf = async (name: string): Promise<string> =>
      report((await run({ format: 'cidr', name, files: [list] })).outcome).source;
    const long = 'networks of the data centres of an example company';
    expect(await idOf('Größe Bücher')).toBe('cidr-gro-e-bucher');
    expect(await idOf(`${long} north`)).not.toBe(await idOf(`${long} south`));
    expect(await idOf(`${long} north`)).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  test('a name without a letter', async () => {
    const { outcome } = await run({ format: 'cidr', name: ' – ', files: [] });
    expect(refusal(outcome).code).toBe('IMPORT_NAME');
  });

  test('with the real writer a refused or shrunken import leaves the old layer as it was', async () => {
    const options = { openWriter: undefined } as unknown as Partial<ImportOptions>;
    const layers = (): string[] => readdirSync(join(folder, 'whitelist', 'layers')).sort();
    expect((await run({ ...options, files: [file('a', manyNetworks(100))] })).outcome.ok).toBe(true);
    const before = layers();
    expect(before).toHaveLength(2);
    expect(refusal((await run({ ...options, files: [file('b', manyNetworks(79))] })).outcome).code).toBe(
      'IMPORT_SHRUNK',
    );
    expect(refusal((await run({ ...options, files: [file('c', 'x'.repeat(99))] })).outcome).code).toBe('IMPORT_FAULTY');
    expect(layers()).toEqual(before);
    const forced = await run({ ...options, files: [file('d', manyNetworks(79))], acceptShrink: true });
    expect(forced.outcome.ok).toBe(true);
    expect(layers()).not.toEqual(before);
  });
});
