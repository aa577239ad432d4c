import type { ApiCompanyDetail } from '../../contracts/api.ts';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';

export type ActivityFiguresProps = { readonly company: ApiCompanyDetail; readonly periodWords: string };

export function ActivityFigures({ company, periodWords }: ActivityFiguresProps) {
  const { t, formats } = useWords();
  const figures = [
    [t('companies.visits'), formats.number(company.visits)],
    [t('companies.pageViews'), formats.number(company.page_views)],
    [t('company.firstSeen'), formats.dateTime(company.first_seen)],
    [t('company.lastSeen'), formats.dateTime(company.last_seen)],
  ];
  return (
    <section className="surface" aria-labelledby="activity-title">
      <h2 id="activity-title" className={styles['title']}>
        {t('company.inPeriod', { period: periodWords })}
      </h2>
      <dl className={styles['figures']}>
        {figures.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
