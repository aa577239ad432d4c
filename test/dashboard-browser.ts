import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './browser.ts';
import { type DoorplateProcess, startDoorplate } from './doorplate-process.ts';

export const PASSWORD = 'ein Satz, den nur ich kenne';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A headless browser says so in its user agent, and is counted as a bot. */
const VISITOR = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
/** Colours change with the scheme, the layout with the width: each is looked at in both of its states. */
const WIDTH_OF = { light: 1440, dark: 360 } as const;

const WHOLE_PAGE_HEIGHT = 6_000;

export type Look = { readonly locale?: string; readonly colorScheme?: 'light' | 'dark'; readonly width?: number };
type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A running product, and a browser in front of its dashboard. */
export type Dashboard = {
  readonly server: DoorplateProcess;
  readonly browser: Browser;
  /** What pages said that they should not have: violations of the content security policy, errors of scripts. */
  readonly complaints: readonly string[];
  /** A page of the person who has signed in; of nobody before. */
  openPage(path: string, look?: Look): Promise<Page>;
  /** Chooses the first person's password and is that person from now on. */
  signUp(): Promise<void>;
  /** Takes a page's session for all pages that are opened from now on. */
  keepSession(page: Page): Promise<void>;
  /** Comes to the demo website as somebody and looks at pages there. */
  visitAs(slug: string, ...paths: string[]): Promise<void>;
  close(): Promise<void>;
};

export async function startDashboard(options: Parameters<typeof startDoorplate>[0] = {}): Promise<Dashboard> {
  const server = await startDoorplate(options);
  const browser = await launchChromium();
  const complaints: string[] = [];
  let storageState: StorageState | undefined;

  const openPage: Dashboard['openPage'] = async (
    path,
    { locale = 'en-GB', colorScheme = 'light', width = 1440 } = {},
  ) => {
    const context = await browser.newContext({
      locale,
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      ...(storageState ? { storageState } : {}),
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(server.origin + path);
    return page;
  };
  const keepSession: Dashboard['keepSession'] = async (page) => {
    storageState = await page.context().storageState();
  };
  return {
    server,
    browser,
    complaints,
    openPage,
    keepSession,
    async signUp() {
      const page = await openPage(`/setup#token=${server.setupToken()}`);
      await page.getByLabel('New password').fill(PASSWORD);
      await page.getByLabel('Repeat password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Save password' }).click();
      await page.getByRole('heading', { name: 'Companies', level: 1 }).waitFor();
      await keepSession(page);
      await page.context().close();
    },
    async visitAs(slug, ...paths) {
      const context = await browser.newContext({ userAgent: VISITOR });
      const page = await context.newPage();
      for (const path of ['', ...paths]) {
        const counted = page.waitForResponse((answer) => answer.url().endsWith('/api/event'));
        await page.goto(`${server.origin}/demo/${slug}/${path}`);
        const refused = (await counted).headers()['x-hit-refused'];
        if (refused !== undefined) throw new Error(`the visit was refused: ${refused}`);
      }
      await context.close();
    },
    async close() {
      await browser.close();
      await server.end();
    },
  };
}

/** Waits until a screen shows what it has. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

/** What keeps people from using a page: rules of WCAG 2.2 AA that it breaks, with the first place where it does. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Pixels by which a page is wider than its window, and barriers at the width that belongs to the colour scheme. */
export async function lookThrough(
  page: Page,
  colorScheme: 'light' | 'dark',
): Promise<{ readonly tooWide: readonly number[]; readonly barriers: readonly string[] }> {
  const tooWide: number[] = [];
  let found: readonly string[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    tooWide.push(Math.max(0, await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')));
    if (width !== WIDTH_OF[colorScheme]) continue;
    // Tall enough for the whole page: what the bar at the bottom of a narrow window covers can be scrolled to.
    await page.setViewportSize({ width, height: WHOLE_PAGE_HEIGHT });
    found = await barriers(page);
  }
  return { tooWide, barriers: found };
}
