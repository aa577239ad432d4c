import type { Company, CompanyMatch, CompanyRecord, Evidence, Kind, ProviderType } from '../contracts/company.ts';
import type { ReleaseReason } from '../contracts/reasons.ts';
import { ADDRESS_BYTES, readAddress } from '../visitor/read-address.ts';
import type { ManifestSource } from '../whitelist/manifest.ts';
import type { JudgedRecord, JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import type { ListedObject, Whitelist } from '../whitelist/open-whitelist.ts';
import { SPECIAL } from '../whitelist/segments.ts';

/** What an explanation needs of a whitelist. */
type ExplainingWhitelist = Pick<
  Whitelist,
  'find4' | 'find6' | 'prefixAt4' | 'prefixAt6' | 'objectsAt4' | 'objectsAt6'
> & { readonly manifest: { readonly sources: readonly Pick<ManifestSource, 'id' | 'title'>[] } };

/** One object of `doorplate identify --json` (interfaces.md); an interface that scripts rely on. */
export type AddressExplanation = {
  /** As it was typed. */
  readonly address: string;
  readonly verdict: 'company' | 'withheld' | 'unknown';
  readonly reason: ReleaseReason | null;
  readonly company: ExplainedCompany | null;
  readonly network: {
    /** CIDR or `first-last`: the stretch that decided. */
    readonly prefix: string;
    readonly kind: Kind;
    /** null where it would name a person. */
    readonly holder: string | null;
    /** Of the record, else of a more general one that knows it. */
    readonly asn: number | null;
    readonly providerType: ProviderType | null;
  } | null;
  readonly confidence: number | null;
  /** What raised or lowered it: codes of contracts/confidence.ts, in the order in which they were found. */
  readonly confidenceReasons: readonly string[];
  readonly evidence: readonly Evidence[];
  /** How the holder was found in the company sources; null where no company was joined. */
  readonly match: CompanyMatch | null;
  /** More general ranges, and those of other sources, that had to give way: the most specific first. */
  readonly overruled: readonly OverruledObject[];
};

export type OverruledObject = {
  readonly prefix: string;
  readonly kind: Kind;
  /** null where it would name a person. */
  readonly holder: string | null;
  /** Title of its source. */
  readonly source: string;
};

export type ExplainedCompany = Pick<
  Company,
  'id' | 'name' | 'legalForm' | 'street' | 'postcode' | 'city' | 'country' | 'revenue' | 'domain' | 'register' | 'lei'
> & {
  /** The label is English. */
  readonly industry: { readonly scheme: string; readonly code: string; readonly label: string } | null;
  readonly size: Pick<Company['size'], 'class' | 'range' | 'evidence'>;
};

/**
 * What the operator's `identify` says about an address that he typed: verdict, reason, what was found, and why, as
 * corrections have it. Of a record withheld as `personal-name` nothing is said that could name the person. Never called
 * for a hit.
 * @param judge of the same whitelist
 */
export function explainAddress(
  address: string,
  whitelist: ExplainingWhitelist,
  judge: Pick<JudgedWhitelist, 'judged'>,
): AddressExplanation {
  const found = findTyped(address.trim(), whitelist);
  if (typeof found === 'string') return { ...nothingAbout(address), reason: found };
  const { record, reason } = judge.judged(found.index);
  const namesPerson = reason === 'personal-name';
  const [decided, ...overruled] = found.objects;
  const others = overruled.map((object) => ({ object, judged: judge.judged(object.record) }));
  const titleOf = (sourceId: string): string =>
    whitelist.manifest.sources.find(({ id }) => id === sourceId)?.title ?? sourceId;
  return {
    address,
    verdict: reason === null ? 'company' : 'withheld',
    reason,
    company: namesPerson ? null : explainedCompany(record),
    network: {
      prefix: found.prefix,
      kind: record.kind,
      holder: namesPerson ? null : record.holder,
      asn: record.asn ?? others.find((other) => other.judged.record.asn !== null)?.judged.record.asn ?? null,
      providerType: record.providerType,
    },
    confidence: record.confidence,
    confidenceReasons: namesPerson ? [] : record.confidenceReasons,
    // The key of an object may be made of the holder's name.
    evidence: namesPerson ? [] : withOwnKey(record.evidence, decided, titleOf),
    match: namesPerson ? null : record.match,
    overruled: others.map(({ object, judged }) => overruledObject(object, judged, titleOf(object.sourceId))),
  };
}

function overruledObject(object: ListedObject, { record, reason }: JudgedRecord, source: string): OverruledObject {
  const holder = reason === 'personal-name' ? null : record.holder;
  return { prefix: object.prefix, kind: record.kind, holder, source };
}

/** Evidence that names no object stands for the range's own one: its key and date are those of the range. */
function withOwnKey(
  evidence: readonly Evidence[],
  decided: ListedObject | undefined,
  titleOf: (sourceId: string) => string,
): Evidence[] {
  return evidence.map((given) =>
    given.object === '' && decided !== undefined && titleOf(decided.sourceId) === given.source
      ? { ...given, object: decided.key, date: decided.date ?? given.date }
      : given,
  );
}

function nothingAbout(address: string): AddressExplanation {
  return {
    address,
    verdict: 'unknown',
    reason: null,
    company: null,
    network: null,
    confidence: null,
    confidenceReasons: [],
    evidence: [],
    match: null,
    overruled: [],
  };
}

type FoundRecord = {
  readonly index: number;
  readonly prefix: string;
  /** The one that decided first. */
  readonly objects: readonly ListedObject[];
};

/** Record, prefix and objects of an address that the operator typed, or why there is none. */
function findTyped(
  text: string,
  whitelist: ExplainingWhitelist,
): FoundRecord | 'unknown-address' | 'special-purpose' | 'not-listed' {
  const bytes = new Uint8Array(ADDRESS_BYTES);
  const family = readAddress(text, bytes);
  if (family === 0) return 'unknown-address';
  const number = new DataView(bytes.buffer).getUint32(0);
  const index = family === 4 ? whitelist.find4(number) : whitelist.find6(bytes);
  if (index < 0) return index === SPECIAL ? 'special-purpose' : 'not-listed';
  return family === 4
    ? { index, prefix: whitelist.prefixAt4(number), objects: whitelist.objectsAt4(number) }
    : { index, prefix: whitelist.prefixAt6(bytes), objects: whitelist.objectsAt6(bytes) };
}

function explainedCompany({ company }: CompanyRecord): ExplainedCompany {
  const { industry, size } = company;
  return {
    id: company.id,
    name: company.name,
    legalForm: company.legalForm,
    street: company.street,
    postcode: company.postcode,
    city: company.city,
    country: company.country,
    industry: industry && { scheme: industry.scheme, code: industry.code, label: industry.label.en },
    size: { class: size.class, range: size.range, evidence: size.evidence },
    revenue: company.revenue,
    domain: company.domain,
    register: company.register,
    lei: company.lei,
  };
}
