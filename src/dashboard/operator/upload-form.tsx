import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import Upload from 'lucide-react/icons/upload';
import { type ChangeEvent, useRef, useState } from 'react';
import type { ApiCompanyUpload } from '../../contracts/api.ts';
import { uploadCompanyList } from '../api/commands.ts';
import { FaultLine } from '../pieces/fault-notice.tsx';
import { useWords } from '../words/words-context.ts';
import { formatOfFile } from './column-mapping.ts';
import styles from './operator.module.css';

export type UploadFormProps = { readonly onUploaded: (upload: ApiCompanyUpload, fileName: string) => void };

/** First step: a file is chosen and goes to the server, which says what its columns seem to hold. */
export function UploadForm({ onUploaded }: UploadFormProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const send = useMutation({
    mutationFn: ({ file, format }: { readonly file: File; readonly format: 'csv' | 'xlsx' }) =>
      uploadCompanyList(file, format),
    onSuccess: (upload, { file }) => onUploaded(upload, file.name),
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    const format = formatOfFile(file.name);
    setWrong(format === null);
    if (format) send.mutate({ file, format });
    // The same file can be chosen again after it was put right.
    event.currentTarget.value = '';
  };
  return (
    <>
      <h2 id="add-title">{t('lists.add')}</h2>
      <p>{t('lists.addText')}</p>
      <input
        ref={input}
        type="file"
        id="list-file"
        className="off-screen"
        tabIndex={-1}
        aria-label={t('lists.file')}
        accept=".csv,.tsv,.txt,.gz,.xlsx"
        onChange={choose}
      />
      <div className={styles['tools']}>
        <Button
          leftSection={<Upload size={16} aria-hidden />}
          loading={send.isPending}
          onClick={() => input.current?.click()}
        >
          {t('lists.fileChoose')}
        </Button>
        <output className="quiet">{send.isPending ? t('lists.uploading') : t('lists.file')}</output>
      </div>
      {wrong ? (
        <p role="alert" className={styles['error']}>
          {t('lists.fileWrong')}
        </p>
      ) : null}
      {send.error ? <FaultLine error={send.error} /> : null}
    </>
  );
}
