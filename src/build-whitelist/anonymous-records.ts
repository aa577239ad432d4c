import { companyId } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';

/** Natural persons are dropped before anything is written: their ranges lead to this record. */
export const ANONYMOUS_PERSON: CompanyRecord = {
  kind: 'person',
  providerType: null,
  company: {
    id: companyId({ name: '', legalForm: '', country: null, place: '' }),
    name: '',
    legalForm: null,
    street: null,
    postcode: null,
    city: null,
    country: null,
    locationEvidence: 'network-registration',
    industry: null,
    size: { class: null, range: null, employees: null, evidence: null },
    revenue: null,
    domain: null,
    register: null,
    lei: null,
  },
  holder: '',
  asn: null,
  confidence: 0.05,
  confidenceReasons: [],
  evidence: [],
  fieldEvidence: {},
  match: null,
};

/** Nothing tells who uses the range. What little its object says might be a person's name, so none of it is kept. */
export const ANONYMOUS_OPAQUE: CompanyRecord = { ...ANONYMOUS_PERSON, kind: 'opaque' };
