import { z } from 'zod';
import { MATCH_MISSES } from '../contracts/company-match.ts';
import { KINDS } from '../contracts/company.ts';
import { WITHHELD_REASONS } from '../contracts/reasons.ts';

/** Number of the file format; a reader refuses every other one. */
export const FORMAT = 3;

const FileSeal = z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().length(64) });

/** Where a source's own data comes from, and what it allows. */
export const ManifestSource = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  /** ISO date of the source's data. */
  date: z.string(),
  licence: z.string(),
  /** Sentence to be printed where results are shown. */
  attribution: z.string(),
  url: z.string(),
  rows: z.number().int(),
});
export type ManifestSource = z.infer<typeof ManifestSource>;

/** That the operator has acknowledged a source's terms, and on which day (ISO); null where the source asks for nothing. */
export const TermsAccepted = z.object({ by: z.literal('operator'), on: z.string() }).nullable();
export type TermsAccepted = z.infer<typeof TermsAccepted>;

/** What a whitelist is made of; stands beside it as `<version>.json` and is the last file to be written. */
export const Manifest = z.object({
  format: z.number().int(),
  /** Content hash: 16 hexadecimal digits over ranges, records, sources and counts, not over `builtAt`. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  /** RFC 3339, UTC. */
  builtAt: z.string(),
  /** `country`: also holders of which only the network's registration country is known. */
  location: z.enum(['full', 'country']),
  sources: z.array(ManifestSource),
  /** What was merged, in the order of their ids; the objects file names them by position. */
  layers: z.array(
    z.object({
      id: z.string(),
      /** Format of the import; decides how a range is called (object-key.ts). */
      format: z.string(),
      /** Whose date its ranges carry. */
      sourceId: z.string(),
      /** RFC 3339, UTC; not part of the content hash. */
      importedAt: z.string(),
      termsAccepted: TermsAccepted,
      ranges4: z.number().int(),
      ranges6: z.number().int(),
      records: z.number().int(),
    }),
  ),
  counts: z.object({
    ranges4: z.number().int(),
    ranges6: z.number().int(),
    segments4: z.number().int(),
    segments6: z.number().int(),
    /** Equal ones of a layer stand there once. */
    records: z.number().int(),
    recordsByKind: z.partialRecord(z.enum(KINDS), z.number().int()),
    /** Ranges as imported, by the kind of the record that they lead to. */
    rangesByKind: z.partialRecord(z.enum(KINDS), z.number().int()),
    /** Organisations that the release rules let through with their default settings. */
    shownOrganisations: z.number().int(),
    shownAddresses4: z.number().int(),
  }),
  /** What the company lists gave; absent where there is none. */
  companies: z
    .object({
      /** In the order in which they win; `names` of networks' holders were found in each. */
      lists: z.array(
        z.object({ id: z.string(), sourceId: z.string(), rows: z.number().int(), names: z.number().int() }),
      ),
      /** Different names of holders, with their places. */
      names: z.number().int(),
      matchedNames: z.number().int(),
      matchedRecords: z.number().int(),
      misses: z.partialRecord(z.enum(MATCH_MISSES), z.number().int()),
    })
    .optional(),
  /** Records that the release rules withhold, by reason; and rows of the sources that were not used, by why. */
  leftOut: z.object({
    records: z.partialRecord(z.enum(WITHHELD_REASONS), z.number().int()),
    rows: z.record(z.string(), z.number().int()),
  }),
  files: z.object({ ranges: FileSeal, records: FileSeal, tables: FileSeal, objects: FileSeal }),
});
export type Manifest = z.infer<typeof Manifest>;
