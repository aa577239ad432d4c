import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ApiCompanyImport } from '../../contracts/api.ts';
import { companyImportQuestion } from '../api/questions.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import { IgnoredRows } from './ignored-rows.tsx';
import styles from './operator.module.css';

/** Third step: how far the import is, and at its end what it brought. */
export function ImportRun({ id, onAgain }: { readonly id: string; readonly onAgain: () => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(companyImportQuestion(id));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isDone = data?.state === 'done';
  useEffect(() => {
    // Another whitelist is in force now: figures, companies and lists are not what they were.
    if (isDone) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'company-import' });
  }, [isDone, queryClient]);
  return (
    <div className={styles['run']}>
      <h2 id="add-title" ref={heading} tabIndex={-1}>
        {t('lists.run.title')}
      </h2>
      {error ? <FaultLine error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Running run={data} /> : null}
      {!data && !error ? <Skeleton height={60} /> : null}
      {error || data?.state === 'done' || data?.state === 'failed' ? (
        <Button size="xs" variant="default" onClick={onAgain}>
          {t('lists.run.again')}
        </Button>
      ) : null}
    </div>
  );
}

function Running({ run }: { readonly run: ApiCompanyImport }) {
  const { t, formats } = useWords();
  const { state, progress, counts, shown } = run;
  const isUnderway = state === 'reading' || state === 'joining';
  const ignored = counts ? Object.values(counts.ignored).reduce((sum, rows) => sum + rows, 0) : 0;
  const figures = [
    ...(counts
      ? [
          [t('lists.run.read'), counts.read],
          [t('lists.run.kept'), counts.kept],
          [t('lists.run.ignoredSum'), ignored],
          [t('lists.run.wrong'), counts.wrong],
        ]
      : []),
    ...(shown
      ? [
          [t('lists.run.before'), shown.before],
          [t('lists.run.after'), shown.after],
        ]
      : []),
  ] as const;
  return (
    <>
      <output className={styles['state']} data-state={state}>
        {t(`lists.run.${state}`)}
      </output>
      {isUnderway ? (
        <>
          <progress
            className={styles['progress']}
            max={1}
            value={progress}
            aria-label={t('lists.run.percent', { share: formats.share(progress, 1) })}
          />
          <p className="quiet">
            {t('lists.run.percent', { share: formats.share(progress, 1) })}. {t('lists.run.leave')}
          </p>
        </>
      ) : null}
      {state === 'failed' ? (
        <>
          <FaultLine error={importFault(run.code)} />
          <p>{t('lists.run.unchanged')}</p>
        </>
      ) : null}
      {figures.length > 0 ? (
        <dl className={styles['figures']}>
          {figures.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{formats.number(Number(value))}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {counts ? <IgnoredRows counts={counts} /> : null}
    </>
  );
}

/** A code of the server as the fault that words are found for. */
function importFault(code: string | null): Error {
  return Object.assign(new Error(code ?? ''), { status: 422, code: code ?? 'INTERNAL' });
}
