import { Link } from '@tanstack/react-router';
import type { SiteOutcome } from '../../contracts/reasons.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import type { ArrangedFunnel } from './arrange-funnel.ts';
import styles from './funnel.module.css';

/** Every reason with its count, its share, what it means and what would change it. */
export function FunnelGroups({ funnel }: { readonly funnel: ArrangedFunnel }) {
  const { t, formats } = useWords();
  return (
    <div className={styles['groups']}>
      {funnel.groups.map((group) => (
        <section key={group.name} className="surface" aria-labelledby={`group-${group.name}`}>
          <header className={styles['groupHead']}>
            <h2 id={`group-${group.name}`}>{t(`funnel.groups.${group.name}`)}</h2>
            <p className={styles['groupSum']}>
              {formats.number(group.hits)} · {formats.share(group.hits, funnel.total)}
            </p>
            <p className={styles['groupHint']}>{t(`funnel.groupHints.${group.name}`)}</p>
          </header>
          <ul className={styles['outcomes']}>
            {group.outcomes.map(({ outcome, hits }) => (
              <li key={outcome}>
                <div className={styles['outcomeHead']}>
                  <h3>{t(`outcome.${outcome}.name`)}</h3>
                  <p>
                    <strong>{formats.number(hits)}</strong>
                    <span className="quiet">{formats.share(hits, funnel.total)}</span>
                  </p>
                </div>
                <div className={styles['bar']} aria-hidden="true">
                  <div data-group={group.name} style={{ width: `${(100 * hits) / funnel.total}%` }} />
                </div>
                <p>{t(`outcome.${outcome}.means`)}</p>
                <p className="quiet">
                  <span className={styles['change']}>{t('funnel.change')}:</span> {t(`outcome.${outcome}.change`)}{' '}
                  <MoreAbout outcome={outcome} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {funnel.notOccurred.length > 0 ? (
        <details className={`surface ${styles['none']}`}>
          <summary>
            {t('funnel.none', {
              count: funnel.notOccurred.length,
              number: formats.number(funnel.notOccurred.length),
            })}
          </summary>
          <ul className={styles['outcomes']}>
            {funnel.notOccurred.map((outcome) => (
              <li key={outcome}>
                <h3>{t(`outcome.${outcome}.name`)}</h3>
                <p className="quiet">
                  {t(`outcome.${outcome}.means`)} <MoreAbout outcome={outcome} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

/** Leads to what a reason means, what it costs and who can change it. */
function MoreAbout({ outcome }: { readonly outcome: SiteOutcome }) {
  const { t } = useWords();
  return (
    <Link
      to="/reasons"
      hash={outcome}
      search={readPageSearch}
      className={styles['moreAbout']}
      aria-label={t('reasons.moreOf', { reason: t(`outcome.${outcome}.name`) })}
    >
      {t('reasons.more')}
    </Link>
  );
}
