import { Button, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ApiLookedUp, ApiOrganisation } from '../../contracts/api.ts';
import { lookUp } from '../api/commands.ts';
import { organisationQuestion } from '../api/questions.ts';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Page } from '../pieces/page.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { readLookUpSearch, readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { NothingToSay, OrganisationView } from './organisation-view.tsx';
import styles from './operator.module.css';

const LONGEST_ADDRESS = 64;

/**
 * What is known of an address. The address itself goes into no URL and is not kept here after the answer: what stays
 * in the URL is the organisation that it led to.
 */
export function LookUpPage() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate({ from: '/operator/look-up' });
  const { organisation: id } = readLookUpSearch(useSearch({ strict: false }));
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [silent, setSilent] = useState<ApiLookedUp | null>(null);
  const ask = useMutation({
    mutationFn: lookUp,
    onSuccess: (answer) => {
      const found = answer.organisation;
      if (found) queryClient.setQueryData(organisationQuestion(found.id).queryKey, found);
      setSilent(found ? null : answer);
      void navigate({
        search: (before) => ({ ...readPageSearch(before), ...(found && { organisation: found.id }) }),
        resetScroll: false,
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = typed.trim();
    setMissing(address === '');
    setSilent(null);
    if (address !== '') ask.mutate(address);
  };
  return (
    <Page title={t('lookUp.title')} lead={t('lookUp.lead')}>
      <form onSubmit={submit} noValidate className={`surface ${styles['ask']}`}>
        <TextInput
          label={t('lookUp.address')}
          description={t('lookUp.addressHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_ADDRESS}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setMissing(false);
          }}
          error={missing ? t('lookUp.addressMissing') : null}
        />
        <Button type="submit" loading={ask.isPending}>
          {t('lookUp.submit')}
        </Button>
      </form>
      {ask.error ? <FaultLine error={ask.error} /> : null}
      <div aria-live="polite">{silent ? <NothingToSay answer={silent} /> : null}</div>
      {id && !silent ? <Organisation key={id} id={id} /> : null}
    </Page>
  );
}

function Organisation({ id }: { readonly id: ApiOrganisation['id'] }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(organisationQuestion(id));
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
  if (data) return <OrganisationView organisation={data} />;
  return (
    <Waiting label={t('lookUp.loading')}>
      <Skeleton height={240} />
    </Waiting>
  );
}
