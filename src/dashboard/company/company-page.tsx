import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Building2 from 'lucide-react/icons/building-2';
import { companyQuestion } from '../api/questions.ts';
import { isRequestFault } from '../api/request.ts';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { PeriodSwitch } from '../pieces/period-switch.tsx';
import { useAsked } from '../pieces/use-asked.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { formAndPlace } from '../companies/company-words.ts';
import { ActivityFigures } from './activity-figures.tsx';
import styles from './company.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { MasterData } from './master-data.tsx';
import { VisitTimeline } from './visit-timeline.tsx';
import { LinkButton } from '../pieces/link-button.tsx';

export function CompanyPage() {
  const { t, formats } = useWords();
  const { id } = useParams({ strict: false });
  const { asked, periodWords } = useAsked();
  const companyId = id ?? '';
  const { data: company, error, refetch } = useQuery(companyQuestion(companyId, asked));
  const missing = isRequestFault(error) && error.status === 404;

  const back = (
    <Link to="/" search={readPageSearch} className={styles['back']}>
      <ArrowLeft size={15} aria-hidden />
      {t('company.back')}
    </Link>
  );
  if (missing) {
    return (
      <>
        {back}
        <Page title={t('company.notFoundTitle')} tools={<PeriodSwitch />}>
          <Notice
            icon={<Building2 size={22} aria-hidden />}
            title={t('company.notFoundTitle')}
            text={t('company.notFoundText')}
          >
            <LinkButton
              to="/companies/$id"
              params={{ id: companyId }}
              search={{ ...readPageSearch({ site: asked.site }), period: 'month' }}
              variant="default"
            >
              {t('companies.widen')}
            </LinkButton>
          </Notice>
        </Page>
      </>
    );
  }
  if (!company) {
    return (
      <>
        {back}
        <Page title={t('companies.company')} tools={<PeriodSwitch />}>
          {error ? <FaultNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />}
        </Page>
      </>
    );
  }
  return (
    <>
      {back}
      <Page title={company.name} lead={formAndPlace(company, formats)} tools={<PeriodSwitch />}>
        {error ? <FaultLine error={error} onRetry={() => void refetch()} /> : null}
        <div className={styles['columns']}>
          <div className={styles['column']}>
            <ActivityFigures company={company} periodWords={periodWords} />
            <VisitTimeline companyId={companyId} asked={asked} />
          </div>
          <div className={styles['column']}>
            <MasterData company={company} />
            <EvidenceCard company={company} />
          </div>
        </div>
      </Page>
    </>
  );
}
