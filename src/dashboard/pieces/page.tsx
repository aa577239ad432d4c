import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import styles from './pieces.module.css';

export type PageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What stands beside the title: the period, a button. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A screen: names the window, and carries the heading that takes the focus after a change of screen. */
export function Page({ title, lead, tools, children }: PageProps) {
  usePageTitle(title);
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['headText']}>
          <Title order={1} size="h3" id="page-title" tabIndex={-1}>
            {title}
          </Title>
          {lead ? <p className={styles['lead']}>{lead}</p> : null}
        </div>
        {tools}
      </div>
      {children}
    </>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Doorplate`;
  }, [title]);
}
