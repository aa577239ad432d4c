import type { CompanySize, PeopleRange, SizeClass } from '../contracts/company.ts';
import { SIZE_CLASSES } from '../contracts/company.ts';
import { sizeClassOf, statedPeople } from './release-rules.ts';

const NUMBER = String.raw`\d{1,9}`;
const FROM_TO = new RegExp(`^(${NUMBER})(?:-|bis|to|until|und|and|a|à)(${NUMBER})$`);
const AT_LEAST = new RegExp(
  `^(?:ab|mindestens|min|from|atleast|>=|≥)(${NUMBER})$|^(${NUMBER})(?:\\+|undmehr|ormore|andmore|orover|etplus|plus)$`,
);
const MORE_THAN = new RegExp(`^(?:>|über|ueber|mehrals|morethan|over|plusde)(${NUMBER})$`);
const AT_MOST = new RegExp(`^(?:<=|≤|bis|bizu|biszu|upto|max|maximal|höchstens)(${NUMBER})$`);
const LESS_THAN = new RegExp(`^(?:<|unter|wenigerals|lessthan|under|moinsde)(${NUMBER})$`);
const ONE = new RegExp(`^(${NUMBER})$`);

/** Words that stand beside a number and mean nothing more. */
const WORDS_BESIDE =
  /\b(?:mitarbeiter(?:innen|in)?(?:\/innen)?|beschäftigte[rn]?|beschaeftigte|angestellte|personen|employees?|people|persons|staff|headcount|fte|salariés?|ma|ca|circa|approx|approximately|about|rund|etwa|environ|class|klasse)\b\.?|[~≈]/giu;

/**
 * People as a source states them: a headcount ("120", "ca. 120", "1.234"), a range or a class ("11-50", "50 bis 99",
 * "10.001+", "> 500"). A range that lies inside one class of ours is that class. null where nothing is said, and for 0,
 * which means unknown in every source we know of.
 */
export function readPeople(text: string): CompanySize | null {
  const written = text
    .replaceAll(/[–—−]/g, '-')
    .replaceAll(WORDS_BESIDE, ' ')
    .trim()
    .toLowerCase()
    // Thousands: 1.234, 1,234, 1'234, 1 234.
    .replaceAll(/(?<=\d)[.,'’\s](?=\d{3}(?!\d))/g, '')
    // Full-time equivalents: 12.5 people are at least 12.
    .replaceAll(/(?<=\d)[.,]\d{1,2}(?!\d)/g, '')
    .replaceAll(/\s+/g, '')
    .replace(/^\((.*)\)$/, '$1');
  const one = ONE.exec(written);
  if (one) return sizeOfHeadcount(Number(one[1]));
  const range = rangeIn(written);
  return range === null ? null : sizeOfRange(range);
}

/** A stated headcount with its class; null for 0. */
export function sizeOfHeadcount(employees: number): CompanySize | null {
  const sizeClass = sizeClassOf(employees);
  return sizeClass === null ? null : { class: sizeClass, range: null, employees, evidence: 'stated' };
}

/** A stated range: the class that it lies in, else the range itself. */
export function sizeOfRange({ from, to }: PeopleRange): CompanySize | null {
  const range = { from: Math.max(1, from), to };
  if (to !== null && to < range.from) return null;
  const sizeClass = classAround(range);
  return { class: sizeClass, range: sizeClass === null ? range : null, employees: null, evidence: 'stated' };
}

function classAround({ from, to }: PeopleRange): SizeClass | null {
  return (
    SIZE_CLASSES.find((sizeClass) => {
      const around = statedPeople({ class: sizeClass, range: null, employees: null, evidence: 'stated' });
      return around !== null && from >= around.from && (around.to === null || (to !== null && to <= around.to));
    }) ?? null
  );
}

function rangeIn(text: string): PeopleRange | null {
  const between = FROM_TO.exec(text);
  if (between) return { from: Number(between[1]), to: Number(between[2]) };
  const least = AT_LEAST.exec(text);
  if (least) return { from: Number(least[1] ?? least[2]), to: null };
  const more = MORE_THAN.exec(text);
  if (more) return { from: Number(more[1]) + 1, to: null };
  const most = AT_MOST.exec(text);
  if (most) return { from: 1, to: Number(most[1]) };
  const less = LESS_THAN.exec(text);
  return less ? { from: 1, to: Number(less[1]) - 1 } : null;
}
