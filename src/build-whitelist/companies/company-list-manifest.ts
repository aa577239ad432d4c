import { z } from 'zod';
import { COMPANY_FORMATS } from '../../contracts/company-source.ts';
import { ManifestSource } from '../../whitelist/manifest.ts';
import { ImportCounts } from '../layers/layer-manifest.ts';

/** Number of the lists' format; a list of another one has to be imported again. */
export const LIST_FORMAT = 1;

/** A list of companies: what one import left. Stands as `companies/<id>.json` and names the Parquet file beside it. */
export const CompanyListManifest = z.object({
  listFormat: z.literal(LIST_FORMAT),
  /** The id of its source. */
  id: z.string(),
  format: z.enum(COMPANY_FORMATS),
  source: ManifestSource,
  /** RFC 3339, UTC. */
  importedAt: z.string(),
  counts: ImportCounts,
  file: z.object({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string().length(64) }),
  /** Which list tells a part of a company that several know: the lowest. */
  rank: z.number().int(),
});
export type CompanyListManifest = z.infer<typeof CompanyListManifest>;
