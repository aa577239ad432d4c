import type { ApiCompany } from '../../contracts/api.ts';
import type { Words } from '../words/words-context.ts';

/** "GmbH · 70435 Stuttgart, Deutschland"; the legal form only where the name does not carry it already. */
export function formAndPlace(company: ApiCompany, formats: Words['formats']): string {
  const form = company.legal_form && !company.name.includes(company.legal_form) ? company.legal_form : null;
  return [form, placeOf(company, formats)].filter(Boolean).join(' · ');
}

/** "70435 Stuttgart, Deutschland", as far as it is known. */
export function placeOf(company: ApiCompany, formats: Words['formats']): string {
  const town = [company.postcode, company.city].filter(Boolean).join(' ');
  const country = company.country ? formats.country(company.country) : null;
  return [town, country].filter(Boolean).join(', ');
}

/** "250–499 Beschäftigte", "11–50 Beschäftigte", "10.001 oder mehr Beschäftigte"; null where nothing is stated. */
export function statedSizeText(size: ApiCompany['size'], { t, formats }: Pick<Words, 't' | 'formats'>): string | null {
  const { class: sizeClass, range } = size;
  if (sizeClass === '1000+') return t('company.sizeFrom', { number: formats.number(1000) });
  if (sizeClass) return t('company.sizeEmployees', { class: sizeClass.replace('-', '–') });
  if (!range) return null;
  if (range.to === null) return t('company.sizeFrom', { number: formats.number(range.from) });
  const { from, to } = range;
  return t('company.sizeEmployees', {
    class: from === to ? formats.number(from) : `${formats.number(from)}–${formats.number(to)}`,
  });
}

/** The stated size, else what is presumed; null where nothing is known. */
export function sizeText(size: ApiCompany['size'], words: Pick<Words, 't' | 'formats' | 'language'>): string | null {
  return statedSizeText(size, words) ?? (size.evidence ? words.t('company.sizeFive') : null);
}

/** "Maschinenbau · 250–499 Beschäftigte"; empty where neither is known. A presumption of size is for the company page. */
export function industryAndSize(company: ApiCompany, words: Pick<Words, 't' | 'formats' | 'language'>): string {
  const { industry, size } = company;
  const label = words.language === 'de' ? industry?.label_de : industry?.label_en;
  return [label, statedSizeText(size, words)].filter(Boolean).join(' · ');
}
