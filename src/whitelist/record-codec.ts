import { z } from 'zod';
import {
  COMPANY_FIELDS,
  type CompanyRecord,
  KINDS,
  PROVIDER_TYPES,
  REVENUE_CLASSES,
  SIZE_CLASSES,
  SIZE_EVIDENCE,
} from '../contracts/company.ts';
import type { ManifestSource } from './manifest.ts';
import { parseJson } from './parse-json.ts';

/** What a record needs to know of the sources that its evidence names. */
export type RecordSource = Pick<ManifestSource, 'id' | 'title' | 'date' | 'licence'>;

/**
 * A record on disk: one JSON array, without the names of its fields, because there may be millions of them. Sources
 * stand in it by their ids, so that a record is the same bytes in every whitelist.
 */
const StoredRecord = z.tuple([
  z.enum(KINDS),
  z.enum(PROVIDER_TYPES).nullable(),
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
  // Evidence: id of the source, object ('': the range's own key), ISO date ('': that of the source's data).
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  // What company sources add: null for the many records that none was joined to.
  z
    .object({
      range: z.object({ from: z.number(), to: z.number().nullable() }).nullable(),
      revenue: z.enum(REVENUE_CLASSES).nullable(),
      register: z.object({ authority: z.string().nullable(), number: z.string() }).nullable(),
      lei: z.string().nullable(),
      fields: z.partialRecord(z.enum(COMPANY_FIELDS), z.number().int().nonnegative()),
      match: z.object({ score: z.number(), reasons: z.array(z.string()) }).nullable(),
    })
    .nullable(),
]);

type Joined = NonNullable<z.infer<typeof StoredRecord>[20]>;

const NOTHING_JOINED: Joined = { range: null, revenue: null, register: null, lei: null, fields: {}, match: null };

function joinedOf({ company, fieldEvidence, match }: CompanyRecord): Joined | null {
  const { revenue, register, lei } = company;
  const { range } = company.size;
  const hasFields = Object.keys(fieldEvidence).length > 0;
  if (range === null && revenue === null && register === null && lei === null && !hasFields && match === null)
    return null;
  return {
    range,
    revenue,
    register,
    lei,
    fields: { ...fieldEvidence },
    match: match && { score: match.score, reasons: [...match.reasons] },
  };
}

/** @throws RangeError for evidence from a source that is not among them. */
export function encodeRecord(record: CompanyRecord, sources: readonly RecordSource[]): string {
  const { company } = record;
  const stored: z.infer<typeof StoredRecord> = [
    record.kind,
    record.providerType,
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
    record.evidence.map(({ source, object, date }) => {
      const known = sources.find(({ title }) => title === source);
      if (!known) throw new RangeError('evidence from a source that the manifest does not name');
      return [known.id, object, date === known.date ? '' : date];
    }),
    joinedOf(record),
  ];
  return JSON.stringify(stored);
}

/** null when the text is not a record of this format. */
export function decodeRecord(text: string, sources: readonly RecordSource[]): CompanyRecord | null {
  const read = StoredRecord.safeParse(parseJson(text));
  if (!read.success) return null;
  const [
    kind,
    providerType,
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
    joined,
  ] = read.data;
  const { range, revenue, register, lei, fields, match } = joined ?? NOTHING_JOINED;
  const evidence = references.flatMap(([sourceId, object, date]) => {
    const source = sources.find((it) => it.id === sourceId);
    return source ? [{ source: source.title, object, date: date || source.date, licence: source.licence }] : [];
  });
  if (evidence.length !== references.length) return null;
  const size = { class: sizeClass, range, employees, evidence: sizeEvidence };
  return {
    kind,
    providerType,
    company: {
      id,
      name,
      legalForm,
      street,
      postcode,
      city,
      country,
      locationEvidence,
      industry,
      size,
      revenue,
      domain,
      register,
      lei,
    },
    holder,
    asn,
    confidence,
    confidenceReasons,
    evidence,
    fieldEvidence: fields,
    match,
  };
}
