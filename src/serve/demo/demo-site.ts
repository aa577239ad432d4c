import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { shippedFile } from '../../settings/package-root.ts';
import { contentSecurityPolicy } from '../security-headers.ts';
import { sendTracker } from '../tracker-files.ts';
import type { ScriptObjection } from '../tracker-objection.ts';
import { demoChooser, demoPage } from './demo-pages.ts';
import type { Persona } from './demo-personas.ts';
import type { DemoLanguage } from './demo-words.ts';

/** `/demo/<slug>/t.gif`, `/demo/<slug>/api/event`: tracking paths as a site has them that serves them itself. */
const TRACKING_PATH = /^\/demo\/([a-z0-9-]{1,40})\/(?:t\.gif|api\/event)(?:\?|$)/;

/** The personas of the demo, made at the first question. */
export type Personas = () => readonly Persona[];

/**
 * Evaluation only: the address as which a persona's hits count, from the path alone. undefined: no persona's request,
 * so that the address is read as always.
 */
export function addressOfPersona(personas: Personas): (request: IncomingMessage) => string | null | undefined {
  return (request) => {
    const slug = TRACKING_PATH.exec(request.url ?? '')?.[1];
    return slug === undefined ? undefined : personas().find((persona) => persona.slug === slug)?.address;
  };
}

/** The demo website's pages: the chooser, and a few pages below `/demo/<slug>/`. Registered in an evaluation only. */
export function demoSite(server: FastifyInstance, personas: Personas, objectionTo: ScriptObjection): void {
  const assets = [
    ['/demo/demo.css', 'text/css; charset=utf-8', readFileSync(shippedFile('src', 'serve', 'demo', 'demo.css'))],
    [
      '/demo/finder.js',
      'text/javascript; charset=utf-8',
      readFileSync(shippedFile('src', 'serve', 'demo', 'finder.js')),
    ],
  ] as const;
  for (const [path, type, bytes] of assets) {
    server.get(path, (_request, reply) =>
      reply.headers({ 'content-type': type, 'cache-control': 'no-cache' }).send(bytes),
    );
  }

  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(null),
  };
  server.get('/demo', (_request, reply) => reply.redirect('/demo/'));
  server.get('/demo/', (request, reply) =>
    reply.headers(headers).send(demoChooser(personas(), languageOf(request.headers['accept-language']))),
  );
  server.get<{ Params: { slug: string } }>('/demo/:slug', (request, reply) =>
    reply.redirect(`/demo/${encodeURIComponent(request.params.slug)}/`),
  );
  server.get('/demo/:slug/t.js', (request, reply) => sendTracker(request, reply, objectionTo));
  server.get<{ Params: { slug: string; '*': string } }>('/demo/:slug/*', (request, reply) => {
    const persona = personas().find(({ slug }) => slug === request.params.slug);
    const html = persona && demoPage(persona, request.params['*'], languageOf(request.headers['accept-language']));
    return html ? reply.headers(headers).send(html) : reply.callNotFound();
  });
}

function languageOf(acceptLanguage: string | undefined): DemoLanguage {
  return /^\s*de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en';
}
