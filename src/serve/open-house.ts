import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { LogImport } from '../collect/import-log.ts';
import { readTrustedProxies, type TrustedProxies } from '../collect/trusted-proxies.ts';
import type { ReleaseRules } from '../company/release-rules.ts';
import type { Site } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import { startRecording } from '../record/start-recording.ts';
import { isEvaluation, type Settings } from '../settings/read-settings.ts';
import { openVisitStore, type VisitStore } from '../store/duckdb/visit-store.ts';
import type { CustomerWorkspace, Workspace } from '../store/sqlite/workspace.ts';
import { openWorkspace } from '../store/sqlite/workspace.ts';
import type { CodedError } from '../store/store-error.ts';
import { createVisitKeySecrets, LONGEST_SECRET_AGE_MS, type VisitKeySecrets } from '../visitor/visit-key.ts';
import { CommandFault } from './command-fault.ts';
import { openLogSession, type LogChoices, type LogSession } from './log-session.ts';
import { backUpWhitelist } from './backup-whitelist.ts';
import { excludedFor } from '../whitelist/excluded-for.ts';
import { judgeSeen } from '../whitelist/judge-seen.ts';
import { createJudges, type Judges } from '../whitelist/judges.ts';
import type { Log } from './log.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { releaseRulesOf } from './release-rules-of.ts';
import { holdWhitelist, type BuildProgress, type WhitelistHolder } from './whitelist-holder.ts';

/** Everything that one data folder needs to work, opened once; the web server and the command line both stand on it. */
export type House = {
  readonly settings: Settings;
  readonly isEvaluation: boolean;
  readonly rules: ReleaseRules;
  readonly workspace: Workspace;
  readonly visits: VisitStore;
  readonly whitelist: WhitelistHolder;
  /** The whitelist in force as the release rules, corrections and objections let it be seen. */
  readonly judges: () => Judges;
  /** The same for a hit of a site. */
  readonly judgedFor: (siteId: number) => JudgedWhitelist;
  /** Takes corrections, objections and rules as they stand now, for hits and for all that was ever seen. */
  judgeAnew(): Promise<void>;
  readonly recorder: VisitRecorder;
  readonly secrets: VisitKeySecrets;
  readonly metrics: Metrics;
  readonly log: Log;
  /** The customer of that name, by default the first one; null: there is none of that name. */
  customer(name?: string): CustomerWorkspace | null;
  /** Swaps to the newest whitelist and asks the release rules anew for every company that was ever seen. */
  reloadWhitelist(): Promise<string>;
  /** Whose forwarding headers count, for every door and every log. */
  readonly trustedProxies: TrustedProxies;
  /** Reads a web server's log as the site's visits, with a recorder and visit keys of its own. */
  importLog(site: Site, lines: Readable, choices: LogChoices): Promise<LogImport>;
  /** The same for a log that comes in parts; to be closed. */
  openLogSession(site: Site): LogSession;
  /** Consistent copies of both stores and the whitelist in force in a folder, while hits arrive. */
  backUpTo(folder: string): Promise<void>;
  close(): Promise<void>;
};

const HOUR_MS = 3_600_000;
/** A little after the full hour, so that hits on their way are in. */
const FOLD_AFTER_MS = 10_000;
const FIRST_CUSTOMER = 'Doorplate';

type Parts = { readonly log: Log; readonly onProgress: BuildProgress };
type Closer = () => Promise<void> | void;

/**
 * Opens the stores, builds the whitelist where there is none, absorbs what an earlier process left behind. Whatever
 * fails, nothing stays open: the store's thread would keep the process from ending.
 */
export async function openHouse(settings: Settings, parts: Parts): Promise<House> {
  const closers: Closer[] = [];
  try {
    return await furnishHouse(settings, parts, closers);
  } catch (error) {
    await closeAll(closers).catch(() => {});
    throw error;
  }
}

/** Closes in the reverse order of opening, each one whatever became of the others, and throws the first error. */
async function closeAll(closers: readonly Closer[]): Promise<void> {
  const faults: unknown[] = [];
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}

async function furnishHouse(settings: Settings, { log, onProgress }: Parts, closers: Closer[]): Promise<House> {
  const trustedProxies = readTrustedProxies(settings.trustedProxies);
  if (!trustedProxies.ok) throw new CommandFault('a trusted proxy is neither an address nor a range', 'usage');
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  const whitelist = await holdWhitelist(settings, onProgress, new Date());
  const rules = releaseRulesOf(settings);
  const visits = await openVisitStore(settings.data);
  closers.push(() => visits.close());
  const workspace = openWorkspace(settings.data);
  closers.push(() => workspace.close());
  if (workspace.customers().length === 0) workspace.addCustomer(FIRST_CUSTOMER);
  const recording = await startRecording({
    logFolder: join(settings.data, 'log'),
    visits,
    clock: Date.now,
    report: {
      onFault: (code) => log.error({ code }),
      onDamage: (bytes) => log.error({ code: 'HIT_LOG_DAMAGED', count: bytes }),
    },
  });
  closers.push(() => recording.close());
  const appoint = (): Judges => createJudges(whitelist.current(), rules, workspace);
  let judges = appoint();
  const judgedFor = (siteId: number): JudgedWhitelist => {
    const site = workspace.siteById(siteId);
    return site === undefined ? judges.forOperator() : excludedFor(site, judges.forSite(site));
  };
  const openSession = (site: Site): LogSession =>
    openLogSession({ site, log: recording.log, judgedFor, trustedProxies: trustedProxies.value });
  const metrics = createMetrics();
  const secrets = createVisitKeySecrets({ maxAgeMs: LONGEST_SECRET_AGE_MS });
  closers.push(() => secrets.forget());
  const judgeAllSeen = async (): Promise<void> => {
    const { manifest } = whitelist.current();
    metrics.setWhitelist(manifest.counts.records, manifest.builtAt);
    await judgeSeen(visits, judges, workspace.siteById);
  };
  await judgeAllSeen();
  const judgeAnew = shareNextRun(async () => {
    judges = appoint();
    // What the earlier judges released stands in the log perhaps: it must be in the store when that is judged.
    await recording.log.flushed();
    await recording.absorber.absorbNow();
    await judgeAllSeen();
  });
  closers.push(
    eachHour(async () => {
      workspace.forgetExpired();
      if (workspace.expireObjections() > 0) await judgeAnew();
      await visits.foldClosedHours(Date.now());
    }, log),
  );

  return {
    settings,
    isEvaluation: isEvaluation(settings),
    rules,
    workspace,
    visits,
    whitelist,
    judges: () => judges,
    judgedFor,
    judgeAnew,
    secrets,
    metrics,
    log,
    recorder: countingRecorder(recording.recorder, metrics),

    customer(name) {
      const found = workspace.customers().find((customer) => name === undefined || customer.name === name);
      return found === undefined ? null : workspace.customer(found.id);
    },

    async reloadWhitelist() {
      const { manifest } = await whitelist.reload();
      await judgeAnew();
      log.info({ code: 'WHITELIST_SWAPPED', count: manifest.counts.shownOrganisations });
      return manifest.version;
    },

    trustedProxies: trustedProxies.value,

    openLogSession: openSession,

    async importLog(site, lines, choices) {
      const session = openSession(site);
      try {
        return await session.read(lines, choices);
      } finally {
        await session.close();
        await recording.absorber.absorbNow();
        await visits.foldClosedHours(Date.now());
      }
    },

    async backUpTo(folder) {
      await recording.absorber.absorbNow();
      await visits.backupTo(folder);
      workspace.backUpTo(join(folder, 'workspace.db'));
      backUpWhitelist(settings.data, folder);
    },

    close: () => closeAll(closers),
  };
}

/** Counts for the metrics what the recorder is told; an import of the past is not counted. */
function countingRecorder(recorder: VisitRecorder, metrics: Metrics): VisitRecorder {
  return {
    recordVisit(hit, site, verdict, at) {
      metrics.countHit('company');
      return recorder.recordVisit(hit, site, verdict, at);
    },
    recordLeave: (hit, site, verdict, at) => recorder.recordLeave(hit, site, verdict, at),
    recordMiss(hit, site, outcome, at) {
      metrics.countHit(outcome);
      return recorder.recordMiss(hit, site, outcome, at);
    },
    countRefusal(site, outcome, at) {
      metrics.countHit(outcome);
      recorder.countRefusal(site, outcome, at);
    },
    countForInstallation(outcome, at) {
      metrics.countHit(outcome);
      recorder.countForInstallation(outcome, at);
    },
    close: () => recorder.close(),
  };
}

/**
 * Does now and after each full hour what time makes due: small counters of the hour are folded (privacy.md, row 1),
 * ended sessions, links and keys are deleted.
 */
function eachHour(work: () => Promise<void>, log: Log): () => void {
  let timer: NodeJS.Timeout;
  const round = (): void => {
    work().catch((error: CodedError) => log.error({ code: error.code }));
    timer = setTimeout(round, HOUR_MS - (Date.now() % HOUR_MS) + FOLD_AFTER_MS).unref();
  };
  round();
  return () => clearTimeout(timer);
}

/** Runs one after the other; those who ask while one runs share the next one, which begins after all of them asked. */
function shareNextRun(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    next = null;
    return run();
  };
  return () => {
    if (next === null) {
      next = running.then(begin, begin);
      running = next;
    }
    return next;
  };
}
