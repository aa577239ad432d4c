import { useQuery } from '@tanstack/react-query';
import CircleCheck from 'lucide-react/icons/circle-check';
import Radio from 'lucide-react/icons/radio';
import { activityQuestion } from '../api/questions.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import styles from './set-up.module.css';
import { LinkButton } from '../pieces/link-button.tsx';

/** Asks again and again whether anything has arrived, and says so when it has. */
export function FirstVisit({ site }: { readonly site: string }) {
  const { t, formats } = useWords();
  const { data, error, refetch } = useQuery(activityQuestion(site));
  if (error && !data) return <FaultLine error={error} onRetry={() => void refetch()} />;
  const hits = data?.hits ?? 0;
  return (
    <div aria-live="polite" className={styles['check']}>
      {hits > 0 ? (
        <>
          <CircleCheck size={22} aria-hidden className={styles['arrived'] ?? ''} />
          <div>
            <p className={styles['checkTitle']}>{t('setUp.arrived')}</p>
            <p className="quiet">{t('setUp.arrivedHint', { count: hits, number: formats.number(hits), site })}</p>
            <div className={styles['formTools']}>
              <LinkButton to="/" search={readPageSearch} size="xs">
                {t('setUp.toCompanies')}
              </LinkButton>
              <LinkButton to="/funnel" search={readPageSearch} size="xs" variant="default">
                {t('companies.toFunnel')}
              </LinkButton>
            </div>
          </div>
        </>
      ) : (
        <>
          <Radio size={22} aria-hidden className={styles['waiting'] ?? ''} />
          <div>
            <p className={styles['checkTitle']}>{t('setUp.waiting')}</p>
            <p className="quiet">{t('setUp.waitingHint')}</p>
            <p className="quiet">{t('setUp.notHeard')}</p>
          </div>
        </>
      )}
    </div>
  );
}
