import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiVisit } from '../../contracts/api.ts';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';
import { VisitStep } from './visit-step.tsx';

/** Steps that are shown before one asks for more. */
const FIRST_STEPS = 12;

export type VisitCardProps = { readonly visit: ApiVisit; readonly site: string };

export function VisitCard({ visit, site }: VisitCardProps) {
  const { t, formats } = useWords();
  const [all, setAll] = useState(false);
  const { source, medium, name } = visit.campaign;
  const campaign = [name, [source, medium].filter(Boolean).join(' / ')].filter(Boolean).join(' · ');
  const lengthMs = Date.parse(visit.ended_at) - Date.parse(visit.started_at);
  const steps = all ? visit.steps : visit.steps.slice(0, FIRST_STEPS);
  const rest = visit.steps.length - steps.length;
  return (
    <li className={`surface ${styles['visit']}`}>
      <p className={styles['visitHead']}>
        <strong>
          <time dateTime={visit.started_at}>{t('visits.clock', { time: formats.time(visit.started_at) })}</time>
        </strong>
        <span>{t('visits.pages', { count: visit.page_views, number: formats.number(visit.page_views) })}</span>
        {lengthMs > 0 ? <span>{formats.duration(lengthMs)}</span> : null}
        <span>
          <span className="quiet">{t('visits.from')}:</span> {visit.referrer_host ?? source ?? t('companies.direct')}
        </span>
        {campaign ? (
          <span>
            <span className="quiet">{t('visits.campaign')}:</span> {campaign}
          </span>
        ) : null}
      </p>
      <ol className={styles['steps']} aria-label={t('visits.path')}>
        {steps.map((step, index) => (
          // Steps have no id of their own; they are only ever appended.
          // oxlint-disable-next-line react/no-array-index-key
          <VisitStep key={index} step={step} before={steps[index - 1]} site={site} />
        ))}
      </ol>
      {rest > 0 ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {t('visits.showAll', { count: rest, number: formats.number(rest) })}
        </Button>
      ) : null}
      {visit.steps_cut && rest === 0 ? <p className={styles['remark']}>{t('visits.cut')}</p> : null}
    </li>
  );
}
