import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { shippedFile } from '../../settings/package-root.ts';
import { contentSecurityPolicy } from '../security-headers.ts';
import { sendTracker } from '../web-pages.ts';
import { demoChooser, demoPage } from './demo-pages.ts';
import type { Persona } from './demo-personas.ts';
import type { DemoLanguage } from './demo-words.ts';

/** `/demo/<slug>/t.js`, `/t.gif`, `/api/event`: the tracking paths as a site has them that serves them itself. */
const TRACKING_PATH = /^\/demo\/([a-z0-9-]{1,40})(\/t\.gif(?:\?[^#]*)?|\/api\/event)$/;

/** Evaluation only: which requests to the hit door come from a persona, and from which address they are to count. */
export type DemoDoor = {
  /** Turns a persona's tracking request into a plain one and remembers the persona for as long as the request lives. */
  enter(request: IncomingMessage): void;
  /** undefined: no persona's request. */
  addressOf(request: IncomingMessage): string | null | undefined;
};

export function createDemoDoor(personas: readonly Persona[]): DemoDoor {
  const addresses = new Map(personas.map(({ slug, address }) => [slug, address]));
  const entered = new WeakMap<IncomingMessage, string | null>();
  return {
    enter(request) {
      const found = TRACKING_PATH.exec(request.url ?? '');
      if (!found) return;
      const [, slug = '', rest = ''] = found;
      const address = addresses.get(slug);
      if (address === undefined) return;
      entered.set(request, address);
      request.url = rest;
    },
    addressOf: (request) => entered.get(request),
  };
}

/** The demo website's pages: the chooser, and a few pages below `/demo/<slug>/`. Registered in an evaluation only. */
export function demoSite(server: FastifyInstance, personas: readonly Persona[]): void {
  const tracker = readFileSync(shippedFile('dist', 'track', 't.js'));
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
    reply.headers(headers).send(demoChooser(personas, languageOf(request.headers['accept-language']))),
  );
  for (const persona of personas) {
    const base = `/demo/${persona.slug}`;
    server.get(base, (_request, reply) => reply.redirect(`${base}/`));
    server.get(`${base}/t.js`, (_request, reply) => sendTracker(reply, tracker));
    server.get<{ Params: { '*': string } }>(`${base}/*`, (request, reply) => {
      const html = demoPage(persona, request.params['*'], languageOf(request.headers['accept-language']));
      return html === null ? reply.callNotFound() : reply.headers(headers).send(html);
    });
  }
}

function languageOf(acceptLanguage: string | undefined): DemoLanguage {
  return /^\s*de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en';
}
