import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_SITE } from '../src/serve/demo/demo-pages.ts';
import { openWorkspace } from '../src/store/sqlite/workspace.ts';
import { type Dashboard, lookThrough, PASSWORD, settled, startDashboard } from './dashboard-browser.ts';
import { doorplate, newDataFolder } from './doorplate-process.ts';

/** A line of the exported whitelist: what is needed of it. `reason` is empty for what is shown. */
type Listed = {
  readonly range: string;
  readonly name: string;
  readonly reason: string;
  /** Legal form, postcode, city, country. */
  readonly formAndPlace: readonly string[];
};

const OBJECTOR = { id: 'aaaaaaaaaaaaa', name: 'Papierfabrik Köhler GmbH' };
const OTHER_OBJECTOR = { id: 'bbbbbbbbbbbbb', name: 'Mühlen AG' };

let dashboard: Dashboard;
let listed: readonly Listed[];
/** Pages of the three companies that were there. */
let paths: readonly string[];

beforeAll(async () => {
  const data = newDataFolder();
  listed = exportedWhitelist(data);
  importCompanyList(data, listed);
  const workspace = openWorkspace(data);
  workspace.installation.fileObjection(OBJECTOR);
  const { id } = workspace.installation.fileObjection(OTHER_OBJECTOR);
  workspace.installation.decideObjection(id, 'confirm', 'admin@shop.example');
  workspace.close();

  dashboard = await startDashboard({ data });
  await dashboard.signUp();
  for (const slug of ['company-1', 'company-2', 'company-3', 'university', 'unknown-size', 'home-connection']) {
    await dashboard.visitAs(slug, 'products');
  }
  const page = await dashboard.openPage(`/?site=${DEMO_SITE}`);
  await page.locator('tbody tr').nth(2).waitFor();
  const links = await page.locator('tbody td:first-child a').all();
  paths = await Promise.all(
    links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', dashboard.server.origin).pathname),
  );
  await page.context().close();
});
afterAll(() => dashboard.close());

/** Everything that the whitelist of the tests knows, withheld or not. */
function exportedWhitelist(data: string): readonly Listed[] {
  const file = join(data, 'whitelist.csv');
  const run = doorplate(data, ['whitelist', 'export', file, '--format', 'csv', '--all']);
  if (run.status !== 0) throw new Error(run.stderr);
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', '')),
    );
  const head = rows[0] ?? [];
  return rows.slice(1).map((cells) => ({
    range: cells[head.indexOf('range')] ?? '',
    name: cells[head.indexOf('name')] ?? '',
    reason: cells[head.indexOf('reason')] ?? '',
    formAndPlace: ['legal_form', 'postcode', 'city', 'country'].map((column) => cells[head.indexOf(column)] ?? ''),
  }));
}

/** Master data of everything that is shown, so that whoever visits the demo website has some. */
function importCompanyList(data: string, whitelist: readonly Listed[]): void {
  const file = join(data, 'CRM.csv');
  const shown = whitelist.filter(({ reason }) => reason === '');
  writeFileSync(
    file,
    [
      'Firma;Rechtsform;PLZ;Ort;Land;Mitarbeiter;WZ;Umsatz;Website;Registergericht;Registernummer;Ansprechpartner',
      ...new Set(
        shown.map(({ name, formAndPlace }) =>
          [
            name,
            ...formAndPlace,
            '120',
            '62.01',
            '60000000',
            'www.shop.example',
            'Amtsgericht Beispiel',
            'HRB 1',
            'Erika M.',
          ]
            .map((cell) => `"${cell}"`)
            .join(';'),
        ),
      ),
      '',
    ].join('\n'),
  );
  const run = doorplate(data, ['company', 'import', file, '--format', 'csv', '--name', 'CRM Vertrieb']);
  if (run.status !== 0) throw new Error(run.stderr);
}

/** The first address of the first range that is withheld for a reason. */
const addressOf = (reason: string): string => {
  const range = listed.find((one) => one.reason === reason && one.range.includes('.'))?.range ?? '';
  return range.replace(/[/-].*$/, '').trim();
};

async function openCompany(at: number, look?: Parameters<Dashboard['openPage']>[1]): Promise<Page> {
  const page = await dashboard.openPage(`${paths[at]}?site=${DEMO_SITE}`, look);
  await page.getByRole('button', { name: /^(?:Wrong company|Falsche Firma)\?$/ }).waitFor();
  return page;
}

/** The import builds the whitelist anew in a process that gives way to all others. */
const REBUILD = { timeout: 120_000 };

describe('the company page', () => {
  test('tells master data, where each part is from, and how the company was found', async () => {
    const page = await openCompany(0, { locale: 'de-DE' });
    await page.getByText('100–249 Beschäftigte').waitFor();
    await page.getByText('50 bis 100 Mio. €').waitFor();
    await page.getByText('WZ2008 62').waitFor();
    await page.getByText('Amtsgericht Beispiel, HRB 1').waitFor();
    await page.getByText('Der Name ist derselbe.').waitFor();
    expect(await page.getByText('CRM Vertrieb, Stand').count()).toBe(0);
    await page.getByRole('button', { name: /^Quelle zu Branche: CRM Vertrieb, Stand/ }).click();
    await page.getByText('CRM Vertrieb, Stand').first().waitFor();
    await page.getByRole('button', { name: 'Quellen verbergen' }).click();
    expect(await page.getByText('CRM Vertrieb, Stand').count()).toBe(0);
    expect(await page.content()).not.toContain('Erika');
    await page.context().close();
  });

  test('a wrong name is corrected with a reason, and the correction is undone', async () => {
    const page = await openCompany(0);
    const name = await page.locator('h1').innerText();
    await page.getByRole('button', { name: 'Wrong company?' }).click();
    await page.getByRole('button', { name: /^It has another name/ }).click();
    await page.getByRole('textbox', { name: 'Right name' }).fill('Beispiel Papier AG');
    await page.getByRole('cell', { name: 'Beispiel Papier AG' }).waitFor();
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByText('Please give a reason of at least three characters.').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('textbox', { name: 'Reason' }).fill('commercial register');
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByRole('heading', { name: 'Beispiel Papier AG', level: 1 }).waitFor();
    await page.getByText('Saved: the company is now called “Beispiel Papier AG”.').waitFor();
    await page.getByText('Renamed to “Beispiel Papier AG”').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('The correction is undone.').waitFor();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.context().close();
  });

  test('what is hidden by mistake comes back, though its page is gone', async () => {
    const page = await openCompany(1);
    const name = await page.locator('h1').innerText();
    await page.getByRole('button', { name: 'Wrong company?' }).click();
    await page.getByRole('button', { name: /^It should not be shown/ }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('a test');
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByRole('heading', { name: 'This company is not shown', level: 1 }).waitFor();
    await page.getByText(`Saved: “${name}” is no longer shown.`).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(await page.getByText('Corrections in force').count()).toBe(0);
    await page.context().close();
  });

  test('the same company under two names is found in the list and joined', async () => {
    const other = await openCompany(2);
    const otherName = await other.locator('h1').innerText();
    await other.context().close();
    const page = await openCompany(1);
    await page.getByRole('button', { name: 'Wrong company?' }).click();
    await page.getByRole('button', { name: /^It is the same/ }).click();
    await page.getByRole('searchbox', { name: 'Name or city' }).fill(otherName.slice(0, 6));
    await page.getByRole('radio', { name: otherName }).check();
    await page.getByRole('cell', { name: otherName }).waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('one house');
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByText('Saved: the two companies are joined.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByText('The correction is undone.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  test('the name of a person is refused in words', async () => {
    const page = await openCompany(0, { locale: 'de-DE' });
    await page.getByRole('button', { name: 'Falsche Firma?' }).click();
    await page.getByRole('button', { name: /^Sie heißt anders/ }).click();
    await page.getByRole('textbox', { name: 'Richtiger Name' }).fill('Dr. Erika Mustermann');
    await page.getByRole('textbox', { name: 'Begründung' }).fill('ein Versuch');
    await page.getByRole('button', { name: 'Korrektur eintragen' }).click();
    await page.getByText('Das liest sich wie der Name einer Person.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Falsche Firma?');
    await page.context().close();
  });
});

test('all corrections stand in a list, by whether they are in force, and in a file', async () => {
  const page = await dashboard.openPage(`/corrections?site=${DEMO_SITE}`);
  const list = page.getByRole('list', { name: 'List of corrections' });
  await list.getByText('Renamed to “Beispiel Papier AG”').waitFor();
  expect(await list.getByRole('listitem').count()).toBe(3);
  await page.getByText('In force', { exact: true }).click();
  await page.getByRole('heading', { name: 'No correction in this selection' }).waitFor();
  expect(new URL(page.url()).searchParams.get('state')).toBe('in-force');
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as a file' }).click();
  expect((await file).suggestedFilename()).toBe('corrections.json');
  await page.context().close();
});

test('a site shows less than it could, sees what that costs, and never more than the operator allows', async () => {
  const page = await dashboard.openPage(`/what-is-shown?site=${DEMO_SITE}`);
  await page.getByText('2 page views were withheld for the reason “Public body or university”.').waitFor();
  const least = page.getByRole('group', { name: 'Minimum number of people' }).getByLabel('At least');
  await least.fill('4');
  await page.getByText('Please enter a whole number from 5 to 100,000.').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await least.fill('250');
  await page.getByLabel('Schools and universities').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. From now on this holds').waitFor();
  await page.reload();
  await page.getByText('Schools and universities').waitFor();
  expect(await least.inputValue()).toBe('250');
  expect(await page.getByLabel('Schools and universities').isChecked()).toBe(true);

  const companies = await dashboard.openPage(`/?site=${DEMO_SITE}`);
  await companies.getByRole('heading', { name: 'No company in this period yet' }).waitFor();
  await companies.context().close();

  await least.fill('5');
  await page.getByLabel('Schools and universities').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. From now on this holds').waitFor();
  await page.context().close();
});

test('a reason of the funnel leads to what it means and who can change it', async () => {
  const page = await dashboard.openPage(`/funnel?site=${DEMO_SITE}`, { locale: 'de-DE' });
  await page.getByRole('link', { name: 'Mehr zum Grund „Größe nicht belegt“' }).click();
  await page.locator('h2#unknown-size:focus').waitFor();
  await page.getByText('2 Seitenaufrufe in 30 Tagen').first().waitFor();
  const reason = page.getByRole('region', { name: 'Größe nicht belegt' });
  await reason.getByText('Wer es ändern kann').waitFor();
  await reason.getByRole('link', { name: 'Was gezeigt wird' }).click();
  await page.getByRole('heading', { name: 'Was gezeigt wird', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/what-is-shown');
  await page.context().close();
});

describe('whoever runs the installation', () => {
  test('looks up an address, which stands nowhere afterwards, and releases with a reason', async () => {
    const page = await dashboard.openPage(`/operator/look-up?site=${DEMO_SITE}`);
    const address = addressOf('low-confidence');
    await page.getByLabel('IP address').fill(address);
    await page.getByRole('button', { name: 'Look up', exact: true }).click();
    await page.getByRole('heading', { name: 'Recognised, but withheld' }).waitFor();
    await page.getByText('Reason: Too uncertain.').waitFor();
    expect(page.url()).not.toContain(address);
    await page.getByRole('button', { name: 'Release with a reason' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('their website names the network');
    await page.getByRole('button', { name: 'Save correction' }).click();
    await page.getByRole('heading', { name: 'Leads to a company, and is shown' }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Recognised, but withheld' }).waitFor();
    await page.context().close();
  });

  test('is told of what leads nowhere, and of a provider what could be done', async () => {
    const page = await dashboard.openPage(`/operator/look-up?site=${DEMO_SITE}`, { locale: 'de-DE' });
    const ask = async (address: string) => {
      await page.getByLabel('IP-Adresse').fill(address);
      await page.getByRole('button', { name: 'Prüfen', exact: true }).click();
    };
    await ask('192.168.1.1');
    await page.getByText('Grund: Interne oder reservierte Adresse.').waitFor();
    await ask('keine Adresse');
    await page.getByText('Grund: Adresse nicht lesbar.').waitFor();
    await ask(addressOf('provider'));
    await page.getByRole('button', { name: 'Mit Begründung freigeben' }).waitFor();
    expect(await page.getByText('Grund: Anbieter.').count()).toBe(1);
    await page.context().close();
  });

  test('imports a list of companies after looking at what its columns mean, and takes it out again', async () => {
    const page = await dashboard.openPage(`/operator/company-data?site=${DEMO_SITE}`);
    await page.getByText('CRM Vertrieb', { exact: true }).waitFor();
    const rows = [
      'Firma;Straße;PLZ;Ort;Land;Geschäftsführer;Zweitort',
      'Hafenlogistik Nord SE;Kai 7;20457;Hamburg;DE;Erika Mustermann;Bremen',
      'Papierfabrik Köhler GmbH;Am Wehr 1;73430;Aalen;DE;Max Mustermann;Ulm',
    ];
    await page
      .getByLabel('File (CSV or Excel)')
      .setInputFiles({ name: 'Messe_2026.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) });
    await page.getByRole('heading', { name: 'Which column means what?' }).waitFor();
    await page.getByRole('row', { name: /^Geschäftsführer Not read: this column seems to name/ }).waitFor();
    expect(await page.content()).not.toContain('Mustermann');
    expect(await page.getByLabel('Name of the list').inputValue()).toBe('Messe 2026');
    const second = page.getByLabel('Meaning of the column “Zweitort”');
    await second.selectOption({ label: 'City' });
    await page.getByText('Two columns cannot mean the same: City.').waitFor();
    await page.getByRole('button', { name: 'Import now' }).click();
    expect(await page.getByRole('heading', { name: 'Which column means what?' }).count()).toBe(1);
    await second.selectOption({ label: 'Not read' });
    await page.getByRole('button', { name: 'Import now' }).click();
    await page.getByText('Import finished').waitFor(REBUILD);
    await page.getByText('2 of 2 rows taken').waitFor();
    await page.getByRole('button', { name: /^Remove the list “.*Messe 2026.*”/ }).click();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await page.getByText(/^The list “.*Messe 2026.*” is removed/).waitFor(REBUILD);
    await page.context().close();
  }, 300_000);

  test('decides about an objection after asking himself again, and may change his mind', async () => {
    const page = await dashboard.openPage('/operator/objections');
    await page.getByText('Hidden for 14 more days').waitFor();
    await page.getByText(/^doorplate-objection=/).waitFor();
    await page.getByRole('button', { name: `Decline the objection of ${OBJECTOR.name}` }).click();
    await page.getByRole('button', { name: 'Not yet' }).click();
    await page.getByRole('button', { name: `Confirm the objection of ${OBJECTOR.name}` }).click();
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByText(`Confirmed: “${OBJECTOR.name}” is not shown anywhere any more.`).waitFor();
    await page.getByText('There is nothing to decide at present.').waitFor();
    await page.getByRole('button', { name: `Decline the objection of ${OTHER_OBJECTOR.name}` }).click();
    await page.getByRole('button', { name: 'Yes, decline' }).click();
    await page.getByText(`Declined: the usual rules hold for “${OTHER_OBJECTOR.name}” again.`).waitFor();
    expect(await page.getByText('Confirm after all').count()).toBe(1);
    await page.context().close();
  });

  test('alone is offered these pages', async () => {
    const run = doorplate(dashboard.server.data, ['user', 'add', 'reader@shop.example']);
    const token = /#token=(\S+)/.exec(run.stdout)?.[1] ?? '';
    const context = await dashboard.browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${dashboard.server.origin}/setup#token=${token}`);
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByLabel('Repeat password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByRole('heading', { name: 'Companies', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'What is shown' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Look up' }).count()).toBe(0);
    await page.goto(`${dashboard.server.origin}/operator/look-up`);
    await page.getByRole('heading', { name: 'This page is for whoever runs the installation', level: 1 }).waitFor();
    await context.close();
  });
});

describe.each(['de-DE', 'en-GB'])('for everybody, in %s', (locale) => {
  describe.each(['light', 'dark'] as const)('and %s', (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      page = await dashboard.openPage('/', { locale, colorScheme });
    });
    afterAll(() => page.context().close());
    const german = locale === 'de-DE';

    test.each([
      ['a company with master data', () => `${paths[0]}?site=${DEMO_SITE}`],
      ['corrections', () => `/corrections?site=${DEMO_SITE}`],
      ['what is shown', () => `/what-is-shown?site=${DEMO_SITE}`],
      ['the reasons', () => `/reasons?site=${DEMO_SITE}`],
      ['the funnel', () => `/funnel?site=${DEMO_SITE}`],
      ['company data', () => `/operator/company-data?site=${DEMO_SITE}`],
      ['a look-up', () => `/operator/look-up?site=${DEMO_SITE}&organisation=${paths[0]?.split('/').at(-1)}`],
      ['objections', () => '/operator/objections'],
    ])('%s can be used by all, and fits 360 pixels', async (_name, path) => {
      await page.goto(dashboard.server.origin + path());
      await settled(page);
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
    });

    test.each([
      german ? 'Sie heißt anders' : 'It has another name',
      german ? 'Sie sitzt woanders' : 'It is in another place',
      german ? 'Die Zahl der Beschäftigten' : 'The number of people',
      german ? 'Sie ist dieselbe' : 'It is the same',
      german ? 'Sie ist ein Anbieter' : 'It is a provider',
      german ? 'Sie soll nicht gezeigt werden' : 'It should not be shown',
    ])('the dialog "%s" can be used by all', async (choice) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${dashboard.server.origin}${paths[0]}?site=${DEMO_SITE}`);
      await page.getByRole('button', { name: german ? 'Falsche Firma?' : 'Wrong company?' }).click();
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
      await page.getByRole('button', { name: new RegExp(`^${choice}`) }).click();
      await page.getByRole('button', { name: german ? 'Korrektur eintragen' : 'Save correction' }).click();
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
    });
  });
});

test('no page broke its content security policy, and no script failed', () => {
  expect(dashboard.complaints).toEqual([]);
});
