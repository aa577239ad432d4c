import type { ApiTopValue } from '../../contracts/api.ts';
import { useWords } from '../words/words-context.ts';
import styles from './statistics.module.css';

export type TopValuesProps = {
  readonly title: string;
  /** Heading of the column of values. */
  readonly name: string;
  readonly values: readonly ApiTopValue[];
};

/**
 * Values with the page views of companies and of everybody else beside each other. The sum of the rare ones stands
 * last and has no bar: it is no value, and on a quiet site it would dwarf them all.
 */
export function TopValues({ title, name, values }: TopValuesProps) {
  const { t, formats } = useWords();
  const named = values.filter(({ value }) => value !== null);
  const folded = values.filter(({ value }) => value === null);
  const largest = Math.max(1, ...named.map(({ identified, anonymous }) => identified + anonymous));
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
            {[...named, ...folded].map(({ value, identified, anonymous }) => (
              <tr key={value ?? ''}>
                <th scope="row">
                  {value ?? <span className="quiet">{t('statistics.folded')}</span>}
                  {value === null ? null : (
                    <span className={styles['bar']} aria-hidden="true">
                      <span data-part="identified" style={{ width: width(identified) }} />
                      <span data-part="anonymous" style={{ width: width(anonymous) }} />
                    </span>
                  )}
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
