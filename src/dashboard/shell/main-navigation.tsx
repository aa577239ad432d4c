import { Menu, type MenuItemProps, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { createLink, Link, useLocation } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import ChartColumn from 'lucide-react/icons/chart-column';
import CodeXml from 'lucide-react/icons/code-xml';
import Database from 'lucide-react/icons/database';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Eye from 'lucide-react/icons/eye';
import Funnel from 'lucide-react/icons/funnel';
import Hand from 'lucide-react/icons/hand';
import KeyRound from 'lucide-react/icons/key-round';
import PencilLine from 'lucide-react/icons/pencil-line';
import ScanSearch from 'lucide-react/icons/scan-search';
import ShieldOff from 'lucide-react/icons/shield-off';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { readPageSearch } from '../url-state/page-search.ts';
import type { WordKey } from '../words/catalogue.ts';
import { useWords } from '../words/words-context.ts';
import { type Screen, SCREEN_WORDS } from './screens.ts';
import styles from './shell.module.css';
import { useSignedIn } from './site-context.ts';

const ICONS = {
  '/': Building2,
  '/funnel': Funnel,
  '/statistics': ChartColumn,
  '/corrections': PencilLine,
  '/what-is-shown': Eye,
  '/visitor-objection': ShieldOff,
  '/set-up': CodeXml,
  '/keys': KeyRound,
  '/operator/company-data': Database,
  '/operator/look-up': ScanSearch,
  '/operator/objections': Hand,
} as const satisfies Record<Screen, unknown>;

type Group = { readonly heading: WordKey | null; readonly screens: readonly Screen[] };

const GROUPS: readonly Group[] = [
  { heading: null, screens: ['/', '/funnel', '/statistics', '/corrections'] },
  { heading: 'shell.groupSite', screens: ['/what-is-shown', '/visitor-objection', '/set-up', '/keys'] },
];
const OPERATORS_GROUP: Group = {
  heading: 'shell.groupOperator',
  screens: ['/operator/company-data', '/operator/look-up', '/operator/objections'],
};
/** What stands in the bar of a narrow window; the rest waits behind one button. */
const IN_BAR: ReadonlySet<Screen> = new Set<Screen>(['/', '/funnel', '/statistics']);

/** At the side, or at the bottom of a narrow window; site and period go along. */
export function MainNavigation() {
  const { t } = useWords();
  const { session } = useSignedIn();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const groups = session.operator ? [...GROUPS, OPERATORS_GROUP] : GROUPS;
  return (
    <nav className={styles['nav']} aria-label={t('shell.mainNavigation')}>
      {narrow ? <Bar groups={groups} /> : <Side groups={groups} />}
    </nav>
  );
}

function Side({ groups }: { readonly groups: readonly Group[] }) {
  const { t } = useWords();
  return (
    <div className={styles['navSide']}>
      {groups.map(({ heading, screens }) => (
        <div key={heading ?? ''} className={styles['navGroup']}>
          {heading ? <p className={styles['navHeading']}>{t(heading)}</p> : null}
          <ul className={styles['navList']}>
            {screens.map((to) => (
              <li key={to}>
                <ScreenLink to={to} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Bar({ groups }: { readonly groups: readonly Group[] }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const all = groups.flatMap(({ screens }) => screens);
  const rest = all.filter((to) => !IN_BAR.has(to));
  const isInRest = rest.some((to) => to === pathname);
  return (
    <ul className={styles['navList']}>
      {all
        .filter((to) => IN_BAR.has(to))
        .map((to) => (
          <li key={to}>
            <ScreenLink to={to} />
          </li>
        ))}
      <li>
        <Menu position="top-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <UnstyledButton
              className={styles['navLink'] ?? ''}
              data-current={isInRest || undefined}
              aria-label={t('shell.moreLong')}
            >
              <Ellipsis size={18} aria-hidden />
              <span aria-hidden="true">{t('shell.more')}</span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {groups.map(({ heading, screens }) => (
              <div key={heading ?? ''}>
                {heading ? <Menu.Label>{t(heading)}</Menu.Label> : null}
                {screens
                  .filter((to) => !IN_BAR.has(to))
                  .map((to) => {
                    const Icon = ICONS[to];
                    return (
                      <MenuLink key={to} to={to} search={readPageSearch} leftSection={<Icon size={16} aria-hidden />}>
                        {t(SCREEN_WORDS[to])}
                      </MenuLink>
                    );
                  })}
              </div>
            ))}
          </Menu.Dropdown>
        </Menu>
      </li>
    </ul>
  );
}

type AnchorItemProps = MenuItemProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof MenuItemProps> & { readonly ref?: Ref<HTMLAnchorElement> };

function AnchorItem(props: AnchorItemProps) {
  return <Menu.Item component="a" {...props} />;
}

const MenuLink = createLink(AnchorItem);

function ScreenLink({ to }: { readonly to: Screen }) {
  const { t } = useWords();
  const Icon = ICONS[to];
  return (
    <Link
      to={to}
      search={readPageSearch}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      className={styles['navLink']}
      aria-label={t(SCREEN_WORDS[to])}
      title={t(SCREEN_WORDS[to])}
    >
      <Icon size={18} aria-hidden />
      <span className={styles['navWords']}>{t(SCREEN_WORDS[to])}</span>
    </Link>
  );
}
