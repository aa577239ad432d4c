import { isAccessPool } from '../../company/access-pool.ts';
import { COMPANY_WORDS } from '../../company/company-words.ts';
import { type NameParts, readLegalForm } from '../../company/legal-forms.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { lengthOfProviderBrand } from '../../company/provider-brands.ts';
import { type KindByName, kindByName, kindOfCustomer } from '../../company/read-kind.ts';
import { INSTITUTION_WORDS } from '../../company/trade-words.ts';
import { words } from '../../company/words.ts';

/** What a text is as the name of whoever uses a network; the higher ones win over the lower ones. */
export const STANDINGS = ['nothing', 'pool', 'text', 'provider', 'person', 'organisation', 'corporation'] as const;
export type Standing = (typeof STANDINGS)[number];

export type JudgedName = {
  readonly text: string;
  readonly parts: NameParts;
  readonly byName: KindByName;
  /** What the name would tell of a holder of networks: stricter, because there providers are the rule. */
  readonly asHolder: KindByName;
  /** `perhaps`: a corporation named after somebody. */
  readonly person: 'yes' | 'perhaps' | 'no';
  readonly standing: Standing;
};

/** Judges one cleaned line, netname or organisation's name. Pure; the same text always gets the same judgement. */
export function judgeName(text: string, country: string | null): JudgedName {
  const parts = readLegalForm(words(text), country);
  const asHolder = kindByName(parts);
  const byName = kindOf(parts, asHolder);
  const person = readsAsPerson(text, parts);
  return { text, parts, byName, asHolder, person, standing: standingOf(text, parts, byName, person) };
}

/**
 * A customer's kind: what the name of a holder of networks would tell where it is sure of a provider, and what a
 * customer's tells where that is only a brand followed by a trade, or a word that may mislead.
 */
function kindOf(parts: NameParts, asHolder: KindByName): KindByName {
  if (asHolder.because === 'none') return kindOfCustomer(parts);
  const namesCompany = parts.core.some((word) => COMPANY_WORDS.has(word) || INSTITUTION_WORDS.has(word));
  if (asHolder.kind !== 'provider') {
    // "State Bank of India": what it does says more than a word that public bodies use as well.
    const isDoubtful = asHolder.because === 'weak-word' && parts.core.some((word) => COMPANY_WORDS.has(word));
    return isDoubtful ? { kind: 'company', because: 'trade' } : asHolder;
  }
  if (asHolder.because === 'word') {
    // "Hostel" and "Süntel" only end like a carrier's name.
    const isSure = !namesCompany || kindOfCustomer(parts).kind === 'provider';
    return isSure ? asHolder : { kind: 'company', because: 'trade' };
  }
  const asCustomer = kindOfCustomer(parts);
  const behindBrand = parts.core.slice(lengthOfProviderBrand(parts.core));
  const saysNothingElse =
    asCustomer.because === 'none' ||
    (asCustomer.because === 'trade' && behindBrand.length > 0 && behindBrand.every((word) => GENERIC.has(word)));
  const isBrand = asHolder.because === 'brand' && saysNothingElse && !namesCompany;
  return isBrand ? asHolder : asCustomer;
}

function standingOf(text: string, parts: NameParts, byName: KindByName, person: JudgedName['person']): Standing {
  if (!/\p{L}{2}/u.test(text) || EMPTY.test(text) || parts.core.every((word) => GENERIC.has(word))) return 'nothing';
  const isCorporation = parts.form !== null && parts.core.length > 0;
  const isBody = byName.because === 'word' && (byName.kind === 'public' || byName.kind === 'education');
  const isPersons = person === 'yes' || (person === 'perhaps' && parts.form === null);
  if (isPersons && byName.because !== 'brand' && !isBody) return 'person';
  if (byName.kind === 'provider' && (byName.because === 'brand' || byName.because === 'word')) {
    return isCorporation || !isAccessPool(text) ? 'provider' : 'pool';
  }
  if (isCorporation) return 'corporation';
  if (isAccessPool(text) || ASSIGNED.test(text)) return 'pool';
  if (byName.because === 'weak-word') return byName.kind === 'provider' || namesPlace(parts) ? 'text' : 'organisation';
  if (byName.because !== 'none') return 'organisation';
  return 'text';
}

/** "Xuzhou City", "North-West Region", "Department 12" are places or parts of something, no organisations. */
const PLACE_WORDS = new Set(
  'city province region district county state town village department dept area branch division stadt kanton'.split(
    ' ',
  ),
);

function namesPlace({ core }: NameParts): boolean {
  return core.length <= 3 && (PLACE_WORDS.has(core.at(-1) ?? '') || PLACE_WORDS.has(core[0] ?? ''));
}

/** Words that say what is offered, never by whom. */
const GENERIC = new Set(
  'business services service srvs international global worldwide europe asia deutschland brasil singapore holding holdings enterprise enterprises client clients customer customers solutions office offices network networks internet access company corporate the and of for a new main public private local general information technology systems system group'.split(
    ' ',
  ),
);
/** A sentence about the range, not a name. */
const ASSIGNED =
  /\b(?:(?:has|have) been (?:assigned|allocated|reserved)|(?:is|are) (?:statically |dynamically )?(?:assigned|allocated|used|reserved)|customers? with|allocat(?:ed|ion) to|assigned to)\b/i;

/** Texts that stand where a name should. */
const EMPTY =
  /^(?:n\/?a|none|null|nil|unknown|unnamed|undefined|-+|test|tbd|name|customer|client|corporation|company|corp|private|reserved|unassigned|not assigned|available|spare|free|office|home|lan|wan|local|misc|other|various|temp|default|internal|(?:enterprise|business|corporate|private|residential|public) ?(?:client|customer|user)s?)\.?$/i;
