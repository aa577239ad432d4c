import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Database from 'lucide-react/icons/database';
import { useState } from 'react';
import type { ApiCompanySource } from '../../contracts/api.ts';
import { removeCompanyList } from '../api/commands.ts';
import { licenceWords, sourceTitle } from '../format/source-words.ts';
import { Confirm } from '../pieces/confirm.tsx';
import { DoneLine } from '../pieces/done-line.tsx';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useWords } from '../words/words-context.ts';
import { IgnoredRows } from './ignored-rows.tsx';
import styles from './operator.module.css';

/** The lists that are in force, with their source, their date and what was taken of them. */
export function ListsInForce({ lists }: { readonly lists: readonly ApiCompanySource[] }) {
  const { t, formats } = useWords();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<string | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (list: ApiCompanySource) => removeCompanyList(list.id),
    onSuccess: (_answer, list) => {
      setGone(sourceTitle(list.title, t));
      setAsking(null);
      void queryClient.invalidateQueries();
    },
  });
  return (
    <>
      {gone === null ? null : <DoneLine text={t('lists.removed', { title: gone })} />}
      {remove.error ? <FaultLine error={remove.error} /> : null}
      {lists.length === 0 ? (
        <Notice icon={<Database size={22} aria-hidden />} title={t('lists.emptyTitle')} text={t('lists.emptyText')} />
      ) : (
        <ul className={`surface ${styles['lines']}`}>
          {lists.map((list) => {
            const title = sourceTitle(list.title, t);
            const { counts } = list;
            return (
              <li key={list.id}>
                <div className={styles['lineHead']}>
                  <div>
                    <strong>{title}</strong>
                    <p className="quiet">
                      {t('lists.asOf', { date: formats.day(list.date) })} ·{' '}
                      {t('lists.importedAt', { date: formats.dateTime(list.imported_at) })} ·{' '}
                      {t('lists.licence', { licence: licenceWords(list.licence, t) })}
                    </p>
                    <p>{t('lists.rows', { kept: formats.number(counts.kept), read: formats.number(counts.read) })}</p>
                    <IgnoredRows counts={counts} />
                  </div>
                  {asking === list.id ? (
                    <Confirm
                      question={t('lists.removeAsk')}
                      yes={t('lists.removeYes')}
                      no={t('lists.removeNo')}
                      pending={remove.isPending}
                      onYes={() => remove.mutate(list)}
                      onNo={() => setAsking(null)}
                    />
                  ) : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('lists.removeOf', { title })}
                      onClick={() => setAsking(list.id)}
                    >
                      {t('lists.remove')}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
