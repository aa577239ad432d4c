import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useRouterState } from '@tanstack/react-router';
import Globe from 'lucide-react/icons/globe';
import { useEffect, useMemo, useRef } from 'react';
import { isRequestFault } from '../api/request.ts';
import { sessionQuestion } from '../api/questions.ts';
import { FaultNotice } from '../pieces/fault-notice.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { readPageSearch } from '../url-state/page-search.ts';
import { readRemembered } from '../url-state/remembered.ts';
import { useWords } from '../words/words-context.ts';
import { AboutFooter } from './about-footer.tsx';
import { chooseSite } from './choose-site.ts';
import { MainNavigation } from './main-navigation.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import styles from './shell.module.css';
import { SignedInContext } from './site-context.ts';
import { SiteSwitch } from './site-switch.tsx';
import { ToSignIn } from './to-sign-in.tsx';
import { Wordmark } from './wordmark.tsx';
import { LinkButton } from '../pieces/link-button.tsx';

/** Screens that make sense before there is a site. */
const WITHOUT_SITE: ReadonlySet<string> = new Set([
  '/set-up',
  '/keys',
  '/corrections',
  '/reasons',
  '/operator/company-data',
  '/operator/look-up',
  '/operator/objections',
]);

/** The frame of every screen behind the sign-in. */
export function Shell() {
  const { t, setTimeZone } = useWords();
  const location = useLocation();
  const named = readPageSearch(location.search).site;
  const { data: session, error, refetch } = useQuery(sessionQuestion);

  const site = session ? chooseSite(session.sites, named, readRemembered('site')) : null;
  const signedIn = useMemo(() => (session ? { session, site } : null), [session, site]);
  useEffect(() => {
    if (site) setTimeZone(site.time_zone);
  }, [site, setTimeZone]);
  useFocusOnNewScreen(useRouterState({ select: (state) => state.resolvedLocation }));

  if (isRequestFault(error) && error.status === 401) return <ToSignIn />;
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {t('shell.skip')}
      </a>
      {signedIn ? (
        <SignedInContext value={signedIn}>
          <header className={styles['header']}>
            <Link to="/" search={(before) => readPageSearch(before)} className={styles['home']} aria-label="Doorplate">
              <Wordmark />
            </Link>
            <SiteSwitch />
            <span className={styles['spacer']} />
            {signedIn.session.evaluation ? (
              <a className={styles['evaluation']} href="/demo/" title={t('shell.evaluationHint')}>
                {t('shell.evaluation')}
              </a>
            ) : null}
            <SettingsMenu email={signedIn.session.email} />
          </header>
          <MainNavigation />
          <div className={styles['content']}>
            <main id="content" className={styles['main']} tabIndex={-1}>
              {site || WITHOUT_SITE.has(location.pathname) ? <Outlet /> : <NoSite />}
            </main>
            <AboutFooter />
          </div>
        </SignedInContext>
      ) : (
        <>
          <header className={styles['header']}>
            <Wordmark />
          </header>
          <div className={styles['nav']} />
          <div className={styles['content']}>
            <main id="content" className={styles['main']} tabIndex={-1}>
              {error ? <FaultNotice error={error} onRetry={() => void refetch()} /> : <ScreenSkeleton />}
            </main>
          </div>
        </>
      )}
    </div>
  );
}

function NoSite() {
  const { t } = useWords();
  return (
    <Page title={t('shell.companies')}>
      <Notice icon={<Globe size={22} aria-hidden />} title={t('errors.noSite')} text={t('errors.noSiteText')}>
        <LinkButton to="/set-up">{t('companies.toSetUp')}</LinkButton>
      </Notice>
    </Page>
  );
}

function ScreenSkeleton() {
  return (
    <>
      <Skeleton height={28} width={180} mb="lg" />
      <Skeleton height={320} />
    </>
  );
}

type Place = { readonly pathname: string; readonly hash: string };

/**
 * A reader of the screen hears where he is: the heading takes the focus when the path changes, not at the first load. A
 * link into a screen leads to the part that it names, at the first load too.
 */
function useFocusOnNewScreen(place: Place | undefined): void {
  const shown = useRef<Place | null>(null);
  useEffect(() => {
    const before = shown.current;
    if (place === undefined || (before?.pathname === place.pathname && before.hash === place.hash)) return;
    shown.current = place;
    if (place.hash !== '') {
      const part = document.getElementById(place.hash);
      part?.scrollIntoView();
      part?.focus({ preventScroll: true });
    } else if (before && before.pathname !== place.pathname) {
      document.getElementById('page-title')?.focus({ preventScroll: true });
    }
  }, [place]);
}
