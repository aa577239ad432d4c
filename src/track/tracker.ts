// The browser script. It reads the page's URL and its referrer, nothing else, and stores nothing (privacy promise 4).
// Whether the visitor objects (DNT, GPC) is decided by the server, from the headers that the request carries anyway.
type Call = readonly [command: string, name?: string];
type Queue = ((...call: Call) => void) & { q?: Iterable<Call>; on?: true };

declare global {
  interface Window {
    doorplate?: Queue;
  }
}

const page = document;
const place = location;
const past = history;
const script = page.currentScript as HTMLScriptElement;
const site = script.dataset.site ?? new URL(script.src).searchParams.get('site');
// Relative to the script, so that a first-party path in front of both keeps working.
const endpoint = new URL('api/event', script.src);
// The origin is all that the server keeps of a referrer, so no more is sent.
let referrer = page.referrer.split('/', 3).join('/');
let path: string | undefined;

function send(name: string): void {
  fetch(endpoint, {
    method: 'POST',
    body: JSON.stringify({ s: site, n: name, u: place.href.split('#')[0], r: referrer }),
    keepalive: true,
    // No cookie travels along, not even on the site's own origin.
    credentials: 'omit',
  }).catch(() => {
    // A hit that does not arrive must not disturb the page.
  });
}

/** A new path is a new page view; the same path again is not. Only the first one came from somewhere else. */
function view(): void {
  if (path !== place.pathname) {
    path = place.pathname;
    send('pageview');
    referrer = '';
  }
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
  const call: Queue = (command, name) => {
    if (command === 'event' && name) send(name);
  };
  call.on = true;
  window.doorplate = call;
  for (const early of waiting) call(...early);
}

// A page may carry the script twice: the first one counts. A page that is rendered ahead of a visit counts when shown.
if (window.doorplate?.on) path = place.pathname;
else if ('prerendering' in page && page.prerendering)
  page.addEventListener('prerenderingchange', start, { once: true });
else start();

export {};
