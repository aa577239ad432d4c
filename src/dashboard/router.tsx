import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { CompaniesPage } from './companies/companies-page.tsx';
import { CompanyPage } from './company/company-page.tsx';
import { CorrectionsPage } from './corrections/corrections-page.tsx';
import { FunnelPage } from './funnel/funnel-page.tsx';
import { KeysPage } from './keys/keys-page.tsx';
import { ReasonsPage } from './reasons/reasons-page.tsx';
import { SetUpPage } from './set-up/set-up-page.tsx';
import { OperatorGate } from './operator/operator-gate.tsx';
import { BrokenPage } from './shell/broken-page.tsx';
import { MissingPage } from './shell/missing-page.tsx';
import { Shell } from './shell/shell.tsx';
import { ShownPage } from './shown/shown-page.tsx';
import { SetupPage } from './sign-in/setup-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { StatisticsPage } from './statistics/statistics-page.tsx';
import {
  readCompaniesSearch,
  readCorrectionsSearch,
  readListsSearch,
  readLookUpSearch,
  readPageSearch,
} from './url-state/page-search.ts';

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  notFoundComponent: MissingPage,
});

/** Where to go after signing in: a path of this page, never another website. */
function readSignInSearch(search: Readonly<Record<string, unknown>>): { readonly back?: string } {
  const back = search['back'];
  return typeof back === 'string' && /^\/(?![/\\]|sign-in\b)/.test(back) ? { back } : {};
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: SignInPage,
});
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage });

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  validateSearch: readPageSearch,
  component: Shell,
});
const companies = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: readCompaniesSearch,
  component: CompaniesPage,
});
const company = createRoute({ getParentRoute: () => signedIn, path: '/companies/$id', component: CompanyPage });
const funnel = createRoute({ getParentRoute: () => signedIn, path: '/funnel', component: FunnelPage });
const statistics = createRoute({ getParentRoute: () => signedIn, path: '/statistics', component: StatisticsPage });
const setUp = createRoute({ getParentRoute: () => signedIn, path: '/set-up', component: SetUpPage });
const keys = createRoute({ getParentRoute: () => signedIn, path: '/keys', component: KeysPage });
const corrections = createRoute({
  getParentRoute: () => signedIn,
  path: '/corrections',
  validateSearch: readCorrectionsSearch,
  component: CorrectionsPage,
});
const shown = createRoute({ getParentRoute: () => signedIn, path: '/what-is-shown', component: ShownPage });
const visitorObjection = createRoute({
  getParentRoute: () => signedIn,
  path: '/visitor-objection',
  component: lazyRouteComponent(() => import('./objection/site-objection-page.tsx'), 'SiteObjectionPage'),
});
const reasons = createRoute({ getParentRoute: () => signedIn, path: '/reasons', component: ReasonsPage });

// Screens that few people ever open are fetched when one of them does.
const operator = createRoute({ getParentRoute: () => signedIn, path: '/operator', component: OperatorGate });
const companyData = createRoute({
  getParentRoute: () => operator,
  path: '/company-data',
  validateSearch: readListsSearch,
  component: lazyRouteComponent(() => import('./operator/company-data-page.tsx'), 'CompanyDataPage'),
});
const lookUp = createRoute({
  getParentRoute: () => operator,
  path: '/look-up',
  validateSearch: readLookUpSearch,
  component: lazyRouteComponent(() => import('./operator/look-up-page.tsx'), 'LookUpPage'),
});
const objections = createRoute({
  getParentRoute: () => operator,
  path: '/objections',
  component: lazyRouteComponent(() => import('./operator/objections-page.tsx'), 'ObjectionsPage'),
});

const tree = root.addChildren([
  signIn,
  setup,
  signedIn.addChildren([
    companies,
    company,
    funnel,
    statistics,
    corrections,
    shown,
    visitorObjection,
    reasons,
    setUp,
    keys,
    operator.addChildren([companyData, lookUp, objections]),
  ]),
]);

export function createPageRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
