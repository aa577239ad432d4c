import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from './pieces.module.css';

export type ConfirmProps = {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly pending: boolean;
  /** What is lost by it, or not easily brought back. */
  readonly grave?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks again, in the place of the button that was pressed. */
export function Confirm({ question, yes, no, pending, grave = true, onYes, onNo }: ConfirmProps) {
  const keep = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the harmless answer takes its focus.
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className={styles['confirm']}>
      <span>{question}</span>
      <Button size="xs" loading={pending} onClick={onYes} {...(grave ? { color: 'red' } : {})}>
        {yes}
      </Button>
      <Button size="xs" variant="default" ref={keep} onClick={onNo}>
        {no}
      </Button>
    </div>
  );
}
