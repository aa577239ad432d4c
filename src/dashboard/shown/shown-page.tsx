import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { siteReleaseQuestion } from '../api/questions.ts';
import { FaultNotice } from '../pieces/fault-notice.tsx';
import { LinkButton } from '../pieces/link-button.tsx';
import { Page } from '../pieces/page.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { useSite } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { ReleaseForm } from './release-form.tsx';

/** What a site shows of what it could: each rule with its meaning for people, and its price in figures. */
export function ShownPage() {
  const { t } = useWords();
  const site = useSite();
  const { data, error, refetch } = useQuery(siteReleaseQuestion(site.domain));
  return (
    <Page
      title={t('shown.title')}
      lead={t('shown.lead', { site: site.domain })}
      tools={
        <LinkButton to="/reasons" search={readPageSearch} variant="default">
          {t('reasons.title')}
        </LinkButton>
      }
    >
      {renderForm()}
    </Page>
  );

  function renderForm() {
    if (data) return <ReleaseForm key={site.domain} release={data} />;
    if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
    return (
      <Waiting label={t('shown.loading')}>
        <Skeleton height={180} mb="md" />
        <Skeleton height={180} />
      </Waiting>
    );
  }
}
