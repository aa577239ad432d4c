import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import BookOpen from 'lucide-react/icons/book-open';
import { useState } from 'react';
import type { ApiKeyCreated } from '../../contracts/api.ts';
import { keysQuestion } from '../api/questions.ts';
import { FaultNotice } from '../pieces/fault-notice.tsx';
import { Page } from '../pieces/page.tsx';
import { useWords } from '../words/words-context.ts';
import { CreateKeyForm } from './create-key-form.tsx';
import { CreatedKey } from './created-key.tsx';
import { KeyList } from './key-list.tsx';
import styles from './keys.module.css';
import { Waiting } from '../pieces/waiting.tsx';

export function KeysPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(keysQuestion);
  const [created, setCreated] = useState<ApiKeyCreated | null>(null);
  return (
    <Page
      title={t('keys.title')}
      lead={t('keys.lead')}
      tools={
        <Anchor href="/api/docs" className={styles['docs'] ?? ''}>
          <BookOpen size={16} aria-hidden />
          {t('keys.docs')}
        </Anchor>
      }
    >
      <div className={styles['columns']}>
        {created ? (
          <CreatedKey created={created} onDone={() => setCreated(null)} />
        ) : (
          <CreateKeyForm onCreated={setCreated} />
        )}
        {renderList()}
      </div>
    </Page>
  );

  function renderList() {
    if (data) return <KeyList keys={data.data} />;
    if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
    return (
      <Waiting label={t('keys.loading')}>
        <Skeleton height={120} />
      </Waiting>
    );
  }
}
