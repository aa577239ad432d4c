import { statSync } from 'node:fs';
import type { CompanyRecord, ProviderType } from '../../contracts/company.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import type { ManifestSource, TermsAccepted } from '../../whitelist/manifest.ts';
import { ANONYMOUS_OPAQUE, ANONYMOUS_PERSON } from '../anonymous-records.ts';
import type { LayerManifest } from '../layers/layer-manifest.ts';
import { createLayerWriter, type LayerOptions, type LayerWriter } from '../layers/layer-writer.ts';
import type { NetworkReading } from '../read/network-reading.ts';
import { readNetwork } from '../read/read-network.ts';
import { sourceOfFormat } from '../sources.ts';
import { aboutReading, describeNetwork } from './describe-network.ts';
import { isObjectFormat } from './grammars.ts';
import type { FileFault, FileProgress, ImportSink } from './import-sink.ts';
import { createTally, layerCounts, type Tally, type TallyCounts } from './import-tally.ts';
import { readRegistryFiles } from './read-registry-files.ts';
import type { ImportFormat, NetworkObject, OrganisationObject } from './registry-objects.ts';
import { readingWithFacts, withStatedFacts } from './stated-facts.ts';
import { slugOf } from './source-slug.ts';
import { fileReaderOf } from './table-readers.ts';

export type ImportProgress = {
  /** Path of the file that is being read. */
  readonly file: string;
  /** Of all files together, as they lie on the disk; a file that is read twice counts twice. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly objects: number;
};

export type ImportOptions = {
  readonly format: ImportFormat;
  readonly files: readonly string[];
  /** Tells lists of one format apart: part of the source's id and title; the organisation behind a list of ranges. */
  readonly name?: string;
  /** What stands behind a list of ranges (`cidr`); `hosting` where it is not said. */
  readonly providerType?: ProviderType;
  /** Data folder. */
  readonly folder: string;
  readonly termsAccepted: TermsAccepted;
  readonly now: Date;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Takes also an import that has over 20 % fewer ranges than the last one of its source. */
  readonly acceptShrink?: boolean;
  /** How the user of a network is read; the tests' way in. */
  readonly read?: (object: NetworkObject, organisation: OrganisationObject | null) => NetworkReading;
  /** Where the ranges go; the tests' way in. */
  readonly openWriter?: (options: LayerOptions) => LayerWriter;
};

export type ImportReport = TallyCounts & {
  readonly format: ImportFormat;
  /** Id of the source and its layer. */
  readonly source: string;
  /** Networks whose organisation is in none of the files: they were read without it. */
  readonly organisationsMissing: number;
  readonly layer: LayerManifest;
};

export type ImportFaultCode =
  | FileFault
  | 'TERMS_NOT_ACCEPTED'
  | 'IMPORT_NAME'
  | 'IMPORT_EMPTY'
  | 'IMPORT_FAULTY'
  | 'IMPORT_SHRUNK';

/** Why nothing was imported (docs/errors.md); the old import stays as it was. */
export type ImportFault = {
  readonly code: ImportFaultCode;
  /** Position of the file at fault, from 0; null where it is none alone. */
  readonly file: number | null;
  /** What was counted until then. */
  readonly counts: TallyCounts;
};

/** Limit of an import (identification.md, "Overlaps, time, correction"). */
const LARGEST_SHARE_WRONG = 0.01;

/**
 * Imports the files of one source as a layer of the whitelist, which changes with the next merge.
 * @throws the operating system's error when a file cannot be read or the layer not be written
 */
export async function importFiles(options: ImportOptions): Promise<Result<ImportReport, ImportFault>> {
  const source = sourceOf(options);
  const nothing = createTally().counts();
  if (source === null) return fault({ code: 'IMPORT_NAME', file: null, counts: nothing });
  if (sourceOfFormat(options.format).acknowledge !== null && options.termsAccepted === null) {
    return fault({ code: 'TERMS_NOT_ACCEPTED', file: null, counts: nothing });
  }
  const notSplit = new Set<string>();
  for (;;) {
    const tally = createTally();
    const writer = (options.openWriter ?? createLayerWriter)({
      folder: options.folder,
      format: options.format,
      source,
      termsAccepted: options.termsAccepted,
      now: options.now,
      allowShrunk: options.acceptShrink === true,
    });
    let isFinished = false;
    try {
      const reading = await readAll(options, source, notSplit, tally, writer);
      if (!reading.ok) return reading;
      if (reading.value.surprises.length > 0) {
        for (const path of reading.value.surprises) notSplit.add(path);
        continue;
      }
      const outcome = finish(writer, tally.counts());
      if (!outcome.ok) return outcome;
      isFinished = true;
      const { organisationsMissing } = reading.value;
      return ok({
        ...tally.counts(),
        format: options.format,
        source: source.id,
        organisationsMissing,
        layer: outcome.value,
      });
    } finally {
      if (!isFinished) writer.discard();
    }
  }
}

function finish(writer: LayerWriter, counts: TallyCounts): Result<LayerManifest, ImportFault> {
  const inLayer = layerCounts(counts);
  if (inLayer.wrong > inLayer.read * LARGEST_SHARE_WRONG) return fault({ code: 'IMPORT_FAULTY', file: null, counts });
  if (counts.networks === 0) return fault({ code: 'IMPORT_EMPTY', file: null, counts });
  try {
    return ok(writer.finish(inLayer));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'IMPORT_SHRUNK' || code === 'IMPORT_FAULTY') return fault({ code, file: null, counts });
    throw error;
  }
}

type AllRead = { readonly organisationsMissing: number; readonly surprises: readonly string[] };

async function readAll(
  options: ImportOptions,
  source: Omit<ManifestSource, 'rows'>,
  notSplit: ReadonlySet<string>,
  tally: Tally,
  writer: LayerWriter,
): Promise<Result<AllRead, ImportFault>> {
  const { format, files } = options;
  const progress = progressOver(options, tally);
  let current = 0;
  const sinkOf = (file: number): ImportSink => {
    current = file;
    return createSink(options, source, file, tally, writer);
  };
  const faultIn = (code: FileFault): Result<never, ImportFault> =>
    fault({ code, file: current, counts: tally.counts() });

  if (isObjectFormat(format)) {
    const outcome = await readRegistryFiles({ format, files, notSplit, sinkOf, onProgress: progress });
    return outcome.ok ? outcome : faultIn(outcome.fault);
  }
  const readFile = fileReaderOf(format, {
    title: source.title,
    licence: source.licence,
    name: options.name ?? '',
    providerType: options.providerType ?? null,
  });
  for (const [file, path] of files.entries()) {
    const outcome = await readFile(path, sinkOf(file), progress(file));
    if (!outcome.ok) return faultIn(outcome.fault);
  }
  return ok({ organisationsMissing: 0, surprises: [] });
}

function createSink(
  options: ImportOptions,
  source: Omit<ManifestSource, 'rows'>,
  file: number,
  tally: Tally,
  writer: LayerWriter,
): ImportSink {
  const read = options.read ?? readNetwork;
  /** Numbers of the records that many ranges share by identity: those of persons and of nobody. */
  const anonymous = new Map<CompanyRecord, number>();
  const numberOf = (record: CompanyRecord, reading: NetworkReading): number => {
    if (record !== ANONYMOUS_PERSON && record !== ANONYMOUS_OPAQUE)
      return writer.addRecord(record, aboutReading(reading));
    const number = anonymous.get(record) ?? writer.addRecord(record, { place: '', name: '' });
    anonymous.set(record, number);
    return number;
  };
  return {
    network(object, organisation, stated) {
      const reading = readingWithFacts(read(object, organisation), stated);
      const asn = stated.asn ?? object.asn;
      const record = withStatedFacts(describeNetwork(reading, asn, source), stated);
      writer.addRange(object.bounds, numberOf(record, reading), object.date);
      tally.keepNetwork();
    },
    range(bounds, record) {
      writer.addRange(bounds, writer.addRecord(record, { place: '', name: '' }), null);
      tally.keepNetwork();
    },
    asClass(asn, asClass) {
      writer.addAsClass(asn, asClass);
      tally.keepNetwork();
    },
    organisation: tally.keepOrganisation,
    ignore: tally.ignore,
    wrong: (line, code) => tally.wrong(file, line, code),
  };
}

/** null when the name has no letter that an id may have. */
function sourceOf({ format, name, files }: ImportOptions): Omit<ManifestSource, 'rows'> | null {
  const { title, licence, attribution, url } = sourceOfFormat(format);
  const slug = name === undefined ? '' : slugOf(name);
  if (name !== undefined && slug === '') return null;
  const newest = Math.max(0, ...files.map((path) => statSync(path).mtimeMs));
  return {
    id: slug === '' ? format : `${format}-${slug}`,
    title: name === undefined ? title : `${title}: ${name}`,
    version: '',
    date: new Date(newest).toISOString().slice(0, 10),
    licence,
    attribution,
    url: url ?? '',
  };
}

/** Adds up the progress of files and passes; nothing runs backwards. */
function progressOver(
  { files, onProgress, format }: ImportOptions,
  tally: Tally,
): (file: number, pass?: 1 | 2) => FileProgress {
  const sizes = files.map((path) => statSync(path).size);
  const passes = isObjectFormat(format) && format !== 'lacnic' ? 2 : 1;
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0) * passes;
  let before = 0;
  return (file, pass = 1) => {
    const path = files[file] ?? '';
    const size = sizes[file] ?? 0;
    // The first pass over the files, then the second: what lies before this one.
    const start =
      sizes.slice(0, file).reduce((sum, each) => sum + each, 0) + (passes === 2 && pass === 2 ? totalBytes / 2 : 0);
    return (bytes) => {
      before = Math.max(before, start + Math.min(bytes, size));
      onProgress({ file: path, bytes: Math.min(before, totalBytes), totalBytes, objects: tally.read() });
    };
  };
}
