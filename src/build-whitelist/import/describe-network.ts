import { companyId } from '../../company/company-id.ts';
import { formByName } from '../../company/legal-forms.ts';
import type { CompanyRecord } from '../../contracts/company.ts';
import { ANONYMOUS_OPAQUE, ANONYMOUS_PERSON } from '../anonymous-records.ts';
import { confidenceOf } from '../confidence-of.ts';
import type { AboutRecord } from '../layers/layer-writer.ts';
import type { NetworkReading } from '../read/network-reading.ts';

/** What a record says of the source that it comes from. */
export type RecordOrigin = { readonly title: string; readonly licence: string };

/**
 * The record of a network as it was read. Of persons, and of ranges of which nothing can be told, it is one that says
 * nothing but that. Its evidence names the range's own key and the date of its object: both stand beside the range.
 */
export function describeNetwork(reading: NetworkReading, asn: number | null, origin: RecordOrigin): CompanyRecord {
  if (reading.kind === 'person') return ANONYMOUS_PERSON;
  if (reading.kind === 'opaque') return ANONYMOUS_OPAQUE;
  const { street, postcode, city, country, legalForm } = reading;
  const form = legalForm === null ? null : formByName(legalForm, country);
  return {
    kind: reading.kind,
    providerType: reading.kind === 'provider' ? reading.providerType : null,
    company: {
      id: companyId({
        name: reading.core.join(' '),
        legalForm: form?.family ?? '',
        country,
        place: postcode ?? city ?? '',
      }),
      name: reading.name,
      legalForm,
      street,
      postcode,
      city,
      country,
      locationEvidence: postcode !== null || city !== null ? 'organisation' : 'network-registration',
      industry: null,
      size: { class: null, range: null, employees: null, evidence: null },
      revenue: null,
      domain: null,
      register: null,
      lei: null,
    },
    holder: reading.holder,
    asn,
    confidence: confidenceOf(reading.reasons),
    confidenceReasons: reading.reasons,
    evidence: [{ source: origin.title, object: '', date: '', licence: origin.licence }],
    fieldEvidence: {},
    match: null,
  };
}

/** What the counts of shared addresses compare: a street with its place; a place alone is shared by right. */
export function aboutReading(reading: NetworkReading): Omit<AboutRecord, 'date'> {
  const { street, postcode, city, country } = reading;
  const place = street === null ? '' : [street, postcode ?? '', city ?? '', country ?? ''].join('|').toLowerCase();
  return { place: place.replaceAll(/[\s.,;-]+/g, ' '), name: reading.core.join(' ') };
}
