import { LIST_FIELDS, type ListField } from '../../../contracts/company-source.ts';
import { CommandFault } from '../../command-fault.ts';

/**
 * `Firma=name,PLZ=postcode`: fields by column. A comma inside a column's name is kept: a part without `=` belongs to the
 * next one. @throws CommandFault where it cannot be read
 */
export function readMapping(texts: readonly string[]): Readonly<Record<string, ListField>> {
  const mapping: Record<string, ListField> = {};
  for (const text of texts) {
    let begun = '';
    for (const part of text.split(',')) {
      const at = part.lastIndexOf('=');
      if (at < 0) {
        begun += `${part},`;
        continue;
      }
      const column = `${begun}${part.slice(0, at)}`.trim();
      const field = LIST_FIELDS.find((name) => name === part.slice(at + 1).trim());
      if (field === undefined || column === '') throw wrongMapping();
      mapping[column] = field;
      begun = '';
    }
    if (begun !== '') throw wrongMapping();
  }
  return mapping;
}

function wrongMapping(): CommandFault {
  return new CommandFault(
    `--map takes COLUMN=FIELD, separated by commas; fields are ${LIST_FIELDS.join(', ')}`,
    'usage',
  );
}
