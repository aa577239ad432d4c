import { statedPeople } from '../company/release-rules.ts';
import type { Company } from '../contracts/company.ts';
import type { StoredObjection } from '../store/sqlite/objection-table.ts';
import type { OrganisationHeld } from './organisation-held.ts';
import { ORGANISATION_STYLE } from './organisation-style.ts';
import { ORGANISATION_WORDS, type OrganisationWords, type PageLanguage } from './organisation-words.ts';

export const ORGANISATION_PATH = '/organisation';
export const OBJECTION_PATH = '/organisation/objection';
/** Field of the form: for which company the objection is meant, so that a change of network in between is noticed. */
export const COMPANY_FIELD = 'company';

type Held = Extract<OrganisationHeld, { kind: 'held' }>;

/** What has been said about showing the organisation. */
export type SaidBefore = {
  /** null: nobody has objected. */
  readonly latest: StoredObjection | null;
  /** Whether one that is filed now hides at once. */
  readonly wouldHide: boolean;
};

/** The page as HTML: what is held, and the form; `said` where an organisation is held. */
export function organisationPage(held: OrganisationHeld, said: SaidBefore | null, language: PageLanguage): string {
  const words = ORGANISATION_WORDS[language];
  const told =
    held.kind === 'held'
      ? heldSections(held, said, language)
      : `<p class="note">${text(held.kind === 'nothing' ? words.nothing : words.neverShown)}</p>`;
  const about = words.about.map((sentence) => `<li>${text(sentence)}</li>`).join('');
  return page(
    words.title,
    `<p>${text(words.lead)}</p>
${told}
<section aria-labelledby="about"><h2 id="about">${text(words.aboutTitle)}</h2><ul>${about}</ul></section>`,
    language,
  );
}

/** The answer to an objection: its token, and how the organisation shows who it is. */
export function objectionPage(objection: StoredObjection, domain: string | null, language: PageLanguage): string {
  const words = ORGANISATION_WORDS[language];
  const name = objection.companyName;
  const state =
    objection.state === 'confirmed'
      ? words.filedConfirmed
      : objection.hiddenUntil === objection.filedAt
        ? words.filedNotHidden
        : words.filedHidden.replace('{date}', () => day(objection.hiddenUntil, language));
  const at = domain ?? words.someDomain;
  const proof = `<h2>${text(words.proofTitle)}</h2>
<p>${text(words.proofLead)}</p>
<ul>
<li>${text(words.proofRecord.replace('{domain}', () => at))} <code>${text(`doorplate-objection=${objection.token}`)}</code></li>
<li>${text(words.proofFile)} <code>${text(`https://${at}/.well-known/doorplate-objection.txt`)}</code></li>
</ul>
<p>${text(words.proofCheck)}</p>`;
  return page(
    words.filedTitle,
    `<p class="note">${text(state.replace('{name}', () => name))}</p>
<dl><dt>${text(words.tokenLabel)}</dt><dd><code>${text(objection.token)}</code></dd></dl>
${objection.state === 'confirmed' ? '' : proof}
${backLink(language)}`,
    language,
  );
}

export type PageRefusal = 'changed' | 'notFromHere' | 'throttled';

/** Why there is nothing to see; `waitSeconds` where that is over after a while. */
export function refusalPage(refusal: PageRefusal, waitSeconds: number, language: PageLanguage): string {
  const words = ORGANISATION_WORDS[language];
  const said = words[refusal].replace('{}', String(Math.max(1, Math.ceil(waitSeconds / 60))));
  return page(words[`${refusal}Title`], `<p class="note">${text(said)}</p>\n${backLink(language)}`, language);
}

function heldSections(held: Held, said: SaidBefore | null, language: PageLanguage): string {
  const words = ORGANISATION_WORDS[language];
  const { record, reason } = held;
  const rows = fieldsOf(record.company, language).map(
    ([name, value]) => `<dt>${text(name)}</dt><dd>${text(value ?? words.unknown)}</dd>`,
  );
  const sources = record.evidence.map(
    ({ source, date, licence }) =>
      `<tr><td>${text(source)}</td><td>${text(day(date, language))}</td><td>${text(licence)}</td></tr>`,
  );
  const heads = words.sourceHead.map((head) => `<th scope="col">${text(head)}</th>`).join('');
  const shown =
    reason === null
      ? record.kind === 'company'
        ? words.shown
        : words.shownOnRequest
      : words.withheld.replace('{}', words.reasons[reason]);
  return `<section aria-labelledby="held"><h2 id="held">${text(words.heldTitle)}</h2>
<p>${text(words.heldLead)}</p>
<dl>${rows.join('')}</dl></section>
<section aria-labelledby="sources"><h2 id="sources">${text(words.sourcesTitle)}</h2>
<table><thead><tr>${heads}</tr></thead><tbody>${sources.join('')}</tbody></table></section>
<section aria-labelledby="shown"><h2 id="shown">${text(words.shownTitle)}</h2><p class="note">${text(shown)}</p></section>
${held.mayObject ? objectionSection(record.company.id, said, words, language) : ''}`;
}

function objectionSection(
  companyId: string,
  said: SaidBefore | null,
  words: OrganisationWords,
  language: PageLanguage,
): string {
  const heading = `<h2 id="object">${text(words.objectTitle)}</h2>`;
  const latest = said?.latest ?? null;
  if (latest?.state === 'confirmed') {
    return `<section aria-labelledby="object">${heading}<p>${text(words.objectionConfirmed)}</p></section>`;
  }
  const pending =
    latest?.state === 'pending'
      ? `<p>${text(words.objectionPending.replace('{}', () => day(latest.filedAt, language)))}</p>`
      : '';
  return `<section aria-labelledby="object">${heading}
${pending}<p>${text(words.objectLead)}</p>${
    said?.wouldHide === false && latest?.state !== 'pending'
      ? `<p class="note">${text(words.objectionNotHiding)}</p>`
      : ''
  }
<form method="post" action="${OBJECTION_PATH}?lang=${language}">
<input type="hidden" name="${COMPANY_FIELD}" value="${text(companyId)}">
<button type="submit">${text(words.objectButton)}</button>
</form></section>`;
}

function fieldsOf(company: Company, language: PageLanguage): readonly (readonly [string, string | null])[] {
  const words = ORGANISATION_WORDS[language];
  const { fields } = words;
  const { industry, register, revenue } = company;
  return [
    [fields.name, company.name],
    [fields.address, addressOf(company, words, language)],
    [fields.legalForm, company.legalForm],
    [fields.industry, industry && `${industry.label[language]} (${industry.scheme} ${industry.code})`],
    [fields.size, sizeOf(company, words)],
    [fields.revenue, revenue && words.revenue[revenue]],
    [fields.register, register && [register.authority, register.number].filter(Boolean).join(' ')],
    [fields.lei, company.lei],
    [fields.domain, company.domain],
  ];
}

function addressOf(company: Company, words: OrganisationWords, language: PageLanguage): string | null {
  const { street, postcode, city, country, locationEvidence } = company;
  const place = [postcode, city].filter(Boolean).join(' ');
  const land = country === null ? '' : countryName(country, language);
  const whole = [street, place, land].filter(Boolean).join(', ');
  if (whole === '') return null;
  return locationEvidence === 'organisation' ? whole : `${whole} (${words.onlyCountry})`;
}

function sizeOf({ size }: Company, words: OrganisationWords): string | null {
  const people = statedPeople(size);
  if (people !== null) {
    const { from, to } = people;
    if (to === null) return words.peopleFrom.replace('{}', String(from));
    return words.people.replace('{}', from === to ? String(from) : `${from}–${to}`);
  }
  return size.evidence === null || size.evidence === 'stated' ? null : words.evidence[size.evidence];
}

function countryName(country: string, language: PageLanguage): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  } catch {
    // A source may hold two letters that are no country.
    return country;
  }
}

/** A day in words; what is no date is given as it is. */
function day(date: string, language: PageLanguage): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    time,
  );
}

function backLink(language: PageLanguage): string {
  return `<p><a href="${ORGANISATION_PATH}?lang=${language}">${text(ORGANISATION_WORDS[language].back)}</a></p>`;
}

function page(title: string, main: string, language: PageLanguage): string {
  const other = language === 'de' ? 'en' : 'de';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} · Doorplate</title><link rel="icon" href="/favicon.svg"><style>${ORGANISATION_STYLE}</style></head>
<body><header><span class="brand">Doorplate</span><a href="${ORGANISATION_PATH}?lang=${other}" lang="${other}" hreflang="${other}">${text(ORGANISATION_WORDS[language].otherLanguage)}</a></header>
<main><h1>${text(title)}</h1>
${main}</main></body></html>
`;
}

function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
