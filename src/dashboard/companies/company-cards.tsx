import { Link } from '@tanstack/react-router';
import { useNow } from '../pieces/use-now.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import styles from './companies.module.css';
import type { ShownRows } from './company-table.tsx';
import { formAndPlace, industryAndSize } from './company-words.ts';

/** The company list of a narrow window. */
export function CompanyCards({ rows, isFresh, label }: ShownRows) {
  const words = useWords();
  const { t, formats } = words;
  const now = useNow();
  return (
    <ul className={`surface ${styles['cards']}`} aria-label={label}>
      {rows.map((row) => {
        const industry = industryAndSize(row, words);
        return (
          <li key={row.id} data-fresh={isFresh(row.id) || undefined}>
            <Link to="/companies/$id" params={{ id: row.id }} search={readPageSearch} className={styles['card']}>
              <span className={styles['name']}>{row.name}</span>
              <time dateTime={row.last_seen} className={styles['moment']}>
                {formats.ago(row.last_seen, now) ?? formats.shortMoment(row.last_seen, now)}
              </time>
              <span className={styles['place']}>{formAndPlace(row, formats)}</span>
              {industry ? <span className={styles['place']}>{industry}</span> : null}
              <span className={styles['cardFigures']}>
                {t('companies.visitsCount', { count: row.visits, number: formats.number(row.visits) })}
                {' · '}
                {t('companies.pageViewsCount', { count: row.page_views, number: formats.number(row.page_views) })}
                {' · '}
                {row.origin ?? t('companies.direct')}
              </span>
              <span className={styles['path']}>{row.entry_page}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
