import { Link } from '@tanstack/react-router';
import type { SiteOutcome, WithheldReason } from '../../contracts/reasons.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import styles from './shown.module.css';

export type RuleCostProps = {
  /** Hits of the last 30 days; null while they are not known. */
  readonly counts: ReadonlyMap<SiteOutcome, number> | null;
  readonly reasons: readonly WithheldReason[];
};

/** What a rule has cost: how many page views were withheld for it, each with the way to its explanation. */
export function RuleCost({ counts, reasons }: RuleCostProps) {
  const { t, formats } = useWords();
  if (counts === null) return null;
  return (
    <ul className={styles['costs']}>
      {reasons.map((outcome) => {
        const hits = counts.get(outcome) ?? 0;
        const reason = t(`outcome.${outcome}.name`);
        return (
          <li key={outcome}>
            {hits === 0
              ? t('shown.withheldNone', { reason })
              : t('shown.withheld', { count: hits, number: formats.number(hits), reason })}{' '}
            <Link
              to="/reasons"
              hash={outcome}
              search={readPageSearch}
              className={styles['more']}
              aria-label={t('reasons.moreOf', { reason })}
            >
              {t('reasons.more')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
