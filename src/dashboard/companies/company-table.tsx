import { Tooltip, UnstyledButton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { createColumnHelper, flexRender, getCoreRowModel, type RowData, useReactTable } from '@tanstack/react-table';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { type MouseEvent, useMemo } from 'react';
import type { ApiCompanyRow } from '../../contracts/api.ts';
import { useNow } from '../pieces/use-now.ts';
import { readPageSearch, type Sort, type SortKey, sortParts } from '../url-state/page-search.ts';
import type { WordKey } from '../words/catalogue.ts';
import { useWords } from '../words/words-context.ts';
import { COLUMN_WORDS } from './column-words.ts';
import styles from './companies.module.css';
import { formAndPlace, industryAndSize } from './company-words.ts';

declare module '@tanstack/react-table' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a library's interface is extended
  interface ColumnMeta<TData extends RowData, TValue> {
    readonly heading: WordKey;
    readonly sortKey?: SortKey;
    readonly numeric?: boolean;
  }
}

export type ShownRows = {
  readonly rows: readonly ApiCompanyRow[];
  readonly isFresh: (id: string) => boolean;
  readonly label: string;
};

export type CompanyTableProps = ShownRows & { readonly sort: Sort; readonly onSort: (key: SortKey) => void };

const column = createColumnHelper<ApiCompanyRow>();

const COLUMNS = [
  column.accessor('name', {
    cell: ({ row }) => <CompanyCell row={row.original} />,
    meta: { heading: COLUMN_WORDS.name, sortKey: 'name' },
  }),
  column.display({
    id: 'industry_size',
    cell: ({ row }) => <IndustryCell row={row.original} />,
    meta: { heading: 'companies.industrySize' },
  }),
  column.accessor('visits', {
    cell: ({ getValue }) => <NumberCell value={getValue()} />,
    meta: { heading: COLUMN_WORDS.visits, sortKey: 'visits', numeric: true },
  }),
  column.accessor('page_views', {
    cell: ({ getValue }) => <NumberCell value={getValue()} />,
    meta: { heading: COLUMN_WORDS.page_views, sortKey: 'page_views', numeric: true },
  }),
  column.accessor('last_seen', {
    cell: ({ getValue }) => <MomentCell iso={getValue()} />,
    meta: { heading: COLUMN_WORDS.last_seen, sortKey: 'last_seen' },
  }),
  column.accessor('entry_page', {
    cell: ({ getValue }) => <span className={styles['path']}>{getValue()}</span>,
    meta: { heading: 'companies.entryPage' },
  }),
  column.accessor('origin', {
    cell: ({ getValue }) => <OriginCell origin={getValue()} />,
    meta: { heading: 'companies.origin' },
  }),
];

/** The company list of a wide window. A row can be pressed anywhere; the keyboard takes the link in its first cell. */
export function CompanyTable({ rows, isFresh, label, sort, onSort }: CompanyTableProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const data = useMemo(() => [...rows], [rows]);
  const anyIndustry = rows.some(
    ({ industry, size }) => industry !== null || size.class !== null || size.range !== null,
  );
  // The rows are drawn anew with the table itself; no compiler caches them.
  // oxlint-disable-next-line react/incompatible-library
  const table = useReactTable({
    data,
    columns: COLUMNS,
    getRowId: (row) => row.id,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    state: { columnVisibility: { industry_size: anyIndustry } },
  });
  const sorted = sortParts(sort);

  const open = (event: MouseEvent, id: string) => {
    // The link itself, a selection of text, and a press with a modifier keep their usual meaning.
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('a'))) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || getSelection()?.toString()) return;
    void navigate({ to: '/companies/$id', params: { id }, search: readPageSearch });
  };
  return (
    <div className={`surface ${styles['tablePlace']}`}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {table.getFlatHeaders().map(({ id, column: { columnDef } }) => {
              const { heading, sortKey, numeric } = columnDef.meta ?? { heading: 'companies.company' as const };
              const isSorted = sortKey !== undefined && sortKey === sorted.key;
              return (
                <th
                  key={id}
                  scope="col"
                  data-numeric={numeric}
                  aria-sort={isSorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
                >
                  {sortKey ? (
                    <UnstyledButton className={styles['sortButton'] ?? ''} onClick={() => onSort(sortKey)}>
                      {t(heading)}
                      <SortArrow sorted={isSorted} descending={sorted.descending} />
                    </UnstyledButton>
                  ) : (
                    t(heading)
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            // The keyboard and screen readers take the link in the first cell; this is for the mouse alone.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <tr key={row.id} data-fresh={isFresh(row.id) || undefined} onClick={(event) => open(event, row.id)}>
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} data-numeric={cell.column.columnDef.meta?.numeric}>
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortArrow({ sorted, descending }: { readonly sorted: boolean; readonly descending: boolean }) {
  if (!sorted) return <ChevronsUpDown size={13} aria-hidden className={styles['sortIdle'] ?? ''} />;
  return descending ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />;
}

function CompanyCell({ row }: { readonly row: ApiCompanyRow }) {
  const { formats } = useWords();
  return (
    <>
      <Link to="/companies/$id" params={{ id: row.id }} search={readPageSearch} className={styles['name']}>
        {row.name}
      </Link>
      <span className={styles['place']}>{formAndPlace(row, formats)}</span>
    </>
  );
}

function IndustryCell({ row }: { readonly row: ApiCompanyRow }) {
  const words = useWords();
  return <span className={styles['industry']}>{industryAndSize(row, words) || '–'}</span>;
}

function NumberCell({ value }: { readonly value: number }) {
  return <>{useWords().formats.number(value)}</>;
}

function MomentCell({ iso }: { readonly iso: string }) {
  const { formats } = useWords();
  const now = useNow();
  return (
    <time dateTime={iso} title={formats.dateTime(iso)} className={styles['moment']}>
      {formats.ago(iso, now) ?? formats.shortMoment(iso, now)}
    </time>
  );
}

function OriginCell({ origin }: { readonly origin: string | null }) {
  const { t } = useWords();
  if (origin) return <span className={styles['origin']}>{origin}</span>;
  return (
    <Tooltip label={t('companies.directHint')} withArrow multiline maw={260}>
      <span className="quiet">{t('companies.direct')}</span>
    </Tooltip>
  );
}
