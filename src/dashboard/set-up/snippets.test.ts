import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { domainFrom, snippet } from './snippets.ts';

test('the script is the line that integrators know', () => {
  expect(snippet('script', 'https://dp.example.com/', 'www.beispiel.de')).toBe(
    '<script defer src="https://dp.example.com/t.js" data-site="www.beispiel.de"></script>',
  );
});

test('the pixel names the site and lets the browser send the whole address of the page', () => {
  expect(snippet('pixel', 'https://dp.example.com', 'www.beispiel.de')).toBe(
    '<img src="https://dp.example.com/t.gif?site=www.beispiel.de" alt="" width="1" height="1" referrerpolicy="no-referrer-when-downgrade">',
  );
});

test('a pinned script is named with its integrity, on the own origin too', () => {
  expect(snippet('script', '/d', 'www.beispiel.de', { path: '/t.0a1b.js', integrity: 'sha384-abc' })).toBe(
    '<script defer src="/d/t.0a1b.js" integrity="sha384-abc" crossorigin="anonymous" data-site="www.beispiel.de"></script>',
  );
});

test('no value breaks out of its attribute', () => {
  fc.assert(
    fc.property(fc.string(), (site) => {
      const line = snippet('script', 'https://dp.example.com', site);
      expect(line.match(/"/g)).toHaveLength(4);
      expect(line.match(/</g)).toHaveLength(2);
    }),
  );
});

test.each([
  ['www.beispiel.de', 'www.beispiel.de'],
  [' https://WWW.Beispiel.de/kontakt?x=1 ', 'www.beispiel.de'],
  ['müller.de', 'xn--mller-kva.de'],
  ['localhost', 'localhost'],
  ['beispiel.de:8080', 'beispiel.de'],
  ['beispiel', null],
  ['', null],
  ['a b.de', null],
  ['name@beispiel.de', null],
  ['192.0.2.1', null],
  ['ftp://beispiel.de', null],
  ['-beispiel.de', null],
])('"%s" is taken as the domain %s', (typed, domain) => {
  expect(domainFrom(typed)).toBe(domain);
});
