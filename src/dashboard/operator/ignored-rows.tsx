import type { ApiCompanySource } from '../../contracts/api.ts';
import { isWordKey } from '../words/translate.ts';
import { useWords } from '../words/words-context.ts';
import styles from './operator.module.css';

/** Rows that an import did not take, by reason; nothing where it took all. */
export function IgnoredRows({ counts }: { readonly counts: ApiCompanySource['counts'] }) {
  const { t, formats } = useWords();
  const ignored = Object.entries(counts.ignored)
    .filter(([, rows]) => rows > 0)
    .sort(([, one], [, other]) => other - one);
  if (ignored.length === 0 && counts.wrong === 0) return null;
  return (
    <details className={styles['details']}>
      <summary>{t('lists.details')}</summary>
      <ul>
        {ignored.map(([code, rows]) => {
          const key = `lists.ignoredCode.${code}`;
          return (
            <li key={code}>
              {t('lists.ignored', { reason: isWordKey(key) ? t(key) : code })}: {formats.number(rows)}
            </li>
          );
        })}
        {counts.wrong > 0 ? (
          <li>
            {t('lists.wrong')}: {formats.number(counts.wrong)}
          </li>
        ) : null}
      </ul>
    </details>
  );
}
