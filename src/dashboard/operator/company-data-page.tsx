import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApiCompanyUpload } from '../../contracts/api.ts';
import { companyImportQuestion, companyListsQuestion } from '../api/questions.ts';
import { FaultNotice } from '../pieces/fault-notice.tsx';
import { Page } from '../pieces/page.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { readListsSearch, readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { ImportRun } from './import-run.tsx';
import { ListsInForce } from './lists-in-force.tsx';
import { MappingForm } from './mapping-form.tsx';
import styles from './operator.module.css';
import { OtherFormats } from './other-formats.tsx';
import { UploadForm } from './upload-form.tsx';

/** A file that has been uploaded, and how it was called. */
type Uploaded = { readonly upload: ApiCompanyUpload; readonly fileName: string };

/** Lists of companies: those in force, and the way of a new one: file, meaning of its columns, import. */
export function CompanyDataPage() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate({ from: '/operator/company-data' });
  const { import: importId } = readListsSearch(useSearch({ strict: false }));
  const [uploaded, setUploaded] = useState<Uploaded | null>(null);
  const { data, error, refetch } = useQuery(companyListsQuestion);
  const watch = (id: string | undefined) =>
    void navigate({
      search: (before) => ({ ...readPageSearch(before), ...(id && { import: id }) }),
      resetScroll: false,
    });
  return (
    <Page title={t('lists.title')} lead={t('lists.lead')}>
      <section aria-labelledby="add-title" className={`surface ${styles['box']}`}>
        {renderStep()}
      </section>
      <section aria-labelledby="lists-title">
        <h2 id="lists-title" className={styles['heading']}>
          {t('lists.imported')}
        </h2>
        {renderLists()}
      </section>
      <OtherFormats />
    </Page>
  );

  function renderStep() {
    if (importId) return <ImportRun key={importId} id={importId} onAgain={() => watch(undefined)} />;
    if (uploaded) {
      return (
        <MappingForm
          {...uploaded}
          onCancel={() => setUploaded(null)}
          onStarted={(started) => {
            queryClient.setQueryData(companyImportQuestion(started.id).queryKey, started);
            setUploaded(null);
            watch(started.id);
          }}
        />
      );
    }
    return <UploadForm onUploaded={(upload, fileName) => setUploaded({ upload, fileName })} />;
  }

  function renderLists() {
    if (data) return <ListsInForce lists={data.data} />;
    if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
    return (
      <Waiting label={t('lists.loading')}>
        <Skeleton height={120} />
      </Waiting>
    );
  }
}
