/** Values of attributes that have a form of their own, the same in all registries. */

/** Codes in country attributes that name no country: Europe, Asia-Pacific, unknown. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'AP', 'ZZ', 'XX', 'AA']);
const OTHER_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** ISO 3166-1 alpha-2; null where no value is one, or several say different. */
export function countryOf(values: readonly string[]): string | null {
  let found: string | null = null;
  for (const value of values) {
    const written = /^[A-Za-z]{2}(?=$|\s|#)/.exec(value)?.[0].toUpperCase();
    if (written === undefined || NO_COUNTRIES.has(written)) continue;
    const code = OTHER_CODES[written] ?? written;
    if (found !== null && found !== code) return null;
    found = code;
  }
  return found;
}

/** ISO date of `2014-01-31T20:40:58Z`, `20020725`, or an old `changed` value with its author in front. */
export function dateOf(value: string): string | null {
  const [, year = '', month = '', day = ''] =
    /(?:^|\s)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(value) ?? [];
  return year === '' ? null : `${year}-${month}-${day}`;
}

/** The latest of dates, ISO. */
export function latestOf(values: readonly string[]): string | null {
  let latest: string | null = null;
  for (const value of values) {
    const date = dateOf(value);
    if (date !== null && (latest === null || date > latest)) latest = date;
  }
  return latest;
}

const LARGEST_ASN = 2 ** 32 - 1;

/** Number of an autonomous system as `AS64500` or `64500`; null for none and for 0. */
export function asnOf(value: string): number | null {
  const digits = /^(?:AS\s?)?(\d{1,10})$/i.exec(value.trim())?.[1];
  const asn = digits === undefined ? 0 : Number(digits);
  return asn > 0 && asn <= LARGEST_ASN ? asn : null;
}
