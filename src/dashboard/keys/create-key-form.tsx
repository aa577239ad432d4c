import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ApiKeyCreated } from '../../contracts/api.ts';
import { createKey } from '../api/commands.ts';
import { keysQuestion } from '../api/questions.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './keys.module.css';

const LONGEST_LABEL = 100;

export function CreateKeyForm({ onCreated }: { readonly onCreated: (created: ApiKeyCreated) => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [label, setLabel] = useState('');
  const [missing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: createKey,
    onSuccess: async (created) => {
      onCreated(created);
      await queryClient.invalidateQueries({ queryKey: keysQuestion.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = label.trim();
    setMissing(text === '');
    if (text !== '') create.mutate({ label: text, scope: 'read' });
  };
  return (
    <form onSubmit={submit} noValidate className={`surface ${styles['form']}`}>
      <TextInput
        label={t('keys.label')}
        description={t('keys.labelHint')}
        autoComplete="off"
        maxLength={LONGEST_LABEL}
        value={label}
        onChange={(event) => {
          setLabel(event.currentTarget.value);
          setMissing(false);
        }}
        error={missing ? t('keys.labelMissing') : null}
      />
      {create.error ? <FaultLine error={create.error} /> : null}
      <Button type="submit" loading={create.isPending} className={styles['submit'] ?? ''}>
        {t('keys.create')}
      </Button>
    </form>
  );
}
