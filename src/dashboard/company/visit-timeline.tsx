import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ApiVisit } from '../../contracts/api.ts';
import { liveVisitsQuestion, type SitePeriod, visitsQuestion } from '../api/questions.ts';
import { mergeRows } from '../companies/merge-rows.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';
import { groupByDay } from './group-by-day.ts';
import { VisitCard } from './visit-card.tsx';
import { Waiting } from '../pieces/waiting.tsx';

export type VisitTimelineProps = { readonly companyId: string; readonly asked: SitePeriod };

/** Visits by day, the newest first; a visit that is still going on grows while one looks at it. */
export function VisitTimeline({ companyId, asked }: VisitTimelineProps) {
  const { t, formats } = useWords();
  const loaded = useInfiniteQuery(visitsQuestion(companyId, asked));
  const live = useQuery(liveVisitsQuestion(companyId, asked));
  const pages = loaded.data?.pages.map((page) => page.data) ?? [];
  const visits: readonly ApiVisit[] = mergeRows(pages, live.data?.data);
  const known = loaded.data !== undefined || live.data !== undefined;
  const error = live.error ?? loaded.error;

  return (
    <section aria-labelledby="visits-title" className={styles['visits']}>
      <h2 id="visits-title" className={styles['titlePlain']}>
        {t('visits.title')}
      </h2>
      {error ? (
        <FaultLine
          error={error}
          onRetry={() => {
            void loaded.refetch();
            void live.refetch();
          }}
        />
      ) : null}
      {!known && !error ? (
        <Waiting label={t('visits.loading')}>
          <Skeleton height={90} mb="sm" />
          <Skeleton height={90} />
        </Waiting>
      ) : null}
      {known && visits.length === 0 ? <p className="quiet">{t('visits.empty')}</p> : null}
      {groupByDay(visits, formats.timeZone).map(({ day, visits: ofDay }) => (
        <div key={day}>
          <h3 className={styles['day']}>{formats.longDate(ofDay[0]?.started_at ?? day, true)}</h3>
          <ol className={styles['dayVisits']}>
            {ofDay.map((visit) => (
              <VisitCard key={visit.id} visit={visit} site={asked.site} />
            ))}
          </ol>
        </div>
      ))}
      {loaded.hasNextPage ? (
        <Button variant="default" onClick={() => void loaded.fetchNextPage()} loading={loaded.isFetchingNextPage}>
          {t('visits.loadMore')}
        </Button>
      ) : null}
    </section>
  );
}
