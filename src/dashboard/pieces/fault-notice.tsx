import { Button } from '@mantine/core';
import CloudOff from 'lucide-react/icons/cloud-off';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { faultWords } from '../words/fault-words.ts';
import { useWords } from '../words/words-context.ts';
import { Notice } from './notice.tsx';
import styles from './pieces.module.css';

export type FaultProps = { readonly error: unknown; readonly onRetry?: () => void };

/** In place of a screen that could not be loaded. */
export function FaultNotice({ error, onRetry }: FaultProps) {
  const { t } = useWords();
  const { sentence, code } = faultWords(error);
  return (
    <div role="alert">
      <Notice
        icon={code === 'OFFLINE' ? <CloudOff size={22} aria-hidden /> : <TriangleAlert size={22} aria-hidden />}
        title={t('errors.title')}
        text={t(sentence)}
        code={t('errors.code', { code })}
      >
        {onRetry ? <Button onClick={onRetry}>{t('errors.retry')}</Button> : null}
      </Notice>
    </div>
  );
}

/** Above a screen that still shows what it knew, or below a form. */
export function FaultLine({ error, onRetry }: FaultProps) {
  const { t } = useWords();
  const { sentence, code } = faultWords(error);
  return (
    <div role="alert" className={`surface ${styles['fault']}`}>
      <p>
        {t(sentence)} <span className={styles['code']}>{t('errors.code', { code })}</span>
      </p>
      {onRetry ? (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('errors.retry')}
        </Button>
      ) : null}
    </div>
  );
}
