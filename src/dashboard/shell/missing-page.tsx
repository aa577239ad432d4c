import { useWords } from '../words/words-context.ts';
import { Door } from './door.tsx';
import { LinkButton } from '../pieces/link-button.tsx';

export function MissingPage() {
  const { t } = useWords();
  return (
    <Door title={t('errors.pageNotFoundTitle')}>
      <p className="quiet">{t('errors.pageNotFoundText')}</p>
      <LinkButton to="/">{t('errors.toStart')}</LinkButton>
    </Door>
  );
}
