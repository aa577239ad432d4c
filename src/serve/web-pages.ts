import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { shippedFile } from '../settings/package-root.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { pinnedTrackers, trackerFiles } from './tracker-files.ts';
import type { ScriptObjection } from './tracker-objection.ts';

/** Routes of the dashboard's own pages: each answers with the one page, which then speaks the REST API. */
const DASHBOARD_ROUTES = [
  '/',
  '/sign-in',
  '/setup',
  '/companies/:id',
  '/funnel',
  '/statistics',
  '/set-up',
  '/keys',
  '/corrections',
  '/what-is-shown',
  '/visitor-objection',
  '/reasons',
  '/operator/company-data',
  '/operator/look-up',
  '/operator/objections',
] as const;

const NONCE_PLACE = '__CSP_NONCE__';

/** Answers with the dashboard's page; what it shows, its own address decides. */
export type SendPage = (reply: FastifyReply, status?: 200 | 404) => FastifyReply;

export function dashboardPage(): SendPage {
  const page = readFileSync(shippedFile('dist', 'dashboard', 'index.html'), 'utf8');
  return (reply, status = 200) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .code(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': contentSecurityPolicy(nonce),
      })
      .send(page.replaceAll(NONCE_PLACE, nonce));
  };
}

/** The dashboard's pages and assets, and the tracker. */
export async function webPages(
  server: FastifyInstance,
  {
    sendPage,
    dataFolder,
    objectionTo,
  }: { readonly sendPage: SendPage; readonly dataFolder: string; readonly objectionTo: ScriptObjection },
): Promise<void> {
  const favicon = readFileSync(shippedFile('src', 'dashboard', 'favicon.svg'));

  for (const route of DASHBOARD_ROUTES) server.get(route, (_request, reply) => sendPage(reply));

  server.get('/favicon.svg', (_request, reply) =>
    reply.headers({ 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' }).send(favicon),
  );
  await server.register(fastifyStatic, {
    root: shippedFile('dist', 'dashboard', 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '365d',
  });

  trackerFiles(server, pinnedTrackers(dataFolder), objectionTo);
}
