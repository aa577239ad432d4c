import type { FileReader } from './import-sink.ts';
import { readBounds } from './read-bounds.ts';
import { readTextLines } from './read-text-lines.ts';
import { countryOf, dateOf } from './read-values.ts';
import { repairEncoding } from './repair-encoding.ts';
import { NOTHING_STATED } from './stated-facts.ts';

/** What goes beyond is cut. */
const LONGEST_NAME = 1000;

/**
 * RIPE's list of allocations: for each member its registry id (`de.example`), its name indented, and its networks as
 * `date TAB prefix TAB status`. Each network is an object; the id begins with the member's country.
 */
export const readAlloclist: FileReader = (path, sink, onProgress) => {
  let regid = '';
  let name = '';
  return readTextLines(
    path,
    (line, number) => {
      const text = line.trim();
      if (text === '' || text.startsWith('#') || text.startsWith('%')) return;
      if (!/^\s/.test(line)) {
        regid = text;
        name = '';
        return;
      }
      if (!/^\d{8}\s/.test(text)) {
        // A name may go over several lines.
        name = `${name} ${repairEncoding(text.slice(0, LONGEST_NAME))}`.trim().slice(0, LONGEST_NAME);
        return;
      }
      const [date = '', range = '', status = ''] = text.split(/\t+|\s{2,}/).map((part) => part.trim());
      if (regid === '' || name === '') {
        sink.wrong(number, 'ATTRIBUTE_WITHOUT_OBJECT');
        return;
      }
      const bounds = readBounds(range);
      if (!bounds.ok) {
        sink.wrong(number, bounds.fault);
        return;
      }
      sink.network(
        {
          format: 'alloclist',
          bounds: bounds.value,
          netname: '',
          descr: [name],
          remarks: [],
          address: [],
          postcode: null,
          country: countryOf([regid.slice(0, regid.indexOf('.'))]),
          organisation: null,
          status: status.toUpperCase() || 'ALLOCATED',
          maintainers: [],
          asn: null,
          date: dateOf(date),
        },
        null,
        NOTHING_STATED,
      );
    },
    (number) => sink.wrong(number, 'LINE_TOO_LONG'),
    onProgress,
  );
};
