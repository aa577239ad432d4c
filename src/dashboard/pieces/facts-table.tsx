import { useId } from 'react';
import styles from './facts-table.module.css';

export type FactsTableProps = {
  readonly title: string;
  readonly lead?: string;
  readonly columns: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly [name: string, ...cells: string[]])[];
};

/** A small table that compares; in a narrow window it scrolls by itself, also by keyboard. */
export function FactsTable({ title, lead, columns, rows }: FactsTableProps) {
  const titleId = useId();
  return (
    <div className={`surface ${styles['facts']}`}>
      <h2 id={titleId}>{title}</h2>
      {lead ? <p className="quiet">{lead}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <section className={styles['scroll']} aria-labelledby={titleId} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.slice(1).map((column, at) => (
                  <td key={column}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
