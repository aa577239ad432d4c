import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { ApiCompanyRow } from '../../contracts/api.ts';
import { type CompaniesAsked, companiesQuestion, liveCompaniesQuestion } from '../api/questions.ts';
import { holdRows, mergeRows } from './merge-rows.ts';
import { useReading } from './use-reading.ts';

export type CompanyRows = {
  /** undefined: nothing has been answered yet. */
  readonly rows: readonly ApiCompanyRow[] | undefined;
  readonly held: readonly ApiCompanyRow[];
  readonly showHeld: () => void;
  /** Rows that came in while the page was open: they fade in. */
  readonly isFresh: (id: string) => boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly loadingMore: boolean;
  /** The answer still belongs to the question before. */
  readonly stale: boolean;
};

/** The rows of the company list: loaded pages, the live first page, and the order held still for a reader. */
export function useCompanyRows(asked: CompaniesAsked, place: RefObject<HTMLElement | null>): CompanyRows {
  const loaded = useInfiniteQuery(companiesQuestion(asked));
  const live = useQuery(liveCompaniesQuestion(asked));
  const reading = useReading(place);
  const [held, setHeld] = useState<{ readonly key: string; readonly ids: readonly string[] } | null>(null);

  const pages = loaded.data?.pages.map((page) => page.data) ?? [];
  const stale = loaded.isPlaceholderData;
  const incoming = stale ? pages.flat() : mergeRows(pages, live.data?.data);
  const known = loaded.data !== undefined || live.data !== undefined;

  const ids = incoming.map((row) => row.id);
  const key = JSON.stringify([asked, pages.length, stale]);
  if (reading && known && held?.key !== key) setHeld({ key, ids });
  if (!reading && held) setHeld(null);

  const firstIds = new Set(pages.flat().map((row) => row.id));
  const shown = holdRows(incoming, held?.key === key ? held.ids : null);
  return {
    rows: known ? shown.rows : undefined,
    held: shown.held,
    showHeld: () => setHeld({ key, ids }),
    isFresh: (id) => loaded.data !== undefined && !stale && !firstIds.has(id),
    error: live.error ?? loaded.error,
    retry: () => {
      void loaded.refetch();
      void live.refetch();
    },
    hasMore: loaded.hasNextPage,
    loadMore: () => void loaded.fetchNextPage(),
    loadingMore: loaded.isFetchingNextPage,
    stale,
  };
}
