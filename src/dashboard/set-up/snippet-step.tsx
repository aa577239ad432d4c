import { Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CopyLine } from '../pieces/copy-line.tsx';
import { FactsTable } from '../pieces/facts-table.tsx';
import { useSignedIn } from '../shell/site-context.ts';
import { useWords } from '../words/words-context.ts';
import styles from './set-up.module.css';
import { snippet, type SnippetKind } from './snippets.ts';
import {
  OWN_PATH,
  PATH_SERVERS,
  pathPiece,
  PROXY_SETTING,
  SERVER_NAMES,
  STREAM_SERVERS,
  streamPieces,
} from './web-server-pieces.ts';

const WAYS = ['script', 'pixel', 'connector'] as const;
type Way = (typeof WAYS)[number];

/** The three ways of tracking: what each can do, and how it gets into a website. */
export function SnippetStep({ base, site }: { readonly base: string; readonly site: string }) {
  const { t } = useWords();
  const [way, setWay] = useState<Way>('script');
  return (
    <>
      <SegmentedControl
        aria-label={t('way.label')}
        size="xs"
        mb="xs"
        value={way}
        onChange={(value) => setWay(WAYS.find((one) => one === value) ?? way)}
        data={WAYS.map((one) => ({ value: one, label: t(`way.${one}.name`) }))}
      />
      <p>{t(`way.${way}.assessment`)}</p>
      {way === 'script' ? <ScriptWay base={base} site={site} /> : null}
      {way === 'pixel' ? (
        <>
          <OwnPath />
          <h3 className={styles['sub']}>{t('way.path.page')}</h3>
          <CopyLine text={snippet('pixel', OWN_PATH, site)} label={t('setUp.snippetLabel', { site })} />
          <HowTo kind="pixel" />
        </>
      ) : null}
      {way === 'connector' ? <ConnectorWay base={base} site={site} /> : <p className="quiet">{t('setUp.promise')}</p>}
      <p className={`quiet ${styles['after']}`}>{t('way.once')}</p>
    </>
  );
}

function ScriptWay({ base, site }: { readonly base: string; readonly site: string }) {
  const { t } = useWords();
  const { tracker } = useSignedIn().session;
  const [isPinned, setPinned] = useState(false);
  const pinned = isPinned ? tracker : undefined;
  return (
    <>
      {tracker ? (
        <Checkbox
          mt="sm"
          label={t('way.script.pinned')}
          description={t('way.script.pinnedHint')}
          checked={isPinned}
          onChange={(event) => setPinned(event.currentTarget.checked)}
        />
      ) : null}
      <div className={styles['choice']}>
        <h3>{t('way.script.own')}</h3>
        <p className="quiet">{t('way.script.ownHint')}</p>
        <OwnPath />
        <h3 className={styles['sub']}>{t('way.path.page')}</h3>
        <CopyLine text={snippet('script', OWN_PATH, site, pinned)} label={t('way.script.own')} />
      </div>
      <div className={styles['choice']}>
        <h3>{t('way.script.other')}</h3>
        <p className="quiet">{t('way.script.otherHint')}</p>
        <CopyLine text={snippet('script', base, site, pinned)} label={t('setUp.snippetLabel', { site })} />
      </div>
      <HowTo kind="script" />
    </>
  );
}

/** The path on the site's own origin, for the web servers that we know. */
function OwnPath() {
  const { t } = useWords();
  const [server, setServer] = useState<(typeof PATH_SERVERS)[number]>('nginx');
  const { place, text } = pathPiece(server);
  return (
    <>
      <h3 className={styles['sub']}>{t('way.path.title')}</h3>
      <SegmentedControl
        aria-label={t('way.connector.server')}
        size="xs"
        mb="xs"
        value={server}
        onChange={(value) => setServer(PATH_SERVERS.find((one) => one === value) ?? server)}
        data={PATH_SERVERS.map((one) => ({ value: one, label: SERVER_NAMES[one] }))}
      />
      <p className="quiet">{t('way.path.hint', { folder: server })}</p>
      <CopyLine text={text} label={t('way.copyLabel', { name: SERVER_NAMES[server], file: place })} />
      <p className={styles['after']}>{t('way.path.trust')}</p>
      <CopyLine text={PROXY_SETTING} label={t('way.path.settings')} />
    </>
  );
}

function ConnectorWay({ base, site }: { readonly base: string; readonly site: string }) {
  const { t } = useWords();
  const [server, setServer] = useState<(typeof STREAM_SERVERS)[number]>('nginx');
  return (
    <>
      <SegmentedControl
        aria-label={t('way.connector.server')}
        size="xs"
        mb="xs"
        value={server}
        onChange={(value) => setServer(STREAM_SERVERS.find((one) => one === value) ?? server)}
        data={STREAM_SERVERS.map((one) => ({ value: one, label: SERVER_NAMES[one] }))}
      />
      <p className="quiet">{t('way.connector.pieces', { folder: server })}</p>
      {server === 'express' ? <p>{t('way.connector.node')}</p> : null}
      {streamPieces(server, base, site).map(({ place, text }) => (
        <div key={place}>
          <h3 className={styles['sub']}>{place}</h3>
          <CopyLine text={text} label={t('way.copyLabel', { name: SERVER_NAMES[server], file: place })} />
        </div>
      ))}
      {server === 'nginx' ? (
        <>
          <p className={styles['after']}>{t('way.connector.path')}</p>
          <CopyLine
            text={pathPiece('nginx').text}
            label={t('way.copyLabel', { name: 'nginx', file: 'server { … }' })}
          />
        </>
      ) : null}
    </>
  );
}

function HowTo({ kind }: { readonly kind: SnippetKind }) {
  const { t } = useWords();
  return (
    <ol className={styles['how']}>
      <li>{t('setUp.steps.open')}</li>
      <li>{t(kind === 'script' ? 'setUp.steps.pasteScript' : 'setUp.steps.pastePixel')}</li>
      <li>{t('setUp.steps.publish')}</li>
    </ol>
  );
}

const YES = 'siteObjection.sees.yes';
const NO = 'siteObjection.sees.no';
/** In the order of WAYS. Source: the walk in each mode through real web servers (test/system/modes.test.ts). */
const DIFFERENCES = [
  ['way.differences.loads', YES, YES, YES],
  ['way.differences.steps', YES, NO, NO],
  ['way.differences.referrer', YES, 'way.differences.withR', YES],
  ['way.differences.events', YES, NO, NO],
  ['way.differences.signals', YES, YES, YES],
  ['way.differences.optOut', 'way.differences.linkOrBlock', 'way.differences.withPath', 'way.differences.withPath'],
] as const;

export function WayDifferences() {
  const { t } = useWords();
  return (
    <FactsTable
      title={t('way.differences.title')}
      columns={[t('way.differences.property'), ...WAYS.map((way) => t(`way.${way}.name`))]}
      rows={DIFFERENCES.map(([property, script, pixel, connector]) => [t(property), t(script), t(pixel), t(connector)])}
    />
  );
}
