import type { Kind, ProviderType } from '../../contracts/company.ts';
import type { ConfidenceReason } from '../../contracts/confidence.ts';

/**
 * What was read out of a network object: the organisation that uses the range, where it is, and what speaks for and
 * against it. Of a natural person nothing but the kind is kept.
 */
export type NetworkReading = {
  readonly kind: Kind;
  /** What kind of provider; null for all others, and where it cannot be told. */
  readonly providerType: ProviderType | null;
  /** As it is to be shown; '' for persons and where nothing names anybody. */
  readonly name: string;
  /** Legal form as the list writes it; null where none was read. */
  readonly legalForm: string | null;
  /** Words of the name without its legal form (company/words.ts): what two records of one organisation share. */
  readonly core: readonly string[];
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** The name as its source writes it; '' where `name` is. */
  readonly holder: string;
  /** In the order in which they were found. */
  readonly reasons: readonly ConfidenceReason[];
};

const NOTHING = {
  providerType: null,
  name: '',
  legalForm: null,
  core: [],
  street: null,
  postcode: null,
  city: null,
  country: null,
  holder: '',
  reasons: [],
} as const;

/** All that is kept of a natural person's network. */
export const PERSON_READING: NetworkReading = { kind: 'person', ...NOTHING };
/** A network of which nobody can tell who uses it. */
export const OPAQUE_READING: NetworkReading = { kind: 'opaque', ...NOTHING };
