import { isAccessPool } from '../../company/access-pool.ts';
import { type NameParts, readLegalForm } from '../../company/legal-forms.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { type KindByName, kindByName } from '../../company/read-kind.ts';
import { words } from '../../company/words.ts';

/** What a text is as the name of whoever uses a network; the higher ones win over the lower ones. */
export const STANDINGS = ['nothing', 'pool', 'text', 'provider', 'person', 'organisation', 'corporation'] as const;
export type Standing = (typeof STANDINGS)[number];

export type JudgedName = {
  readonly text: string;
  readonly parts: NameParts;
  readonly byName: KindByName;
  /** `perhaps`: a corporation named after somebody. */
  readonly person: 'yes' | 'perhaps' | 'no';
  readonly standing: Standing;
};

/** Judges one cleaned line, netname or organisation's name. Pure; the same text always gets the same judgement. */
export function judgeName(text: string, country: string | null): JudgedName {
  const parts = readLegalForm(words(text), country);
  const byName = kindByName(parts);
  const person = readsAsPerson(text, parts);
  return { text, parts, byName, person, standing: standingOf(text, parts, byName, person) };
}

function standingOf(text: string, parts: NameParts, byName: KindByName, person: JudgedName['person']): Standing {
  if (!/\p{L}{2}/u.test(text) || EMPTY.test(text)) return 'nothing';
  const isCorporation = parts.form !== null && parts.core.length > 0;
  const isBody = byName.because === 'word' && (byName.kind === 'public' || byName.kind === 'education');
  if (person === 'yes' && byName.because !== 'brand' && !isBody) return 'person';
  if (byName.kind === 'provider' && (byName.because === 'brand' || byName.because === 'word')) {
    return isCorporation || !isAccessPool(text) ? 'provider' : 'pool';
  }
  if (isCorporation) return 'corporation';
  if (isAccessPool(text)) return 'pool';
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

/** Texts that stand where a name should. */
const EMPTY =
  /^(?:n\/?a|none|null|nil|unknown|unnamed|undefined|-+|test|tbd|name|customer|client|corporation|company|corp|private|reserved|unassigned|not assigned|available|spare|free|office|home|lan|wan|local|misc|other|various|temp|default|internal|(?:enterprise|business|corporate|private|residential|public) ?(?:client|customer|user)s?)\.?$/i;
