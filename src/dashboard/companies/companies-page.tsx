import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import ArrowUp from 'lucide-react/icons/arrow-up';
import SearchIcon from 'lucide-react/icons/search';
import { useRef, useState } from 'react';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Page } from '../pieces/page.tsx';
import { PeriodSwitch } from '../pieces/period-switch.tsx';
import { useAsked } from '../pieces/use-asked.ts';
import { useSite } from '../shell/site-context.ts';
import {
  DEFAULT_SORT,
  readCompaniesSearch,
  type Sort,
  SORT_KEYS,
  sortAfterPress,
  sortParts,
} from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { CompaniesEmpty } from './companies-empty.tsx';
import styles from './companies.module.css';
import { CompanyCards } from './company-cards.tsx';
import { CompanyTable } from './company-table.tsx';
import { COLUMN_WORDS } from './column-words.ts';
import { RowsSkeleton } from './rows-skeleton.tsx';
import { useCompanyRows } from './use-company-rows.ts';

const SEARCH_PAUSE_MS = 250;

export function CompaniesPage() {
  const { t, formats } = useWords();
  const site = useSite();
  const search = readCompaniesSearch(useSearch({ strict: false }));
  const navigate = useNavigate({ from: '/' });
  const { asked, periodWords } = useAsked();
  const sort = search.sort ?? DEFAULT_SORT;
  const q = search.q ?? null;
  const place = useRef<HTMLDivElement>(null);
  const list = useCompanyRows({ ...asked, sort, q }, place);
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });

  const setSort = (next: Sort) =>
    void navigate({ search: (before) => ({ ...before, sort: next }), replace: true, resetScroll: false });
  const setQ = (next: string) =>
    void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true, resetScroll: false });

  const rows = list.rows;
  return (
    <Page title={t('companies.title')} lead={rows ? countSentence(rows.length) : ' '} tools={<PeriodSwitch />}>
      <div className={styles['bar']}>
        <SearchBox q={q} onSearch={setQ} />
        {narrow ? <SortChoice sort={sort} onSort={setSort} /> : null}
        <LiveMark broken={list.error !== null} />
      </div>
      <p className="off-screen" aria-live="polite">
        {list.held.length > 0
          ? t('companies.arrived', { count: list.held.length, number: formats.number(list.held.length) })
          : ''}
      </p>
      {list.error && rows ? <FaultLine error={list.error} onRetry={list.retry} /> : null}
      {list.held.length > 0 ? (
        <div className={styles['held']}>
          <Button
            size="xs"
            radius="xl"
            leftSection={<ArrowUp size={14} aria-hidden />}
            onClick={() => {
              list.showHeld();
              window.scrollTo({ top: 0 });
            }}
          >
            {t('companies.held', { count: list.held.length, number: formats.number(list.held.length) })}
          </Button>
        </div>
      ) : null}
      {renderRows()}
      {list.hasMore && rows && rows.length > 0 ? (
        <div className={styles['more']}>
          <Button variant="default" onClick={list.loadMore} loading={list.loadingMore}>
            {t('companies.loadMore')}
          </Button>
        </div>
      ) : null}
    </Page>
  );

  function renderRows() {
    if (!rows) {
      return list.error ? (
        <FaultNotice error={list.error} onRetry={list.retry} />
      ) : (
        <RowsSkeleton label={t('companies.loading')} />
      );
    }
    if (rows.length === 0) return <CompaniesEmpty q={q} periodWords={periodWords} onClearSearch={() => setQ('')} />;
    const shown = { rows, isFresh: list.isFresh, label: t('companies.tableLabel', { site: site.domain }) };
    return (
      <div ref={place} className={list.stale ? styles['stale'] : undefined} aria-busy={list.stale}>
        {narrow ? (
          <CompanyCards {...shown} />
        ) : (
          <CompanyTable {...shown} sort={sort} onSort={(key) => setSort(sortAfterPress(sort, key))} />
        )}
      </div>
    );
  }

  function countSentence(count: number): string {
    const values = { count, number: formats.number(count), period: periodWords };
    return list.hasMore ? t('companies.countMore', values) : t('companies.count', values);
  }
}

/** What is typed goes into the URL after a short pause; a change of the URL (back, link) comes into the box. */
function SearchBox({ q, onSearch }: { readonly q: string | null; readonly onSearch: (q: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(q ?? '');
  const settle = useDebouncedCallback(onSearch, SEARCH_PAUSE_MS);
  const [settled, setSettled] = useState(q);
  if (q !== settled) {
    setSettled(q);
    if ((q ?? '') !== typed.trim()) setTyped(q ?? '');
  }
  const type = (text: string) => {
    setTyped(text);
    settle(text.trim());
  };
  return (
    <TextInput
      type="search"
      className={styles['search'] ?? ''}
      aria-label={t('companies.search')}
      placeholder={t('companies.searchPlaceholder')}
      leftSection={<SearchIcon size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="sm" aria-label={t('companies.clearSearch')} onClick={() => type('')} />
      }
      maxLength={100}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

function SortChoice({ sort, onSort }: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const { t } = useWords();
  const { key } = sortParts(sort);
  return (
    <NativeSelect
      className={styles['sort'] ?? ''}
      aria-label={t('companies.sortBy')}
      value={key}
      onChange={(event) => {
        const chosen = SORT_KEYS.find((one) => one === event.currentTarget.value) ?? 'last_seen';
        onSort(chosen === 'name' ? chosen : `-${chosen}`);
      }}
      data={SORT_KEYS.map((one) => ({ value: one, label: t(COLUMN_WORDS[one]) }))}
    />
  );
}

function LiveMark({ broken }: { readonly broken: boolean }) {
  const { t } = useWords();
  return (
    <span className={styles['live']} data-broken={broken || undefined} title={t('companies.liveHint')}>
      <span className={styles['liveDot']} aria-hidden="true" />
      {broken ? t('companies.paused') : t('companies.live')}
    </span>
  );
}
