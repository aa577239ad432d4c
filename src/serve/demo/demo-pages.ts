import type { Persona } from './demo-personas.ts';
import { DEMO_PAGES, DEMO_WORDS, type DemoLanguage, type DemoPage, type DemoWords } from './demo-words.ts';

/** Domain of the demo's site; `.example` is reserved (RFC 2606), so it can never be a customer's. */
export const DEMO_SITE = 'demo.example';

/** Chooser at `/demo/`: whom does one want to be? Returns HTML. */
export function demoChooser(personas: readonly Persona[], language: DemoLanguage): string {
  const words = DEMO_WORDS[language];
  const cards = personas.map((persona) => {
    const [name, explanation] = describePersona(persona, words);
    return `<li><a href="/demo/${persona.slug}/"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(explanation)}</span></a></li>`;
  });
  return page(
    language,
    words.chooserTitle,
    `<main><h1>${escapeHtml(words.chooserTitle)}</h1><p>${escapeHtml(words.chooserLead)}</p>
<ul class="cards">${cards.join('\n')}</ul>
<p><a href="/">${escapeHtml(words.toDashboard)}</a></p></main>
<footer><p>${escapeHtml(words.chooserFinePrint)}</p></footer>`,
    '',
  );
}

/** One page of the demo website, as seen by a persona; `rest` is the path below `/demo/<slug>`. Null: no such page. */
export function demoPage(persona: Persona, rest: string, language: DemoLanguage): string | null {
  const current = pageOf(rest);
  if (current === null) return null;
  const words = DEMO_WORDS[language];
  const base = `/demo/${persona.slug}`;
  const [name] = describePersona(persona, words);
  const links = DEMO_PAGES.map((target) => {
    const here = target === current ? ' aria-current="page"' : '';
    return `<a href="${base}/${target === 'home' ? '' : target}"${here}>${escapeHtml(words.pages[target].nav)}</a>`;
  });
  const { title, body } = words.pages[current];
  const body_ = `<div class="visitor"><strong>${escapeHtml(words.youVisitAs)}: ${escapeHtml(name)}</strong>
<a href="/demo/">${escapeHtml(words.changeVisitor)}</a> <a href="/">${escapeHtml(words.toDashboard)}</a></div>
<header><a class="brand" href="${base}/">${escapeHtml(words.brand)}</a><nav>${links.join(' ')}</nav></header>
<main><h1>${escapeHtml(title)}</h1>${body.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}${extras(current, words)}</main>
<footer><p>${escapeHtml(words.invented)}</p></footer>`;
  const scripts = `<script defer src="${base}/t.js" data-site="${DEMO_SITE}"></script>${
    current === 'finder' ? '<script defer src="/demo/finder.js"></script>' : ''
  }`;
  return page(language, `${title} · ${words.brand}`, body_, scripts);
}

function pageOf(rest: string): DemoPage | null {
  const name = rest.replace(/^\//, '').replace(/\/$/, '');
  if (name === '') return 'home';
  if (/^finder\/step-\d$/.test(name)) return 'finder';
  return DEMO_PAGES.find((known) => known === name && known !== 'home') ?? null;
}

function extras(current: DemoPage, words: DemoWords): string {
  if (current === 'prices') {
    const rows = words.prices.map(
      ([machine, price]) => `<tr><td>${escapeHtml(machine)}</td><td>${escapeHtml(price)}</td></tr>`,
    );
    return `<table><thead><tr>${words.priceHead.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  }
  if (current === 'finder') {
    const steps = words.finderSteps.map(([question, button], index) => {
      const next = index + 2 > words.finderSteps.length ? 1 : index + 2;
      return `<section data-step="${index + 1}"${index === 0 ? '' : ' hidden'}><h2>${escapeHtml(question)}</h2><button type="button" data-next="${next}">${escapeHtml(button)}</button></section>`;
    });
    return steps.join('');
  }
  return '';
}

function describePersona(persona: Persona, words: DemoWords): readonly [name: string, explanation: string] {
  if (persona.companyName !== null) return [persona.companyName, words.companyExplanation];
  return words.personas[persona.slug] ?? [persona.slug, ''];
}

function page(language: DemoLanguage, title: string, body: string, scripts: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/demo/demo.css">${scripts}</head>
<body>${body}</body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
