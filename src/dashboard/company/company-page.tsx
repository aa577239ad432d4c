import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Building2 from 'lucide-react/icons/building-2';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import { type ReactNode, useEffect, useState } from 'react';
import type { ApiCompanyDetail, ApiCorrection } from '../../contracts/api.ts';
import { companyQuestion } from '../api/questions.ts';
import { isRequestFault } from '../api/request.ts';
import { formAndPlace } from '../companies/company-words.ts';
import { CorrectionDialog, WRONG_COMPANY } from '../corrections/correction-dialog.tsx';
import { CorrectionDone } from '../corrections/correction-done.tsx';
import { CorrectionList } from '../corrections/correction-list.tsx';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { LinkButton } from '../pieces/link-button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { PeriodSwitch } from '../pieces/period-switch.tsx';
import { useAsked } from '../pieces/use-asked.ts';
import { useSignedIn } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { ActivityFigures } from './activity-figures.tsx';
import styles from './company.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { MasterData } from './master-data.tsx';
import { VisitTimeline } from './visit-timeline.tsx';

export function CompanyPage() {
  const { t } = useWords();
  const { id } = useParams({ strict: false });
  return (
    <>
      <Link to="/" search={readPageSearch} className={styles['back']}>
        <ArrowLeft size={15} aria-hidden />
        {t('company.back')}
      </Link>
      {/* What was corrected here belongs to this company: another one begins anew. */}
      <CompanyScreen key={id} companyId={id ?? ''} />
    </>
  );
}

/** What was done on this screen, so that it can be undone even where it made the company disappear. */
type Done = { readonly correction: ApiCorrection; readonly isUndone: boolean };

function CompanyScreen({ companyId }: { readonly companyId: string }) {
  const { t, formats } = useWords();
  const { asked, periodWords } = useAsked();
  const { data: company, error, refetch } = useQuery(companyQuestion(companyId, asked));
  const [correcting, setCorrecting] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const missing = isRequestFault(error) && error.status === 404;
  useEffect(() => {
    // What was corrected away took the button that had the focus with it.
    if (missing && done) document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [missing, done]);

  const doneLine = done ? (
    <CorrectionDone
      key={done.correction.id}
      {...done}
      onUndone={() => setDone({ correction: done.correction, isUndone: true })}
    />
  ) : null;
  if (missing) {
    return (
      <Page title={t('company.notFoundTitle')} tools={<PeriodSwitch />}>
        {doneLine}
        <CompanyNotShown companyId={companyId} site={asked.site} />
      </Page>
    );
  }
  if (!company) {
    return (
      <Page title={t('companies.company')} tools={<PeriodSwitch />}>
        {error ? <FaultNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />}
      </Page>
    );
  }
  return (
    <Page title={company.name} lead={formAndPlace(company, formats)} tools={renderTools()}>
      {doneLine}
      {error ? <FaultLine error={error} onRetry={() => void refetch()} /> : null}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <ActivityFigures company={company} periodWords={periodWords} />
          <VisitTimeline companyId={companyId} asked={asked} />
        </div>
        <div className={styles['column']}>
          <MasterData company={company} />
          <CompanyCorrections company={company} onUndone={(correction) => setDone({ correction, isUndone: true })} />
          <EvidenceCard company={company} of="visit" />
        </div>
      </div>
      {correcting ? (
        <CorrectionDialog
          company={company}
          actions={WRONG_COMPANY}
          withheld={null}
          onClose={() => setCorrecting(false)}
          onDone={(correction) => {
            setCorrecting(false);
            setDone({ correction, isUndone: false });
            window.scrollTo({ top: 0 });
          }}
        />
      ) : null}
    </Page>
  );

  function renderTools(): ReactNode {
    return (
      <div className={styles['tools']}>
        <Button
          variant="default"
          leftSection={<CircleHelp size={16} aria-hidden />}
          onClick={() => setCorrecting(true)}
        >
          {t('wrong.button')}
        </Button>
        <PeriodSwitch />
      </div>
    );
  }
}

type CompanyCorrectionsProps = {
  readonly company: ApiCompanyDetail;
  readonly onUndone: (correction: ApiCorrection) => void;
};

function CompanyCorrections({ company, onUndone }: CompanyCorrectionsProps) {
  const { t } = useWords();
  if (company.corrections.length === 0) return null;
  return (
    <section className={`surface ${styles['corrections']}`} aria-labelledby="corrections-title">
      <h2 id="corrections-title" className={styles['title']}>
        {t('corrections.ofCompany')}
      </h2>
      <CorrectionList
        corrections={company.corrections}
        label={t('corrections.ofCompany')}
        withCompany={false}
        onUndone={onUndone}
      />
    </section>
  );
}

function CompanyNotShown({ companyId, site }: { readonly companyId: string; readonly site: string }) {
  const { t } = useWords();
  const { session } = useSignedIn();
  return (
    <Notice
      icon={<Building2 size={22} aria-hidden />}
      title={t('company.notFoundTitle')}
      text={t('company.notFoundText')}
    >
      <LinkButton
        to="/companies/$id"
        params={{ id: companyId }}
        search={{ ...readPageSearch({ site }), period: 'month' }}
        variant="default"
      >
        {t('companies.widen')}
      </LinkButton>
      <LinkButton to="/corrections" search={readPageSearch} variant="default">
        {t('corrections.title')}
      </LinkButton>
      {session.operator ? (
        <LinkButton
          to="/operator/look-up"
          search={(before) => ({ ...readPageSearch(before), organisation: companyId })}
          variant="default"
        >
          {t('shell.lookUp')}
        </LinkButton>
      ) : null}
    </Notice>
  );
}
