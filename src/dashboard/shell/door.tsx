import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '../pieces/page.tsx';
import { useWords } from '../words/words-context.ts';
import { SettingsMenu } from './settings-menu.tsx';
import styles from './shell.module.css';
import { Wordmark } from './wordmark.tsx';

/** The frame of pages in front of the sign-in. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useWords();
  usePageTitle(title);
  return (
    <div className={styles['door']}>
      <header className={styles['doorTop']}>
        <Wordmark />
        <SettingsMenu />
      </header>
      <main className={styles['doorMain']}>
        <div className={`surface ${styles['doorPlate']}`}>
          <Title order={1} size="h3" mb="sm" id="page-title" tabIndex={-1}>
            {title}
          </Title>
          {children}
        </div>
      </main>
      <footer className={styles['doorFoot']}>
        <p>{t('product.tagline')}</p>
      </footer>
    </div>
  );
}
