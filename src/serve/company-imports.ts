import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { companyListOf, companyListsInForce } from '../build-whitelist/companies/company-lists-in-force.ts';
import { recogniseList } from '../build-whitelist/companies/open-list-file.ts';
import type { ApiCompanyImport, ApiCompanyUpload } from '../contracts/api.ts';
import { type CompanyFormat, LIST_FIELDS } from '../contracts/company-source.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import type { CompanyListsPort, UploadFault } from '../report/company-lists-port.ts';
import { parseJson } from '../whitelist/parse-json.ts';
import { type ImportJob, ImportJobLine } from './commands/company/import-job-command.ts';

export type CompanyImports = CompanyListsPort & {
  /** Ends an import that is at work and deletes the uploads. */
  readonly close: () => Promise<void>;
};

export type CompanyImportsOptions = {
  /** Data folder. */
  readonly folder: string;
  /** The program of this installation, without its commands. */
  readonly program: readonly string[];
};

export const LARGEST_UPLOAD_BYTES = 2 ** 30;
const UPLOAD_LIFE_MS = 24 * 3_600_000;
const MOST_UPLOADS = 3;
const MOST_IMPORTS = 20;
/** Hits go first: the import runs with less weight. */
const NICE = 10;

type Upload = {
  readonly id: string;
  readonly path: string;
  readonly format: CompanyFormat;
  readonly timer: NodeJS.Timeout;
};

/**
 * Uploads and imports of company lists. The work is done by a process of its own, one at a time, so that hits are not
 * held up; it lets this server take the new whitelist itself. Uploads that an earlier process left are deleted.
 */
export function createCompanyImports({ folder, program }: CompanyImportsOptions): CompanyImports {
  const uploadsFolder = join(folder, 'uploads');
  rmSync(uploadsFolder, { recursive: true, force: true });
  const uploads = new Map<string, Upload>();
  const imports = new Map<string, ApiCompanyImport>();
  let working: { readonly stop: () => void; readonly ended: Promise<unknown> } | null = null;

  const forget = (upload: Upload): void => {
    clearTimeout(upload.timer);
    uploads.delete(upload.id);
    rmSync(upload.path, { force: true });
  };
  const run = (
    args: readonly string[],
    input: string,
    onLine: (line: string) => void,
  ): { readonly stop: () => void; readonly ended: Promise<number> } => {
    const [command = process.execPath, ...before] = program;
    const child = spawn(command, [...before, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    if (child.pid !== undefined) lowerPriority(child.pid);
    createInterface({ input: child.stdout }).on('line', onLine);
    const ended = new Promise<number>((resolve) => {
      child.on('error', () => resolve(1));
      child.on('close', (code) => resolve(code ?? 1));
    });
    return { ended, stop: () => child.kill() };
  };
  /** One process at a time changes the whitelist. */
  const work = (args: readonly string[], input: string, onLine: (line: string) => void = () => {}): Promise<number> => {
    const started = run([...args, '--data', folder], input, onLine);
    working = started;
    return started.ended.finally(() => {
      working = null;
    });
  };
  const columnsOf = async (
    path: string,
    format: 'csv' | 'xlsx',
  ): Promise<Result<ApiCompanyUpload['columns'], UploadFault>> => {
    const lines: string[] = [];
    await run(['company', 'columns', path, '--format', format, '--json'], '', (line) => lines.push(line)).ended;
    const read = Proposals.safeParse(parseJson(lines.join('\n')));
    if (!read.success) return fault('COLUMNS_UNKNOWN');
    if (!Array.isArray(read.data)) return fault(read.data.fault);
    return ok(
      read.data.map(({ name, field, isPersonal, examples }) => ({ name, field, personal: isPersonal, examples })),
    );
  };

  return {
    lists: () =>
      companyListsInForce(folder).map(({ id, format, source, importedAt, counts }) => ({
        id,
        format,
        title: source.title,
        licence: source.licence,
        date: source.date,
        imported_at: importedAt,
        counts,
      })),

    async remove(id) {
      if (companyListOf(folder, id) === null) return fault('COMPANY_LIST_UNKNOWN');
      if (working !== null) return fault('COMPANY_IMPORT_BUSY');
      const code = await work(['company', 'remove', id], '');
      return code === 0 ? ok(null) : fault('COMPANY_IMPORT_BUSY');
    },

    async upload(body, wanted) {
      mkdirSync(uploadsFolder, { recursive: true, mode: 0o700 });
      const id = randomBytes(16).toString('hex');
      const path = join(uploadsFolder, id);
      let isKept = false;
      try {
        const stored = await store(body, path);
        if (!stored.ok) return stored;
        const format = wanted ?? (await recogniseList(path, ''));
        if (format === null) return fault('UPLOAD_FORMAT');
        const columns = format === 'csv' || format === 'xlsx' ? await columnsOf(path, format) : ok([]);
        if (!columns.ok) return columns;
        const [oldest] = uploads.values();
        if (uploads.size >= MOST_UPLOADS && oldest) forget(oldest);
        const upload: Upload = { id, path, format, timer: setTimeout(() => forget(upload), UPLOAD_LIFE_MS).unref() };
        uploads.set(id, upload);
        isKept = true;
        return ok({ id, format, columns: columns.value });
      } finally {
        if (!isKept) rmSync(path, { force: true });
      }
    },

    start({ upload_id, name, date, mapping }) {
      const upload = uploads.get(upload_id);
      if (!upload) return fault('UPLOAD_UNKNOWN');
      if (working !== null) return fault('COMPANY_IMPORT_BUSY');
      const begun: ApiCompanyImport = {
        id: randomBytes(8).toString('hex'),
        state: 'reading',
        progress: 0,
        counts: null,
        code: null,
        shown: null,
      };
      imports.set(begun.id, begun);
      const [first] = imports.keys();
      if (imports.size > MOST_IMPORTS && first !== undefined) imports.delete(first);
      // Nobody deletes the file under the import; it is gone after it, whatever became of it.
      clearTimeout(upload.timer);
      uploads.delete(upload.id);
      const job: ImportJob = { path: upload.path, format: upload.format, name, date, mapping };
      const tell = (line: Partial<ApiCompanyImport>): void => {
        imports.set(begun.id, { ...(imports.get(begun.id) ?? begun), ...line });
      };
      const toItsEnd = async (): Promise<void> => {
        let outcome: Partial<ApiCompanyImport> = { state: 'failed', code: 'INTERNAL' };
        await work(['company', 'import-job'], JSON.stringify(job), (text) => {
          const line = ImportJobLine.safeParse(parseJson(text));
          if (!line.success) return;
          if (line.data.state === 'reading' || line.data.state === 'joining') tell(progressed(line.data));
          else outcome = progressed(line.data);
        });
        forget(upload);
        // Who reads that it has ended can begin the next one.
        tell(outcome);
      };
      void toItsEnd();
      return ok(begun);
    },

    importOf: (id) => imports.get(id) ?? null,

    async close() {
      working?.stop();
      await working?.ended;
      for (const upload of uploads.values()) clearTimeout(upload.timer);
      uploads.clear();
      rmSync(uploadsFolder, { recursive: true, force: true });
    },
  };
}

/** What `doorplate company columns --json` prints: the proposals, or why there are none. */
const Proposals = z.union([
  z.array(
    z.object({
      name: z.string(),
      field: z.enum(LIST_FIELDS).nullable(),
      isPersonal: z.boolean(),
      examples: z.array(z.string()),
    }),
  ),
  z.object({ fault: z.enum(['COLUMNS_UNKNOWN', 'XLSX_UNREADABLE', 'XLSX_TOO_LARGE']) }),
]);

function progressed(line: ImportJobLine): Partial<ApiCompanyImport> {
  switch (line.state) {
    case 'done':
      return { state: 'done', progress: 1, counts: line.counts, shown: line.shown };
    case 'failed':
      return { state: 'failed', code: line.code, counts: line.counts };
    default:
      return { state: line.state, progress: line.progress };
  }
}

/** Writes a body to a file of this user alone. What breaks off or grows too large leaves nothing. */
async function store(body: Readable, path: string): Promise<Result<null, 'UPLOAD_TOO_LARGE' | 'REQUEST_UNREADABLE'>> {
  let bytes = 0;
  let isTooLarge = false;
  const bound = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      isTooLarge = bytes > LARGEST_UPLOAD_BYTES;
      done(isTooLarge ? new Error('too large') : null, chunk);
    },
  });
  try {
    await pipeline(body, bound, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return ok(null);
  } catch (cause) {
    if (isTooLarge) return fault('UPLOAD_TOO_LARGE');
    // Who sends it has gone; a disk that is full is ours.
    if (body.errored !== null || body.readableAborted) return fault('REQUEST_UNREADABLE');
    throw cause;
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // It has ended already, or the system does not let us.
  }
}
