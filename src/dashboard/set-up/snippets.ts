/** Attribute values are escaped, although a domain and an origin hold nothing that needs it. */
function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export type SnippetKind = 'script' | 'pixel';

/** A script under a name that only it has, and its integrity. */
export type PinnedScript = { readonly path: string; readonly integrity: string };

/** The line that goes into the pages of a site; `base` is the origin of this installation, or a path on the site's own. */
export function snippet(kind: SnippetKind, base: string, site: string, pinned?: PinnedScript): string {
  const origin = attribute(base.replace(/\/+$/, ''));
  if (kind === 'script' && pinned) {
    return `<script defer src="${origin}${attribute(pinned.path)}" integrity="${attribute(pinned.integrity)}" crossorigin="anonymous" data-site="${attribute(site)}"></script>`;
  }
  if (kind === 'script') return `<script defer src="${origin}/t.js" data-site="${attribute(site)}"></script>`;
  return `<img src="${origin}/t.gif?site=${encodeURIComponent(site)}" alt="" width="1" height="1" referrerpolicy="no-referrer-when-downgrade">`;
}

/**
 * What a person types as a domain, made one: "https://WWW.Beispiel.de/kontakt" is www.beispiel.de; umlauts become their
 * ASCII form. null where it is none.
 */
export function domainFrom(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === '' || /\s/.test(text)) return null;
  try {
    const { hostname, username } = new URL(/^https?:\/\//.test(text) ? text : `https://${text}`);
    if (username !== '' || hostname.length > 253) return null;
    if (hostname === 'localhost') return hostname;
    return /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
