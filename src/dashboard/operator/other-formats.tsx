import { CopyLine } from '../pieces/copy-line.tsx';
import { useWords } from '../words/words-context.ts';
import styles from './operator.module.css';

/** Registers that are too large for a browser, with the name of their file as their publishers call it. */
const REGISTERS = [
  { format: 'gleif', file: 'lei2-golden-copy.csv' },
  { format: 'offeneregister', file: 'de_companies_ocdata.jsonl' },
  { format: 'companieshouse', file: 'BasicCompanyData.csv' },
  { format: 'pdl', file: 'free_company_dataset.csv' },
] as const;

/** How other formats are imported: on the server, by a command each. */
export function OtherFormats() {
  const { t } = useWords();
  return (
    <details className={`surface ${styles['other']}`}>
      <summary>{t('lists.other')}</summary>
      <p>{t('lists.otherText')}</p>
      {REGISTERS.map(({ format, file }) => (
        <div key={format}>
          <h3>{t(`lists.format.${format}`)}</h3>
          <CopyLine
            text={`npx doorplate company import ${file} --format ${format}`}
            label={t('lists.otherCommand', { format: t(`lists.format.${format}`) })}
          />
        </div>
      ))}
    </details>
  );
}
