import { Anchor, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import Download from 'lucide-react/icons/download';
import PencilLine from 'lucide-react/icons/pencil-line';
import { useState } from 'react';
import { CORRECTIONS_FILE, correctionsQuestion } from '../api/questions.ts';
import { DoneLine } from '../pieces/done-line.tsx';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { LinkButton } from '../pieces/link-button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { CORRECTION_STATES, readCorrectionsSearch, readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { CorrectionList } from './correction-list.tsx';
import styles from './corrections.module.css';

/** Rows that are drawn before one asks for more. */
const FIRST_ROWS = 100;

export function CorrectionsPage() {
  const { t } = useWords();
  const state = readCorrectionsSearch(useSearch({ strict: false })).state ?? 'all';
  const navigate = useNavigate({ from: '/corrections' });
  const { data, error, refetch } = useQuery(correctionsQuestion);
  const [length, setLength] = useState(FIRST_ROWS);
  const [undone, setUndone] = useState(false);
  const all = data?.data;
  const corrections = all?.filter(({ undone_at: at }) => state === 'all' || (state === 'undone') === (at !== null));
  const retry = () => void refetch();
  return (
    <Page
      title={t('corrections.title')}
      lead={t('corrections.lead')}
      tools={
        <Anchor href={CORRECTIONS_FILE} download className={styles['export'] ?? ''} title={t('corrections.exportHint')}>
          <Download size={16} aria-hidden />
          {t('corrections.export')}
        </Anchor>
      }
    >
      {undone ? <DoneLine text={t('corrections.undoDone')} /> : null}
      {error && data ? <FaultLine error={error} onRetry={retry} /> : null}
      {all && all.length > 0 ? (
        <SegmentedControl
          aria-label={t('corrections.filter')}
          mb="sm"
          value={state}
          onChange={(chosen) => {
            const next = CORRECTION_STATES.find((one) => one === chosen);
            void navigate({
              search: (before) => ({ ...readPageSearch(before), ...(next && { state: next }) }),
              replace: true,
            });
          }}
          data={(['all', ...CORRECTION_STATES] as const).map((value) => ({
            value,
            label: t(`corrections.filters.${value}`),
          }))}
        />
      ) : null}
      {renderList()}
      {corrections && corrections.length > length ? (
        <div className={styles['more']}>
          <Button variant="default" onClick={() => setLength(length + FIRST_ROWS)}>
            {t('corrections.loadMore')}
          </Button>
        </div>
      ) : null}
      <p className={`quiet ${styles['exportHint']}`}>{t('corrections.exportHint')}</p>
    </Page>
  );

  function renderList() {
    if (!corrections || !all) {
      if (error) return <FaultNotice error={error} onRetry={retry} />;
      return (
        <Waiting label={t('corrections.loading')}>
          <Skeleton height={90} mb="sm" />
          <Skeleton height={90} />
        </Waiting>
      );
    }
    if (all.length === 0) {
      return (
        <Notice
          icon={<PencilLine size={22} aria-hidden />}
          title={t('corrections.emptyTitle')}
          text={t('corrections.emptyText')}
        >
          <LinkButton to="/" search={readPageSearch}>
            {t('errors.toStart')}
          </LinkButton>
        </Notice>
      );
    }
    if (corrections.length === 0) {
      return (
        <Notice
          icon={<PencilLine size={22} aria-hidden />}
          title={t('corrections.emptyFilterTitle')}
          text={t('corrections.emptyFilterText')}
        />
      );
    }
    return (
      <div className="surface">
        <CorrectionList
          corrections={corrections.slice(0, length)}
          label={t('corrections.list')}
          withCompany
          onUndone={() => setUndone(true)}
        />
      </div>
    );
  }
}
