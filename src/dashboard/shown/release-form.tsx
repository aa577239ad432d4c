import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Lock from 'lucide-react/icons/lock';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { ApiSiteRelease } from '../../contracts/api.ts';
import type { SiteOutcome, WithheldReason } from '../../contracts/reasons.ts';
import { setSiteRelease } from '../api/commands.ts';
import { funnelQuestion, siteReleaseQuestion } from '../api/questions.ts';
import { confidenceWord } from '../company/confidence-words.ts';
import { DoneLine } from '../pieces/done-line.tsx';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useLastDays } from '../pieces/use-asked.ts';
import { useSite } from '../shell/site-context.ts';
import { useWords } from '../words/words-context.ts';
import { leastPercent, readRelease, releaseChange, type ReleaseDraft, releaseDraftOf } from './release-draft.ts';
import { RuleCost } from './rule-cost.tsx';
import styles from './shown.module.css';

/** The least that is ever shown; a presumption reaches no further. */
const PRESUMPTION_REACHES = 5;

export function ReleaseForm({ release }: { readonly release: ApiSiteRelease }) {
  const { t, formats } = useWords();
  const site = useSite();
  const queryClient = useQueryClient();
  const inForce = releaseDraftOf(release);
  const [typed, setTyped] = useState<ReleaseDraft | null>(null);
  const funnel = useQuery({ ...funnelQuestion(useLastDays('month')), refetchInterval: false });
  const counts = funnel.data ? new Map(funnel.data.outcomes.map(({ outcome, hits }) => [outcome, hits])) : null;
  const save = useMutation({
    mutationFn: (rules: ApiSiteRelease['rules']) => setSiteRelease(site.domain, releaseChange(rules, release.operator)),
    onSuccess: (answer) => {
      queryClient.setQueryData(siteReleaseQuestion(site.domain).queryKey, answer);
      setTyped(null);
      void queryClient.invalidateQueries();
    },
  });

  const { operator } = release;
  const draft = typed ?? inForce;
  const { rules, employeesWrong, confidenceWrong } = readRelease(draft, operator);
  const changed = JSON.stringify(draft) !== JSON.stringify(inForce);
  const set = (part: Partial<ReleaseDraft>) => {
    setTyped({ ...draft, ...part });
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rules) save.mutate(rules);
  };
  const stated = operator.size_evidence === 'stated';
  const least = leastPercent(operator);
  const cost = (...reasons: readonly WithheldReason[]) => <RuleCost counts={counts} reasons={reasons} />;

  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      {counts ? <p className={styles['summary']}>{summarySentence(counts)}</p> : null}

      <Rule title={t('shown.kinds.title')} privacy={t('shown.kinds.privacy')} cost={cost('kind-not-chosen')}>
        <Checkbox
          label={t('shown.kinds.company')}
          description={t('shown.kinds.companyHint')}
          checked
          disabled
          readOnly
        />
        <Checkbox
          label={t('shown.kinds.public')}
          checked={draft.public}
          onChange={(event) => set({ public: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('shown.kinds.education')}
          checked={draft.education}
          onChange={(event) => set({ education: event.currentTarget.checked })}
        />
      </Rule>

      <Rule
        title={t('shown.evidence.title')}
        privacy={t('shown.evidence.privacy')}
        limit={t(stated ? 'shown.evidence.limitStated' : 'shown.evidence.limitPresumed')}
        cost={
          <>
            {cost('unknown-size')}
            <p>{t('shown.evidence.alsoStated')}</p>
          </>
        }
      >
        {(['presumed', 'stated'] as const).map((choice) => (
          <Radio
            key={choice}
            name="size-evidence"
            value={choice}
            label={t(`shown.evidence.${choice}`)}
            description={t(choice === 'presumed' ? 'shown.evidence.presumedHint' : 'shown.evidence.statedHint')}
            disabled={stated && choice === 'presumed'}
            checked={(stated ? 'stated' : draft.sizeEvidence) === choice}
            onChange={() => set({ sizeEvidence: choice })}
          />
        ))}
      </Rule>

      <Rule
        title={t('shown.people.title')}
        privacy={t('shown.people.privacy')}
        limit={t('shown.people.limit', { number: formats.number(operator.minimum_employees) })}
        cost={
          <>
            {cost('too-small')}
            <p>{t('shown.people.above', { number: formats.number(PRESUMPTION_REACHES) })}</p>
          </>
        }
      >
        <TextInput
          label={t('shown.people.label')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          className={styles['figure'] ?? ''}
          rightSection={<span className="quiet">{t('shown.people.unit')}</span>}
          rightSectionWidth="7rem"
          value={draft.employees}
          onChange={(event) => set({ employees: event.currentTarget.value })}
          error={employeesWrong ? t('shown.people.wrong', { least: formats.number(operator.minimum_employees) }) : null}
        />
      </Rule>

      <Rule
        title={t('shown.confidence.title')}
        privacy={t('shown.confidence.privacy')}
        limit={t('shown.confidence.limit', { share: formats.share(operator.minimum_confidence, 1) })}
        cost={cost('low-confidence')}
      >
        <TextInput
          label={t('shown.confidence.label')}
          description={
            rules ? t('shown.confidence.word', { word: t(confidenceWord(rules.minimum_confidence)) }) : undefined
          }
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          className={styles['figure'] ?? ''}
          rightSection={<span className="quiet">{t('shown.confidence.unit')}</span>}
          rightSectionWidth="7rem"
          value={draft.confidence}
          onChange={(event) => set({ confidence: event.currentTarget.value })}
          error={confidenceWrong ? t('shown.confidence.wrong', { least: formats.number(least) }) : null}
        />
      </Rule>

      <section className={`surface ${styles['fixed']}`} aria-labelledby="fixed-title">
        <Lock size={18} aria-hidden />
        <div>
          <h2 id="fixed-title">{t('shown.fixed.title')}</h2>
          <p>{t('shown.fixed.text')}</p>
          <RuleCost counts={counts} reasons={['personal-name', 'too-small', 'organisation-objected']} />
          <h2>{t('shown.location.title')}</h2>
          <p>
            {t('shown.location.text')} {t(`shown.location.${operator.location}`)}
          </p>
          <RuleCost counts={counts} reasons={['incomplete-location']} />
        </div>
      </section>

      <div className={styles['save']}>
        {save.error ? <FaultLine error={save.error} /> : null}
        {save.isSuccess && !changed ? <DoneLine text={t('shown.saved', { site: site.domain })} /> : null}
        <p className="quiet">{t('shown.effect')}</p>
        <div className={styles['tools']}>
          <Button type="submit" loading={save.isPending} disabled={!changed || !rules}>
            {t('shown.save')}
          </Button>
          {changed ? (
            <>
              <Button variant="default" onClick={() => setTyped(null)}>
                {t('shown.reset')}
              </Button>
              <span className="quiet">{t('shown.unsaved')}</span>
            </>
          ) : null}
        </div>
      </div>
    </form>
  );

  function summarySentence(hits: ReadonlyMap<SiteOutcome, number>): string {
    const shown = hits.get('company') ?? 0;
    const total = funnel.data?.total ?? 0;
    if (total === 0) return t('shown.noFigures');
    return t('shown.shownNow', { count: shown, number: formats.number(shown), total: formats.number(total) });
  }
}

type RuleProps = {
  readonly title: string;
  readonly privacy: string;
  /** What the operator asks for at least; absent where a site is free to choose. */
  readonly limit?: string;
  readonly cost: ReactNode;
  readonly children: ReactNode;
};

/** One rule: what can be chosen, beside it what it means for people and what it costs. */
function Rule({ title, privacy, limit, cost, children }: RuleProps) {
  const { t } = useWords();
  const titleId = useId();
  return (
    <fieldset className={`surface ${styles['rule']}`} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <div className={styles['choices']}>
        {children}
        {limit ? (
          <p className={styles['limit']}>
            <Lock size={14} aria-hidden />
            <span>
              {t('shown.limit')}: {limit}
            </span>
          </p>
        ) : null}
      </div>
      <div className={styles['meaning']}>
        <h3>{t('shown.privacy')}</h3>
        <p>{privacy}</p>
        <h3>{t('shown.cost')}</h3>
        {cost}
      </div>
    </fieldset>
  );
}
