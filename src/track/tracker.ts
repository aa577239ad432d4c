// The browser script. It reads the page's URL and its referrer, what is clicked, and nothing of the device; it stores
// nothing (privacy promise 4). Whether the visitor objects (DNT, GPC, opt-out) is decided by the server, from the headers
// that the request carries anyway; where the script comes from another host than the page, the opt-out is a flag that the
// visitor's own click has set there, and that alone is read (privacy promise 9, docs/objection.md). docs/tracking.md
// describes what it sends, and its commands and attributes.

/**
 * `doorplate('event', 'Sign-up', { plan: 'big' })`, `doorplate('milestone', 'Ordered')`, `doorplate('consent')`,
 * `doorplate('consent', false)`. Other commands do nothing.
 */
type Call = readonly [command: string, subject?: string | false, props?: object];

/** `window.doorplate`: a stub that fills `q` until this script has come, then the script's own function. */
export type Doorplate = ((...call: Call) => void) & { q?: Iterable<Call>; on?: true };

declare global {
  interface Window {
    doorplate?: Doorplate;
  }
  interface Document {
    prerendering?: boolean;
  }
}

const page = document;
const place = location;
const past = history;
const early = window.doorplate;
// Some tag managers and optimisers run scripts in a way that hides which element they came from.
const script = page.currentScript ?? page.querySelector('script[data-site],script[src*="?site="]');

const FILE = /\.(pdf|zip|7z|rar|gz|dmg|exe|msi|docx?|xlsx?|pptx?|od[tsp]|csv|epub|mp[34]|dwg|dxf|ste?p)$/i;

/** Milliseconds on the clock that every event carries. The performance object, which can tell more, is not touched. */
const now = (): number => new Event('').timeStamp;

// A page may carry the script twice: only the first one counts.
if (script instanceof HTMLScriptElement && !early?.on) {
  const { src, dataset } = script;
  let hasConsent = dataset.consent !== 'required';
  // The origin is all that the server keeps of a referrer, so no more is sent.
  let referrer = page.referrer.split('/', 3).join('/');
  /** Of the page view that is open: path, URL, and when it began; without one the path is empty. */
  let path = '';
  let url = '';
  let since = 0;

  /** Whether anything may be sent at all: asked before each message, so that an objection holds in every open page. */
  const maySend = (): boolean => {
    try {
      return hasConsent && (new URL(src).origin === place.origin || !localStorage.doorplate_opt_out);
    } catch {
      // Who lets pages keep nothing cannot say so by a flag: he is not counted either.
      return false;
    }
  };

  const send = (name: string, target?: string | null, seconds?: number | null, props?: object): void => {
    if (maySend()) {
      // Relative to the script, so that a first-party path in front of both keeps working.
      fetch(new URL('api/event', src), {
        method: 'POST',
        body: JSON.stringify({
          s: dataset.site ?? new URL(src).searchParams.get('site'),
          n: name,
          u: url,
          r: referrer,
          l: dataset.page,
          g: dataset.group,
          t: target,
          p: props,
          d: seconds,
        }),
        // By default cookies travel to the page's own origin alone, where the opt-out is one of them.
        keepalive: true,
      }).catch(() => {
        // A hit that does not arrive must not disturb the page.
      });
    }
  };

  /** The one closing message of a page view. */
  const leave = (): void => {
    if (path) send('leave', null, (now() - since) / 1000);
    path = '';
  };

  /** A new path is a new page view; the same path again is not. Only the first one came from somewhere else. */
  const view = (): void => {
    if (path !== place.pathname && maySend()) {
      leave();
      path = place.pathname;
      url = place.href.replace(/#.*/, '');
      since = now();
      send('pageview');
      referrer = '';
    }
  };

  const take: Doorplate = (command, subject, props) => {
    if (command === 'consent') {
      hasConsent = subject !== false;
      // Without it the open page view is forgotten: it is not even closed.
      if (hasConsent) view();
      else path = '';
    } else if (subject) {
      if (command === 'event') send(subject, null, null, props);
      if (command === 'milestone') send(command, subject);
    }
  };

  /** What a link leads to: an address to write or call, a file, another host. The click itself is left alone. */
  const click = (event: MouseEvent): void => {
    // Middle clicks open links too; the right button's menu does not.
    if (!event.isTrusted || event.button > 1) return;
    // Also out of shadow trees and drawings.
    const link = event
      .composedPath()
      .find((node): node is Element => node instanceof Element && node.matches('a[href],area[href]'));
    if (link) {
      const target = page.createElement('a');
      target.href = link.getAttribute('href') ?? '';
      const { protocol, hostname, pathname } = target;
      // The kind alone: nobody's address or number.
      if (/^(mailto|tel):/.test(protocol)) send('contact', protocol);
      else if (hostname) {
        if (link.hasAttribute('download') || FILE.test(pathname)) send('download', pathname);
        else if (hostname !== place.hostname) send('outlink', hostname);
      }
    }
  };

  /** That a form was sent, and the name that its page gives it; never what it holds or where it goes. */
  const submit = ({ isTrusted, target }: Event): void => {
    if (isTrusted && target instanceof Element) send('form', target.getAttribute('data-doorplate'));
  };

  const start = (): void => {
    view();
    for (const change of ['pushState', 'replaceState'] as const) {
      const original = past[change];
      past[change] = function (...state) {
        original.apply(this, state);
        view();
      };
    }
    addEventListener('popstate', view);
    addEventListener('pagehide', leave);
    // A page that comes back out of the browser's memory runs no script again, but is seen again.
    addEventListener('pageshow', view);
    addEventListener('click', click, true);
    addEventListener('auxclick', click, true);
    addEventListener('submit', submit, true);
    take.on = true;
    window.doorplate = take;
    for (const call of early?.q ?? []) take(...call);
  };

  // A page that is rendered ahead of a visit counts when it is shown.
  if (page.prerendering) page.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
