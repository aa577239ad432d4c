import type { CorrectionChange } from '../../contracts/corrections.ts';
import type { WithheldReason } from '../../contracts/reasons.ts';
import { sizeText } from '../companies/company-words.ts';
import type { WordKey } from '../words/catalogue.ts';
import type { Words } from '../words/words-context.ts';
import type { CorrectedCompany, Draft } from './draft-correction.ts';

export type PreviewLine = { readonly field: WordKey; readonly before: string; readonly after: string };

/** Below it nobody is shown (identification.md, "Release rules"). */
const LEAST_EMPLOYEES = 5;

export type Previewed = {
  readonly change: CorrectionChange;
  readonly company: CorrectedCompany;
  readonly draft: Draft;
  /** Why the company is withheld now; null: it is shown. */
  readonly withheld: WithheldReason | null;
};

/** What a correction changes, part by part, as a reader of the language sees it. */
export function previewChange(
  { change, company, draft, withheld }: Previewed,
  { t, formats, language }: Words,
): readonly PreviewLine[] {
  const unknown = t('company.unknown');
  const shownNow = withheld
    ? t('wrong.preview.withheld', { reason: t(`outcome.${withheld}.name`) })
    : t('wrong.preview.shown');
  const gone: PreviewLine = { field: 'wrong.preview.display', before: shownNow, after: t('wrong.preview.gone') };
  const place = ({ street, postcode, city, country }: Place) =>
    [street, [postcode, city].filter(Boolean).join(' '), country ? formats.country(country) : null]
      .filter(Boolean)
      .join(', ') || unknown;

  switch (change.action) {
    case 'rename':
      return [{ field: 'company.name', before: company.name, after: change.name }];
    case 'move':
      return [{ field: 'company.address', before: place(company), after: place(change) }];
    case 'size': {
      const before = sizeText(company.size, { t, formats, language }) ?? unknown;
      const after = t('company.sizeEmployees', { class: formats.number(change.employees) });
      const line: PreviewLine = { field: 'company.size', before, after };
      return change.employees < LEAST_EMPLOYEES ? [line, gone] : [line];
    }
    case 'merge':
      return [{ field: 'companies.company', before: company.name, after: draft.into?.name ?? unknown }];
    case 'hide':
      return [gone];
    case 'mark-provider': {
      const type = change.provider_type ? t(`providerTypes.${change.provider_type}`) : null;
      const provider = t('company.kinds.provider');
      return [
        {
          field: 'company.kind',
          before: t('company.kinds.company'),
          after: type ? `${provider} (${type})` : provider,
        },
        gone,
      ];
    }
  }
  const released = { field: 'wrong.preview.display', before: shownNow, after: t('wrong.preview.released') } as const;
  return change.name === null || change.name === company.name
    ? [released]
    : [{ field: 'company.name', before: company.name || unknown, after: change.name }, released];
}

type Place = {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};
