import ShieldCheck from 'lucide-react/icons/shield-check';
import type { ApiCompanyDetail } from '../../contracts/api.ts';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';
import { confidenceWord, groupReasons } from './confidence-words.ts';

/** Why this company's name stands here: confidence, its reasons, and the sources with their dates and licences. */
export function EvidenceCard({ company }: { readonly company: ApiCompanyDetail }) {
  const { t, formats } = useWords();
  const groups = groupReasons(company.confidence_reasons);
  return (
    <section className={`surface ${styles['evidence']}`} aria-labelledby="evidence-title">
      <h2 id="evidence-title" className={styles['title']}>
        <ShieldCheck size={17} aria-hidden />
        {t('evidence.title')}
      </h2>
      <div className={styles['body']}>
        <p>{t('evidence.intro')}</p>
        <div className={styles['confidence']}>
          <p className={styles['confidenceLine']}>
            <span>{t('evidence.confidence')}</span>
            <strong>
              {t(confidenceWord(company.confidence))} ({formats.share(company.confidence, 1)})
            </strong>
          </p>
          <div className={styles['gauge']} aria-hidden="true">
            <div style={{ width: `${Math.round(company.confidence * 100)}%` }} />
          </div>
        </div>
        {groups.length === 0 ? <p className={styles['noReasons']}>{t('evidence.noReasons')}</p> : null}
        {groups.map(({ name, sentences }) => (
          <div key={name}>
            <h3 className={styles['subtitle']}>{t(`evidence.${name}`)}</h3>
            <ul className={styles['reasons']}>
              {sentences.map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          </div>
        ))}
        {company.evidence.length > 0 ? (
          <>
            <h3 className={styles['subtitle']}>{t('evidence.sources')}</h3>
            <ul className={styles['sources']}>
              {company.evidence.map(({ source, date, licence }) => (
                <li key={`${source} ${date}`}>
                  <span className={styles['line']}>{source}</span>
                  <span className="quiet">
                    {t('evidence.date')} {formats.day(date)} · {t('evidence.licence')} {licence}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <p className={styles['remark']}>{t('evidence.sharedNetwork')}</p>
      </div>
    </section>
  );
}
