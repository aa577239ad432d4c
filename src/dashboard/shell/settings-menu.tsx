import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import LogOut from 'lucide-react/icons/log-out';
import Settings from 'lucide-react/icons/settings';
import UserRound from 'lucide-react/icons/user-round';
import { signOut } from '../api/commands.ts';
import { LANGUAGES } from '../words/catalogue.ts';
import { useWords } from '../words/words-context.ts';
import styles from './shell.module.css';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Language and appearance; with an account also who is signed in, and the way out. */
export function SettingsMenu({ email }: { readonly email?: string }) {
  const { t, language, setLanguage } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await navigate({ to: '/sign-in' });
      queryClient.clear();
    },
  });
  return (
    <Menu position="bottom-end" width={240} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={styles['account'] ?? ''} aria-label={t('shell.userMenu')}>
          {email ? <UserRound size={18} aria-hidden /> : <Settings size={18} aria-hidden />}
          {email ? <span className={styles['accountName']}>{email}</span> : null}
          <ChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {email ? (
          <>
            <Menu.Label>
              {t('shell.signedInAs')} {email}
            </Menu.Label>
            <Menu.Divider />
          </>
        ) : null}
        <Menu.Label>{t('language.label')}</Menu.Label>
        {LANGUAGES.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            role="menuitemradio"
            aria-checked={one === language}
            leftSection={<ChosenMark chosen={one === language} />}
            onClick={() => setLanguage(one)}
          >
            {t(`language.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={<ChosenMark chosen={scheme === colorScheme} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`scheme.${scheme}`)}
          </Menu.Item>
        ))}
        {email ? (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => leave.mutate()}>
              {t('shell.signOut')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function ChosenMark({ chosen }: { readonly chosen: boolean }) {
  return chosen ? <Check size={16} aria-hidden /> : <span className={styles['notChosen']} />;
}
