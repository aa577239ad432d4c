import { DEFAULT_RELEASE_RULES, type ReleaseRules } from '../company/release-rules.ts';
import type { Settings } from '../settings/read-settings.ts';

/** The release rules as the settings of this installation ask for them. */
export function releaseRulesOf(settings: Settings): ReleaseRules {
  return {
    ...DEFAULT_RELEASE_RULES,
    location: settings.location,
    sizeEvidence: settings.sizeEvidence,
    minimumEmployees: settings.minimumEmployees,
    minimumConfidence: settings.minimumConfidence,
  };
}
