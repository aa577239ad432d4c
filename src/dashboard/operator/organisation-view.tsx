import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import CircleCheck from 'lucide-react/icons/circle-check';
import EyeOff from 'lucide-react/icons/eye-off';
import { type ReactNode, useState } from 'react';
import type { ApiCorrection, ApiLookedUp, ApiOrganisation } from '../../contracts/api.ts';
import type { CorrectionAction } from '../../contracts/corrections.ts';
import { SITE_OUTCOMES, type SiteOutcome } from '../../contracts/reasons.ts';
import company from '../company/company.module.css';
import { EvidenceCard } from '../company/evidence-card.tsx';
import { MasterData } from '../company/master-data.tsx';
import { formAndPlace } from '../companies/company-words.ts';
import { CorrectionDialog } from '../corrections/correction-dialog.tsx';
import { CorrectionDone } from '../corrections/correction-done.tsx';
import { CorrectionList } from '../corrections/correction-list.tsx';
import { LinkButton } from '../pieces/link-button.tsx';
import { useSignedIn } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { actionsBeside, FIXES } from './fixes.ts';
import styles from './operator.module.css';

const isOutcome = (code: string): code is SiteOutcome => SITE_OUTCOMES.some((outcome) => outcome === code);

/** An answer without an organisation: nothing is known, or nothing may be said. */
export function NothingToSay({ answer }: { readonly answer: ApiLookedUp }) {
  const { t } = useWords();
  return (
    <Verdict title={t(`lookUp.verdict.${answer.verdict}`)} reason={answer.reason} isShown={false}>
      {answer.verdict === 'withheld' ? <p>{t('lookUp.nothingToSay')}</p> : null}
    </Verdict>
  );
}

type Done = { readonly correction: ApiCorrection; readonly isUndone: boolean };

/** What is known of an organisation, why it is shown or not, and what can be done about it. */
export function OrganisationView({ organisation }: { readonly organisation: ApiOrganisation }) {
  const { t, formats } = useWords();
  const { site } = useSignedIn();
  const [correcting, setCorrecting] = useState<readonly CorrectionAction[] | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { reason } = organisation;
  const beside = actionsBeside(reason, site !== null);
  return (
    <>
      {done ? (
        <CorrectionDone
          key={done.correction.id}
          {...done}
          onUndone={() => setDone({ correction: done.correction, isUndone: true })}
        />
      ) : null}
      <Verdict
        title={t(reason === null ? 'lookUp.verdict.company' : 'lookUp.verdict.withheld')}
        reason={reason}
        isShown={reason === null}
      >
        <p className={styles['organisation']}>{organisation.name || t('company.unknown')}</p>
        <p className="quiet">{formAndPlace(organisation, formats)}</p>
        <h3>{t('lookUp.fix')}</h3>
        <div className={styles['tools']}>
          {renderFix()}
          {beside.length > 0 ? (
            <Button size="xs" variant="default" onClick={() => setCorrecting(beside)}>
              {t('lookUp.fixCorrect')}
            </Button>
          ) : null}
        </div>
      </Verdict>
      <div className={styles['pair']}>
        <div className={styles['column']}>
          <MasterData company={organisation} />
          {organisation.corrections.length > 0 ? (
            <section className="surface" aria-labelledby="corrections-title">
              <h2 id="corrections-title" className={company['title']}>
                {t('corrections.ofCompany')}
              </h2>
              <CorrectionList
                corrections={organisation.corrections}
                label={t('corrections.ofCompany')}
                withCompany={false}
                onUndone={(correction) => setDone({ correction, isUndone: true })}
              />
            </section>
          ) : null}
        </div>
        <EvidenceCard company={organisation} of="entry" />
      </div>
      {correcting ? (
        <CorrectionDialog
          company={organisation}
          actions={correcting}
          withheld={reason}
          onClose={() => setCorrecting(null)}
          onDone={(correction) => {
            setCorrecting(null);
            setDone({ correction, isUndone: false });
          }}
        />
      ) : null}
    </>
  );

  function renderFix(): ReactNode {
    if (reason === null) return null;
    const fix = FIXES[reason];
    if (fix.kind === 'nothing') return <p>{t('lookUp.fixNothing')}</p>;
    if (fix.kind === 'go') {
      return (
        <>
          <p>{t(fix.word)}</p>
          <LinkButton to={fix.to} search={readPageSearch} size="xs">
            {t(fix.link)}
          </LinkButton>
        </>
      );
    }
    // Ranges of which nothing is known share one entry without a name: it is no organisation.
    if (reason === 'opaque' && organisation.name === '') return <p>{t('lookUp.fixNothing')}</p>;
    const { action } = fix;
    return (
      <Button size="xs" onClick={() => setCorrecting([action])}>
        {t(fix.word)}
      </Button>
    );
  }
}

type VerdictProps = {
  readonly title: string;
  readonly reason: string | null;
  readonly isShown: boolean;
  readonly children: ReactNode;
};

function Verdict({ title, reason, isShown, children }: VerdictProps) {
  const { t } = useWords();
  const outcome = reason !== null && isOutcome(reason) ? reason : null;
  return (
    <section
      className={`surface ${styles['verdict']}`}
      data-shown={isShown || undefined}
      aria-labelledby="verdict-title"
    >
      {isShown ? <CircleCheck size={22} aria-hidden /> : <EyeOff size={22} aria-hidden />}
      <div>
        <h2 id="verdict-title">{title}</h2>
        {outcome ? (
          <p>
            {t('lookUp.reason', { reason: t(`outcome.${outcome}.name`) })}. {t(`outcome.${outcome}.means`)}{' '}
            <Link
              to="/reasons"
              hash={outcome}
              search={readPageSearch}
              className={styles['link']}
              aria-label={t('reasons.moreOf', { reason: t(`outcome.${outcome}.name`) })}
            >
              {t('reasons.more')}
            </Link>
          </p>
        ) : null}
        {children}
      </div>
    </section>
  );
}
