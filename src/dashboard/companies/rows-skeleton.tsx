import { Skeleton } from '@mantine/core';
import { Waiting } from '../pieces/waiting.tsx';
import styles from './companies.module.css';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function RowsSkeleton({ label }: { readonly label: string }) {
  return (
    <Waiting label={label}>
      <div className={`surface ${styles['skeleton']}`}>
        {ROWS.map((row) => (
          <div key={row} className={styles['skeletonRow']}>
            <Skeleton height={14} width="70%" />
            <Skeleton height={14} width="40%" />
            <Skeleton height={14} width="55%" />
          </div>
        ))}
      </div>
    </Waiting>
  );
}
