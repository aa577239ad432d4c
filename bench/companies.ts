/**
 * Invents a list of companies and networks of them (companies-ranges.ts says in which shares), imports both as an
 * operator would, and holds what the whitelist then says against the truth. Prints figures, and samples of what is wrong.
 * With --keep what was invented by an earlier run of the same options is taken again.
 * Usage: node companies.js --out FOLDER [--companies 5000000] [--ranges 1000000] [--seed 1] [--harder] [--keep] [--samples 3] [--json]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { shippedFile } from '../src/settings/package-root.ts';
import { openWhitelist } from '../src/whitelist/open-whitelist.ts';
import { type InventedFiles, inventFiles } from './companies-files.ts';
import { judge, type Judgement, precisionOf, recallOf, type Tally } from './companies-judge.ts';

const { values: flags } = parseArgs({
  options: {
    out: { type: 'string' },
    companies: { type: 'string', default: '5000000' },
    ranges: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    samples: { type: 'string', default: '3' },
    harder: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const { out } = flags;
if (out === undefined) throw new Error('--out FOLDER is needed');

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const data = join(out, 'data');

mkdirSync(out, { recursive: true });
const files = invent();
rmSync(data, { recursive: true, force: true });
say('the whitelist that is installed with the product');
await doorplate('whitelist', 'build');
say('networks');
const networks = await doorplate('whitelist', 'import', files.ranges, '--format', 'own');
say('companies');
const companies = await doorplate('company', 'import', files.list, '--format', 'csv');
say('judging');
const judgement = judge(files.truth, openWhitelist(data), Number(flags.samples));
const figures = {
  companies: Number(flags.companies),
  ranges: Number(flags.ranges),
  seed: Number(flags.seed),
  harder: flags.harder,
  networksSeconds: networks.seconds,
  networksPeakMb: networks.peakMb,
  seconds: companies.seconds,
  peakMb: companies.peakMb,
  precision: precisionOf(judgement.all),
  recall: recallOf(judgement.all),
};
process.stdout.write(flags.json ? `${JSON.stringify(figures)}\n` : describe(figures, judgement));

function invent(): InventedFiles {
  const options = {
    folder: join(out ?? '', 'invented'),
    seed: Number(flags.seed),
    companies: Number(flags.companies),
    ranges: Number(flags.ranges),
    harder: flags.harder,
  };
  const note = join(options.folder, 'options.json');
  const wanted = JSON.stringify(options);
  const names = { list: 'companies.csv', ranges: 'ranges.csv', truth: 'truth.tsv' };
  if (flags.keep && existsSync(note) && readFileSync(note, 'utf8') === wanted) {
    const inFolder = (name: string): string => join(options.folder, name);
    return { list: inFolder(names.list), ranges: inFolder(names.ranges), truth: inFolder(names.truth) };
  }
  say(`inventing ${flags.companies} companies and ${flags.ranges} networks`);
  mkdirSync(options.folder, { recursive: true });
  const invented = inventFiles(options);
  writeFileSync(note, wanted);
  return invented;
}

/** Runs a command of the product; the peak is that of all its processes together. */
async function doorplate(...args: readonly string[]): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [shippedFile('bin', 'doorplate.js'), ...args, '--data', data], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (part: Buffer) => {
    words = (words + part.toString()).slice(-2000);
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) peakMb = Math.max(peakMb, residentMb(child.pid));
  }, 50);
  const status = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  clearInterval(watch);
  if (status !== 0) throw new Error(`doorplate ${args.slice(0, 2).join(' ')} failed:\n${words}`);
  return { seconds: (performance.now() - started) / 1000, peakMb };
}

/** Memory of a process and of those that it started; 0 once it has ended. */
function residentMb(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(/\s+/),
    );
    return children.reduce((sum, one) => sum + (one === '' ? 0 : residentMb(Number(one))), Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

function describe(run: typeof figures, { all, byDisturbance, byPlace, byCountry, samples }: Judgement): string {
  const rows = (tallies: ReadonlyMap<string, Tally>): string[] =>
    [...tallies].toSorted(([one], [other]) => one.localeCompare(other)).map(([name, tally]) => row(name, tally));
  return `${[
    `${run.companies} companies, ${run.ranges} networks, seed ${run.seed}${run.harder ? ', harder' : ''}`,
    `networks imported in ${run.networksSeconds.toFixed(1)} s, peak ${run.networksPeakMb.toFixed(0)} MB`,
    `companies imported and joined in ${run.seconds.toFixed(1)} s, peak ${run.peakMb.toFixed(0)} MB`,
    '',
    ['', 'networks', 'known', 'right', 'wrong', 'precision', 'recall']
      .map((head, column) => (column === 0 ? head.padEnd(20) : head.padStart([0, 8, 8, 8, 7, 10, 10][column] ?? 0)))
      .join(' '),
    row('all', all),
    ...rows(byDisturbance),
    '',
    ...rows(byPlace),
    '',
    ...rows(byCountry),
    '',
    ...samples
      .toSorted((one, other) =>
        `${one.outcome}${one.disturbance}`.localeCompare(`${other.outcome}${other.disturbance}`),
      )
      .map(
        ({ outcome, disturbance, holder, where, listedName, joined }) =>
          `${outcome} ${disturbance}: ${holder} | ${where}${listedName === '' ? '' : ` | is ${listedName}`}${joined === '' ? '' : ` | joined ${joined}`}`,
      ),
  ].join('\n')}\n`;
}

function row(name: string, tally: Tally): string {
  return [
    name.padEnd(20),
    String(tally.networks).padStart(8),
    String(tally.known).padStart(8),
    String(tally.right).padStart(8),
    String(tally.wrong).padStart(7),
    percent(precisionOf(tally)).padStart(10),
    (tally.known === 0 ? '' : percent(recallOf(tally))).padStart(10),
  ].join(' ');
}

function percent(part: number): string {
  return `${(100 * part).toFixed(2)} %`;
}
