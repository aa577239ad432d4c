import type { CompanyRecord, Kind, ProviderType } from '../../contracts/company.ts';
import { CONFIDENCE_REASONS, type ConfidenceReason } from '../../contracts/confidence.ts';
import { confidenceOf } from '../confidence-of.ts';
import type { AsClass } from './as-class.ts';

/** What the union of all sources knows of a record that its own source did not. */
export type Mending = {
  /** Its address stands with many unrelated names: a carrier's placeholder. */
  readonly sharedAddress: boolean;
  /** Its name stands for very many equal ranges: an access pool. */
  readonly pool: boolean;
  /** Its ranges lie in an autonomous system of a hoster. */
  readonly hostingNetwork: boolean;
  /** The class of its own autonomous system; null where it is no record of an AS, or none is known. */
  readonly asClass: AsClass | null;
};

/** What the class of an autonomous system makes of its holder, where the name alone did not tell. */
const BY_CLASS: Readonly<Record<AsClass, { readonly kind: Kind; readonly providerType: ProviderType | null }>> = {
  isp: { kind: 'provider', providerType: 'isp' },
  hosting: { kind: 'provider', providerType: 'hosting' },
  education: { kind: 'education', providerType: null },
  government: { kind: 'public', providerType: null },
  business: { kind: 'company', providerType: null },
};

/** The record as it is to be written; persons and what is opaque stay as they are. */
export function mendRecord(record: CompanyRecord, mending: Mending): CompanyRecord {
  if (record.kind === 'person' || record.kind === 'opaque') return record;
  const byClass = mending.asClass === null ? record : withClass(record, mending.asClass);
  const byPool: CompanyRecord =
    mending.pool && byClass.kind === 'company' ? { ...byClass, kind: 'provider', providerType: 'isp' } : byClass;
  const byAddress = mending.sharedAddress ? withoutAddress(byPool) : byPool;
  return mending.hostingNetwork && byAddress.kind !== 'provider' ? because(byAddress, 'hosting-network') : byAddress;
}

function withClass(record: CompanyRecord, asClass: AsClass): CompanyRecord {
  const { kind, providerType } = BY_CLASS[asClass];
  // What words or shape have told stays; of a provider the class only tells what kind.
  if (record.kind === 'provider') {
    return kind === 'provider' && record.providerType === null ? { ...record, providerType } : record;
  }
  if (record.kind !== 'company') return record;
  if (kind !== 'company') return { ...record, kind, providerType };
  const proven = record.confidenceReasons.filter((reason) => reason !== 'kind-not-proven');
  return because({ ...record, confidenceReasons: proven }, 'class-agrees');
}

function withoutAddress(record: CompanyRecord): CompanyRecord {
  const { company } = record;
  if (company.street === null && company.postcode === null && company.city === null) return record;
  const blank = { ...company, street: null, postcode: null, city: null };
  return because({ ...record, company: blank }, 'shared-address');
}

/** The record with one more reason, and the confidence that follows from all of them. */
function because(record: CompanyRecord, reason: ConfidenceReason): CompanyRecord {
  const reasons = [...record.confidenceReasons.filter((known) => known !== reason), reason];
  return { ...record, confidenceReasons: reasons, confidence: confidenceOf(reasons.filter(isPriced)) };
}

function isPriced(reason: string): reason is ConfidenceReason {
  return (CONFIDENCE_REASONS as readonly string[]).includes(reason);
}
