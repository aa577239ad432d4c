import type { ReactNode } from 'react';
import styles from './pieces.module.css';

/** Says that something was done, with what can be done next (undo). */
export function DoneLine({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={`surface ${styles['done']}`}>
      <output>{text}</output>
      {children}
    </div>
  );
}
