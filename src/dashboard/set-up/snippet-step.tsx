import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CopyLine } from '../pieces/copy-line.tsx';
import { useWords } from '../words/words-context.ts';
import { snippet, SNIPPET_KINDS, type SnippetKind } from './snippets.ts';
import styles from './set-up.module.css';

export function SnippetStep({ base, site }: { readonly base: string; readonly site: string }) {
  const { t } = useWords();
  const [kind, setKind] = useState<SnippetKind>('script');
  return (
    <>
      <SegmentedControl
        aria-label={t('setUp.variant')}
        size="xs"
        mb="xs"
        value={kind}
        onChange={(value) => setKind(SNIPPET_KINDS.find((one) => one === value) ?? 'script')}
        data={SNIPPET_KINDS.map((one) => ({ value: one, label: t(`setUp.${one}`) }))}
      />
      <p className="quiet">{t(`setUp.${kind}Hint`)}</p>
      <CopyLine text={snippet(kind, base, site)} label={t('setUp.snippetLabel', { site })} />
      <ol className={styles['how']}>
        <li>{t('setUp.steps.open')}</li>
        <li>{t(kind === 'script' ? 'setUp.steps.pasteScript' : 'setUp.steps.pastePixel')}</li>
        <li>{t('setUp.steps.publish')}</li>
      </ol>
      <p className="quiet">{t('setUp.promise')}</p>
    </>
  );
}
