import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ApiCorrection } from '../../contracts/api.ts';
import type { CorrectionAction } from '../../contracts/corrections.ts';
import type { WithheldReason } from '../../contracts/reasons.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useSignedIn } from '../shell/site-context.ts';
import { useWords } from '../words/words-context.ts';
import { CorrectionFields } from './correction-fields.tsx';
import styles from './corrections.module.css';
import { type CorrectedCompany, type Draft, draftOf, readDraft } from './draft-correction.ts';
import { previewChange } from './preview-change.ts';
import { releasable } from './releasable.ts';
import { useCorrect } from './use-correcting.ts';

const LONGEST_REASON = 500;

export type CorrectionFormProps = {
  readonly action: CorrectionAction;
  readonly company: CorrectedCompany;
  readonly withheld: WithheldReason | null;
  readonly onBack: (() => void) | null;
  readonly onCancel: () => void;
  readonly onDone: (correction: ApiCorrection) => void;
};

/** The fields of one choice, what it changes, what then happens, and why it is made. */
export function CorrectionForm({ action, company, withheld, onBack, onCancel, onDone }: CorrectionFormProps) {
  const words = useWords();
  const { t } = words;
  const { session } = useSignedIn();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(company, action));
  const [attempts, setAttempts] = useState(0);
  const save = useCorrect(onDone);
  const overturns = releasable(withheld);
  const { change, faults } = readDraft(action, draft, company, overturns);
  const shownFaults = attempts > 0 ? faults : {};
  const lines = change ? previewChange({ change, company, draft, withheld }, words) : null;

  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change || Object.keys(faults).length > 0) {
      setAttempts((before) => before + 1);
      return;
    }
    save.mutate({ company_id: company.id, change, reason: draft.reason.trim() });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles['form']}>
      {action === 'release' && withheld ? (
        <p>{t('lookUp.releaseText', { reason: t(`outcome.${withheld}.name`) })}</p>
      ) : null}
      <CorrectionFields
        action={action}
        company={company}
        overturns={overturns}
        draft={draft}
        faults={shownFaults}
        onChange={set}
      />
      <section className={styles['preview']} aria-labelledby="preview-title">
        <h3 id="preview-title">{t('wrong.preview.title')}</h3>
        {lines ? (
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <span className="off-screen">{t('wrong.preview.part')}</span>
                </th>
                <th scope="col">{t('wrong.preview.before')}</th>
                <th scope="col">{t('wrong.preview.after')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{t(field)}</th>
                  <td>{before}</td>
                  <td>
                    <strong>{after}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className="quiet">{t('wrong.preview.waiting')}</p>
        )}
      </section>
      <section className={styles['happens']} aria-labelledby="happens-title">
        <h3 id="happens-title">{t('wrong.happens')}</h3>
        <ul>
          <li>{t(`wrong.effect.${action}`)}</li>
          <li>{t(session.operator ? 'wrong.forInstallation' : 'wrong.forCustomer')}</li>
          <li>{t('wrong.always')}</li>
        </ul>
      </section>
      <Textarea
        label={t('wrong.field.reason')}
        description={t(session.operator ? 'wrong.field.reasonHintOperator' : 'wrong.field.reasonHint')}
        rows={2}
        required
        maxLength={LONGEST_REASON}
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        error={shownFaults.reason ? t(shownFaults.reason) : null}
      />
      {save.error ? <FaultLine error={save.error} /> : null}
      <div className={styles['tools']}>
        <Button type="submit" loading={save.isPending}>
          {t('wrong.submit')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('wrong.cancel')}
        </Button>
        {onBack ? (
          <Button variant="subtle" className={styles['backButton'] ?? ''} onClick={onBack}>
            {t('wrong.back')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
