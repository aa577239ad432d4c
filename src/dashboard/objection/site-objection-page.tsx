import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ApiSiteObjection } from '../../contracts/api.ts';
import { siteObjectionQuestion } from '../api/questions.ts';
import { FactsTable } from '../pieces/facts-table.tsx';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Page } from '../pieces/page.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { useSite } from '../shell/site-context.ts';
import { useWords } from '../words/words-context.ts';
import { honoursWord } from './honours-word.ts';
import styles from './objection.module.css';
import { OptOutPieces } from './opt-out-pieces.tsx';
import { SignalSwitches } from './signal-switches.tsx';

/** How visitors of a site object: what its privacy page offers, which signals it respects, and what it cannot see. */
export function SiteObjectionPage() {
  const { t } = useWords();
  const site = useSite();
  const { data, error, refetch } = useQuery(siteObjectionQuestion(site.domain));
  return (
    <Page title={t('siteObjection.title')} lead={t('siteObjection.lead', { site: site.domain })}>
      {renderSections()}
    </Page>
  );

  function renderSections() {
    if (!data) {
      if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
      return (
        <Waiting label={t('siteObjection.loading')}>
          <Skeleton height={220} mb="md" />
          <Skeleton height={140} />
        </Waiting>
      );
    }
    return (
      <div className={styles['sections']}>
        {error ? <FaultLine error={error} onRetry={() => void refetch()} /> : null}
        <OptOutPieces objection={data} />
        <SignalSwitches key={site.domain} objection={data} />
        <History history={data.history} />
        <Sees />
      </div>
    );
  }
}

function History({ history }: Pick<ApiSiteObjection, 'history'>) {
  const { t, formats } = useWords();
  return (
    <section className={`surface ${styles['section']}`} aria-labelledby="history-title">
      <h2 id="history-title">{t('siteObjection.history.title')}</h2>
      {history.length === 0 ? <p className="quiet">{t('siteObjection.history.none')}</p> : null}
      <ol className={styles['history']} aria-labelledby="history-title">
        {history.map((change) => (
          <li key={`${change.created_at} ${change.honours_dnt} ${change.honours_gpc}`}>
            <p>{t(honoursWord(change))}</p>
            {change.reason === null ? null : <p>{t('siteObjection.history.reason', { reason: change.reason })}</p>}
            <p className="quiet">
              <time dateTime={change.created_at}>
                {t('siteObjection.history.by', { date: formats.dateTime(change.created_at), author: change.author })}
              </time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Source: docs/objection.md and the matrix of objections (src/collect/objection-matrix.test.ts). */
const SEEN = [
  ['siteObjection.sees.scriptOwn', 'siteObjection.sees.yes', 'siteObjection.sees.byLink'],
  ['siteObjection.sees.pixelOwn', 'siteObjection.sees.yes', 'siteObjection.sees.byLink'],
  ['siteObjection.sees.connector', 'siteObjection.sees.yes', 'siteObjection.sees.byLink'],
  ['siteObjection.sees.scriptOther', 'siteObjection.sees.yes', 'siteObjection.sees.byBlock'],
  ['siteObjection.sees.pixelOther', 'siteObjection.sees.yes', 'siteObjection.sees.no'],
  ['siteObjection.sees.log', 'siteObjection.sees.no', 'siteObjection.sees.no'],
] as const;

function Sees() {
  const { t } = useWords();
  return (
    <FactsTable
      title={t('siteObjection.sees.title')}
      lead={t('siteObjection.sees.lead')}
      columns={[t('siteObjection.sees.way'), t('siteObjection.sees.signals'), t('siteObjection.sees.optOut')]}
      rows={SEEN.map(([way, signals, optOut]) => [t(way), t(signals), t(optOut)])}
    />
  );
}
