import { z } from 'zod';
import { type CompanyRecord, KINDS, SIZE_CLASSES, SIZE_EVIDENCE } from '../contracts/company.ts';
import type { ManifestSource } from './manifest.ts';

/**
 * A record on disk: one JSON array, without the names of its fields and with sources by their number in the
 * manifest, because there may be millions of them.
 */
const StoredRecord = z.tuple([
  z.enum(KINDS),
  z.string(), // company id
  z.string(), // name
  z.string().nullable(), // legal form
  z.string().nullable(), // street
  z.string().nullable(), // postcode
  z.string().nullable(), // city
  z.string().nullable(), // country
  z.enum(['organisation', 'network-registration']),
  z.object({ scheme: z.string(), code: z.string(), label: z.object({ de: z.string(), en: z.string() }) }).nullable(),
  z.enum(SIZE_CLASSES).nullable(),
  z.number().nullable(), // employees
  z.enum(SIZE_EVIDENCE).nullable(),
  z.string().nullable(), // domain
  z.string(), // holder
  z.number().int().nullable(), // AS number
  z.number(), // confidence
  z.array(z.string()), // confidence reasons
  z.array(z.tuple([z.number().int(), z.string()])), // evidence: number of the source, object
]);

/** `sourceIds`: the manifest's sources in order. @throws RangeError for evidence from a source that is not among them. */
export function encodeRecord(record: CompanyRecord, sources: readonly ManifestSource[]): string {
  const { company } = record;
  const stored: z.infer<typeof StoredRecord> = [
    record.kind,
    company.id,
    company.name,
    company.legalForm,
    company.street,
    company.postcode,
    company.city,
    company.country,
    company.locationEvidence,
    company.industry,
    company.size.class,
    company.size.employees,
    company.size.evidence,
    company.domain,
    record.holder,
    record.asn,
    record.confidence,
    [...record.confidenceReasons],
    record.evidence.map(({ source, object }) => {
      const position = sources.findIndex(({ title }) => title === source);
      if (position < 0) throw new RangeError('evidence from a source that the manifest does not name');
      return [position, object];
    }),
  ];
  return JSON.stringify(stored);
}

/** null when the text is not a record of this format. */
export function decodeRecord(text: string, sources: readonly ManifestSource[]): CompanyRecord | null {
  const read = StoredRecord.safeParse(parseJson(text));
  if (!read.success) return null;
  const [
    kind,
    id,
    name,
    legalForm,
    street,
    postcode,
    city,
    country,
    locationEvidence,
    industry,
    sizeClass,
    employees,
    sizeEvidence,
    domain,
    holder,
    asn,
    confidence,
    confidenceReasons,
    references,
  ] = read.data;
  const evidence = references.flatMap(([position, object]) => {
    const source = sources[position];
    return source ? [{ source: source.title, object, date: source.date, licence: source.licence }] : [];
  });
  if (evidence.length !== references.length) return null;
  const size = { class: sizeClass, employees, evidence: sizeEvidence };
  return {
    kind,
    company: { id, name, legalForm, street, postcode, city, country, locationEvidence, industry, size, domain },
    holder,
    asn,
    confidence,
    confidenceReasons,
    evidence,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
