import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ApiSiteObjection } from '../../contracts/api.ts';
import { CopyLine } from '../pieces/copy-line.tsx';
import { useSignedIn, useSite } from '../shell/site-context.ts';
import { LANGUAGES } from '../words/catalogue.ts';
import { useWords } from '../words/words-context.ts';
import styles from './objection.module.css';

/** What a site's privacy page offers its visitors, to be copied, and what they then see. */
export function OptOutPieces({ objection }: { readonly objection: ApiSiteObjection }) {
  const { t, language } = useWords();
  const site = useSite();
  const { session } = useSignedIn();
  const [visitors, setVisitors] = useState(language);
  const { link, block } = objection;
  const optOutPage = `${session.base_url.replace(/\/+$/, '')}/privacy/${encodeURIComponent(site.domain)}?lang=${visitors}`;
  return (
    <section className={`surface ${styles['section']}`} aria-labelledby="offer-title">
      <h2 id="offer-title">{t('siteObjection.offer.title')}</h2>
      <p className="quiet">{t('siteObjection.offer.lead')}</p>
      <SegmentedControl
        aria-label={t('siteObjection.offer.language')}
        size="xs"
        value={visitors}
        onChange={(value) => setVisitors(LANGUAGES.find((one) => one === value) ?? visitors)}
        data={LANGUAGES.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      <div className={styles['piece']}>
        <h3>{t('siteObjection.offer.link')}</h3>
        <p className="quiet">
          {t('siteObjection.offer.linkHint', { path: `${link.path.split('/privacy/')[0] ?? ''}/` })}
        </p>
        <CopyLine text={link.html[visitors]} label={t('siteObjection.offer.linkCode')} />
        <div className={styles['preview']}>
          <p className={styles['previewTitle']}>{t('siteObjection.offer.preview')}</p>
          <p>
            <a href={optOutPage} target="_blank" rel="noreferrer" lang={visitors} className={styles['link']}>
              {link.text[visitors]}
              <span className="off-screen"> {t('shell.newTab')}</span>
            </a>
          </p>
          <p className="quiet">{t('siteObjection.offer.openHint')}</p>
        </div>
      </div>
      <div className={styles['piece']}>
        <h3>{t('siteObjection.offer.block')}</h3>
        <p className="quiet">{t('siteObjection.offer.blockHint')}</p>
        <CopyLine text={block[visitors]} label={t('siteObjection.offer.blockCode')} />
        <div className={styles['preview']}>
          <p className={styles['previewTitle']}>{t('siteObjection.offer.preview')}</p>
          <p>{t('siteObjection.offer.blockPreview')}</p>
        </div>
      </div>
    </section>
  );
}
