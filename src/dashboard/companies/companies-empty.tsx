import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Building2 from 'lucide-react/icons/building-2';
import CodeXml from 'lucide-react/icons/code-xml';
import SearchX from 'lucide-react/icons/search-x';
import { activityQuestion } from '../api/questions.ts';
import { Notice } from '../pieces/notice.tsx';
import { useSignedIn, useSite } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { LinkButton } from '../pieces/link-button.tsx';

export type CompaniesEmptyProps = {
  readonly q: string | null;
  readonly periodWords: string;
  readonly onClearSearch: () => void;
};

/** No row: because of the search, because nothing has arrived yet, or because no company was among the visitors. */
export function CompaniesEmpty({ q, periodWords, onClearSearch }: CompaniesEmptyProps) {
  const { t } = useWords();
  const site = useSite();
  const { session } = useSignedIn();
  const activity = useQuery(activityQuestion(site.domain));

  if (q) {
    return (
      <Notice
        icon={<SearchX size={22} aria-hidden />}
        title={t('companies.emptySearchTitle')}
        text={t('companies.emptySearchText', { search: q, period: periodWords })}
      >
        <Button variant="default" onClick={onClearSearch}>
          {t('companies.clearSearch')}
        </Button>
      </Notice>
    );
  }
  const demo = session.evaluation ? (
    <Button component="a" href="/demo/" variant="default">
      {t('companies.toDemo')}
    </Button>
  ) : null;
  if (activity.data?.hits === 0) {
    return (
      <Notice
        icon={<CodeXml size={22} aria-hidden />}
        title={t('companies.emptyNothingTitle')}
        text={t('companies.emptyNothing', { site: site.domain })}
      >
        <LinkButton to="/set-up" search={readPageSearch}>
          {t('companies.toSetUp')}
        </LinkButton>
        {demo}
      </Notice>
    );
  }
  return (
    <Notice
      icon={<Building2 size={22} aria-hidden />}
      title={t('companies.emptyTitle')}
      text={t('companies.emptyText')}
    >
      <LinkButton to="/funnel" search={readPageSearch}>
        {t('companies.toFunnel')}
      </LinkButton>
      {demo}
    </Notice>
  );
}
