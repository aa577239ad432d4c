import type { ReactNode } from 'react';
import type { ApiCompanyDetail } from '../../contracts/api.ts';
import { useWords } from '../words/words-context.ts';
import styles from './company.module.css';

/** All fields of the company, and whose word they are. */
export function MasterData({ company }: { readonly company: ApiCompanyDetail }) {
  const { t, language, formats } = useWords();
  const unknown = <span className="quiet">{t('company.unknown')}</span>;
  const town = [company.postcode, company.city].filter(Boolean).join(' ');
  const sizeClass = company.size.class
    ? t('company.sizeEmployees', { class: company.size.class.replace('-', '–') })
    : t('company.sizeFive');
  const fields: readonly (readonly [term: string, value: ReactNode])[] = [
    [t('company.name'), company.name],
    [t('company.legalForm'), company.legal_form],
    [t('company.kind'), t(`company.kinds.${company.kind}`)],
    [
      t('company.address'),
      company.street || town ? (
        <>
          {company.street ? <span className={styles['line']}>{company.street}</span> : null}
          {town}
        </>
      ) : null,
    ],
    [
      t('company.country'),
      company.country ? (
        <>
          {formats.country(company.country)}
          {company.location_evidence === 'network-registration' ? (
            <span className={styles['remark']}>{t('company.countryFromNetwork')}</span>
          ) : null}
        </>
      ) : null,
    ],
    [
      t('company.industry'),
      company.industry ? (
        <>
          {language === 'de' ? company.industry.label_de : company.industry.label_en}
          <span className={styles['remark']}>
            {company.industry.scheme} {company.industry.code}
          </span>
        </>
      ) : null,
    ],
    [
      t('company.size'),
      company.size.evidence ? (
        <>
          {sizeClass}
          <span className={styles['remark']}>{t(`company.sizeEvidence.${company.size.evidence}`)}</span>
        </>
      ) : null,
    ],
    [t('company.domain'), company.domain],
    [
      t('company.stand'),
      company.evidence.length > 0
        ? company.evidence.map(({ source, date }) => (
            <span key={`${source} ${date}`} className={styles['line']}>
              {t('company.asOf', { source, date: formats.day(date) })}
            </span>
          ))
        : null,
    ],
  ];
  return (
    <section className="surface" aria-labelledby="master-data-title">
      <h2 id="master-data-title" className={styles['title']}>
        {t('company.masterData')}
      </h2>
      <dl className={styles['fields']}>
        {fields.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value ?? unknown}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
