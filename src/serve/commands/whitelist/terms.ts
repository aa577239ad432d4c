import { ACKNOWLEDGEMENTS, IMPORT_SOURCES, sourceOfFormat } from '../../../build-whitelist/sources.ts';
import type { ImportFormat } from '../../../build-whitelist/import/registry-objects.ts';
import { CommandFault } from '../../command-fault.ts';
import { say } from '../../terminal.ts';

/** The sources whose terms the operator says to have accepted. @throws CommandFault for one that is none */
export function readAcknowledged(text: string | undefined): ReadonlySet<string> {
  const named = (text ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  if (named.some((name) => !ACKNOWLEDGEMENTS.includes(name))) {
    throw new CommandFault(`--terms-accepted takes ${ACKNOWLEDGEMENTS.join(', ')}, separated by commas`, 'usage');
  }
  return new Set(named);
}

/** Says the terms that nobody has acknowledged yet, and refuses. @throws CommandFault */
export function demandAcknowledged(formats: readonly ImportFormat[], acknowledged: ReadonlySet<string>): void {
  const missing = IMPORT_SOURCES.filter(
    ({ format, acknowledge }) => formats.includes(format) && acknowledge !== null && !acknowledged.has(acknowledge),
  );
  if (missing.length === 0) return;
  for (const { title, licence, terms } of missing) say(`${title} (${licence}): ${terms}`);
  const names = [...new Set(missing.flatMap(({ acknowledge }) => acknowledge ?? []))];
  throw new CommandFault(
    `nothing was imported: read those terms, then say with --terms-accepted ${names.join(',')} that you keep to them (TERMS_NOT_ACCEPTED)`,
    'usage',
  );
}

export function isAcknowledged(format: ImportFormat, acknowledged: ReadonlySet<string>): boolean {
  const { acknowledge } = sourceOfFormat(format);
  return acknowledge !== null && acknowledged.has(acknowledge);
}
