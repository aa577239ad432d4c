import { SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSite } from '../shell/site-context.ts';
import { periodOf, readPageSearch } from '../url-state/page-search.ts';
import { dayIn, isDay, type PeriodName, PERIOD_NAMES, shiftDay } from '../url-state/period.ts';
import { useWords } from '../words/words-context.ts';
import styles from './pieces.module.css';
import { useNow } from './use-now.ts';

const CUSTOM_START_DAYS = 13;

/** Chooses the period of the screen; the choice is written into the URL. */
export function PeriodSwitch() {
  const { t } = useWords();
  const site = useSite();
  const search = readPageSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const period = periodOf(search);
  const now = useNow();

  const choose = (name: PeriodName) => {
    const today = dayIn(site.time_zone, now);
    const days = name === 'custom' ? { from: shiftDay(today, -CUSTOM_START_DAYS), to: today } : {};
    setPeriod({ period: name, from: undefined, to: undefined, ...days });
  };
  const setPeriod = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...change }), resetScroll: false });

  return (
    <div className={styles['period']}>
      <SegmentedControl
        aria-label={t('period.label')}
        size="sm"
        value={period.name}
        onChange={(name) => choose(PERIOD_NAMES.find((one) => one === name) ?? 'week')}
        data={PERIOD_NAMES.map((name) => ({ value: name, label: t(`period.${name}`) }))}
      />
      {period.name === 'custom' ? (
        <CustomDays key={`${period.from} ${period.to}`} from={period.from} to={period.to} onChange={setPeriod} />
      ) : null}
    </div>
  );
}

type CustomDaysProps = {
  readonly from: string;
  readonly to: string;
  readonly onChange: (days: { readonly from: string; readonly to: string }) => void;
};

function CustomDays({ from, to, onChange }: CustomDaysProps) {
  const { t } = useWords();
  const [days, setDays] = useState({ from, to });
  const wrongOrder = isDay(days.from) && isDay(days.to) && days.from > days.to;
  const set = (change: Partial<typeof days>) => {
    const next = { ...days, ...change };
    setDays(next);
    if (isDay(next.from) && isDay(next.to) && next.from <= next.to) onChange(next);
  };
  return (
    <div className={styles['periodDays']}>
      <TextInput
        type="date"
        size="xs"
        label={t('period.from')}
        value={days.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        size="xs"
        label={t('period.to')}
        value={days.to}
        error={wrongOrder ? t('period.wrongOrder') : null}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </div>
  );
}
