import type { ObjectionReason } from '../contracts/reasons.ts';
import { OPT_OUT_WORDS, type OptOutWords, type SignalState } from './opt-out-words.ts';
import { ORGANISATION_STYLE } from './organisation-style.ts';
import type { PageLanguage } from './organisation-words.ts';

/** Field of the form, and what it says. */
export const CHOICE_FIELD = 'choice';
export const CHOICES = { object: 'object', undo: 'undo' } as const;

/** What a request tells about the browser that sent it, and what a site makes of it. */
export type OptOutState = {
  /** Why the browser is not counted; null: it is. */
  readonly reason: ObjectionReason | null;
  readonly dnt: SignalState;
  readonly gpc: SignalState;
  /** The page stands on a host that is none of the site's pages: a cookie would hold nowhere. */
  readonly isElsewhere: boolean;
};

/** The page as HTML: the proof line for this very request, and the one button that changes it. */
export function optOutPage(domain: string, state: OptOutState, language: PageLanguage): string {
  const words = OPT_OUT_WORDS[language];
  const about = words.about.map((sentence) => `<li>${text(sentence)}</li>`).join('');
  return page(
    words.title,
    `<p>${text(named(words.lead, domain))}</p>
<section aria-labelledby="proof"><h2 id="proof">${text(words.proofTitle)}</h2>
<p class="note">${text(state.reason === null ? words.counted : words.notCounted[state.reason])}</p>
${signals(state, words)}<p>${text(words.proofSource)}</p></section>
${change(domain, state, words)}
<section aria-labelledby="about"><h2 id="about">${text(words.aboutTitle)}</h2><ul>${about}</ul></section>`,
    language,
  );
}

export type OptOutRefusal = 'notFromHere' | 'unreadable';

/** Why nothing was changed. */
export function optOutRefusalPage(refusal: OptOutRefusal, language: PageLanguage): string {
  const words = OPT_OUT_WORDS[language];
  return page(
    words[`${refusal}Title`],
    `<p class="note">${text(words[refusal])}</p>\n<p><a href="?lang=${language}">${text(words.back)}</a></p>`,
    language,
  );
}

/** Signals beside the one that the proof line names already. */
function signals(state: OptOutState, words: OptOutWords): string {
  return (['dnt', 'gpc'] as const)
    .map((signal) => {
      const is = state[signal];
      return is === 'absent' || signal === state.reason ? '' : `<p>${text(words.signals[signal][is])}</p>\n`;
    })
    .join('');
}

function change(domain: string, { reason, isElsewhere }: OptOutState, words: OptOutWords): string {
  if (isElsewhere) {
    return `<section aria-labelledby="change"><h2 id="change">${text(words.elsewhereTitle)}</h2>
<p>${text(named(words.elsewhere, domain))}</p></section>`;
  }
  const [title, lead, choice, button] =
    reason === 'opt-out'
      ? [words.undoTitle, words.undoLead, CHOICES.undo, words.undoButton]
      : [words.objectTitle, words.objectLead, CHOICES.object, words.objectButton];
  // Without an address of its own the form goes to the page's, whatever path a site's proxy gives it.
  return `<section aria-labelledby="change"><h2 id="change">${text(title)}</h2>
<p>${text(lead)}</p>
<form method="post"><button type="submit" name="${CHOICE_FIELD}" value="${choice}">${text(button)}</button></form></section>`;
}

function page(title: string, main: string, language: PageLanguage): string {
  const other = language === 'de' ? 'en' : 'de';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} · Doorplate</title><style>${ORGANISATION_STYLE}</style></head>
<body><header><span class="brand">Doorplate</span><a href="?lang=${other}" lang="${other}" hreflang="${other}">${text(OPT_OUT_WORDS[language].otherLanguage)}</a></header>
<main><h1>${text(title)}</h1>
${main}</main></body></html>
`;
}

function named(sentence: string, domain: string): string {
  return sentence.replaceAll('{}', () => domain);
}

function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
