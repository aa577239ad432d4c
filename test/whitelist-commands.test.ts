import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { open } from 'maxmind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddressExplanation } from '../src/identify/explain-address.ts';
import type { Evaluation } from '../src/identify/evaluate/evaluate-truth.ts';
import type { WhitelistDiff } from '../src/whitelist/diff-whitelists.ts';
import type { Manifest } from '../src/whitelist/manifest.ts';
import { doorplate, newDataFolder, startDoorplate } from './doorplate-process.ts';

/** Invented objects on numbers that only look public; they exist in folders of this test alone. */
const NETWORKS = `
inetnum:        5.200.0.0 - 5.200.0.3
netname:        MUSTERWERK-NET
descr:          Musterwerk Kanarienbau GmbH
descr:          Am Beispiel 1
descr:          70435 Stuttgart
country:        DE
mnt-by:         INVENTED-MNT
status:         ASSIGNED PA
last-modified:  2025-06-07T08:09:10Z
source:         RIPE

inetnum:        5.200.0.8 - 5.200.0.11
netname:        BEISPIEL-NET
descr:          Beispielhausener Sägewerke AG
country:        DE
org:            ORG-INV1-RIPE
mnt-by:         INVENTED-MNT
status:         ASSIGNED PA
source:         RIPE

inetnum:        5.200.0.16 - 5.200.0.300
netname:        WRONG-NET
descr:          Falschmaschinen GmbH
country:        DE
status:         ASSIGNED PA
source:         RIPE
`;
const ORGANISATIONS = `
organisation:   ORG-INV1-RIPE
org-name:       Beispielhausener Sägewerke AG
org-type:       OTHER
address:        Sägeweg 7
address:        89073 Ulm
address:        GERMANY
country:        DE
source:         RIPE
`;
/** One wrong object among so many is not too many. */
const FILLER = Array.from(
  { length: 150 },
  (_, number) => `
inetnum:        5.201.${number}.0 - 5.201.${number}.7
netname:        FILLER-${number}
descr:          Fuellmaschinen Werk ${number} GmbH
country:        DE
status:         ASSIGNED PA
source:         RIPE
`,
).join('');
const MUSTERWERK = '5.200.0.1';

let data: string;
let scratch: string;
let networks: string;
let organisations: string;

beforeAll(() => {
  data = newDataFolder();
  scratch = mkdtempSync(join(tmpdir(), 'doorplate-whitelist-'));
  networks = file('networks.txt.gz', gzipSync(Buffer.from(NETWORKS + FILLER, 'latin1')));
  organisations = file('organisations.txt', Buffer.from(ORGANISATIONS, 'latin1'));
});
afterAll(() => {
  rmSync(data, { recursive: true });
  rmSync(scratch, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

function run(...args: string[]): ReturnType<typeof doorplate> {
  return doorplate(data, ['whitelist', ...args]);
}

function json(...args: string[]): unknown {
  const { status, stdout, stderr } = run(...args, '--json');
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

function identify(address: string): AddressExplanation {
  return JSON.parse(doorplate(data, ['identify', '--json', address]).stdout) as AddressExplanation;
}

/** Everything below the folder of the whitelist, to see that nothing was left or changed. */
function filesOfWhitelist(): string[] {
  const folder = join(data, 'whitelist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe('every command', () => {
  test.each([
    ['sources'],
    ['import'],
    ['build'],
    ['remove'],
    ['show'],
    ['versions'],
    ['rollback'],
    ['diff'],
    ['evaluate'],
    ['export'],
  ])('whitelist %s explains itself with --help', (command) => {
    expect(run(command, '--help')).toMatchObject({ status: 0, stderr: '' });
  });

  const wrong = (...args: string[]): string[] => args;
  test.each([
    ['a format that is none', wrong('import', '--format', 'nonsense', 'file'), 'Allowed choices are ripe'],
    ['no format', wrong('import', 'file'), '--format'],
    ['no file', wrong('import', '--format', 'ripe'), 'files'],
    ['terms of nobody', wrong('import', '--format', 'ripe', '--terms-accepted', 'me', 'file'), 'ripe, apnic'],
    ['terms of another source', wrong('import', '--format', 'ripe', '--terms-accepted', 'arin', 'file'), 'Article 4.4'],
    ['a type beside another format', wrong('import', '--format', 'own', '--as', 'vpn', 'file'), '--format cidr'],
    ['a type that is none', wrong('import', '--format', 'cidr', '--as', 'castle', 'file'), 'isp, mobile'],
    ['one version to compare', wrong('diff', 'current'), 'after'],
    ['no truth', wrong('evaluate'), '--truth'],
    ['no format of an export', wrong('export', 'file'), '--format'],
    ['two extents of an export', wrong('export', '--format', 'csv', '--shown', '--all', 'file'), 'cannot be used with'],
    ['the embedded layer taken out', wrong('remove', 'embedded'), 'embedded'],
  ])('exits with 2 and says what is missing: %s', (_what, args, words) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    ['a layer that is not there', wrong('remove', 'nobody'), 'LAYER_UNKNOWN'],
    ['a version that is not there', wrong('show', '0000'), 'VERSION_UNKNOWN'],
    ['no earlier version', wrong('rollback'), 'VERSION_UNKNOWN'],
    ['a file that is not there', wrong('import', '--format', 'own', 'not-there.csv'), 'ENOENT'],
    ['a folder that is not there', wrong('build', '--from', 'not-there'), 'ENOENT'],
  ])('exits with 1 and a code on %s', (_what, args, code) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(code);
    expect(stderr).not.toContain('    at ');
  });
});

test('sources: every source with its terms, and how to import it', () => {
  const { stdout } = run('sources');
  for (const words of ['npm package', 'Article 4.4', '--format ripe --terms-accepted ripe', '--format own FILE']) {
    expect(stdout).toContain(words);
  }
  const { importable } = json('sources') as { importable: { format: string; terms: string }[] };
  expect(importable).toHaveLength(14);
});

describe('import', () => {
  test('without the terms nothing is read, and the terms are told', () => {
    const before = filesOfWhitelist();
    const { status, stderr } = run('import', '--format', 'ripe', networks);
    expect(status).toBe(2);
    expect(stderr).toContain('Finding leads is probably not allowed');
    expect(stderr).toContain('--terms-accepted ripe');
    expect(filesOfWhitelist()).toEqual(before);
  });

  test('a running server swaps to it, and objects are counted once', async () => {
    const server = await startDoorplate({ data });
    expect(identify(MUSTERWERK).company?.name).not.toBe('Musterwerk Kanarienbau GmbH');
    const terms = ['--terms-accepted', 'ripe'] as const;
    const { status, stdout, stderr } = run('import', '--format', 'ripe', ...terms, networks, organisations);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/objects read +154\b/);
    expect(stdout).toMatch(/wrong +1\b/);
    expect(stdout).toMatch(/file 1, line \d+: [A-Z_]+/);
    expect(stdout).toMatch(/Whitelist [0-9a-f]{16} → [0-9a-f]{16}/);
    expect(stderr).toContain('Article 4.4');
    expect(stderr).toContain('The running server uses it now.');
    expect(identify(MUSTERWERK).company?.name).toBe('Musterwerk Kanarienbau GmbH');
    await server.stop();
  });

  test('what was imported is found, explained, and says what had to give way', () => {
    const found = identify(MUSTERWERK);
    expect(found).toMatchObject({
      verdict: 'withheld',
      reason: 'unknown-size',
      company: { name: 'Musterwerk Kanarienbau GmbH', postcode: '70435', city: 'Stuttgart', country: 'DE' },
      network: { prefix: '5.200.0.0/30', kind: 'company' },
    });
    expect(found.evidence[0]).toMatchObject({ source: 'RIPE Database', date: '2025-06-07' });
    const { stdout } = doorplate(data, ['identify', MUSTERWERK]);
    expect(stdout).toContain('confidence 0.95: named in registry');
    expect(stdout).toContain('inetnum 5.200.0.0 - 5.200.0.3');
    if (found.overruled.length > 0) expect(stdout).toContain('overruled ');
    expect(identify('5.200.0.9').company).toMatchObject({ postcode: '89073', city: 'Ulm' });
  });

  test('who acknowledged which terms, and when, stands in the version', () => {
    const manifest = json('show') as Manifest;
    const layer = manifest.layers.find(({ id }) => id === 'ripe');
    expect(layer?.termsAccepted).toEqual({ by: 'operator', on: new Date().toISOString().slice(0, 10) });
    expect(run('show').stdout).toContain('terms acknowledged by the operator');
  });

  test.each([
    ['cut short', () => gzipSync(Buffer.from(NETWORKS + FILLER)).subarray(0, 400), 'GZIP_TRUNCATED'],
    ['of another kind', () => Buffer.from('hello\n'), 'IMPORT_'],
    ['shrunken', () => Buffer.from(NETWORKS.slice(0, NETWORKS.indexOf('inetnum:        5.200.0.16'))), 'IMPORT_SHRUNK'],
  ])('files that are %s leave everything as it was', (_what, content, code) => {
    const before = filesOfWhitelist();
    const broken = file('broken', content());
    const { status, stderr } = run('import', '--format', 'ripe', '--terms-accepted', 'ripe', broken);
    expect(status).toBe(1);
    expect(stderr).toContain(code);
    expect(stderr).toContain('nothing was imported, the whitelist is as it was');
    expect(filesOfWhitelist()).toEqual(before);
    expect(identify(MUSTERWERK).company?.name).toBe('Musterwerk Kanarienbau GmbH');
  });

  test('a list of ranges goes before registries and says what kind of provider', () => {
    const list = file('list.txt', '5.200.0.8/30\n');
    const outcome = json('import', '--format', 'cidr', '--as', 'vpn', '--name', 'Tunnels', list);
    expect(outcome).toMatchObject({ source: 'cidr-tunnels', kept: 1 });
    expect(identify('5.200.0.9')).toMatchObject({
      reason: 'provider',
      network: { kind: 'provider', providerType: 'vpn' },
    });
  });
});

describe('versions', () => {
  test('are listed, and one can go back and forth', () => {
    const versions = json('versions') as { version: string; in_force: boolean; layers: string[] }[];
    expect(versions.map(({ in_force }) => in_force)).toEqual([false, false, true]);
    expect(versions.map(({ layers }) => layers.length)).toEqual([1, 2, 3]);
    const [first, second, third] = versions.map(({ version }) => version);
    expect(run('rollback').stdout).toContain(second);
    expect(identify('5.200.0.9').company?.name).toBe('Beispielhausener Sägewerke AG');
    expect(run('rollback', first?.slice(0, 8) ?? '').status).toBe(0);
    expect(identify(MUSTERWERK).company?.name).not.toBe('Musterwerk Kanarienbau GmbH');
    expect(run('rollback', third ?? '').status).toBe(0);
    expect(identify('5.200.0.9').reason).toBe('provider');
  });

  test('are compared, organisation by organisation', () => {
    const [first, second] = (json('versions') as { version: string }[]).map(({ version }) => version);
    const diff = json('diff', first ?? '', second ?? '', '--limit', '500') as WhitelistDiff;
    expect(diff.samples.appeared.map(({ name }) => name)).toContain('Musterwerk Kanarienbau GmbH');
    expect(run('diff', 'previous', 'current').stdout).toContain('Tunnels (provider, ');
  });

  test('a layer can be taken out', () => {
    expect(run('remove', 'cidr-tunnels').status).toBe(0);
    expect(identify('5.200.0.9').company?.name).toBe('Beispielhausener Sägewerke AG');
    expect((json('show') as Manifest).layers.map(({ id }) => id)).toEqual(['embedded', 'ripe']);
  });
});

describe('evaluate', () => {
  test('compares the whitelist with what somebody knows', () => {
    const truth = file(
      'truth.csv',
      [
        'start,end,kind,name,postcode,city,country',
        '5.200.0.0,5.200.0.3,company,Musterwerk Kanarienbau Ges. mbH,70435,Stuttgart,DE',
        '5.200.0.8,5.200.0.11,company,Anders AG,89073,Ulm,DE',
        '203.0.113.1,203.0.113.1,company,Nirgends GmbH,,,',
      ].join('\n'),
    );
    const evaluation = json('evaluate', '--truth', truth) as Evaluation;
    expect(evaluation.kinds.company.identified).toEqual({ right: 1, wrong: 1, none: 1 });
    expect(evaluation.kinds.company.shown.withheld).toEqual({ 'unknown-size': 2 });
    expect(evaluation.fields.postcode).toEqual({ right: 2, wrong: 0, none: 0, invented: 0 });
    expect(JSON.parse(run('evaluate', '--truth', truth).stdout)).toEqual(evaluation);
  });

  test('a line that cannot be used is told by its number and a code, never by its content', () => {
    const { status, stdout, stderr } = run(
      'evaluate',
      '--truth',
      file('bad.csv', 'start,end,kind,name\nsecret,x,y,z\n'),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('line 2: TRUTH_RANGE');
    expect(stdout + stderr).not.toContain('secret');
  });
});

describe('export', () => {
  test('CSV, JSON and a MaxMind DB that an independent reader reads', async () => {
    const exported = (...args: string[]): string => {
      const path = join(scratch, `export.${args[1] ?? ''}`);
      const { status, stderr } = run('export', ...args, path);
      expect(status, stderr).toBe(0);
      expect(stderr).toContain('RIPE Database, RIPE NCC');
      return path;
    };
    expect(readFileSync(exported('--format', 'csv', '--all'), 'utf8')).toContain(
      '5.200.0.0/30,company,Musterwerk Kanarienbau GmbH,GmbH,Am Beispiel 1,70435,Stuttgart,DE,0.95,RIPE Database,unknown-size',
    );
    const rows = JSON.parse(readFileSync(exported('--format', 'json'), 'utf8')) as { reason: string | null }[];
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ reason }) => reason !== null)).toEqual([]);
    const mmdb = exported('--format', 'mmdb', '--all');
    const reader = await open<never>(mmdb);
    expect(reader.get(MUSTERWERK)).toMatchObject({ name: 'Musterwerk Kanarienbau GmbH', city: 'Stuttgart' });
  });

  test('without --all it holds what is shown alone, and never writes over a file unasked', () => {
    const path = join(scratch, 'shown.csv');
    expect(run('export', '--format', 'csv', path).status).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toContain('Musterwerk');
    expect(run('export', '--format', 'csv', path).status).toBe(2);
    expect(run('export', '--format', 'csv', '--replace', path).status).toBe(0);
  });
});

describe('build --from', () => {
  let folder: string;
  beforeAll(() => {
    folder = join(scratch, 'folder');
    mkdirSync(join(folder, 'lists'), { recursive: true });
    cpSync(networks, join(folder, 'a.gz'));
    cpSync(organisations, join(folder, 'b'));
    writeFileSync(join(folder, 'lists', 'my-vpn.txt'), '5.210.0.0/24\n');
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more', 'my-vpn.txt'), '5.211.0.0/24\n');
    writeFileSync(join(folder, 'readme'), 'Nothing to be imported.\n');
  });

  test('asks for all terms at once', () => {
    const { status, stderr } = run('build', '--from', folder);
    expect(status).toBe(2);
    expect(stderr).toContain('--terms-accepted ripe');
  });

  test('recognises files by their content, imports each source and names what it does not know', () => {
    const { status, stdout, stderr } = run('build', '--from', folder, '--terms-accepted', 'ripe');
    expect(status, stderr).toBe(0);
    expect(stderr).toContain(`not recognised: ${join(folder, 'readme')}`);
    expect(stdout).toContain('Layer ripe:');
    // Two lists of one name are two layers.
    expect(stdout).toContain('Layer cidr-lists-my-vpn:');
    expect(stdout).toContain('Layer cidr-more-my-vpn:');
    expect(identify('5.210.0.7').network).toMatchObject({ kind: 'provider', providerType: 'vpn' });
  });

  test('one source that fails leaves the others', () => {
    writeFileSync(join(folder, 'a.gz'), readFileSync(networks).subarray(0, 400));
    writeFileSync(join(folder, 'lists', 'my-vpn.txt'), '5.210.1.0/24\n');
    const { status, stderr } = run('build', '--from', folder, '--terms-accepted', 'ripe');
    expect(status).toBe(1);
    expect(stderr).toContain('GZIP_TRUNCATED');
    expect(stderr).toContain('1 of 3 sources');
    expect(identify('5.210.1.7').network).toMatchObject({ providerType: 'vpn' });
    expect(identify(MUSTERWERK).company?.name).toBe('Musterwerk Kanarienbau GmbH');
  });
});

test('an import is the first thing that one may do in an empty folder', () => {
  const empty = join(scratch, 'empty');
  const own = file(
    'own.csv',
    'cidr,name,postcode,city,country,employees\n5.220.0.0/28,Eigenwerk GmbH,70435,Stuttgart,DE,50\n',
  );
  const imported = doorplate(empty, ['whitelist', 'import', '--format', 'own', own]);
  expect(imported.status, imported.stderr).toBe(0);
  expect(existsSync(join(empty, 'whitelist', 'layers', 'embedded.json'))).toBe(true);
  const { stdout } = doorplate(empty, ['identify', '--json', '5.220.0.1']);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'company', company: { name: 'Eigenwerk GmbH' } });
});
