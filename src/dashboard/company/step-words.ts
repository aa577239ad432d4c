import type { ApiVisit } from '../../contracts/api.ts';
import type { WordKey } from '../words/catalogue.ts';
import type { NoticedEvent } from '../words/step-words-de.ts';
import type { WordValues } from '../words/translate.ts';

export type Step = ApiVisit['steps'][number];

type EventWords = { readonly sentence: WordKey; readonly values: WordValues };

/** The sentences of everything that the tracker notices by itself: one that is missing here or there fails the build. */
const NOTICED_WORDS = {
  download: { plain: 'step.noticed.download.plain', about: 'step.noticed.download.about' },
  outlink: { plain: 'step.noticed.outlink.plain', about: 'step.noticed.outlink.about' },
  contact: { plain: 'step.noticed.contact.plain', about: 'step.noticed.contact.about' },
  form: { plain: 'step.noticed.form.plain', about: 'step.noticed.form.about' },
  search: { plain: 'step.noticed.search.plain', about: 'step.noticed.search.about' },
  milestone: { plain: 'step.noticed.milestone.plain', about: 'step.noticed.milestone.about' },
} as const satisfies Record<NoticedEvent, { plain: WordKey; about: WordKey }>;

/** Kinds of contact links, as a contact's target tells them. */
const CONTACT_WORDS: ReadonlyMap<string, WordKey> = new Map([
  ['mail', 'step.contactMail'],
  ['phone', 'step.contactPhone'],
]);

/** What happened, in words; null for a page view, which is told by its page. */
export function eventWords({ name, target }: Pick<Step, 'name' | 'target'>): EventWords | null {
  if (name === 'pageview') return null;
  const about = target ?? '';
  if (!isNoticed(name)) {
    return about === ''
      ? { sentence: 'visits.event', values: { name } }
      : { sentence: 'step.ownAbout', values: { name, target: about } };
  }
  const contact = name === 'contact' ? CONTACT_WORDS.get(about) : undefined;
  if (contact) return { sentence: contact, values: {} };
  return about === ''
    ? { sentence: NOTICED_WORDS[name].plain, values: {} }
    : { sentence: NOTICED_WORDS[name].about, values: { target: about } };
}

function isNoticed(name: string): name is NoticedEvent {
  return Object.hasOwn(NOTICED_WORDS, name);
}
