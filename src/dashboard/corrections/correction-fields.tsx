import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { PROVIDER_TYPES } from '../../contracts/company.ts';
import type { CorrectionAction, ReleasableReason } from '../../contracts/corrections.ts';
import { countryChoices } from '../format/country-choices.ts';
import { useWords } from '../words/words-context.ts';
import { CompanyFinder } from './company-finder.tsx';
import styles from './corrections.module.css';
import type { CorrectedCompany, Draft, DraftFaults } from './draft-correction.ts';

export type CorrectionFieldsProps = {
  readonly action: CorrectionAction;
  readonly company: CorrectedCompany;
  readonly overturns: ReleasableReason | null;
  readonly draft: Draft;
  readonly faults: DraftFaults;
  readonly onChange: (part: Partial<Draft>) => void;
};

type TextField = 'name' | 'street' | 'postcode' | 'city' | 'employees' | 'source';

/** Longest texts, as the API takes them (contracts/corrections.ts). */
const LONGEST: Readonly<Record<TextField, number>> = {
  name: 200,
  street: 200,
  postcode: 20,
  city: 120,
  employees: 15,
  source: 300,
};

/** What one choice asks for; hiding asks for nothing. */
export function CorrectionFields({ action, company, overturns, draft, faults, onChange }: CorrectionFieldsProps) {
  const { t, formats } = useWords();
  const countries = useMemo(() => countryChoices(formats.locale), [formats.locale]);
  const faultOf = (field: keyof Draft) => (faults[field] ? t(faults[field]) : null);
  const field = (name: TextField) => ({
    value: draft[name],
    maxLength: LONGEST[name],
    autoComplete: 'off',
    label: t(`wrong.field.${name}`),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
    error: faultOf(name),
  });

  switch (action) {
    case 'rename':
      return <TextInput {...field('name')} description={t('wrong.field.nameHint')} required />;
    case 'release':
      return overturns === 'opaque' ? (
        <TextInput
          {...field('name')}
          label={t('lookUp.releaseName')}
          description={t('lookUp.releaseNameHint')}
          required
        />
      ) : null;
    case 'move':
      return (
        <div className={styles['place']}>
          <TextInput {...field('street')} className={styles['wide'] ?? ''} />
          <TextInput {...field('postcode')} required />
          <TextInput {...field('city')} required />
          <NativeSelect
            className={styles['wide'] ?? ''}
            label={t('wrong.field.country')}
            required
            value={draft.country}
            onChange={(event) => onChange({ country: event.currentTarget.value })}
            error={faultOf('country')}
            data={[{ value: '', label: t('wrong.field.countryChoose') }, ...countries]}
          />
        </div>
      );
    case 'size':
      return (
        <>
          <TextInput {...field('employees')} inputMode="numeric" className={styles['short'] ?? ''} required />
          <TextInput {...field('source')} description={t('wrong.field.sourceHint')} required />
        </>
      );
    case 'merge':
      return (
        <CompanyFinder
          exceptId={company.id}
          chosen={draft.into}
          onChoose={(into) => onChange({ into })}
          fault={faultOf('into')}
        />
      );
    case 'mark-provider':
      return (
        <NativeSelect
          className={styles['short'] ?? ''}
          label={t('wrong.field.providerType')}
          value={draft.providerType}
          onChange={(event) => onChange({ providerType: event.currentTarget.value })}
          data={[
            { value: '', label: t('wrong.field.providerTypeUnknown') },
            ...PROVIDER_TYPES.map((type) => ({ value: type, label: t(`providerTypes.${type}`) })),
          ]}
        />
      );
  }
  return null;
}
