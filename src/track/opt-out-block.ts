// The self-contained block for a site's privacy page where the tracking script comes from another host
// (privacy promise 9, docs/objection.md): `<div data-doorplate-opt-out></div>` and this script. On the visitor's click it
// sets one constant flag in the page's local storage, which the tracking script reads; undo removes it. It reads that flag
// and nothing else. Which signals the browser sends and the site honours stands in this file: the server has read it in
// the headers of the request for it.
import { OPT_OUT_COOKIE } from '../contracts/opt-out.ts';

/** The server puts `dnt`, `gpc` or nothing between the quotes. */
const SIGNAL: string = '__DOORPLATE_SIGNAL__';

type State = 'opted-out' | 'dnt' | 'gpc' | 'kept-nothing' | 'counted';
type Words = {
  readonly proof: Readonly<Record<State, string>>;
  readonly object: string;
  readonly undo: string;
  readonly read: string;
  readonly link: string;
};

const WORDS: Readonly<Record<'de' | 'en', Words>> = {
  de: {
    proof: {
      'opted-out': 'Dieser Browser wird nicht gezählt, weil Sie hier widersprochen haben.',
      dnt: 'Dieser Browser wird nicht gezählt, weil er „Do Not Track“ sendet und die Website das beachtet.',
      gpc: 'Dieser Browser wird nicht gezählt, weil er „Global Privacy Control“ sendet und die Website das beachtet.',
      'kept-nothing': 'Dieser Browser wird nicht gezählt, weil er Websites nichts speichern lässt.',
      counted: 'Dieser Browser wird gezählt: Er trägt keinen Widerspruch, den die Website beachtet.',
    },
    object: 'Nicht zählen',
    undo: 'Widerspruch zurücknehmen',
    read: 'Der Klick speichert in diesem Browser den Eintrag „doorplate_opt_out“ mit dem Wert 1, für alle derselbe. Vor jeder Meldung sieht das Zählskript nach, ob es ihn gibt, und liest sonst nichts; gibt es ihn, sendet es nichts. Er gilt für diesen Browser und diese Adresse der Website, bis Sie ihn zurücknehmen oder die Websitedaten löschen.',
    link: 'Der Zählung durch Doorplate widersprechen',
  },
  en: {
    proof: {
      'opted-out': 'This browser is not counted because you have objected here.',
      dnt: 'This browser is not counted because it sends “Do Not Track” and the website honours that.',
      gpc: 'This browser is not counted because it sends “Global Privacy Control” and the website honours that.',
      'kept-nothing': 'This browser is not counted because it lets websites store nothing.',
      counted: 'This browser is counted: it carries no objection that the website honours.',
    },
    object: 'Do not count me',
    undo: 'Take the objection back',
    read: 'The click stores the entry “doorplate_opt_out” with the value 1 in this browser, the same for everybody. Before each message the counting script looks whether it is there, and reads nothing else; where it is, nothing is sent. It holds for this browser and this address of the website until you take it back or delete the website’s data.',
    link: 'Object to being counted by Doorplate',
  },
};

function stateNow(): State {
  try {
    if (localStorage.getItem(OPT_OUT_COOKIE) !== null) return 'opted-out';
  } catch {
    return 'kept-nothing';
  }
  return SIGNAL === 'dnt' || SIGNAL === 'gpc' ? SIGNAL : 'counted';
}

function wordsFor(place: Element): Words {
  const language = place.closest('[lang]')?.getAttribute('lang') ?? '';
  return /^de\b/i.test(language) ? WORDS.de : WORDS.en;
}

/** Shows what holds now, and the button that changes it. */
function show(place: Element): void {
  const words = wordsFor(place);
  const proof = document.createElement('p');
  const read = document.createElement('p');
  const button = document.createElement('button');
  proof.setAttribute('role', 'status');
  read.textContent = words.read;
  button.type = 'button';
  const refresh = (): void => {
    const state = stateNow();
    proof.textContent = words.proof[state];
    button.textContent = state === 'opted-out' ? words.undo : words.object;
    button.hidden = state === 'kept-nothing';
  };
  button.addEventListener('click', () => {
    try {
      if (localStorage.getItem(OPT_OUT_COOKIE) === null) localStorage.setItem(OPT_OUT_COOKIE, '1');
      else localStorage.removeItem(OPT_OUT_COOKIE);
    } catch {
      // What it shows says whether it holds.
    }
    refresh();
  });
  refresh();
  place.replaceChildren(proof, button, read);
}

/** On the site's own origin the objection is the server's: a link leads to its page there. */
function lead(place: Element, page: URL): void {
  const link = document.createElement('a');
  link.href = page.href;
  link.textContent = wordsFor(place).link;
  place.replaceChildren(link);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const source = new URL(script.src);
  const places = document.querySelectorAll('[data-doorplate-opt-out]');
  const site = source.searchParams.get('site') ?? '';
  for (const place of places) {
    if (source.origin === location.origin) lead(place, new URL(`privacy/${encodeURIComponent(site)}`, source));
    else show(place);
  }
}
