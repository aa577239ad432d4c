import { Command } from 'commander';
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { describeSettings, isEvaluation, isLoopback, type Settings } from '../../settings/read-settings.ts';
import { openWhitelist } from '../../whitelist/open-whitelist.ts';
import { codeOf, CommandFault } from '../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { isAnswering } from '../reach-operator.ts';
import { print, table } from '../terminal.ts';

/** `fine`, `hint`: works, but look at it; `fault`: will not work. */
type Finding = { readonly grade: 'fine' | 'hint' | 'fault'; readonly what: string };

const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const OLD_WHITELIST_DAYS = 180;
const DAY_MS = 86_400_000;

/** `doorplate doctor`: the settings in force (secrets masked) and what will or will not work with them. */
export function doctorCommand(): Command {
  return withDataFlag(new Command('doctor'))
    .description('print the settings in force and look for what will not work')
    .action(async (flags: { data?: string }) => {
      const settings = settingsOrFault({ data: flags.data });
      print(table(describeSettings(settings).map(({ name, value, origin }) => [name, value, `(${origin})`])));
      const serving = await isAnswering(settings);
      const findings = [
        checkNode(),
        checkDataFolder(settings),
        checkSpace(settings),
        checkWhitelist(settings),
        await checkPort(settings, serving),
        checkExposure(settings),
        checkProxies(settings),
        checkCoreDumps(),
        { grade: 'fine', what: 'by these settings the server opens no connection to anybody' } as const,
      ];
      print('');
      for (const { grade, what } of findings) print(`${grade.padEnd(5)}  ${what}`);
      if (findings.some(({ grade }) => grade === 'fault'))
        throw new CommandFault('something will not work: see the faults above');
    });
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 19);
  return { grade: good ? 'fine' : 'fault', what: `Node ${process.versions.node}${good ? '' : ' is older than 20.19'}` };
}

function checkDataFolder({ data }: Settings): Finding {
  if (!existsSync(data)) return { grade: 'hint', what: 'the data folder does not exist yet; the first start makes it' };
  try {
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { grade: 'fault', what: 'the data folder cannot be read and written by this user' };
  }
  const open = (statSync(data).mode & 0o077) !== 0;
  return open
    ? { grade: 'hint', what: 'other users of this machine can look into the data folder: chmod 700 keeps them out' }
    : { grade: 'fine', what: 'the data folder belongs to this user alone' };
}

function checkSpace({ data }: Settings): Finding {
  const { bavail, bsize } = statfsSync(existsSync(data) ? data : '.');
  const megabytes = Math.floor((bavail * bsize) / (1024 * 1024));
  return { grade: bavail * bsize < LEAST_FREE_BYTES ? 'hint' : 'fine', what: `${megabytes} MB are free on the disk` };
}

function checkWhitelist({ data }: Settings): Finding {
  try {
    const { manifest, close } = openWhitelist(data);
    close();
    const days = Math.floor((Date.now() - Date.parse(manifest.builtAt)) / DAY_MS);
    const what = `the whitelist is ${days} days old and shows ${manifest.counts.shownOrganisations} organisations`;
    return { grade: days > OLD_WHITELIST_DAYS ? 'hint' : 'fine', what };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'WHITELIST_MISSING')
      return { grade: 'hint', what: 'there is no whitelist yet; the first start builds it' };
    return {
      grade: 'fault',
      what: `the whitelist cannot be read (${code ?? 'INTERNAL'}); doorplate whitelist build makes a new one`,
    };
  }
}

async function checkPort({ host, port }: Settings, serving: boolean): Promise<Finding> {
  if (serving) return { grade: 'fine', what: 'a server is running on this data folder' };
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(codeOf(error) ?? 'INTERNAL'));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  return code === null
    ? { grade: 'fine', what: 'no server is running; its port is free' }
    : { grade: 'fault', what: `no server is running, and its port cannot be opened (${code})` };
}

function checkExposure(settings: Settings): Finding {
  if (settings.baseUrl?.startsWith('http:') && !isLoopback(new URL(settings.baseUrl).hostname)) {
    return { grade: 'hint', what: 'the base URL is not https: passwords and session cookies travel unprotected' };
  }
  if (isEvaluation(settings))
    return { grade: 'hint', what: 'this is an evaluation: /demo/ is open, nobody else can reach it' };
  if (isLoopback(settings.host))
    return { grade: 'fine', what: 'the server listens on this machine alone, for a proxy in front of it' };
  return {
    grade: 'hint',
    what: 'the server listens beyond this machine, without TLS of its own: put a proxy with TLS in front',
  };
}

function checkProxies({ host, trustedProxies, baseUrl }: Settings): Finding {
  if (trustedProxies.length > 0)
    return { grade: 'fine', what: `forwarding headers count from ${trustedProxies.length} trusted ranges` };
  if (isLoopback(host) && baseUrl !== null) {
    return {
      grade: 'hint',
      what: 'no proxy is trusted: behind one, all visitors seem to come from its own address; set DOORPLATE_TRUSTED_PROXIES',
    };
  }
  return { grade: 'fine', what: 'forwarding headers are ignored: no proxy is trusted' };
}

/** A core dump would hold whatever was in memory, an address for a moment too (privacy.md). */
function checkCoreDumps(): Finding {
  const limits = '/proc/self/limits';
  if (!existsSync(limits))
    return { grade: 'hint', what: 'switch core dumps off for the server (docs/self-hosting.md)' };
  const line = readFileSync(limits, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('Max core file size'));
  const soft = line?.slice('Max core file size'.length).trim().split(/\s+/)[0];
  return soft === '0'
    ? { grade: 'fine', what: 'core dumps are off' }
    : {
        grade: 'hint',
        what: 'core dumps are on: one could hold a visitor’s address; set LimitCORE=0 (docs/self-hosting.md)',
      };
}
