import { Button } from '@mantine/core';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Notice } from '../pieces/notice.tsx';
import { useWords } from '../words/words-context.ts';

/** A bug of ours: the screen could not be drawn. */
export function BrokenPage() {
  const { t } = useWords();
  return (
    <Notice icon={<TriangleAlert size={22} aria-hidden />} title={t('errors.title')} text={t('errors.unexpected')}>
      <Button onClick={() => location.reload()}>{t('errors.reload')}</Button>
    </Notice>
  );
}
