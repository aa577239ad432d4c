import { COMPANY_ID } from '../contracts/corrections.ts';
import {
  EXCLUSION_KINDS,
  type ExclusionKind,
  LONGEST_EXCLUSION,
  LONGEST_EXCLUSION_REASON,
} from '../contracts/exclusion.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import { isSmallRange, rangeText, readRange } from '../whitelist/address-ranges.ts';

/** An exclusion that can be stored; its value has one spelling. */
export type ReadExclusion = { readonly kind: ExclusionKind; readonly value: string; readonly reason: string | null };

export type ExclusionFault = 'EXCLUSION_RANGE' | 'EXCLUSION_VALUE' | 'EXCLUSION_REASON_MISSING';

/** Which values there are besides ranges. Neither blanks nor `#` stand in one, so that a list can carry comments. */
const VALUES: Readonly<Record<Exclude<ExclusionKind, 'range'>, RegExp>> = {
  page: /^\/[^\s#\p{Cc}]*$/u,
  host: /^[\d*._a-z:[\]-]{1,253}$/,
  company: COMPANY_ID,
};

/**
 * Checks what somebody wants to exclude, and spells it as it is stored. A range that may be one person's line needs a
 * reason (privacy promise 7).
 */
export function readExclusion(
  kind: ExclusionKind,
  text: string,
  givenReason: string | null,
): Result<ReadExclusion, ExclusionFault> {
  const value = text.trim();
  const reason = givenReason?.trim().slice(0, LONGEST_EXCLUSION_REASON) ?? '';
  if (kind === 'range') {
    const range = readRange(value);
    if (range === null) return fault('EXCLUSION_RANGE');
    if (isSmallRange(range) && reason.length < 3) return fault('EXCLUSION_REASON_MISSING');
    return ok({ kind, value: rangeText(range), reason: reason || null });
  }
  const spelt = kind === 'host' ? value.toLowerCase() : value;
  if (spelt.length > LONGEST_EXCLUSION || !VALUES[kind].test(spelt)) return fault('EXCLUSION_VALUE');
  return ok({ kind, value: spelt, reason: reason || null });
}

/** `line` counts from 1. */
export type ExclusionLineFault = { readonly line: number; readonly code: ExclusionFault };

/** More faults than anybody reads are counted by nobody. */
const MOST_FAULTS = 100;

/**
 * Reads a list, an exclusion a line: a range, or `page:/…`, `host:…`, `company:…`; after a blank and `#` its reason.
 * Lines that are empty or begin with `#` say nothing.
 */
export function readExclusionList(text: string): {
  readonly read: readonly ReadExclusion[];
  readonly faults: readonly ExclusionLineFault[];
} {
  const read: ReadExclusion[] = [];
  const faults: ExclusionLineFault[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const { value, reason } = cutLine(line);
    if (value === '') continue;
    const kind = EXCLUSION_KINDS.find((one) => value.startsWith(`${one}:`));
    const one = readExclusion(kind ?? 'range', kind === undefined ? value : value.slice(kind.length + 1), reason);
    if (one.ok) read.push(one.value);
    else if (faults.length < MOST_FAULTS) faults.push({ line: index + 1, code: one.fault });
  }
  return { read, faults };
}

function cutLine(line: string): { readonly value: string; readonly reason: string | null } {
  const hash = line.indexOf('#');
  if (hash < 0) return { value: line.trim(), reason: null };
  return { value: line.slice(0, hash).trim(), reason: line.slice(hash + 1) };
}

/** The list that `readExclusionList` reads. Line breaks of a reason become blanks. */
export function exclusionList(exclusions: readonly ReadExclusion[]): string {
  return exclusions
    .map(({ kind, value, reason }) => {
      const named = kind === 'range' ? value : `${kind}:${value}`;
      return `${reason === null ? named : `${named} # ${reason.replaceAll(/[\r\n]+/g, ' ')}`}\n`;
    })
    .join('');
}
