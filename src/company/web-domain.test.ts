import { expect, test } from 'vitest';
import { webDomain } from './web-domain.ts';

test.each([
  ['https://www.musterwerk.example/impressum?x=1', 'musterwerk.example'],
  ['WWW.Musterwerk.example', 'musterwerk.example'],
  ['shop.musterwerk.co.uk', 'shop.musterwerk.co.uk'],
  ['münchner-werk.example', 'münchner-werk.example'],
])('%s is the domain %s', (text, domain) => {
  expect(webDomain(text)).toBe(domain);
});

test.each([
  '',
  'keine',
  'info@musterwerk.example',
  '192.0.2.1',
  'facebook.com/musterwerk',
  'de.linkedin.com',
  'gmx.de',
])('%s is no domain of a company', (text) => {
  expect(webDomain(text)).toBeNull();
});
