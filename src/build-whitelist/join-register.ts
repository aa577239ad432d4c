import type { LegalForm, NameParts } from '../company/legal-forms.ts';
import { words } from '../company/words.ts';
import type { ConfidenceReason } from '../contracts/confidence.ts';
import type { AddressRegister, RegisterEntry } from './read-address-register.ts';
import { type PostalAddress, readPostalAddress } from './read-postal-address.ts';

/** What raised or lowered the confidence in a join; the kind is judged later, with or without one. */
type JoinReason = Exclude<ConfidenceReason, 'kind-not-proven'>;

export type Join = {
  readonly entry: RegisterEntry;
  readonly address: PostalAddress;
  readonly reasons: readonly JoinReason[];
};

/**
 * How often each word occurs in the names of both registers: a name of rare words names one organisation, a name
 * of common words may name many.
 */
export type WordCounts = ReadonlyMap<string, number>;

/** In how many names the rarest word of a name may occur, by the number of its words. */
const RARE_WHERE_FORMS_AGREE = { alone: 8, two: 40, many: 150 };
const RARE_WHERE_ONE_IS_MISSING = { alone: 4, two: 8, many: 60 };
/** A word in as many names (Technologies, Systems) tells nothing. */
const VAGUE = 500;

/** The place that most assignments name must be named by this share of them. */
const CLEAR_SHARE = 0.75;

/** Countries in which one local form is translated now as `Ltd.`, now as `Inc.`, `Corp.` or `LLC`. */
const TRANSLATING = new Set('JP KR TW CN HK TH VN RU UA BY KZ BG IL TR IR RS GR LV LT EE'.split(' '));
const TRANSLATED_FAMILIES = new Set([
  'ltd',
  'inc',
  'llc',
  'ooo',
  'too',
  'tov',
  'ood',
  'jsc',
  'ad',
  'kk',
  'as-tr',
  'ltdsti',
]);

/**
 * Looks a holder up in the address register: same words, same country, and a legal form that agrees ("DCS LLC" is
 * not "DCS AG"; Inc. and Corp. of one name are two companies). null where nothing or too much fits.
 */
export function joinRegister(
  holder: NameParts,
  country: string | null,
  register: AddressRegister,
  counts: WordCounts,
): Join | null {
  const entries = (register.byName.get(holder.core.join(' ')) ?? []).filter((entry) => entry.country === country);
  const agreeing = entries.filter(({ parts }) => formsAgree(holder.form, parts.form, country));
  const named = agreeing.length > 0 ? agreeing : formInOneRegister(holder.form, country, entries);
  const best = clearest(named);
  if (!best) return null;

  const agrees = agreeing.length > 0;
  const rare = isRare(holder.core, agrees, counts);
  const reasons: JoinReason[] = [
    agrees ? 'legal-form-agrees' : 'legal-form-in-one-register',
    rare ? 'rare-name' : 'common-words',
    best.clear ? 'one-address' : 'several-addresses',
  ];
  if (best.entry.recent === 0) reasons.push('address-before-2005');
  const street = words(best.entry.lines.slice(0, -2).join(' '));
  if (street.some((word) => DIVISION_WORDS.has(word)) || MAIL_STOP.test(best.entry.lines[0] ?? '')) {
    reasons.push('address-of-a-division');
  }
  if (MAIL_DROP.test(best.entry.lines[0] ?? '')) reasons.push('mail-drop');
  return { entry: best.entry, address: best.address, reasons };
}

const DIVISION_WORDS = new Set(
  'division div dept department plant laboratory laboratories lab center centre group automotive werk campus'.split(
    ' ',
  ),
);
const MAIL_STOP = /^(?:m\/?s\b|mail ?stop|ms[- ]?\d|bldg|room|dept|attn)/i;

/** Addresses of registered agents, private letter boxes and flats: no place where five people work. */
const MAIL_DROP =
  /\b(?:apt|apartment|flat)\b\.? ?#?\d|\bpmb\b|^p\.? ?o\.? ?b(?:ox)?\b|# ?\d{3,}|\bunit #?\d{4,}|suite \d{5,}|c\/o\b|8 the green|501 silverside|71-75 shelton|20-22 wenlock|kemp house|651 n broad st/i;

function formsAgree(one: LegalForm | null, other: LegalForm | null, country: string | null): boolean {
  if (!one || !other) return false;
  if (one.form === other.form) return true;
  if (country !== null && TRANSLATING.has(country)) {
    return TRANSLATED_FAMILIES.has(one.family) && TRANSLATED_FAMILIES.has(other.family);
  }
  return one.family === other.family && one.family !== 'inc';
}

/** Entries that write no form where the holder has one, or the other way round, if only one form is in play. */
function formInOneRegister(
  form: LegalForm | null,
  country: string | null,
  entries: readonly RegisterEntry[],
): readonly RegisterEntry[] {
  // "Nasdaq Pty Ltd" with addresses registered in the United States is not the Nasdaq of New York.
  if (form && form.countries.length > 0 && !form.countries.includes(country ?? '')) return [];
  const forms = new Set(entries.flatMap(({ parts }) => parts.form?.form ?? []));
  if (form) return forms.size === 0 ? entries : [];
  return forms.size <= 1 ? entries : [];
}

type Place = { readonly entry: RegisterEntry; readonly address: PostalAddress; readonly clear: boolean };

/** The entry of the place that most (recent) assignments name. */
function clearest(entries: readonly RegisterEntry[]): Place | null {
  const read = entries
    .map((entry) => ({ entry, address: readPostalAddress(entry.lines), weight: entry.recent * 2 + entry.assignments }))
    .filter(({ address }) => address.city !== null && address.postcode !== null);
  const weights = new Map<string, number>();
  let total = 0;
  for (const { address, weight } of read) {
    const city = words(address.city ?? '').join(' ');
    weights.set(city, (weights.get(city) ?? 0) + weight);
    total += weight;
  }
  const [city, weight] = [...weights].sort((one, other) => other[1] - one[1])[0] ?? [];
  const best = read
    .filter(({ address }) => words(address.city ?? '').join(' ') === city)
    .sort((one, other) => other.weight - one.weight)[0];
  return best && weight !== undefined
    ? { entry: best.entry, address: best.address, clear: weight >= total * CLEAR_SHARE }
    : null;
}

function isRare(core: readonly string[], formAgrees: boolean, counts: WordCounts): boolean {
  // Three letters are an abbreviation, and abbreviations are never rare.
  if (core.join('').length <= 3) return false;
  const telling = core.filter((word) => (counts.get(word) ?? 0) < VAGUE);
  const rarest = Math.min(...telling.map((word) => counts.get(word) ?? 0));
  const { alone, two, many } = formAgrees ? RARE_WHERE_FORMS_AGREE : RARE_WHERE_ONE_IS_MISSING;
  return rarest <= (telling.length <= 1 ? alone : telling.length === 2 ? two : many);
}

/** Counts in how many different names each word occurs. */
export function countWords(names: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) for (const word of new Set(name)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
