import type { ApiCompany } from '../contracts/api.ts';
import type { Company } from '../contracts/company.ts';

/** A company as the API names it. */
export function apiCompany(company: Company): ApiCompany {
  const { industry, size } = company;
  return {
    id: company.id,
    name: company.name,
    legal_form: company.legalForm,
    street: company.street,
    postcode: company.postcode,
    city: company.city,
    country: company.country,
    location_evidence: company.locationEvidence,
    industry: industry && {
      scheme: industry.scheme,
      code: industry.code,
      label_de: industry.label.de,
      label_en: industry.label.en,
    },
    size: { class: size.class, range: size.range, evidence: size.evidence },
    revenue: company.revenue,
    domain: company.domain,
    register: company.register,
    lei: company.lei,
  };
}
