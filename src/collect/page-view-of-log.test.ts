import { expect, test } from 'vitest';
import { NO_SIGNALS } from './log-entry.ts';
import { reasonToIgnore } from './page-view-of-log.ts';

const PAGE = {
  at: 0,
  virtualHost: null,
  method: 'GET',
  target: '/',
  status: 200,
  referrer: '',
  userAgent: 'x',
  signals: NO_SIGNALS,
  purpose: '',
  destination: '',
};

test.each([
  ['/', null],
  ['/prices', null],
  ['/prices/', null],
  ['/prices.html', null],
  ['/Index.PHP?id=1', null],
  ['/docs/1.2', null],
  ['/docs/v1.2/', null],
  ['/a.b/c', null],
  ['/style.css', 'asset'],
  ['/style.css?v=3', 'asset'],
  ['/app.mjs', 'asset'],
  ['/logo.SVG', 'asset'],
  ['/photo.jpeg', 'asset'],
  ['/font.woff2', 'asset'],
  ['/paper.pdf', 'asset'],
  ['/robots.txt', 'asset'],
  ['/sitemap.xml', 'asset'],
  ['/data.json', 'asset'],
  ['/file.unheardof', 'asset'],
  ['/.env', 'asset'],
  ['/feed/', 'feed'],
  ['/blog/rss', 'feed'],
  ['/?feed=rss2', 'feed'],
  ['/blog/tags/x?flav=rss20', 'feed'],
  ['/blog?x=feed', null],
])('GET %s answered 200: %s', (target, reason) => {
  expect(reasonToIgnore({ ...PAGE, target })).toBe(reason);
});

test.each([
  ['GET', 304, null],
  ['GET', 206, 'other-status'],
  ['GET', 204, 'other-status'],
  ['GET', 101, 'other-status'],
  ['GET', 301, 'redirect'],
  ['GET', 302, 'redirect'],
  ['GET', 404, 'error-status'],
  ['GET', 500, 'error-status'],
  ['HEAD', 200, 'other-method'],
  ['POST', 200, 'other-method'],
  ['OPTIONS', 404, 'other-method'],
])('%s answered %i: %s', (method, status, reason) => {
  expect(reasonToIgnore({ ...PAGE, method, status })).toBe(reason);
});

test.each([
  ['document', null],
  ['iframe', null],
  ['empty', 'asset'],
  ['image', 'asset'],
])('what a browser asked for as %s: %s', (destination, reason) => {
  expect(reasonToIgnore({ ...PAGE, target: '/api/items', destination })).toBe(reason);
});
