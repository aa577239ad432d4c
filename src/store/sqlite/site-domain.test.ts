import { assert, domain, oneof, property, string, webAuthority } from 'fast-check';
import { expect, test } from 'vitest';
import { readDomain, readHost } from './site-domain.ts';

test.each([
  ['example.com', 'example.com'],
  ['WWW.Example.COM', 'www.example.com'],
  ['example.com.', 'example.com'],
  ['m\u00fcnchen.de', 'xn--mnchen-3ya.de'],
  ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
  ['shop.co.uk', 'shop.co.uk'],
  ['someone.github.io', 'someone.github.io'],
  ['localhost', 'localhost'],
  ['demo.localhost', 'demo.localhost'],
  ['shop.example', 'shop.example'],
  ['intranet.internal', 'intranet.internal'],
])('%s is the domain %s', (text, read) => {
  expect(readDomain(text)).toBe(read);
});

test.each([
  [''],
  ['.'],
  ['com'],
  ['co.uk'],
  ['example'],
  ['192.0.2.1'],
  ['0xc0000201'],
  ['3221225985'],
  ['[2001:db8::1]'],
  ['2001:db8::1'],
  ['example.com:8080'],
  ['https://example.com'],
  ['example.com/path'],
  ['user@example.com'],
  ['exa mple.com'],
  ['-a.example'],
  ['a..example'],
  ['under_score.example'],
  ['shop.nosuchtoplevel'],
  [`${'a'.repeat(64)}.example`],
  [`${'a.'.repeat(130)}example`],
])('%s is no domain of a site', (text) => {
  expect(readDomain(text)).toBeNull();
});

test('whatever is read as a domain is plain and is read as the same domain again', () => {
  assert(
    property(oneof(domain(), string(), webAuthority()), (text) => {
      const read = readDomain(text);
      return read === null || (readDomain(read) === read && /^[a-z0-9.-]+$/.test(read));
    }),
  );
});

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['Shop.Example', 'shop.example'],
  ['192.0.2.1', null],
  ['127.0.0.1:8080', null],
])('%s as a further host is %s', (text, host) => {
  expect(readHost(text)).toBe(host);
});
