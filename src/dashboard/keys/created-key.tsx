import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ApiKeyCreated } from '../../contracts/api.ts';
import { CopyLine } from '../pieces/copy-line.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './keys.module.css';

export type CreatedKeyProps = { readonly created: ApiKeyCreated; readonly onDone: () => void };

/** The one time that a key can be seen. */
export function CreatedKey({ created, onDone }: CreatedKeyProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={`surface ${styles['created']}`} aria-labelledby="created-title">
      <h2 id="created-title" ref={heading} tabIndex={-1}>
        {t('keys.createdTitle')}
      </h2>
      <p>{t('keys.createdOnce')}</p>
      <CopyLine text={created.token} label={t('keys.keyLabel', { label: created.label })} />
      <h3>{t('keys.example')}</h3>
      <pre className={styles['example']}>
        <code>{`curl -H "Authorization: Bearer …" "${location.origin}/api/v1/companies?site=…"`}</code>
      </pre>
      <Button size="xs" onClick={onDone}>
        {t('keys.done')}
      </Button>
    </section>
  );
}
