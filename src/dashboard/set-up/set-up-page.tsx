import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import FlaskConical from 'lucide-react/icons/flask-conical';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { honoursWord } from '../objection/honours-word.ts';
import { Page } from '../pieces/page.tsx';
import { useSignedIn } from '../shell/site-context.ts';
import { remember } from '../url-state/remembered.ts';
import { useWords } from '../words/words-context.ts';
import { AddSiteForm } from './add-site-form.tsx';
import { FirstVisit } from './first-visit.tsx';
import styles from './set-up.module.css';
import { SnippetStep, WayDifferences } from './snippet-step.tsx';

export function SetUpPage() {
  const { t } = useWords();
  const { session, site } = useSignedIn();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const navigate = useNavigate({ from: '/set-up' });

  const take = (domain: string) => {
    remember('site', domain);
    setAdded(domain);
    setAdding(false);
    void navigate({ search: (before) => ({ ...before, site: domain }) });
  };
  return (
    <Page title={t('setUp.title')} lead={t('setUp.lead')}>
      <ol className={styles['steps']}>
        <li className={`surface ${styles['step']}`}>
          <h2>{t('setUp.stepSite')}</h2>
          {site ? (
            <>
              <p>{t('setUp.current', { domain: site.domain })}</p>
              <p className="quiet">
                {t('setUp.timeZone', { zone: site.time_zone })} {t(honoursWord(site))}
              </p>
            </>
          ) : null}
          {added ? <output className={styles['done']}>{t('setUp.added', { domain: added })}</output> : null}
          {!site || adding ? (
            <AddSiteForm onAdded={take} onCancel={site ? () => setAdding(false) : null} />
          ) : (
            <Button
              variant="default"
              size="xs"
              mt="sm"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('setUp.addAnother')}
            </Button>
          )}
        </li>
        {site ? (
          <>
            <li className={`surface ${styles['step']}`}>
              <h2>{t('setUp.stepSnippet')}</h2>
              <SnippetStep base={session.base_url} site={site.domain} />
            </li>
            <li className={`surface ${styles['step']}`}>
              <h2>{t('setUp.stepCheck')}</h2>
              <FirstVisit site={site.domain} />
            </li>
          </>
        ) : null}
      </ol>
      {site ? (
        <div className={styles['differences']}>
          <WayDifferences />
        </div>
      ) : null}
      {session.evaluation ? (
        <section className={`surface ${styles['demo']}`} aria-labelledby="demo-title">
          <FlaskConical size={20} aria-hidden />
          <div>
            <h2 id="demo-title">{t('setUp.demoTitle')}</h2>
            <p>{t('setUp.demoText')}</p>
            <Button component="a" href="/demo/" variant="default" size="xs" mt="sm">
              {t('setUp.demoLink')}
            </Button>
          </div>
        </section>
      ) : null}
    </Page>
  );
}
