import { Presets, SingleBar } from 'cli-progress';
import type { BuildProgress } from './whitelist-holder.ts';

/** A line for the person at the terminal; results go to standard output, everything else to standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const NAMED_FORMAT = '{name} [{bar}] {percentage} %';
const BAR_OPTIONS = {
  hideCursor: true,
  // Without a terminal a line is written now and then instead of a bar.
  noTTYOutput: true,
  notTTYSchedule: 5_000,
  stream: process.stderr,
} as const;

const IMPORT_FORMAT = 'reading [{bar}] {percentage} %, {megabytes} of {of} MB, {objects} objects';

/** The builder's steps in words. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  'read-networks': 'whitelist: reading networks',
  'read-addresses': 'whitelist: reading addresses',
  'describe-holders': 'whitelist: telling companies apart',
  write: 'whitelist: writing the file',
};

/** Bars that run. A bar keeps the process alive until it is stopped. */
const running = new Set<SingleBar>();

function startBar(format: string, total: number, done: number, shown: object): SingleBar {
  const bar = new SingleBar({ ...BAR_OPTIONS, format }, Presets.shades_classic);
  bar.start(Math.max(1, total), done, shown);
  running.add(bar);
  return bar;
}

function stopBar(bar: SingleBar | null): void {
  bar?.stop();
  if (bar) running.delete(bar);
}

/** A command that fails in the middle of its work must end: stops every bar that still runs. */
export function stopProgress(): void {
  for (const bar of running) stopBar(bar);
}

/** Shows the steps of a build, one bar a step. */
export function reportBuildProgress(): BuildProgress {
  let bar: SingleBar | null = null;
  let current = '';
  return ({ name, done, total }) => {
    if (name !== current) {
      stopBar(bar);
      current = name;
      bar = startBar(NAMED_FORMAT, total, done, { name: (STEP_WORDS[name] ?? name).padEnd(34) });
    }
    bar?.update(done);
    if (done >= total) {
      stopBar(bar);
      bar = null;
    }
  };
}

/** Shows how far an import is: bytes of all files together, and objects read so far. */
export function reportImportProgress(): {
  readonly show: (step: { readonly bytes: number; readonly totalBytes: number; readonly objects: number }) => void;
  /** `isDone`: everything was read. */
  readonly stop: (isDone: boolean) => void;
} {
  let bar: SingleBar | null = null;
  let total = '';
  return {
    show({ bytes, totalBytes, objects }) {
      total = (totalBytes / 1e6).toFixed(1);
      const shown = { megabytes: (bytes / 1e6).toFixed(1), of: total, objects };
      if (bar === null) bar = startBar(IMPORT_FORMAT, totalBytes, bytes, shown);
      else bar.update(bytes, shown);
    },
    stop(isDone) {
      if (isDone) bar?.update(bar.getTotal(), { megabytes: total });
      stopBar(bar);
    },
  };
}

const ROWS_FORMAT = 'reading [{bar}] {percentage} %, {rows} rows';

/** Shows how far a list is read; `progress` is 0 to 1. */
export function reportRows(): { readonly show: (progress: number, rows: number) => void; readonly stop: () => void } {
  const STEPS = 1000;
  let bar: SingleBar | null = null;
  return {
    show(progress, rows) {
      const done = Math.round(progress * STEPS);
      if (bar === null) bar = startBar(ROWS_FORMAT, STEPS, done, { rows });
      else bar.update(done, { rows });
    },
    stop() {
      stopBar(bar);
      bar = null;
    },
  };
}

/** Progress over bytes; `name` is ours, never a line of the file. */
export function byteProgress(name: string, totalBytes: number): { add(bytes: number): void; stop(): void } {
  const bar = startBar(NAMED_FORMAT, totalBytes, 0, { name: name.padEnd(34) });
  return { add: (bytes) => bar.increment(bytes), stop: () => stopBar(bar) };
}

/** Rows as aligned columns; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, String(cell).length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          typeof cell === 'number' ? String(cell).padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
