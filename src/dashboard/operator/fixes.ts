import type { CorrectionAction } from '../../contracts/corrections.ts';
import type { WithheldReason } from '../../contracts/reasons.ts';
import type { WordKey } from '../words/catalogue.ts';

/** What an operator can do about an organisation that is withheld for a reason. */
export type Fix =
  | { readonly kind: 'correct'; readonly action: CorrectionAction; readonly word: WordKey }
  | {
      readonly kind: 'go';
      readonly to: '/what-is-shown' | '/corrections';
      readonly word: WordKey;
      readonly link: WordKey;
    }
  | { readonly kind: 'nothing' };

const RELEASE: Fix = { kind: 'correct', action: 'release', word: 'lookUp.fixRelease' };
const NOTHING: Fix = { kind: 'nothing' };

/** What may be overturned, and how (identification.md, "Release rules"). */
export const FIXES: Readonly<Record<WithheldReason, Fix>> = {
  provider: RELEASE,
  opaque: RELEASE,
  'low-confidence': RELEASE,
  'incomplete-location': { kind: 'correct', action: 'move', word: 'lookUp.fixMove' },
  'unknown-size': { kind: 'correct', action: 'size', word: 'lookUp.fixSize' },
  'kind-not-chosen': { kind: 'go', to: '/what-is-shown', word: 'lookUp.fixKind', link: 'shell.shown' },
  hidden: { kind: 'go', to: '/corrections', word: 'lookUp.fixHidden', link: 'shell.corrections' },
  'personal-name': NOTHING,
  'too-small': NOTHING,
  'organisation-objected': NOTHING,
};

/** What can be corrected beside the fix: a name that people gave, a place, a mistake of the source. */
export function actionsBeside(reason: WithheldReason | null, canMerge: boolean): readonly CorrectionAction[] {
  if (reason !== null && FIXES[reason].kind === 'nothing') return [];
  const fixed = reason === null ? null : FIXES[reason];
  const all: readonly CorrectionAction[] = [
    'rename',
    'move',
    'size',
    ...(canMerge ? (['merge'] as const) : []),
    ...(reason === 'provider' ? [] : (['mark-provider'] as const)),
    ...(reason === 'hidden' ? [] : (['hide'] as const)),
  ];
  return all.filter((action) => fixed?.kind !== 'correct' || fixed.action !== action);
}
