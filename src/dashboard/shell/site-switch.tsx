import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import Globe from 'lucide-react/icons/globe';
import { remember } from '../url-state/remembered.ts';
import { useWords } from '../words/words-context.ts';
import { useSignedIn } from './site-context.ts';
import styles from './shell.module.css';

/** Which site is looked at: a name where there is one, a choice where there are several. */
export function SiteSwitch() {
  const { t } = useWords();
  const { session, site } = useSignedIn();
  const navigate = useNavigate();
  if (!site) return null;
  const choose = (domain: string) => {
    remember('site', domain);
    void navigate({ to: '.', search: (before: object) => ({ ...before, site: domain }) });
  };
  return (
    <div className={styles['site']}>
      <Globe size={16} aria-hidden className="quiet" style={{ flex: 'none' }} />
      {session.sites.length === 1 ? (
        <span className={styles['siteName']}>{site.domain}</span>
      ) : (
        <NativeSelect
          size="xs"
          aria-label={t('shell.site')}
          value={site.domain}
          onChange={(event) => choose(event.currentTarget.value)}
          data={session.sites.map(({ domain }) => domain)}
          style={{ minWidth: 0 }}
        />
      )}
    </div>
  );
}
