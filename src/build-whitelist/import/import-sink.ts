import type { Result } from '../../contracts/result.ts';
import type { CompanyRecord } from '../../contracts/company.ts';
import type { AsClass } from '../layers/as-class.ts';
import type { ReadFault } from './read-chunks.ts';
import type { Bounds, NetworkObject, OrganisationObject } from './registry-objects.ts';
import type { StatedFacts } from './stated-facts.ts';

/** Why a file cannot be imported at all. */
export type FileFault = ReadFault | 'COLUMNS_UNKNOWN' | 'JSON_UNREADABLE' | 'MMDB_UNREADABLE';

/** Where the readers of all formats put what they find; each object goes to exactly one of these. */
export type ImportSink = {
  /** A network whose user has to be read; facts that its source states go before what is read. */
  readonly network: (object: NetworkObject, organisation: OrganisationObject | null, stated: StatedFacts) => void;
  /** A range whose record is known. */
  readonly range: (bounds: Bounds, record: CompanyRecord) => void;
  readonly asClass: (asn: number, asClass: AsClass) => void;
  readonly organisation: () => void;
  readonly ignore: (reason: string) => void;
  readonly wrong: (line: number, code: string) => void;
};

export type FileProgress = (bytes: number, totalBytes: number) => void;

/** Reads one file of a format to its end. */
export type FileReader = (path: string, sink: ImportSink, onProgress: FileProgress) => Promise<Result<null, FileFault>>;
