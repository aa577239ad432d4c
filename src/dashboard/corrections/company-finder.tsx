import { Radio, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import SearchIcon from 'lucide-react/icons/search';
import { useId, useState } from 'react';
import { findCompaniesQuestion } from '../api/questions.ts';
import { formAndPlace } from '../companies/company-words.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useSite } from '../shell/site-context.ts';
import { dayIn, shiftDay } from '../url-state/period.ts';
import { useWords } from '../words/words-context.ts';
import styles from './corrections.module.css';
import type { Draft } from './draft-correction.ts';

const SEARCH_PAUSE_MS = 250;
const LEAST_LETTERS = 2;
/** As long as visits are kept by default: thirteen months. */
const FOUND_DAYS = 396;

export type CompanyFinderProps = {
  readonly exceptId: string;
  readonly chosen: Draft['into'];
  readonly onChoose: (company: Draft['into']) => void;
  readonly fault: string | null;
};

/** Finds another company of the site by name or place, to be chosen from the few that fit. */
export function CompanyFinder({ exceptId, chosen, onChoose, fault }: CompanyFinderProps) {
  const { t, formats } = useWords();
  const site = useSite();
  const name = useId();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), SEARCH_PAUSE_MS);
  const [since] = useState(() => shiftDay(dayIn(site.time_zone, new Date()), -FOUND_DAYS));
  const asks = settled.length >= LEAST_LETTERS;
  const asked = { site: site.domain, bounds: { from: since, to: null } };
  const { data, error } = useQuery({ ...findCompaniesQuestion(asked, settled), enabled: asks });
  const found = asks ? data?.data.filter(({ id }) => id !== exceptId) : undefined;
  return (
    <fieldset className={styles['finder']}>
      <legend>{t('wrong.field.into')}</legend>
      <TextInput
        type="search"
        label={t('wrong.field.intoSearch')}
        description={t('wrong.field.intoHint', { site: site.domain })}
        leftSection={<SearchIcon size={16} aria-hidden />}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={fault}
      />
      {error ? <FaultLine error={error} /> : null}
      <output className="quiet">{asks ? foundSentence(found?.length) : t('wrong.field.intoPrompt')}</output>
      {found && found.length > 0 ? (
        <ul className={styles['found']}>
          {found.map((company) => (
            <li key={company.id}>
              <Radio
                name={name}
                value={company.id}
                label={company.name}
                description={formAndPlace(company, formats) || undefined}
                checked={chosen?.id === company.id}
                onChange={() => onChoose({ id: company.id, name: company.name })}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );

  function foundSentence(count: number | undefined): string {
    if (count === undefined) return '';
    return count === 0
      ? t('wrong.field.intoNone')
      : t('wrong.field.intoFound', { count, number: formats.number(count) });
  }
}
