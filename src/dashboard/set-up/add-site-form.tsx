import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addSite } from '../api/commands.ts';
import { sessionQuestion } from '../api/questions.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './set-up.module.css';
import { domainFrom } from './snippets.ts';

export type AddSiteFormProps = {
  readonly onAdded: (domain: string) => void;
  readonly onCancel: (() => void) | null;
};

export function AddSiteForm({ onAdded, onCancel }: AddSiteFormProps) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = useMutation({
    mutationFn: addSite,
    onSuccess: async (site) => {
      await queryClient.invalidateQueries({ queryKey: sessionQuestion.queryKey });
      onAdded(site.domain);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const domain = domainFrom(typed);
    setWrong(domain === null);
    if (domain) add.mutate({ domain, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  };
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <TextInput
        label={t('setUp.domain')}
        description={t('setUp.domainHint')}
        autoComplete="off"
        inputMode="url"
        spellCheck={false}
        maxLength={300}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
        error={wrong ? t('setUp.domainWrong') : null}
      />
      {add.error ? <FaultLine error={add.error} /> : null}
      <div className={styles['formTools']}>
        <Button type="submit" loading={add.isPending}>
          {t('setUp.addSite')}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t('setUp.cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
