import { Mark } from './mark.tsx';
import styles from './shell.module.css';

export function Wordmark() {
  return (
    <span className={styles['wordmark']}>
      <Mark />
      <span className={styles['wordmarkText']}>Doorplate</span>
    </span>
  );
}
