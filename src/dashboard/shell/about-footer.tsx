import { useWords } from '../words/words-context.ts';
import { useSignedIn } from './site-context.ts';
import styles from './shell.module.css';

const VERSION_LENGTH = 8;

/** What the figures rest on: the whitelist in force and whose data it holds (their licences ask for these lines). */
export function AboutFooter() {
  const { t, formats } = useWords();
  const { whitelist } = useSignedIn().session;
  return (
    <footer className={styles['footer']}>
      <p>
        {t('shell.footerWhitelist', {
          count: whitelist.companies,
          number: formats.number(whitelist.companies),
          version: whitelist.version.slice(0, VERSION_LENGTH),
          date: formats.date(whitelist.built_at),
        })}
      </p>
      {whitelist.attributions.length > 0 ? (
        <p>
          {t('shell.footerSources')}: {whitelist.attributions.join(' · ')}
        </p>
      ) : null}
      <p>{t('shell.footerNoAddress')}</p>
    </footer>
  );
}
