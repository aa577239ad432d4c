import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signIn } from '../api/commands.ts';
import { sessionQuestion } from '../api/questions.ts';
import { isRequestFault } from '../api/request.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { Door } from '../shell/door.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './sign-in.module.css';

export function SignInPage() {
  const { t } = useWords();
  const { back } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuestion.queryKey, session);
      router.history.push(back ?? '/');
    },
  });
  const refused = isRequestFault(enter.error) && enter.error.code === 'SIGN_IN_FAILED';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ email: email.trim(), password });
  };
  return (
    <Door title={t('signIn.title')}>
      <form onSubmit={submit} className={styles['form']}>
        <TextInput
          type="email"
          autoComplete="username"
          label={t('signIn.email')}
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          autoComplete="current-password"
          label={t('signIn.password')}
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={refused ? t('signIn.wrong') : null}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {enter.error && !refused ? <FaultLine error={enter.error} /> : null}
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
        <p className="quiet">{t('signIn.firstTime')}</p>
      </form>
    </Door>
  );
}
