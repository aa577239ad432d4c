import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import ChartColumn from 'lucide-react/icons/chart-column';
import { statisticsQuestion } from '../api/questions.ts';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { PeriodSwitch } from '../pieces/period-switch.tsx';
import { useAsked } from '../pieces/use-asked.ts';
import { useWords } from '../words/words-context.ts';
import styles from './statistics.module.css';
import { TopValues } from './top-values.tsx';
import { Waiting } from '../pieces/waiting.tsx';

export function StatisticsPage() {
  const { t, formats } = useWords();
  const { asked, periodWords } = useAsked();
  const { data, error, refetch } = useQuery(statisticsQuestion(asked));
  const retry = () => void refetch();
  return (
    <Page title={t('statistics.title')} lead={t('statistics.lead', { period: periodWords })} tools={<PeriodSwitch />}>
      {error && data ? <FaultLine error={error} onRetry={retry} /> : null}
      {renderFigures()}
    </Page>
  );

  function renderFigures() {
    if (!data) {
      if (error) return <FaultNotice error={error} onRetry={retry} />;
      return (
        <Waiting label={t('statistics.loading')}>
          <Skeleton height={90} mb="md" />
          <Skeleton height={260} />
        </Waiting>
      );
    }
    if (data.hits === 0) {
      return (
        <Notice
          icon={<ChartColumn size={22} aria-hidden />}
          title={t('statistics.emptyTitle')}
          text={t('funnel.emptyText')}
        />
      );
    }
    const figures = [
      [t('statistics.companies'), data.identified.companies],
      [t('statistics.visits'), data.identified.visits],
      [t('statistics.identifiedViews'), data.identified.page_views],
      [t('statistics.anonymousViews'), data.anonymous.hits],
    ] as const;
    return (
      <>
        <dl className={styles['figures']}>
          {figures.map(([term, value]) => (
            <div key={term} className="surface">
              <dt>{term}</dt>
              <dd>{formats.number(value)}</dd>
            </div>
          ))}
        </dl>
        <div className={styles['tops']}>
          <TopValues title={t('statistics.topPages')} name={t('statistics.page')} values={data.top_pages} />
          <TopValues title={t('statistics.referrers')} name={t('statistics.referrer')} values={data.top_referrers} />
          <TopValues title={t('statistics.campaigns')} name={t('statistics.campaign')} values={data.top_campaigns} />
        </div>
        <p className="quiet">{t('statistics.foldedHint')}</p>
      </>
    );
  }
}
