import { Button, Tooltip, UnstyledButton } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { ApiOrganisation } from '../../contracts/api.ts';
import type { CompanyField } from '../../contracts/company.ts';
import { sizeText } from '../companies/company-words.ts';
import { evidenceOf, sourceTitle } from '../format/source-words.ts';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';

/** A company as it is known, on the company page or the operator's look-up. */
export type KnownCompany = Pick<
  ApiOrganisation,
  | 'name'
  | 'legal_form'
  | 'street'
  | 'postcode'
  | 'city'
  | 'country'
  | 'location_evidence'
  | 'industry'
  | 'size'
  | 'revenue'
  | 'domain'
  | 'register'
  | 'lei'
  | 'kind'
  | 'evidence'
  | 'field_evidence'
>;

type Line = {
  readonly term: string;
  readonly value: ReactNode;
  /** Whose source is told; null for what we say ourselves. */
  readonly field: CompanyField | null;
};

/** All fields of the company, each with its source: a small mark that can be pressed, and all of them written out on demand. */
export function MasterData({ company }: { readonly company: KnownCompany }) {
  const words = useWords();
  const { t } = words;
  const [withSources, setWithSources] = useState(false);
  const titleId = useId();
  const listId = useId();
  return (
    <section className="surface" aria-labelledby={titleId}>
      <div className={styles['titleBar']}>
        <h2 id={titleId} className={styles['title']}>
          {t('company.masterData')}
        </h2>
        {company.evidence.length > 0 ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={withSources}
            aria-controls={listId}
            onClick={() => setWithSources(!withSources)}
          >
            {t(withSources ? 'company.hideSources' : 'company.showSources')}
          </Button>
        ) : null}
      </div>
      <dl id={listId} className={styles['fields']}>
        {linesOf(company, words).map(({ term, value, field }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <div>{value ?? <span className="quiet">{t('company.unknown')}</span>}</div>
              {value !== null && field !== null ? (
                <FieldSource
                  company={company}
                  field={field}
                  term={term}
                  isWritten={withSources}
                  onPress={() => setWithSources(!withSources)}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function linesOf(company: KnownCompany, words: ReturnType<typeof useWords>): readonly Line[] {
  const { t, language, formats } = words;
  const { street, country, industry, size, register } = company;
  const town = [company.postcode, company.city].filter(Boolean).join(' ');
  const sizeWords = sizeText(size, words);
  return [
    { term: t('company.name'), value: company.name || null, field: 'name' },
    { term: t('company.legalForm'), value: company.legal_form, field: 'legalForm' },
    { term: t('company.kind'), value: t(`company.kinds.${company.kind}`), field: null },
    {
      term: t('company.address'),
      value:
        street || town ? (
          <>
            {street ? <span className={styles['line']}>{street}</span> : null}
            {town}
          </>
        ) : null,
      field: 'location',
    },
    {
      term: t('company.country'),
      value: country ? (
        <>
          {formats.country(country)}
          {company.location_evidence === 'network-registration' ? (
            <span className={styles['remark']}>{t('company.countryFromNetwork')}</span>
          ) : null}
        </>
      ) : null,
      field: 'location',
    },
    {
      term: t('company.industry'),
      value: industry ? (
        <>
          {language === 'de' ? industry.label_de : industry.label_en}
          <span className={styles['remark']}>
            {industry.scheme} {industry.code}
          </span>
        </>
      ) : null,
      field: 'industry',
    },
    {
      term: t('company.size'),
      value: sizeWords ? (
        <>
          {sizeWords}
          {size.evidence ? (
            <span className={styles['remark']}>{t(`company.sizeEvidence.${size.evidence}`)}</span>
          ) : null}
        </>
      ) : null,
      field: 'size',
    },
    {
      term: t('company.revenue'),
      value: company.revenue ? t(`company.revenueClass.${company.revenue}`) : null,
      field: 'revenue',
    },
    { term: t('company.domain'), value: company.domain, field: 'domain' },
    {
      term: t('company.register'),
      value: register ? [register.authority, register.number].filter(Boolean).join(', ') : null,
      field: 'register',
    },
    { term: t('company.lei'), value: company.lei, field: 'lei' },
  ];
}

type FieldSourceProps = {
  readonly company: KnownCompany;
  readonly field: CompanyField;
  readonly term: string;
  readonly isWritten: boolean;
  readonly onPress: () => void;
};

/** The number of the source on the evidence card; written out, the source and its date. */
function FieldSource({ company, field, term, isWritten, onPress }: FieldSourceProps) {
  const { t, formats } = useWords();
  const found = evidenceOf(company, field);
  if (!found) return null;
  const told = { source: sourceTitle(found.source, t), date: formats.day(found.date) };
  if (isWritten) return <span className={styles['source']}>{t('company.asOf', told)}</span>;
  const label = t('company.sourceOf', { field: term, ...told });
  return (
    <Tooltip label={label} withArrow multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      <UnstyledButton className={styles['mark'] ?? ''} aria-label={label} onClick={onPress}>
        {found.position + 1}
      </UnstyledButton>
    </Tooltip>
  );
}
