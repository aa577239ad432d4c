import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Hand from 'lucide-react/icons/hand';
import { useState } from 'react';
import type { ApiObjection, ApiObjectionDecision } from '../../contracts/api.ts';
import { decideObjection } from '../api/commands.ts';
import { objectionsQuestion } from '../api/questions.ts';
import { Confirm } from '../pieces/confirm.tsx';
import { CopyLine } from '../pieces/copy-line.tsx';
import { DoneLine } from '../pieces/done-line.tsx';
import { FaultLine, FaultNotice } from '../pieces/fault-notice.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { useNow } from '../pieces/use-now.ts';
import { Waiting } from '../pieces/waiting.tsx';
import { useWords } from '../words/words-context.ts';
import { daysLeft } from './days-left.ts';
import styles from './operator.module.css';

/** What stands before the token where an organisation publishes it (docs/corrections.md). */
const TOKEN_PREFIX = 'doorplate-objection=';

type Decision = ApiObjectionDecision['decision'];
type Asking = { readonly id: number; readonly decision: Decision };

/** Objections of organisations: those to be decided with their token and their days, and those that were. */
export function ObjectionsPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(objectionsQuestion);
  return (
    <Page title={t('objections.title')} lead={t('objections.lead')}>
      {renderList()}
    </Page>
  );

  function renderList() {
    if (!data) {
      if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
      return (
        <Waiting label={t('objections.loading')}>
          <Skeleton height={160} />
        </Waiting>
      );
    }
    if (data.data.length === 0) {
      return (
        <Notice
          icon={<Hand size={22} aria-hidden />}
          title={t('objections.emptyTitle')}
          text={t('objections.emptyText')}
        />
      );
    }
    return (
      <>
        {error ? <FaultLine error={error} onRetry={() => void refetch()} /> : null}
        <Objections objections={data.data} />
      </>
    );
  }
}

function Objections({ objections }: { readonly objections: readonly ApiObjection[] }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const decide = useMutation({
    mutationFn: ({ id, decision }: Asking) => decideObjection(id, { decision }),
    onSuccess: () => {
      setAsking(null);
      void queryClient.invalidateQueries();
    },
  });
  const pending = objections.filter(({ state }) => state === 'pending');
  const decided = objections.filter(({ state }) => state !== 'pending');
  const done = decide.data;
  return (
    <>
      {decide.error ? <FaultLine error={decide.error} /> : null}
      {done ? (
        <DoneLine
          text={t(done.state === 'confirmed' ? 'objections.doneConfirm' : 'objections.doneDecline', {
            company: done.company_name,
          })}
        />
      ) : null}
      <section aria-labelledby="pending-title">
        <h2 id="pending-title" className={styles['heading']}>
          {t('objections.pending')}
        </h2>
        {pending.length === 0 ? <p className="quiet">{t('objections.pendingNone')}</p> : null}
        <ul className={styles['cards']}>
          {pending.map((objection) => (
            <li key={objection.id} className={`surface ${styles['card']}`}>
              <PendingObjection
                objection={objection}
                asking={asking?.id === objection.id ? asking.decision : null}
                isPending={decide.isPending}
                onAsk={(decision) => setAsking(decision && { id: objection.id, decision })}
                onDecide={(decision) => decide.mutate({ id: objection.id, decision })}
              />
            </li>
          ))}
        </ul>
      </section>
      {decided.length > 0 ? (
        <section aria-labelledby="decided-title">
          <h2 id="decided-title" className={styles['heading']}>
            {t('objections.decided')}
          </h2>
          <ul className={`surface ${styles['lines']}`} aria-label={t('objections.table')}>
            {decided.map((objection) => (
              <li key={objection.id} className={styles['lineHead']}>
                <DecidedObjection
                  objection={objection}
                  isAsking={asking?.id === objection.id}
                  isPending={decide.isPending}
                  onAsk={(decision) => setAsking(decision && { id: objection.id, decision })}
                  onDecide={(decision) => decide.mutate({ id: objection.id, decision })}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

type DecidedObjectionProps = {
  readonly objection: ApiObjection;
  readonly isAsking: boolean;
  readonly isPending: boolean;
  readonly onAsk: (decision: Decision | null) => void;
  readonly onDecide: (decision: Decision) => void;
};

/** What was decided, and the way to decide otherwise: an operator may change his mind. */
function DecidedObjection({ objection, isAsking, isPending, onAsk, onDecide }: DecidedObjectionProps) {
  const { t, formats } = useWords();
  const { company_name: company, state, decided_at: decidedAt, hidden_until: until } = objection;
  const other: Decision = state === 'confirmed' ? 'decline' : 'confirm';
  return (
    <>
      <div>
        <strong>{company}</strong>
        <p className="quiet">
          {t('objections.filed', { date: formats.date(objection.filed_at) })} ·{' '}
          {t('objections.decidedAt', {
            state: t(`objections.state.${state}`),
            date: formats.date(decidedAt ?? until),
          })}
        </p>
      </div>
      {isAsking ? (
        <Confirm
          question={t(`objections.${other}Ask`)}
          yes={t(`objections.${other}Yes`)}
          no={t('objections.keep')}
          pending={isPending}
          grave={false}
          onYes={() => onDecide(other)}
          onNo={() => onAsk(null)}
        />
      ) : (
        <Button
          size="xs"
          variant="default"
          aria-label={t(`objections.${other}Of`, { company })}
          onClick={() => onAsk(other)}
        >
          {t(`objections.${other}AfterAll`)}
        </Button>
      )}
    </>
  );
}

type PendingObjectionProps = {
  readonly objection: ApiObjection;
  /** Which answer is being asked back. */
  readonly asking: Decision | null;
  readonly isPending: boolean;
  readonly onAsk: (decision: Decision | null) => void;
  readonly onDecide: (decision: Decision) => void;
};

function PendingObjection({ objection, asking, isPending, onAsk, onDecide }: PendingObjectionProps) {
  const { t, formats } = useWords();
  const { company_name: company, token } = objection;
  const days = daysLeft(objection.hidden_until, useNow());
  return (
    <>
      <div className={styles['cardHead']}>
        <h3>{company}</h3>
        <p className={styles['badge']}>{hidingWords()}</p>
      </div>
      <p className="quiet">{t('objections.filed', { date: formats.dateTime(objection.filed_at) })}</p>
      <h4>{t('objections.token')}</h4>
      <CopyLine text={`${TOKEN_PREFIX}${token}`} label={t('objections.tokenLabel', { company })} />
      <p className={styles['hint']}>{t('objections.tokenHow')}</p>
      {asking ? (
        <Confirm
          question={t(`objections.${asking}Ask`)}
          yes={t(`objections.${asking}Yes`)}
          no={t('objections.keep')}
          pending={isPending}
          grave={false}
          onYes={() => onDecide(asking)}
          onNo={() => onAsk(null)}
        />
      ) : (
        <div className={styles['tools']}>
          <Button size="xs" aria-label={t('objections.confirmOf', { company })} onClick={() => onAsk('confirm')}>
            {t('objections.confirm')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('objections.declineOf', { company })}
            onClick={() => onAsk('decline')}
          >
            {t('objections.decline')}
          </Button>
        </div>
      )}
    </>
  );

  function hidingWords(): string {
    // Filed again soon after it was declined or ran out: it waits without hiding anything.
    if (objection.hidden_until <= objection.filed_at) return t('objections.notHidden');
    if (days <= 1) return t('objections.lastDay');
    return t('objections.daysLeft', { count: days, number: formats.number(days) });
  }
}
