import { Button, Switch, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { ApiObjectionSwitches, ApiSiteObjection } from '../../contracts/api.ts';
import { setObjectionSwitches } from '../api/commands.ts';
import { sessionQuestion, siteObjectionQuestion } from '../api/questions.ts';
import { DoneLine } from '../pieces/done-line.tsx';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useSite } from '../shell/site-context.ts';
import { useWords } from '../words/words-context.ts';
import styles from './objection.module.css';

const SIGNALS = [
  { field: 'honours_dnt', label: 'dnt', hint: 'dntHint', name: 'nameDnt' },
  { field: 'honours_gpc', label: 'gpc', hint: 'gpcHint', name: 'nameGpc' },
] as const;
type Field = (typeof SIGNALS)[number]['field'];

/** As the server asks for it (contracts/api.ts). */
const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

/** A signal is switched on at once; off only with a reason, after reading what that means for people. */
export function SignalSwitches({ objection }: { readonly objection: ApiSiteObjection }) {
  const { t } = useWords();
  const site = useSite();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<Field | null>(null);
  const save = useMutation({
    mutationFn: (switches: ApiObjectionSwitches) => setObjectionSwitches(site.domain, switches),
    onSuccess: (answer) => {
      setAsking(null);
      queryClient.setQueryData(siteObjectionQuestion(site.domain).queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: sessionQuestion.queryKey });
    },
  });
  const change = (field: Field, on: boolean) => {
    save.reset();
    if (on) save.mutate({ [field]: true });
    setAsking(on ? null : field);
  };
  return (
    <section className={`surface ${styles['section']}`} aria-labelledby="signals-title">
      <h2 id="signals-title">{t('siteObjection.signals.title')}</h2>
      <p className="quiet">{t('siteObjection.signals.lead')}</p>
      {save.error ? <FaultLine error={save.error} /> : null}
      {save.isSuccess ? <DoneLine text={t('siteObjection.signals.saved')} /> : null}
      {SIGNALS.map(({ field, label, hint, name }) => (
        <div key={field} className={styles['signal']}>
          <Switch
            label={t(`siteObjection.signals.${label}`)}
            description={t(`siteObjection.signals.${hint}`)}
            checked={objection[field]}
            disabled={save.isPending}
            onChange={(event) => change(field, event.currentTarget.checked)}
          />
          {asking === field ? (
            <AskReason
              signal={t(`siteObjection.signals.${name}`)}
              pending={save.isPending}
              onOff={(reason) => save.mutate({ [field]: false, reason })}
              onKeep={() => setAsking(null)}
            />
          ) : null}
        </div>
      ))}
    </section>
  );
}

type AskReasonProps = {
  readonly signal: string;
  readonly pending: boolean;
  readonly onOff: (reason: string) => void;
  readonly onKeep: () => void;
};

function AskReason({ signal, pending, onOff, onKeep }: AskReasonProps) {
  const { t } = useWords();
  const titleId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = reason.trim().length < SHORTEST_REASON;
    setMissing(isMissing);
    if (isMissing) field.current?.focus();
    else onOff(reason.trim());
  };
  return (
    <form onSubmit={submit} noValidate className={styles['asking']} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('siteObjection.signals.offTitle', { signal })}</h3>
      <p>{t('siteObjection.signals.offMeans')}</p>
      <p>{t('siteObjection.signals.offTells')}</p>
      <Textarea
        ref={field}
        label={t('siteObjection.signals.reason')}
        description={t('siteObjection.signals.reasonHint')}
        maxLength={LONGEST_REASON}
        rows={2}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
        error={missing ? t('siteObjection.signals.reasonMissing') : null}
      />
      <div className={styles['tools']}>
        <Button type="submit" size="xs" color="red" loading={pending}>
          {t('siteObjection.signals.off')}
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          {t('siteObjection.signals.keep')}
        </Button>
      </div>
    </form>
  );
}
