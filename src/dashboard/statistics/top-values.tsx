import type { ApiTopValue } from '../../contracts/api.ts';
import { useWords } from '../words/words-context.ts';
import styles from './statistics.module.css';

export type TopValuesProps = {
  readonly title: string;
  /** Heading of the column of values. */
  readonly name: string;
  readonly values: readonly ApiTopValue[];
};

/** Values with the page views of companies and of everybody else beside each other. */
export function TopValues({ title, name, values }: TopValuesProps) {
  const { t, formats } = useWords();
  const largest = Math.max(1, ...values.map(({ identified, anonymous }) => identified + anonymous));
  const width = (hits: number) => `${(100 * hits) / largest}%`;
  return (
    <section className="surface">
      <h2 className={styles['title']}>{title}</h2>
      {values.length === 0 ? (
        <p className={`quiet ${styles['nothing']}`}>{t('statistics.nothing')}</p>
      ) : (
        <table className={styles['table']} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">{t('statistics.byCompanies')}</th>
              <th scope="col">{t('statistics.anonymous')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ value, identified, anonymous }) => (
              <tr key={value ?? ''}>
                <th scope="row">
                  {value ?? <span className="quiet">{t('statistics.folded')}</span>}
                  <span className={styles['bar']} aria-hidden="true">
                    <span data-part="identified" style={{ width: width(identified) }} />
                    <span data-part="anonymous" style={{ width: width(anonymous) }} />
                  </span>
                </th>
                <td>{formats.number(identified)}</td>
                <td>{formats.number(anonymous)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
