import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import FunnelIcon from 'lucide-react/icons/funnel';
import Info from 'lucide-react/icons/info';
import { funnelQuestion } from '../api/questions.ts';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { PeriodSwitch } from '../pieces/period-switch.tsx';
import { useAsked } from '../pieces/use-asked.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { arrangeFunnel } from './arrange-funnel.ts';
import styles from './funnel.module.css';
import { FunnelGroups } from './funnel-groups.tsx';
import { FunnelStrip } from './funnel-strip.tsx';
import { LinkButton } from '../pieces/link-button.tsx';
import { Waiting } from '../pieces/waiting.tsx';

/** Reasons that the opening sentence names; the rest stands in the list below it. */
const NAMED_IN_SENTENCE = 5;

export function FunnelPage() {
  const { t, formats } = useWords();
  const { asked, periodWords } = useAsked();
  const { data, error, refetch } = useQuery(funnelQuestion(asked));
  const retry = () => void refetch();
  return (
    <Page title={t('funnel.title')} lead={t('funnel.lead')} tools={<PeriodSwitch />}>
      {error && data ? <FaultLine error={error} onRetry={retry} /> : null}
      {renderFunnel()}
      <aside className={`surface ${styles['before']}`} aria-labelledby="before-title">
        <Info size={18} aria-hidden />
        <div>
          <h2 id="before-title">{t('funnel.beforeTitle')}</h2>
          <p>{t('funnel.before')}</p>
        </div>
      </aside>
    </Page>
  );

  function renderFunnel() {
    if (!data) {
      if (error) return <FaultNotice error={error} onRetry={retry} />;
      return (
        <Waiting label={t('funnel.loading')}>
          <Skeleton height={110} mb="md" />
          <Skeleton height={300} />
        </Waiting>
      );
    }
    if (data.total === 0) {
      return (
        <Notice icon={<FunnelIcon size={22} aria-hidden />} title={t('funnel.emptyTitle')} text={t('funnel.emptyText')}>
          <LinkButton to="/set-up" search={readPageSearch}>
            {t('companies.toSetUp')}
          </LinkButton>
        </Notice>
      );
    }
    const funnel = arrangeFunnel(data);
    const named = funnel.occurred.slice(0, NAMED_IN_SENTENCE);
    const rest = data.total - named.reduce((sum, { hits }) => sum + hits, 0);
    const parts = [
      ...named.map(({ outcome, hits }) => t(`outcome.${outcome}.inSentence`, { number: formats.number(hits) })),
      ...(rest > 0 ? [t('funnel.others', { number: formats.number(rest) })] : []),
    ];
    const total = formats.number(data.total);
    return (
      <>
        <section className={`surface ${styles['summary']}`}>
          <p className={styles['sentence']}>
            {t('funnel.sentence', {
              count: data.total,
              total,
              period: periodWords,
              parts: formats.list(parts),
            })}
          </p>
          <FunnelStrip funnel={funnel} />
        </section>
        <FunnelGroups funnel={funnel} />
      </>
    );
  }
}
