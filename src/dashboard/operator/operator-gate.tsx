import { Outlet } from '@tanstack/react-router';
import Lock from 'lucide-react/icons/lock';
import { LinkButton } from '../pieces/link-button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { useSignedIn } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';

/** Lets operators in and tells everybody else why not; the server decides for itself. */
export function OperatorGate() {
  const { t } = useWords();
  const { session } = useSignedIn();
  if (session.operator) return <Outlet />;
  return (
    <Page title={t('operator.only')}>
      <Notice icon={<Lock size={22} aria-hidden />} title={t('operator.only')} text={t('operator.onlyText')}>
        <LinkButton to="/" search={readPageSearch}>
          {t('errors.toStart')}
        </LinkButton>
      </Notice>
    </Page>
  );
}
