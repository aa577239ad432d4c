import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey } from '../../contracts/api.ts';
import { revokeKey } from '../api/commands.ts';
import { keysQuestion } from '../api/questions.ts';
import { Confirm } from '../pieces/confirm.tsx';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './keys.module.css';

export function KeyList({ keys }: { readonly keys: readonly ApiKey[] }) {
  const { t, formats } = useWords();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<number | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  const revoke = useMutation({
    mutationFn: (key: ApiKey) => revokeKey(key.id),
    onSuccess: async (_answer, key) => {
      setGone(key.label);
      setAsking(null);
      await queryClient.invalidateQueries({ queryKey: keysQuestion.queryKey });
    },
  });
  return (
    <div>
      <output className={gone ? styles['gone'] : 'off-screen'}>{gone ? t('keys.revoked', { label: gone }) : ''}</output>
      {revoke.error ? <FaultLine error={revoke.error} /> : null}
      {keys.length === 0 ? (
        <p className={`surface quiet ${styles['empty']}`}>{t('keys.empty')}</p>
      ) : (
        <ul className={`surface ${styles['keys']}`}>
          {keys.map((key) => (
            <li key={key.id}>
              <div className={styles['keyWords']}>
                <p className={styles['label']}>{key.label}</p>
                <p className="quiet">
                  {t('keys.scope')}: {t(key.scope === 'read' ? 'keys.scopeRead' : 'keys.scopeManage')} ·{' '}
                  {t('keys.created', { date: formats.date(key.created_at) })} ·{' '}
                  {key.expires_at ? t('keys.expires', { date: formats.date(key.expires_at) }) : t('keys.never')}
                </p>
              </div>
              {asking === key.id ? (
                <Confirm
                  question={t('keys.revokeAsk')}
                  yes={t('keys.revokeYes')}
                  no={t('keys.revokeNo')}
                  pending={revoke.isPending}
                  onYes={() => revoke.mutate(key)}
                  onNo={() => setAsking(null)}
                />
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('keys.revokeOf', { label: key.label })}
                  onClick={() => setAsking(key.id)}
                >
                  {t('keys.revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
