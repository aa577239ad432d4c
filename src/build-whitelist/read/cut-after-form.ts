import { readLegalForm } from '../../company/legal-forms.ts';
import { words } from '../../company/words.ts';

/** Forms of two letters are words of many languages: they end a name only where punctuation follows. */
const SHORT_FORM = 2;
/** With as many words behind it, even an unpunctuated form ends the name. */
const LONG_REST = 3;
/** Forms to which carriers glue a code of their own ("NETWORK SYSTEMS LLC-BA"). */
const GLUED_FORMS = new Set('llc inc ltd corp limited corporation incorporated gmbh srl spa sas ltda'.split(' '));
/** Countries that write the form before the name: what follows it is the name. */
const FORM_FIRST = new Set('RU UA BY KZ KG UZ TJ AM AZ GE MD BG LT LV'.split(' '));
/** Words that begin what is no longer the name. */
const NOT_THE_NAME = new Set(
  'enterprise attention attn c o branch site plant office building bldg floor suite unit store dba via by at for network lan customer client http https www tel fax phone'.split(
    ' ',
  ),
);

/**
 * Cuts off what follows the legal form inside a text: "ACME LLC, http://…", "Acme Inc - DALLAS", "Acme Ltd 125471".
 * A text that ends with a form, or goes on with plain words ("Meier GmbH Steuerberatungsgesellschaft"), stays whole.
 */
export function cutAfterForm(text: string, country: string | null): string {
  const whole = readLegalForm(words(text), country);
  if (whole.form !== null && whole.formWords.atEnd > 0) return text;
  const boundaries = [...text.matchAll(/[\s,;:()[\]/|@-]+/g)];
  for (const boundary of boundaries.toReversed()) {
    const before = text.slice(0, boundary.index);
    const parts = readLegalForm(words(before), country);
    if (parts.form === null || parts.formWords.atEnd === 0 || parts.core.length === 0) continue;
    const behind = text.slice(boundary.index + boundary[0].length);
    const rest = words(behind);
    const spelled = words(before).slice(-parts.formWords.atEnd).join('');
    const punctuated = /[,;:()[\]/|@]|\s-|-\s/.test(boundary[0]) || (boundary[0] === '-' && GLUED_FORMS.has(spelled));
    const goesOn = rest.length < LONG_REST && !/\d/.test(behind) && !NOT_THE_NAME.has(rest[0] ?? '');
    const ends = !goesOn && spelled.length > SHORT_FORM && !FORM_FIRST.has(country ?? '');
    if (punctuated || ends) return withoutOpenBracket(before);
    return text;
  }
  return text;
}

function withoutOpenBracket(text: string): string {
  return text.replace(/[\s,;:([-]+$/, '');
}
