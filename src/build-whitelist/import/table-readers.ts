import type { ProviderType } from '../../contracts/company.ts';
import type { RecordOrigin } from './describe-network.ts';
import type { ObjectFormat } from './grammars.ts';
import type { FileReader } from './import-sink.ts';
import type { ImportFormat } from './registry-objects.ts';

export type ListContext = RecordOrigin & {
  readonly name: string;
  readonly providerType: ProviderType | null;
};

export function fileReaderOf(format: Exclude<ImportFormat, ObjectFormat>, list: ListContext): FileReader {
  throw new RangeError(`${format} ${list.name}`);
}
