import { LEGAL_FORM_ROWS, type LegalShape } from './legal-form-rows.ts';
import { words } from './words.ts';

export type LegalForm = {
  /** As it is written in the list of legal forms. */
  readonly form: string;
  readonly shape: LegalShape;
  /** ISO 3166-1 countries in which the form exists; empty: used in many. */
  readonly countries: readonly string[];
  /** Forms of one family mean the same when two sources write one name (`Inc.` and `Corp.`). */
  readonly family: string;
  /** Written after or before the name, as words (words.ts), longest first where one contains the other. */
  readonly spellings: readonly string[];
};

export const LEGAL_FORMS: readonly LegalForm[] = LEGAL_FORM_ROWS.map(([form, shape, countries, family, spellings]) => ({
  form,
  shape,
  countries: countries === '' ? [] : countries.split(' '),
  family,
  spellings: spellings.split('|').map((spelling) => words(spelling).join(' ')),
}));

/** Forms that registers of these countries write before the name. */
const LEADING = new Set(
  (
    'ooo|o o o|oao|zao|pao|ao|jsc|pjsc|cjsc|ojsc|llc|uab|ab|sia|as|pt|pt tbk|tov|t o v|too|fop|pp|pe|chp|prat|prjsc|pat|fgup|gup|mup|sc|ou|et|private enterprise|joint stock company|limited liability company|open joint stock company|closed joint stock company|private joint stock company|public joint stock company|public joint stock|private joint stock|federal state unitary enterprise|unitary enterprise|state enterprise|individual entrepreneur|ip|cv|oy|kk|joint stock|societe anonyme|spolka z ograniczona odpowiedzialnoscia' +
    '|sarl|sas|sasu|eurl|sci|selarl|earl|gaec|scp|snc|ets|etablissements|asbl|vzw|vof|stichting|vereniging|maatschap|ditta|ditta individuale|impresa individuale|soc coop|societa cooperativa|cooperativa|asd|a s d|consorzio|cooperatie|brf|bostadsrattsforeningen|stiftelsen|mtu|ii|i i|mb|vsi|mik|ip|i p|spd|f o p|chup|rup|nao|tzov|vat|zat|kp|dp|fe|foreign enterprise|mchj|phu|p h u|pphu|p p h u|ppuh|puh|fhu|f h u|pw|p w|firma handlowa|firma uslugowa|firma handlowo uslugowa|przedsiebiorstwo handlowo uslugowe|spoldzielnia|stowarzyszenie|fundacja|doo|d o o|ad|a d|jp|j p|str|szr|sztr|sur|s z r|s t r|obrt|dooel|sh|ood|eood|ead|sd|ics|i c s|im|asociatia|fundatia|cabinet individual|cong ty tnhh|cong ty cp|cong ty co phan|ctcp|yayasan|koperasi|ud|perum|npo|obshchestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoy otvetstvennostyu|aktsionernoe obshchestvo|tmi|toiminimi|enskild firma|bv|nv|sa|ltd|gmbh|srl|s r l|sp z o o|sp z oo|sp zoo|scrl|sprl|bvba|spa'
  ).split('|'),
);

/** Leading forms that are words or initials elsewhere: only in the countries that write them so. */
const LEADING_BOUND = new Set(
  'tmi|ets|etablissements|spa|sprl|scrl|sa|bv|nv|ii|i i|mb|ad|a d|sh|im|sd|str|sur|pw|p w|dp|kp|fe|vat|zat|ud|sc|snc|earl|scp|cooperativa|consorzio|ditta|obrt|jp|j p|rup|ip|i p|pp|pe|et|cv|as|ab|oy|kk|ou|llc|ao|sci|brf|npo|doo|d o o|ood|eood|ead|asd|a s d|stichting|vereniging|maatschap|phu|p h u|puh|fundacja|koperasi|perum'.split(
    '|',
  ),
);

/** Spellings that are ordinary words, codes or other countries' forms: only in the countries of their rows. */
const BOUND = new Set(
  (
    'kkh|kfh|ichp|ich p|ip|i p|pe|pp|sp|s p|et|eu|e u|ii|i i|pr|p r|sc|s c|cb|c b|ss|s s|sh|s h|ei|e i|fo|ev|e v|ec|fie|ik|i k|zs|z s|ef|e f|v|enk|ud|u d|pd|toko|est|huf|prop|bi|b i|pf|p f|af|if|i f|tp|t p|str|szr|sur|s u r|obrt|ie|kh|chp|pw|p w|fu|fh|fph|pph|puh|p u h|zpu|zuh|enr|ca|d i|ditta|f p|firma personal|me|mei|epp|da|ans|is|i s|ks|k s|ps|p s|cv|hb|kb|ky|ay|tmi|dno|kd|k d|sd|s d|kda|oe|o e|ee|e e|og|keg|oeg|lp|sec|s e c|senc|sci|s c i|scp|s c p|scm|s c m|earl|gfa|stp|sk|s k|sj|s j|spj|sp j|sp k|spk|sp p|uu|tu|tub|kub|apb|gmk|kkt|bt|vos|v o s|jtd|j t d|o d|plt|slp|s l p|elp|ilp|i l p|secs|maatschap|partnerschaft|mbb|inh|partnership' +
    '|pa|p a|pc|psc|p s c|apc|coop|co op|cooperative|co operative|assn|assoc|cooperativa|consorzio|chartered|proprietary|ju|bm|b m|bam|r a|ra|mp|sme|sat|s a t|scl|sca|s c a|sal|s a l|sad|sap|aie|ute|u t e|em|e m|nl|npc|npo|gte|ba|b a|wa|hf|h f|kf|k f|sf|s f|al|a l|rf|ry|r y|sr|ku|hu|ps|si|vi|bi|no|n o|oz|o z|o s|os|zu|z u|dp|d p|kp|k p|jp|j p|at|vat|zat|dat|up|fe|uz|gu|ok|qk|aj|xk|hk|spe|spy|im|i m|ics|i c s|l s|ltd s|koop|spc|s p c|pcc|icc|ibc|csl|ldc|gbc|anstalt|etablissement|stg|esp|e s p|rl|r l|se|s e|sab|spr|ac|a c|ccc|c c c|teo|ctr|cga|cpt|est|drustvo|ustanova|zadruga|associazione|ong|npc|lca|dmcc|sem|spl|scic|mtv|opc|dat|tat|slm|eni|e n i|iap|i a p|pbc|p b c|stiftelse|stiftelsen|autonomo|ditta individuale|spf|sp f|nuf|sam|s a m|ad|a d|ou|sia|mb'
  ).split('|'),
);

/** Spellings that mean a form wherever they stand inside a name ("Muster GmbH Niederlassung Köln"). */
const INSIDE = new Set(
  'gmbh and co kg|gmbh und co kg|gmbh co kg|gmbh u co kg|gmbh and co ohg|gmbh and co kgaa|se and co kg|ag and co kg|gmbh|ggmbh|kgaa|mbh|gesmbh|ges mbh|ohg|gbr|partg mbb|partgmbb|ug haftungsbeschrankt|ltd|limited|ltda|ltda me|lda|srl|srls|s r l|sarl|sasu|eurl|sas di|snc di|inc|incorporated|llc|l l c|llp|plc|p l c|pty ltd|pty limited|pvt ltd|pvt limited|private limited|p ltd|sdn bhd|pte ltd|pte limited|co ltd|company limited|co limited|bvba|sprl|sp z o o|sp z oo|sp zoo|spolka z o o|sro|s r o|spol s r o|doo|d o o|kft|zrt|nyrt|oyj|aps|sa de cv|s de rl de cv|sapi de cv|sab de cv|slu|eireli|ooo|oao|zao|pjsc|ojsc|cjsc|jsc|uab|eood|ood|ead|fze|fz llc|fzco|wll|w l l|ltd sti|anonim sirketi|limited sirketi|tov|too|shpk|sh p k|sh pk|dooel|ehf|vzw|asbl|ivzw|corp|corporation|spa|sicav|sal|saog|saoc|kscc|kscp|qsc|qpsc|bsc|tbk|aktiengesellschaft|aktiebolag|kommanditgesellschaft|sociedad anonima|societe anonyme|sociedad limitada|societa per azioni|societa a responsabilita limitata|k k|kabushiki kaisha'.split(
    '|',
  ),
);

/** The same in the countries of their rows alone. */
const INSIDE_AT_HOME = new Set(
  'too|sal|bsc|ag|kg|se|sa|s a|sl|s l|sas|s a s|snc|as|a s|ab|hb|kb|oy|nv|n v|bv|b v|vof|v o f|og|ek|e k|ev|e v|eg|e g|ae|a e|epe|ike|oe|ug|a s|dd|d d|ad|a d|bt|ca|c a|spj|sp j|sp k|spk|s c|pr|sac|saa|eirl|spa|cv|gk|kk|lp|pa|p c|pc|nl|hf|ks|k s|i s|is|e u|eu|me|jp|sia|ou|mb|pt|ps|sh a|sha|gie|sca|scs|scrl|scarl|soc coop|sau|co'.split(
    '|',
  ),
);

type Spelled = { readonly form: LegalForm; readonly words: readonly string[]; readonly spelling: string };

const BY_LAST_WORD = indexBy(
  (spelled) => spelled.words.at(-1) ?? '',
  () => true,
);
const BY_FIRST_WORD = indexBy(
  (spelled) => spelled.words[0] ?? '',
  (spelling) => LEADING.has(spelling),
);
const BY_WORD_INSIDE = indexBy(
  (spelled) => spelled.words[0] ?? '',
  (spelling) => INSIDE.has(spelling) || INSIDE_AT_HOME.has(spelling),
);

function indexBy(
  key: (spelled: Spelled) => string,
  takes: (spelling: string) => boolean,
): ReadonlyMap<string, readonly Spelled[]> {
  const index = new Map<string, Spelled[]>();
  for (const form of LEGAL_FORMS) {
    for (const spelling of form.spellings) {
      if (!takes(spelling)) continue;
      const spelled = { form, words: spelling.split(' '), spelling };
      const others = index.get(key(spelled));
      if (others) others.push(spelled);
      else index.set(key(spelled), [spelled]);
    }
  }
  for (const list of index.values()) list.sort((one, other) => other.words.length - one.words.length);
  return index;
}

/** A name taken apart: the words that distinguish it, and its legal form. */
export type NameParts = {
  readonly core: readonly string[];
  readonly form: LegalForm | null;
  /** How many words of the whole name the form takes at its start, at its end, and (where it stands there) inside. */
  readonly formWords: { readonly atStart: number; readonly atEnd: number; readonly inside?: number };
};

/**
 * Reads the legal form of a name written as words. `country` decides between forms that are spelled alike
 * (`AS` in Norway and Turkey); a form of another country is taken only where no other fits, and never where it is an
 * ordinary word there. A form inside the name ("Muster GmbH Standort Köln") is read where none stands at an end.
 */
export function readLegalForm(name: readonly string[], country: string | null): NameParts {
  const atEnd = best(BY_LAST_WORD.get(name.at(-1) ?? ''), country, BOUND, (spelled) => endsWith(name, spelled.words));
  const atStart = best(BY_FIRST_WORD.get(name[0] ?? ''), country, LEADING_BOUND, (spelled) =>
    startsWith(name, spelled.words),
  );
  const end = atEnd?.words.length ?? 0;
  const start = atStart?.words.length ?? 0;
  if (atEnd && end < name.length) {
    // "PT Foo Tbk", "UAB Foo, JSC": both ends are the form; of "SC Foo SRL" and "PHU Foo Sp. z o.o." the end tells more.
    const both = atStart !== null && start + end < name.length;
    return {
      core: name.slice(both ? start : 0, name.length - end),
      form: both && atStart.form.shape === 'corporation' ? atStart.form : atEnd.form,
      formWords: { atStart: both ? start : 0, atEnd: end },
    };
  }
  const within = atStart?.form.shape === 'corporation' ? null : formInside(name, country);
  if (within) {
    return {
      core: [...name.slice(0, within.at), ...name.slice(within.at + within.spelled.words.length)],
      form: within.spelled.form,
      formWords: { atStart: 0, atEnd: 0, inside: within.spelled.words.length },
    };
  }
  if (start > 0 && start < name.length) {
    return { core: name.slice(start), form: atStart?.form ?? null, formWords: { atStart: start, atEnd: 0 } };
  }
  return { core: name, form: null, formWords: { atStart: 0, atEnd: 0 } };
}

function formInside(name: readonly string[], country: string | null): { at: number; spelled: Spelled } | null {
  for (let at = 1; at < name.length; at += 1) {
    const candidates = BY_WORD_INSIDE.get(name[at] ?? '');
    if (!candidates) continue;
    const spelled = best(candidates, country, INSIDE_AT_HOME, (one) =>
      one.words.every((word, position) => name[at + position] === word),
    );
    if (spelled && spelled.words.length < name.length) return { at, spelled };
  }
  return null;
}

function best(
  candidates: readonly Spelled[] | undefined,
  country: string | null,
  bound: ReadonlySet<string>,
  fits: (spelled: Spelled) => boolean,
): Spelled | null {
  if (!candidates) return null;
  let chosen: Spelled | null = null;
  let rank = -1;
  for (const spelled of candidates) {
    if (chosen && spelled.words.length < chosen.words.length) break;
    if (!fits(spelled)) continue;
    const { countries } = spelled.form;
    const home = country !== null && countries.includes(country);
    // Where a register leaves the country out, these are hardly anything else.
    const nowhere = country === null && WITHOUT_COUNTRY.has(spelled.spelling);
    if (bound.has(spelled.spelling) && !home && !nowhere && countries.length > 0) continue;
    const own = home ? 2 : countries.length === 0 ? 1 : 0;
    if (own > rank) {
      chosen = spelled;
      rank = own;
    }
  }
  return chosen;
}

const WITHOUT_COUNTRY = new Set('me epp ab oy doo ood eood ead llc uab'.split(' '));

function endsWith(name: readonly string[], ending: readonly string[]): boolean {
  const from = name.length - ending.length;
  return from >= 0 && ending.every((word, position) => name[from + position] === word);
}

function startsWith(name: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= name.length && beginning.every((word, position) => name[position] === word);
}

const BY_NAME = new Map<string, LegalForm[]>();
for (const form of LEGAL_FORMS) BY_NAME.set(form.form, [...(BY_NAME.get(form.form) ?? []), form]);

/** A legal form by its name in the list, in a country where the name stands for several. */
export function formByName(name: string, country: string | null): LegalForm | null {
  const named = BY_NAME.get(name) ?? [];
  return named.find(({ countries }) => country !== null && countries.includes(country)) ?? named[0] ?? null;
}
