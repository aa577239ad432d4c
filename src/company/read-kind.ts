import type { Kind } from '../contracts/company.ts';
import { isCompanyBrand, lengthOfCompanyBrand } from './company-brands.ts';
import { COMPANY_PARTS, COMPANY_WORDS } from './company-words.ts';
import type { NameParts } from './legal-forms.ts';
import {
  EDUCATION_CUSTOMER,
  EDUCATION_PARTS,
  EDUCATION_WORDS,
  PUBLIC_CUSTOMER,
  PUBLIC_PHRASES,
  PUBLIC_WORDS,
  WEAK_EDUCATION_WORDS,
  WEAK_PUBLIC_CUSTOMER,
  WEAK_PUBLIC_WORDS,
} from './organisation-words.ts';
import { isProviderBrand, lengthOfProviderBrand } from './provider-brands.ts';
import {
  ENDING_EXCEPTIONS,
  PROVIDER_ENDINGS,
  PROVIDER_PARTS,
  PROVIDER_PHRASES,
  PROVIDER_WORDS,
  WEAK_PROVIDER_PARTS,
  WEAK_PROVIDER_WORDS,
} from './provider-words.ts';
import {
  CUSTOMER_BRANDS,
  NEUTRAL_BESIDE_BRAND,
  PROVIDER_TRADE_PARTS,
  PROVIDER_TRADE_PHRASES,
  PROVIDER_TRADE_WORDS,
} from './provider-trades.ts';
import { INSTITUTION_WORDS, PLACE_WORDS, TRADE_PARTS, TRADE_WORDS } from './trade-words.ts';

/** What a name alone tells of the kind of an organisation, and how sure it is. */
export type KindByName = {
  readonly kind: Extract<Kind, 'company' | 'provider' | 'public' | 'education'>;
  /** `brand` and `word` are sure; `weak-word` is not; `trade`: a word of an industry; `none`: the name says nothing. */
  readonly because: 'brand' | 'word' | 'company-brand' | 'weak-word' | 'trade' | 'none';
};

/** Reads the kind from a name without its legal form. Brands first, then sure words, then words that may mislead. */
export function kindByName({ core, form }: NameParts): KindByName {
  const text = ` ${core.join(' ')} `;
  const has = (table: ReadonlySet<string>): boolean => core.some((word) => table.has(word));
  const says = (phrases: readonly string[]): boolean => phrases.some((phrase) => text.includes(` ${phrase} `));
  if (isProviderBrand(core)) return { kind: 'provider', because: 'brand' };
  const named = isCompanyBrand(core);
  const isCorporation = form?.shape === 'corporation';
  if (has(EDUCATION_WORDS) || core.some((word) => EDUCATION_PARTS.some((part) => word.includes(part))))
    return { kind: 'education', because: 'word' };
  if (has(PUBLIC_WORDS) || says(PUBLIC_PHRASES)) return { kind: 'public', because: 'word' };
  if (named && !core.some(isProviderWord) && !says(PROVIDER_PHRASES))
    return { kind: 'company', because: 'company-brand' };
  if (core.some(isProviderWord) || says(PROVIDER_PHRASES)) return { kind: 'provider', because: 'word' };
  if (!isCorporation && has(WEAK_EDUCATION_WORDS)) return { kind: 'education', because: 'weak-word' };
  if (!isCorporation && has(WEAK_PUBLIC_WORDS)) return { kind: 'public', because: 'weak-word' };
  if (has(WEAK_PROVIDER_WORDS) || core.some((word) => WEAK_PROVIDER_PARTS.some((part) => word.includes(part)))) {
    return { kind: 'provider', because: 'weak-word' };
  }
  const trade = has(COMPANY_WORDS) || core.some((word) => COMPANY_PARTS.some((part) => word.includes(part)));
  return { kind: 'company', because: trade ? 'trade' : 'none' };
}

/** Whether a word is sure to be a provider's. */
export function isProviderWord(word: string): boolean {
  if (PROVIDER_WORDS.has(word) || PROVIDER_PART.test(word)) return true;
  return word.length >= 5 && PROVIDER_ENDING.test(word) && !ENDING_EXCEPTIONS.has(word);
}

const PROVIDER_PART = new RegExp(PROVIDER_PARTS.join('|'), 'u');
const PROVIDER_ENDING = new RegExp(`(?:${PROVIDER_ENDINGS.join('|')})$`, 'u');

/**
 * The same for a customer who is named in somebody else's block, where companies are the rule and providers the
 * exception: a word of the trade of networks counts against a legal form only where it is the trade itself
 * ("Telecom", "Hosting", "Data Centre"), and a provider's brand only where nothing foreign follows it
 * ("Sunrise Communications" but not "Sunrise Senior Living"). Ask `readsAsPerson` and `isAccessPool` first.
 */
export function kindOfCustomer(parts: NameParts): KindByName {
  const { core, form } = parts;
  const text = ` ${core.join(' ')} `;
  const has = (table: ReadonlySet<string>): boolean => core.some((word) => table.has(word));
  const isCorporation = form?.shape === 'corporation';
  const branded = brandedKind(core);
  if (branded) return branded;
  const trade = core.some(
    (word) => COMPANY_WORDS.has(word) || TRADE_WORDS.has(word) || INSTITUTION_WORDS.has(word) || TRADE_PARTS.test(word),
  );
  if (!(isCorporation && core.some((word) => TRADE_WORDS.has(word)))) {
    // A firm that sells to schools or to the police has a form and names its trade.
    if (has(EDUCATION_WORDS) || EDUCATION_CUSTOMER.test(text)) return { kind: 'education', because: 'word' };
    if (
      has(PUBLIC_WORDS) ||
      PUBLIC_CUSTOMER.test(text) ||
      PUBLIC_PHRASES.some((phrase) => text.includes(` ${phrase} `))
    )
      return { kind: 'public', because: 'word' };
  } else if (core.some((word) => EDUCATION_PARTS.some((part) => word.includes(part)))) {
    return { kind: 'education', because: 'word' };
  }
  const sells = has(PROVIDER_TRADE_WORDS) || core.some((word) => PROVIDER_TRADE_PARTS.test(word));
  if ((sells && !advertises(core)) || PROVIDER_TRADE_PHRASES.test(text)) return { kind: 'provider', because: 'word' };
  if (!isCorporation && has(WEAK_EDUCATION_WORDS)) return { kind: 'education', because: 'weak-word' };
  const sellsGoods = core.some(
    (word) => COMPANY_WORDS.has(word) || (TRADE_WORDS.has(word) && !GENERAL_TRADES.has(word)),
  );
  if (!isCorporation && has(WEAK_PUBLIC_CUSTOMER) && !sellsGoods) return { kind: 'public', because: 'weak-word' };
  // Without a legal form a trade's word still speaks for a company, "Network" or "Online" alone for a provider.
  if (form || trade) return { kind: 'company', because: trade ? 'trade' : 'none' };
  const asHolder = kindByName(parts);
  return asHolder.kind === 'provider'
    ? asHolder
    : { kind: 'company', because: asHolder.because === 'trade' ? 'trade' : 'none' };
}

/** Words of every trade, which tell nothing of one. */
const GENERAL_TRADES = new Set(
  'service services servicios servicos servizi company companies group groupe gruppe grupo holding holdings system systems systeme sistemas technology technologies tecnologia tecnologias solutions solution enterprise enterprises international business global trading management center centre zentrum digital corporation corp custom office development operations online it general information informatica informatik data media limited tv video radio satellite electronics exchange'.split(
    ' ',
  ),
);

/** "Marketing Communications" sells words, not lines. */
function advertises(core: readonly string[]): boolean {
  return core.some((word, at) => /^communications?$/.test(word) && ADVERTISING.has(core[at - 1] ?? ''));
}

const ADVERTISING = new Set(
  'marketing visual brand creative corporate media health healthcare design event events art graphic business strategic public'.split(
    ' ',
  ),
);

/** What the brand says with which a name begins; null where it begins with none, or only seems to. */
function brandedKind(core: readonly string[]): KindByName | null {
  const company = lengthOfCompanyBrand(core);
  const provider = lengthOfProviderBrand(core);
  if (provider > 0 && provider >= company) {
    const rest = core.slice(provider);
    if (CUSTOMER_BRANDS.has(core.slice(0, provider).join(' '))) return { kind: 'company', because: 'company-brand' };
    const sellsLines = isProviderWord(rest[0] ?? '');
    if (
      sellsLines ||
      rest.every(
        (word) =>
          NEUTRAL_BESIDE_BRAND.has(word) ||
          PLACE_WORDS.has(word) ||
          isProviderWord(word) ||
          word.length === 1 ||
          /\d/.test(word),
      )
    ) {
      return { kind: 'provider', because: 'brand' };
    }
    return null;
  }
  const says = core.some((word) => PROVIDER_TRADE_WORDS.has(word) || PROVIDER_TRADE_PARTS.test(word));
  return company > 0 && !says ? { kind: 'company', because: 'company-brand' } : null;
}
