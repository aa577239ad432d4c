import { basename } from 'node:path';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { CLASSES, GRAMMARS, type ObjectFormat, scanNames } from './grammars.ts';
import type { FileFault, FileProgress, ImportSink } from './import-sink.ts';
import { createOrganisationTable, type OrganisationTable } from './organisation-table.ts';
import { readChunks } from './read-chunks.ts';
import { readNetworkObject } from './read-objects.ts';
import { createObjectScanner, type ScannedObject } from './scan-objects.ts';
import { NOTHING_STATED } from './stated-facts.ts';

export type RegistryFiles = {
  readonly format: ObjectFormat;
  readonly files: readonly string[];
  /** Files that their name takes for networks alone, though they hold organisations (answer of an earlier run). */
  readonly notSplit: ReadonlySet<string>;
  /** The sink for the file of that position. */
  readonly sinkOf: (file: number) => ImportSink;
  readonly onProgress: (file: number, pass: 1 | 2) => FileProgress;
};

export type RegistryReading = {
  /** Networks whose organisation is in none of the files. */
  readonly organisationsMissing: number;
  /** Files that hold organisations against their name: everything has to be read again, with these in the first pass. */
  readonly surprises: readonly string[];
};

/** `ripe.db.inetnum.gz`: a split file that holds networks and nothing else. */
const NETWORKS_ALONE = /inet6?num/i;

/**
 * Reads organisations first and networks second, because a network may stand before its organisation, or in another
 * file. Files of networks alone are read once.
 */
export async function readRegistryFiles(registry: RegistryFiles): Promise<Result<RegistryReading, FileFault>> {
  const { format, files, notSplit, sinkOf, onProgress } = registry;
  const grammar = GRAMMARS[format];
  const organisations = createOrganisationTable();
  const isRead = files.map(
    (path) => grammar.organisations.length > 0 && (notSplit.has(path) || !NETWORKS_ALONE.test(basename(path))),
  );
  const hasNetworks = isRead.map((read) => !read);

  for (const [file, path] of files.entries()) {
    if (isRead[file] !== true) continue;
    const sink = sinkOf(file);
    const scanner = createObjectScanner(scanNames(grammar), (object) => {
      if (object.classOf === CLASSES.network && object.fault === null) hasNetworks[file] = true;
      else sortOut(object, sink, organisations);
    });
    const outcome = await readChunks(path, (chunk) => scanner.push(chunk), onProgress(file, 1));
    if (!outcome.ok) return outcome;
    scanner.end();
  }

  let organisationsMissing = 0;
  const surprises: string[] = [];
  for (const [file, path] of files.entries()) {
    if (hasNetworks[file] !== true) continue;
    const sink = sinkOf(file);
    const isSecondReading = isRead[file] === true;
    let isSurprise = false;
    const scanner = createObjectScanner(scanNames(grammar), (object) => {
      if (isSurprise) return;
      if (object.classOf !== CLASSES.network || object.fault !== null) {
        if (isSecondReading) return;
        if (object.classOf === CLASSES.organisation) isSurprise = true;
        else sortOut(object, sink, organisations);
        return;
      }
      const network = readNetworkObject(object, format);
      if (!network.ok) {
        sink.wrong(object.line, network.fault);
      } else if (typeof network.value === 'string') {
        sink.ignore(network.value);
      } else {
        const handle = network.value.organisation;
        const organisation = handle === null ? null : organisations.find(handle);
        if (handle !== null && organisation === null) organisationsMissing += 1;
        sink.network(network.value, organisation, NOTHING_STATED);
      }
    });
    const outcome = await readChunks(path, (chunk) => scanner.push(chunk), onProgress(file, 2));
    if (!outcome.ok) return fault(outcome.fault);
    scanner.end();
    if (isSurprise) surprises.push(path);
  }
  return ok({ organisationsMissing, surprises });
}

/** Counts everything that is no network. */
function sortOut(object: ScannedObject, sink: ImportSink, organisations: OrganisationTable): void {
  if (object.fault !== null) {
    sink.wrong(object.line, object.fault);
  } else if (object.classOf === CLASSES.other) {
    sink.ignore('other-class');
  } else if (object.classOf === CLASSES.organisation) {
    const outcome = organisations.add(object);
    if (outcome === 'kept') sink.organisation();
    else if (outcome === 'again') sink.ignore('organisation-again');
    else sink.wrong(object.line, 'MISSING_HANDLE');
  } else {
    sink.wrong(object.line, object.firstRole === 0 ? 'UNKNOWN_CLASS' : 'ATTRIBUTE_WITHOUT_OBJECT');
  }
}
