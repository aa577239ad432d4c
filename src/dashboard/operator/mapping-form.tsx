import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Lock from 'lucide-react/icons/lock';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ApiCompanyImport, ApiCompanyUpload } from '../../contracts/api.ts';
import { LIST_FIELDS, type ListField } from '../../contracts/company-source.ts';
import { importCompanyList } from '../api/commands.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { isDay } from '../url-state/period.ts';
import { useWords } from '../words/words-context.ts';
import {
  changeColumn,
  listName,
  mappingFaults,
  mappingToSend,
  proposedMapping,
  REQUIRED_FIELDS,
} from './column-mapping.ts';
import styles from './operator.module.css';

const LONGEST_NAME = 60;
const LONGEST_EXAMPLE = 60;

export type MappingFormProps = {
  readonly upload: ApiCompanyUpload;
  readonly fileName: string;
  readonly onCancel: () => void;
  readonly onStarted: (started: ApiCompanyImport) => void;
};

/** Second step: what each column means, how the list is called and of when it is. */
export function MappingForm({ upload, fileName, onCancel, onStarted }: MappingFormProps) {
  const { t, formats } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [mapping, setMapping] = useState(() => proposedMapping(upload.columns));
  const [name, setName] = useState(() => listName(fileName));
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [date, setDate] = useState(today);
  const [tried, setTried] = useState(false);
  const start = useMutation({ mutationFn: importCompanyList, onSuccess: onStarted });
  const { missing, twice } = mappingFaults(mapping);
  const nameMissing = name.trim() === '';
  const dateWrong = !isDay(date) || date > today;
  const fieldWords = (fields: readonly ListField[]) => formats.list(fields.map((field) => t(`lists.field.${field}`)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0 || twice.length > 0 || nameMissing || dateWrong) return;
    start.mutate({ upload_id: upload.id, name: name.trim(), date, mapping: mappingToSend(upload.columns, mapping) });
  };
  const choices = [
    { value: '', label: t('lists.mapping.notRead') },
    ...LIST_FIELDS.map((field) => ({ value: field, label: t(`lists.field.${field}`) })),
  ];
  return (
    <form onSubmit={submit} noValidate className={styles['mapping']}>
      <div>
        <h2 id="add-title" ref={heading} tabIndex={-1}>
          {t('lists.mapping.title')}
        </h2>
        <p>{t('lists.mapping.text')}</p>
        <p className="quiet">
          {t('lists.mapping.required', { fields: fieldWords(REQUIRED_FIELDS) })} {t('lists.mapping.recommended')}
        </p>
      </div>
      <table className={styles['columns']} aria-label={t('lists.mapping.table')}>
        <thead>
          <tr>
            <th scope="col">{t('lists.mapping.column')}</th>
            <th scope="col">{t('lists.mapping.means')}</th>
            <th scope="col">{t('lists.mapping.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {upload.columns.map(({ name: column, personal, examples }, at) => (
            // Columns stand in the order of the file; two can have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at} data-personal={personal || undefined}>
              <th scope="row">{column}</th>
              {personal ? (
                <td colSpan={2}>
                  <span className={styles['personal']}>
                    <Lock size={14} aria-hidden />
                    {t('lists.mapping.personal')}
                  </span>
                </td>
              ) : (
                <>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('lists.mapping.meansOf', { column })}
                      value={mapping[at] ?? ''}
                      onChange={(event) => setMapping(changeColumn(mapping, at, event.currentTarget.value))}
                      error={twice.some((field) => field === mapping[at])}
                      data={choices}
                    />
                  </td>
                  <td className="quiet">{examplesText(examples) || t('lists.mapping.noExamples')}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div role="alert" className={styles['error']}>
        {tried && missing.length > 0 ? <p>{t('lists.mapping.missing', { fields: fieldWords(missing) })}</p> : null}
        {twice.length > 0 ? <p>{t('lists.mapping.duplicate', { fields: fieldWords(twice) })}</p> : null}
      </div>
      <div className={styles['about']}>
        <TextInput
          label={t('lists.mapping.name')}
          description={t('lists.mapping.nameHint')}
          autoComplete="off"
          maxLength={LONGEST_NAME}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && nameMissing ? t('lists.mapping.nameMissing') : null}
        />
        <TextInput
          type="date"
          label={t('lists.mapping.date')}
          description={t('lists.mapping.dateHint')}
          max={today}
          required
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          error={tried && dateWrong ? t('lists.mapping.dateMissing') : null}
        />
      </div>
      {start.error ? <FaultLine error={start.error} /> : null}
      <p className="quiet">{t('lists.mapping.kept')}</p>
      <div className={styles['tools']}>
        <Button type="submit" loading={start.isPending}>
          {t('lists.mapping.start')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('lists.mapping.cancel')}
        </Button>
      </div>
    </form>
  );
}

function examplesText(examples: readonly string[]): string {
  return examples
    .map((example) => example.trim().slice(0, LONGEST_EXAMPLE))
    .filter(Boolean)
    .join(' · ');
}
