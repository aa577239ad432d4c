import { useSearch } from '@tanstack/react-router';
import type { SitePeriod } from '../api/questions.ts';
import { useSite } from '../shell/site-context.ts';
import { periodOf, readPageSearch } from '../url-state/page-search.ts';
import { boundsOf, dayIn, LENGTH_DAYS } from '../url-state/period.ts';
import { useWords } from '../words/words-context.ts';
import { useNow } from './use-now.ts';

export type Asked = {
  readonly asked: SitePeriod;
  /** The period in words, to be put into a sentence: "in den letzten 7 Tagen". */
  readonly periodWords: string;
};

/** Site and period as the URL says, in the site's time zone. */
export function useAsked(): Asked {
  const { t, formats } = useWords();
  const site = useSite();
  const period = periodOf(readPageSearch(useSearch({ strict: false })));
  const asked = { site: site.domain, bounds: boundsOf(period, dayIn(site.time_zone, useNow())) };

  if (period.name === 'today') return { asked, periodWords: t('period.wholeToday') };
  if (period.name === 'custom') {
    const days = { from: formats.day(period.from), to: formats.day(period.to) };
    return { asked, periodWords: t('period.between', days) };
  }
  return { asked, periodWords: t('period.lastDays', { number: LENGTH_DAYS[period.name] }) };
}

/** The site's last days, today among them, whatever the URL says. */
export function useLastDays(name: 'week' | 'month'): SitePeriod {
  const site = useSite();
  return { site: site.domain, bounds: boundsOf({ name }, dayIn(site.time_zone, useNow())) };
}
