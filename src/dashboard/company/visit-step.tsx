import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';
import { eventWords, type Step } from './step-words.ts';

export type VisitStepProps = {
  readonly step: Step;
  /** The step before it; an event on the page that stands there already does not name it again. */
  readonly before: Step | undefined;
  readonly site: string;
};

/** One page of a visit, or what happened on it. */
export function VisitStep({ step, before, site }: VisitStepProps) {
  const { t, formats } = useWords();
  const event = eventWords(step);
  const { page_name: name, page_group: group, seconds } = step;
  const properties = Object.entries(step.props ?? {});
  const page = (
    <>
      {step.host === site ? null : <span className="quiet">{step.host}</span>}
      {step.path}
    </>
  );
  return (
    <li data-event={event !== null || undefined}>
      <time dateTime={step.time}>{formats.time(step.time)}</time>
      <div className={styles['stepWords']}>
        {event ? (
          <>
            <span className={styles['event']}>{t(event.sentence, event.values)}</span>
            {before?.host === step.host && before.path === step.path ? null : (
              <span className="quiet">{t('step.on', { page: (step.host === site ? '' : step.host) + step.path })}</span>
            )}
          </>
        ) : (
          <>
            {name ? <strong>{name}</strong> : null}
            <span className={name ? 'quiet' : undefined}>{page}</span>
            {group ? (
              <span className={styles['group']}>
                <span className="off-screen">{t('step.group')}: </span>
                {group}
              </span>
            ) : null}
            {seconds ? <span className="quiet">{t('step.open', { duration: formats.stay(seconds) })}</span> : null}
          </>
        )}
        {properties.length > 0 ? (
          <ul className={styles['properties']}>
            {properties.map(([property, value]) => (
              <li key={property}>{t('step.property', { name: property, value })}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}
