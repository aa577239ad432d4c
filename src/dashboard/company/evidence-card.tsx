import ShieldCheck from 'lucide-react/icons/shield-check';
import { useId } from 'react';
import type { ApiOrganisation } from '../../contracts/api.ts';
import { licenceWords, sourceTitle } from '../format/source-words.ts';
import type { WordKey } from '../words/catalogue.ts';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';
import { confidenceReasons, confidenceWord, matchReasons, type SidedReasons } from './confidence-words.ts';

/** What an evidence card tells. */
export type Evidenced = Pick<ApiOrganisation, 'confidence' | 'confidence_reasons' | 'evidence' | 'match'>;

export type EvidenceCardProps = {
  readonly company: Evidenced;
  /** A visit that was matched, or an entry of the whitelist that the operator looks at. */
  readonly of: 'visit' | 'entry';
};

/** Why this company's name stands here: confidence, its reasons, the match with company data, the sources. */
export function EvidenceCard({ company, of }: EvidenceCardProps) {
  const { t, formats } = useWords();
  const titleId = useId();
  const { match } = company;
  return (
    <section className={`surface ${styles['evidence']}`} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['title']}>
        <ShieldCheck size={17} aria-hidden />
        {t(of === 'visit' ? 'evidence.title' : 'evidence.titleEntry')}
      </h2>
      <div className={styles['body']}>
        {of === 'visit' ? <p>{t('evidence.intro')}</p> : null}
        <Score label={t('evidence.confidence')} score={company.confidence} />
        {company.confidence_reasons.length === 0 ? (
          <p className={styles['noReasons']}>{t('evidence.noReasons')}</p>
        ) : (
          <Reasons
            reasons={confidenceReasons(company.confidence_reasons)}
            heading="h3"
            forWord="evidence.raises"
            againstWord="evidence.lowers"
          />
        )}
        <h3 className={styles['part']}>{t('evidence.match')}</h3>
        {match ? (
          <>
            <Score label={t('evidence.matchScore')} score={match.score} />
            <Reasons
              reasons={matchReasons(match.reasons)}
              heading="h4"
              forWord="evidence.agrees"
              againstWord="evidence.differs"
            />
          </>
        ) : (
          <p className="quiet">{t('evidence.matchNone')}</p>
        )}
        {company.evidence.length > 0 ? (
          <>
            <h3 className={styles['part']}>{t('evidence.sources')}</h3>
            <ol className={styles['sources']}>
              {company.evidence.map(({ source, date, licence }, position) => (
                // The place in the list is what the marks at the fields name.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={position}>
                  <span className={styles['line']}>{sourceTitle(source, t)}</span>
                  <span className="quiet">
                    {t('evidence.date')} {formats.day(date)} · {t('evidence.licence')} {licenceWords(licence, t)}
                  </span>
                </li>
              ))}
            </ol>
          </>
        ) : null}
        {of === 'visit' ? <p className={styles['remark']}>{t('evidence.sharedNetwork')}</p> : null}
      </div>
    </section>
  );
}

/** A score as a word, a number and a bar. */
function Score({ label, score }: { readonly label: string; readonly score: number }) {
  const { t, formats } = useWords();
  return (
    <div className={styles['confidence']}>
      <p className={styles['confidenceLine']}>
        <span>{label}</span>
        <strong>
          {t(confidenceWord(score))} ({formats.share(score, 1)})
        </strong>
      </p>
      <div className={styles['gauge']} aria-hidden="true">
        <div style={{ width: `${Math.round(score * 100)}%` }} />
      </div>
    </div>
  );
}

type ReasonsProps = {
  readonly reasons: SidedReasons;
  readonly heading: 'h3' | 'h4';
  readonly forWord: WordKey;
  readonly againstWord: WordKey;
};

function Reasons({ reasons, heading: Heading, forWord, againstWord }: ReasonsProps) {
  const { t } = useWords();
  const groups = [
    [forWord, reasons.for],
    [againstWord, reasons.against],
    ['evidence.unrated', reasons.unrated],
  ] as const;
  return groups.map(([word, sentences]) =>
    sentences.length === 0 ? null : (
      <div key={word}>
        <Heading className={styles['subtitle']}>{t(word)}</Heading>
        <ul className={styles['reasons']}>
          {sentences.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </div>
    ),
  );
}
