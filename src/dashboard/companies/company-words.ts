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

/** "Maschinenbau · 250–499 Beschäftigte"; empty where neither is known. A presumption of size is for the company page. */
export function industryAndSize(company: ApiCompany, { t, language }: Pick<Words, 't' | 'language'>): string {
  const industry = language === 'de' ? company.industry?.label_de : company.industry?.label_en;
  const size = company.size.class ? t('companies.employees', { class: company.size.class.replace('-', '–') }) : null;
  return [industry, size].filter(Boolean).join(' · ');
}
