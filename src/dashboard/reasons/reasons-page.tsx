import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SITE_OUTCOMES, type SiteOutcome } from '../../contracts/reasons.ts';
import { funnelQuestion } from '../api/questions.ts';
import { FUNNEL_GROUPS, groupOf } from '../funnel/arrange-funnel.ts';
import { LinkButton } from '../pieces/link-button.tsx';
import { Page } from '../pieces/page.tsx';
import { useLastDays } from '../pieces/use-asked.ts';
import { SCREEN_WORDS } from '../shell/screens.ts';
import { useSignedIn } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { REASON_SCREENS } from './reason-links.ts';
import styles from './reasons.module.css';

/** Every outcome of the funnel: what it means, why it is so and what it costs, what would change it and who can. */
export function ReasonsPage() {
  const { t } = useWords();
  const { site } = useSignedIn();
  return (
    <Page
      title={t('reasons.title')}
      lead={site ? t('reasons.lead', { site: site.domain }) : t('reasons.leadWithoutSite')}
      tools={
        <LinkButton to="/funnel" search={readPageSearch} variant="default">
          {t('reasons.backToFunnel')}
        </LinkButton>
      }
    >
      <nav className={`surface ${styles['contents']}`} aria-label={t('reasons.onThisPage')}>
        {FUNNEL_GROUPS.map((group) => (
          <div key={group}>
            <p className={styles['group']}>{t(`funnel.groups.${group}`)}</p>
            <ul>
              {SITE_OUTCOMES.filter((outcome) => groupOf(outcome) === group).map((outcome) => (
                <li key={outcome}>
                  <Link to="/reasons" hash={outcome} search={readPageSearch}>
                    {t(`outcome.${outcome}.name`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {site ? <CountedReasons /> : <Reasons counts={null} />}
    </Page>
  );
}

function CountedReasons() {
  const { data } = useQuery({ ...funnelQuestion(useLastDays('month')), refetchInterval: false });
  const counts = data ? new Map(data.outcomes.map(({ outcome, hits }) => [outcome, hits])) : null;
  return <Reasons counts={counts} />;
}

/** `counts` null: not known, or there is no site. */
function Reasons({ counts }: { readonly counts: ReadonlyMap<SiteOutcome, number> | null }) {
  const { t, formats } = useWords();
  const { session } = useSignedIn();
  return SITE_OUTCOMES.map((outcome) => {
    const hits = counts?.get(outcome) ?? 0;
    const screens = REASON_SCREENS[outcome].filter((to) => session.operator || !to.startsWith('/operator/'));
    return (
      <section key={outcome} className={`surface ${styles['reason']}`} aria-labelledby={outcome}>
        <div className={styles['head']}>
          <h2 id={outcome} tabIndex={-1}>
            {t(`outcome.${outcome}.name`)}
          </h2>
          {counts ? <p>{t('reasons.count', { count: hits, number: formats.number(hits) })}</p> : null}
        </div>
        <p>{t(`outcome.${outcome}.means`)}</p>
        <dl>
          <div>
            <dt>{t('reasons.why')}</dt>
            <dd>{t(`reason.${outcome}.why`)}</dd>
          </div>
          <div>
            <dt>{t('funnel.change')}</dt>
            <dd>{t(`outcome.${outcome}.change`)}</dd>
          </div>
          <div>
            <dt>{t('reasons.who')}</dt>
            <dd>{t(`reason.${outcome}.who`)}</dd>
          </div>
        </dl>
        {screens.length > 0 ? (
          <p className={styles['screens']}>
            {screens.map((to) => (
              <LinkButton key={to} to={to} search={readPageSearch} size="xs" variant="default">
                {t(SCREEN_WORDS[to])}
              </LinkButton>
            ))}
          </p>
        ) : null}
      </section>
    );
  });
}
