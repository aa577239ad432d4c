import { z } from 'zod';
import { KINDS } from '../../contracts/company.ts';
import { WITHHELD_REASONS } from '../../contracts/reasons.ts';
import { ManifestSource, TermsAccepted } from '../../whitelist/manifest.ts';
import { IMPORT_FORMATS } from '../import/registry-objects.ts';

/** Number of the layer files' format; a layer of another one has to be imported again. */
export const LAYER_FORMAT = 2;

/** What an importer counted: every object once, as kept, ignored (why) or wrong. */
export const ImportCounts = z.object({
  read: z.number().int(),
  kept: z.number().int(),
  ignored: z.record(z.string(), z.number().int()),
  wrong: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

const Withheld = z.partialRecord(z.enum(WITHHELD_REASONS), z.number().int());

/** A layer: what one import left. Stands as `layers/<id>.json` and names the binary file beside it. */
export const LayerManifest = z.object({
  layerFormat: z.number().int(),
  /** The id of its source. */
  id: z.string(),
  format: z.enum(IMPORT_FORMATS),
  source: ManifestSource,
  /** Other sources that its records name as evidence (a register of addresses that was joined). */
  furtherSources: z.array(ManifestSource),
  termsAccepted: TermsAccepted,
  /** RFC 3339, UTC. */
  importedAt: z.string(),
  counts: ImportCounts,
  contents: z.object({
    ranges4: z.number().int(),
    ranges6: z.number().int(),
    records: z.number().int(),
    asClasses: z.number().int(),
    recordsByKind: z.partialRecord(z.enum(KINDS), z.number().int()),
    /** Records that the release rules withhold, by the location that is asked for. */
    withheld: z.object({ full: Withheld, country: Withheld }),
    /** Records whose address stands with many unrelated names, and those whose name stands for an access pool. */
    sharedAddresses: z.number().int(),
    pools: z.number().int(),
  }),
  file: z.object({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string().length(64) }),
});
export type LayerManifest = z.infer<typeof LayerManifest>;
