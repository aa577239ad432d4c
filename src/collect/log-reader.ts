import type { Result } from '../contracts/result.ts';
import type { LogLineFault, ReadLine } from './log-entry.ts';
import { readJsonLine } from './json-line.ts';
import { readLogLine } from './log-line.ts';
import { readW3cFields, readW3cLine, type W3cFields } from './w3c-line.ts';

/** Reads the lines of one log in turn; null for a line that is a directive and no request. */
export type LogReader = (line: string) => Result<ReadLine, LogLineFault> | null;

/** What syslog puts in front (RFC 3164, 4.1): priority, time, a host that may be missing, tag. */
const SYSLOG = /^<\d{1,3}>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:[^\s:]{1,255} )?\w{1,32}(?:\[\d+\])?: /;

/**
 * A reader that recognises each line by its content: a JSON object, the W3C extended format after its `#Fields:`, else
 * combined or vhost_combined; each of them also inside a message of syslog. It remembers the fields of the W3C format and
 * nothing of a line.
 */
export function createLogReader(): LogReader {
  let fields: W3cFields | null = null;
  return (framed) => {
    const line = framed.startsWith('<') ? framed.replace(SYSLOG, '') : framed;
    if (line.startsWith('{')) return readJsonLine(line);
    if (line.startsWith('#')) {
      fields = readW3cFields(line) ?? (/^#Fields:/i.test(line) ? null : fields);
      return null;
    }
    const read = fields === null ? null : readW3cLine(line, fields);
    // Files of several formats may come one after the other.
    return read === null || (!read.ok && read.fault === 'unreadable-line') ? readLogLine(line) : read;
  };
}
