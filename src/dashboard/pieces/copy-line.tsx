import { Button, CopyButton } from '@mantine/core';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useWords } from '../words/words-context.ts';
import styles from './copy-line.module.css';

const COPIED_MS = 2_500;

/** A line of code to take along. It can also be selected by hand, where a page may not write to the clipboard. */
export function CopyLine({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useWords();
  return (
    <section className={styles['copy']} aria-label={label}>
      <pre className={styles['text']}>
        <code>{text}</code>
      </pre>
      <CopyButton value={text} timeout={COPIED_MS}>
        {({ copied, copy }) => (
          <Button
            variant={copied ? 'light' : 'default'}
            size="xs"
            onClick={copy}
            leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          >
            <span aria-live="polite">{copied ? t('setUp.copied') : t('setUp.copy')}</span>
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
