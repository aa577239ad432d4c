import type { ConfidenceReason } from '../contracts/confidence.ts';

/** Confidence that a record names the right organisation at the right place, before anything speaks against it. */
const FULL_CONFIDENCE = 0.95;
const LEAST_CONFIDENCE = 0.05;

/** What each reason takes from it; those that take nothing stand in the evidence because they speak for the match. */
const COST: Readonly<Record<ConfidenceReason, number>> = {
  'legal-form-agrees': 0,
  'legal-form-in-one-register': 0.1,
  'rare-name': 0,
  'common-words': 0.3,
  'one-address': 0,
  'several-addresses': 0.3,
  'address-before-2005': 0.3,
  'address-of-a-division': 0.1,
  'mail-drop': 0.4,
  'kind-not-proven': 0.4,
  'named-in-registry': 0,
  'own-organisation-record': 0,
  'class-agrees': 0,
  'no-legal-form': 0.1,
  'name-from-network-name': 0.2,
  'name-cut-short': 0.1,
  'name-damaged': 0.3,
  'entry-before-2005': 0.15,
  'entry-before-2015': 0.05,
  'hosting-network': 0.2,
  'shared-address': 0.05,
  'provider-like-words': 0.25,
  'reseller-named': 0.05,
  'company-source-agrees': 0,
  'company-source-elsewhere': 0.1,
  'confirmed-by-person': 0,
};

/** Confidence from 0 to 1, in hundredths. */
export function confidenceOf(reasons: readonly ConfidenceReason[]): number {
  const confidence = reasons.reduce((rest, reason) => rest - COST[reason], FULL_CONFIDENCE);
  return Math.max(LEAST_CONFIDENCE, Math.round(confidence * 100) / 100);
}
