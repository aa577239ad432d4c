/**
 * What raised or lowered the confidence that a record names the right organisation at the right place, as a closed
 * list. Each code has a price in the builder and a sentence in both languages on the evidence card.
 */
export const CONFIDENCE_REASONS = [
  'legal-form-agrees',
  'legal-form-in-one-register',
  'rare-name',
  'common-words',
  'one-address',
  'several-addresses',
  'address-before-2005',
  'address-of-a-division',
  'mail-drop',
  'kind-not-proven',
  'named-in-registry',
  'own-organisation-record',
  'class-agrees',
  'no-legal-form',
  'name-from-network-name',
  'name-cut-short',
  'name-damaged',
  'entry-before-2005',
  'entry-before-2015',
  'hosting-network',
  'shared-address',
  'provider-like-words',
  'reseller-named',
  'company-source-agrees',
  'company-source-elsewhere',
  'confirmed-by-person',
] as const;
export type ConfidenceReason = (typeof CONFIDENCE_REASONS)[number];
