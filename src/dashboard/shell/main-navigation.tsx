import { Link } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import ChartColumn from 'lucide-react/icons/chart-column';
import CodeXml from 'lucide-react/icons/code-xml';
import Funnel from 'lucide-react/icons/funnel';
import KeyRound from 'lucide-react/icons/key-round';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import styles from './shell.module.css';

const SCREENS = [
  { to: '/', long: 'shell.companies', short: 'shell.companies', icon: Building2 },
  { to: '/funnel', long: 'shell.funnel', short: 'shell.funnel', icon: Funnel },
  { to: '/statistics', long: 'shell.statistics', short: 'shell.statistics', icon: ChartColumn },
  { to: '/set-up', long: 'shell.setUp', short: 'shell.setUp', icon: CodeXml },
  { to: '/keys', long: 'shell.keys', short: 'shell.keysShort', icon: KeyRound },
] as const;

/** At the side, or at the bottom of a narrow window; site and period go along. */
export function MainNavigation() {
  const { t } = useWords();
  return (
    <nav className={styles['nav']} aria-label={t('shell.mainNavigation')}>
      <ul className={styles['navList']}>
        {SCREENS.map(({ to, long, short, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              search={(before) => readPageSearch(before)}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              className={styles['navLink']}
              aria-label={t(long)}
            >
              <Icon size={18} aria-hidden />
              <span className={styles['navLong']}>{t(long)}</span>
              <span className={styles['navShort']} aria-hidden="true">
                {t(short)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
