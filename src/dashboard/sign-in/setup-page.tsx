import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { redeemSetupLink } from '../api/commands.ts';
import { sessionQuestion } from '../api/questions.ts';
import { isRequestFault } from '../api/request.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { Door } from '../shell/door.tsx';
import { useWords, type Words } from '../words/words-context.ts';
import { type PasswordFault, passwordFault, setupToken } from './password-rule.ts';
import styles from './sign-in.module.css';

export function SetupPage() {
  const { t, formats } = useWords();
  const [token] = useState(() => setupToken(location.hash));
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const redeem = useMutation({
    mutationFn: redeemSetupLink,
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuestion.queryKey, session);
      await navigate({ to: '/' });
    },
  });

  if (!token) {
    return (
      <Door title={t('setup.title')}>
        <p>{t('setup.noToken')}</p>
        <Link to="/sign-in">{t('setup.toSignIn')}</Link>
      </Door>
    );
  }
  const fault = passwordFault(password, repeated);
  const linkIsOver = isRequestFault(redeem.error) && redeem.error.code === 'SETUP_LINK_INVALID';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fault) redeem.mutate({ token, password });
  };
  return (
    <Door title={t('setup.title')}>
      <form onSubmit={submit} noValidate className={styles['form']}>
        <p className="quiet">{t('setup.intro')}</p>
        <PasswordInput
          autoComplete="new-password"
          label={t('setup.password')}
          description={t('setup.rule')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && fault && fault.kind !== 'different' ? faultSentence(fault, t, formats) : null}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <PasswordInput
          autoComplete="new-password"
          label={t('setup.repeat')}
          value={repeated}
          onChange={(event) => setRepeated(event.currentTarget.value)}
          error={tried && fault?.kind === 'different' ? faultSentence(fault, t, formats) : null}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {linkIsOver ? (
          <p role="alert" className={styles['refused']}>
            {t('setup.used')} <Link to="/sign-in">{t('setup.toSignIn')}</Link>
          </p>
        ) : null}
        {redeem.error && !linkIsOver ? <FaultLine error={redeem.error} /> : null}
        <Button type="submit" loading={redeem.isPending} fullWidth>
          {t('setup.submit')}
        </Button>
      </form>
    </Door>
  );
}

function faultSentence(fault: PasswordFault, t: Words['t'], formats: Words['formats']): string {
  if (fault.kind === 'too-long') return t('setup.tooLong');
  if (fault.kind === 'different') return t('setup.different');
  return t('setup.tooShort', { count: fault.missing, number: formats.number(fault.missing) });
}
