import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ApiCorrection } from '../../contracts/api.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useSignedIn } from '../shell/site-context.ts';
import { readPageSearch } from '../url-state/page-search.ts';
import { useWords } from '../words/words-context.ts';
import { correctionSentence, mayUndo } from './correction-words.ts';
import styles from './corrections.module.css';
import { useUndo } from './use-correcting.ts';

export type CorrectionListProps = {
  readonly corrections: readonly ApiCorrection[];
  readonly label: string;
  /** Names the company at each; not on the company's own page. */
  readonly withCompany: boolean;
  readonly onUndone: (correction: ApiCorrection) => void;
};

/** Corrections with what, when, by whom and why, and the way back. */
export function CorrectionList({ corrections, label, withCompany, onUndone }: CorrectionListProps) {
  const words = useWords();
  const { t, formats } = words;
  const { session } = useSignedIn();
  const undo = useUndo(onUndone);
  return (
    <>
      {undo.error ? <FaultLine error={undo.error} /> : null}
      <ul className={styles['list']} aria-label={label}>
        {corrections.map((correction) => {
          const { id, company_id: companyId, company_name: company, change, author, undone_at: undoneAt } = correction;
          const what = correctionSentence(change, words);
          const date = formats.date(correction.created_at);
          return (
            <li key={id} data-undone={undoneAt !== null || undefined}>
              <div className={styles['words']}>
                {withCompany ? (
                  <Link
                    to="/companies/$id"
                    params={{ id: companyId }}
                    search={readPageSearch}
                    className={styles['company']}
                  >
                    {company}
                  </Link>
                ) : null}
                <p className={styles['what']}>
                  {what}
                  {change.action === 'merge' ? (
                    <>
                      {' · '}
                      <Link to="/companies/$id" params={{ id: change.into }} search={readPageSearch}>
                        {t('corrections.mergeTarget')}
                      </Link>
                    </>
                  ) : null}
                </p>
                <p>
                  <span className="quiet">{t('corrections.reason')}:</span> {correction.reason}
                </p>
                <p className="quiet">
                  {t(correction.scope === 'installation' ? 'corrections.forInstallation' : 'corrections.forCustomer')}
                  {' · '}
                  {author === null ? t('corrections.byOperator', { date }) : t('corrections.by', { date, author })}
                </p>
                {undoneAt === null ? null : <p className={styles['undone']}>{undoneSentence(correction, undoneAt)}</p>}
                {undoneAt === null && !correction.applies ? <p>{t('corrections.notApplying')}</p> : null}
              </div>
              {mayUndo(correction, session.operator) ? (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<Undo2 size={14} aria-hidden />}
                  aria-label={t('corrections.undoOf', { what, company })}
                  loading={undo.isPending && undo.variables.id === id}
                  onClick={() => undo.mutate(correction)}
                >
                  {t('corrections.undo')}
                </Button>
              ) : null}
              {undoneAt === null && !mayUndo(correction, session.operator) ? (
                <p className={`quiet ${styles['notMine']}`}>{t('corrections.undoOperator')}</p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );

  function undoneSentence({ undone_by: author }: ApiCorrection, undoneAt: string): string {
    const date = formats.date(undoneAt);
    return author === null ? t('corrections.undoneQuiet', { date }) : t('corrections.undone', { date, author });
  }
}
