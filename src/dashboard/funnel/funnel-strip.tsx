import { useWords } from '../words/words-context.ts';
import type { ArrangedFunnel } from './arrange-funnel.ts';
import styles from './funnel.module.css';

/** The whole as one bar, with a legend that says the same in words. */
export function FunnelStrip({ funnel }: { readonly funnel: ArrangedFunnel }) {
  const { t, formats } = useWords();
  return (
    <>
      <div className={styles['strip']} aria-hidden="true">
        {funnel.groups.map(({ name, hits }) => (
          <div key={name} data-group={name} style={{ flexGrow: hits }} />
        ))}
      </div>
      <ul className={styles['legend']}>
        {funnel.groups.map(({ name, hits }) => (
          <li key={name}>
            <span className={styles['swatch']} data-group={name} aria-hidden="true" />
            {t(`funnel.groups.${name}`)}{' '}
            <strong>
              {formats.number(hits)} ({formats.share(hits, funnel.total)})
            </strong>
          </li>
        ))}
      </ul>
    </>
  );
}
