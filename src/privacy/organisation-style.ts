import { createHash } from 'node:crypto';

/** The page's whole style. Contrasts are at least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3). */
export const ORGANISATION_STYLE = `:root{color-scheme:light dark;--ink:#1d2733;--soft:#4d5966;--line:#d5dbe1;--paper:#fff;--tint:#f3f6f8;--accent:#0b5c6b;--on-accent:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#b1bbc6;--line:#36424f;--paper:#151c24;--tint:#1d2630;--accent:#7fd0df;--on-accent:#0e1419}}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;justify-content:space-between;gap:1rem;padding-top:1.25rem}
main{padding-bottom:1rem}
footer{padding-bottom:3rem;color:var(--soft)}
h1{font-size:1.75rem;line-height:1.25}
h2{font-size:1.2rem;margin-top:2rem}
a{color:var(--accent)}
a,button{min-height:2.75rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:0 1rem;margin:0}
dt,dd{padding:.5rem 0;border-bottom:1px solid var(--line);margin:0}
dt{color:var(--soft)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:600}
.note{background:var(--tint);border-left:4px solid var(--accent);padding:.75rem 1rem}
button{font:inherit;font-weight:600;padding:.5rem 1.25rem;border:2px solid var(--accent);border-radius:.4rem;background:var(--accent);color:var(--on-accent);cursor:pointer}
code{display:inline-block;background:var(--tint);padding:.1rem .4rem;font:.95rem/1.5 ui-monospace,monospace}
.brand{font-weight:700}
@media (max-width:30rem){dl{display:block}dt{border:0;padding-bottom:0}}
@media print{button,header a{display:none}}`;

const styleHash = createHash('sha256').update(ORGANISATION_STYLE).digest('base64');

/** No script at all; the one style by its hash; the form goes nowhere else; nobody frames it. */
export const ORGANISATION_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
