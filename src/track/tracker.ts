// The browser script. It reads the page's URL and its referrer, nothing else, and stores nothing (privacy promise 4).
// Whether the visitor objects (DNT, GPC) is decided by the server, from the headers that the request carries anyway.

/** `doorplate('event', 'Sign-up')`: the only command. Names have 64 characters at most; properties are not taken. */
type Call = readonly [command: string, name?: string];

/** `window.doorplate`: a stub that fills `q` until this script has come, then the script's own function. */
export type Doorplate = ((...call: Call) => void) & { q?: Iterable<Call>; on?: true };

declare global {
  interface Window {
    doorplate?: Doorplate;
  }
}

const page = document;
const place = location;
const past = history;
const script = page.currentScript;
// The origin is all that the server keeps of a referrer, so no more is sent.
let referrer = page.referrer.split('/', 3).join('/');
let path: string | undefined;

function send(name: string): void {
  if (script instanceof HTMLScriptElement) {
    const { src } = script;
    // Relative to the script, so that a first-party path in front of both keeps working.
    fetch(new URL('api/event', src), {
      method: 'POST',
      body: JSON.stringify({
        s: script.dataset.site ?? new URL(src).searchParams.get('site'),
        n: name,
        u: place.href.split('#')[0],
        r: referrer,
      }),
      keepalive: true,
      // No cookie travels along, not even on the site's own origin.
      credentials: 'omit',
    }).catch(() => {
      // A hit that does not arrive must not disturb the page.
    });
  }
}

/** A new path is a new page view; the same path again is not. Only the first one came from somewhere else. */
function view(): void {
  if (path !== place.pathname) {
    path = place.pathname;
    send('pageview');
    referrer = '';
  }
}

function take(command: string, name?: string): void {
  if (command === 'event' && name) send(name);
}

function start(): void {
  view();
  for (const change of ['pushState', 'replaceState'] as const) {
    const original = past[change];
    past[change] = function (...state) {
      original.apply(this, state);
      view();
    };
  }
  addEventListener('popstate', view);
  // A page that comes back out of the browser's memory runs no script again, but is seen again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      path = undefined;
      view();
    }
  });
  const waiting = window.doorplate?.q ?? [];
  const doorplate: Doorplate = take;
  doorplate.on = true;
  window.doorplate = doorplate;
  for (const call of waiting) take(...call);
}

// A page may carry the script twice: only the first one counts. One rendered ahead of a visit counts when it is shown.
if (!window.doorplate?.on) {
  if ('prerendering' in page && page.prerendering) page.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
