import type { ReactNode } from 'react';
import styles from './pieces.module.css';

export type NoticeProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly code?: string;
  /** The next step, as links or buttons. */
  readonly children?: ReactNode;
};

/** An empty or broken state that says what to do next. */
export function Notice({ icon, title, text, code, children }: NoticeProps) {
  return (
    <section className={`surface ${styles['notice']}`}>
      <span className={styles['noticeIcon']}>{icon}</span>
      <h2 className={styles['noticeTitle']}>{title}</h2>
      <p className={styles['noticeText']}>{text}</p>
      {code ? <p className={styles['code']}>{code}</p> : null}
      {children ? <div className={styles['noticeTools']}>{children}</div> : null}
    </section>
  );
}
