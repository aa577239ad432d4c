import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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
    <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
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
        <Menu.RadioGroup
          value={language}
          onChange={(next) => setLanguage(LANGUAGES.find((one) => one === next) ?? language)}
        >
          {LANGUAGES.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
              {t(`language.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(next) => setColorScheme(SCHEMES.find((one) => one === next) ?? 'auto')}
        >
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
