import { Presets, SingleBar } from 'cli-progress';
import type { BuildProgress } from './whitelist-holder.ts';

/** A line for the person at the terminal; results go to standard output, everything else to standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const BAR_OPTIONS = {
  format: '{name} [{bar}] {percentage} %',
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

/** Shows the steps of a build, one bar a step. */
export function reportBuildProgress(): BuildProgress {
  let bar: SingleBar | null = null;
  let current = '';
  return ({ name, done, total }) => {
    if (name !== current) {
      bar?.stop();
      current = name;
      bar = new SingleBar(BAR_OPTIONS, Presets.shades_classic);
      bar.start(total, done, { name: (STEP_WORDS[name] ?? name).padEnd(34) });
    }
    bar?.update(done);
    if (done >= total) {
      bar?.stop();
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
      if (bar === null) {
        bar = new SingleBar({ ...BAR_OPTIONS, format: IMPORT_FORMAT }, Presets.shades_classic);
        bar.start(Math.max(1, totalBytes), bytes, shown);
      } else bar.update(bytes, shown);
    },
    stop(isDone) {
      if (isDone) bar?.update(bar.getTotal(), { megabytes: total });
      bar?.stop();
    },
  };
}

/** Progress over bytes; `name` is ours, never a line of the file. */
export function byteProgress(name: string, totalBytes: number): { add(bytes: number): void; stop(): void } {
  const bar = new SingleBar(BAR_OPTIONS, Presets.shades_classic);
  bar.start(Math.max(1, totalBytes), 0, { name: name.padEnd(34) });
  return { add: (bytes) => bar.increment(bytes), stop: () => bar.stop() };
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
