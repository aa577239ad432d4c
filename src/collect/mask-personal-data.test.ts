import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskPath, maskPersonalData } from './mask-personal-data.ts';
import { DEFAULT_SITE_COLLECTION, type Site } from '../contracts/hit.ts';
import { EXAMPLE_SITE } from '../../fixtures/site-and-company.ts';
import { PLAIN_PAGE_VIEW, type HitMessage } from './hit-message.ts';
import { readHit } from './read-hit.ts';

test.each([
  ['an e-mail address', 'erika.mustermann@example.org', ':email'],
  ['an e-mail address in a sentence', 'write to erika@example.org now', 'write to :email now'],
  ['an e-mail address with a tag', 'erika+shop@mail.example.org', ':email'],
  ['an e-mail address without a dot', 'erika@localhost', ':email'],
  ['a hidden e-mail address', 'erika(at)example.org', ':email'],
  ['a hidden e-mail address with spaces', 'erika [at] example.org', ':email'],
  ['a quoted local part', '"erika mustermann"@example.org', ':email'],
  ['userinfo', 'erika:geheim@intranet', ':email'],
  ['two e-mail addresses', 'a@example.org,b@example.org', ':email,:email'],
  ['an international phone number', '+49 151 23456789', ':phone'],
  ['a phone number with 00', '0049-151-23456789', ':phone'],
  ['a national phone number', '(0151) 23 45 67-89', ':phone'],
  ['a short national phone number', '0711-234567', ':phone'],
  ['an American phone number', '555-123-4567', ':phone'],
  ['a phone number in a word', 'tel0151-23456789', 'tel:phone'],
  ['an IBAN', 'DE89370400440532013000', ':iban'],
  ['an IBAN in groups', 'DE89 3704 0044 0532 0130 00', ':iban'],
  ['an IBAN in lower case', 'gb29nwbk60161331926819', ':iban'],
  ['an IPv4 address', '203.0.113.77', ':address'],
  ['an IPv4 address with a port', '203.0.113.77:8080', ':address'],
  ['an IPv6 address', '2001:db8::77', ':address'],
  ['the name of a line', 'host-203-0-113-77.pool', 'host-:address.pool'],
  ['a MAC address', '00:1A:2b:3c:4d:5e', ':token'],
  ['a UUID', '123e4567-e89b-12d3-a456-426614174000', ':token'],
  ['an MD5', 'd41d8cd98f00b204e9800998ecf8427e', ':token'],
  ['a short hex run', 'order-5f2b9c1e7a3d', 'order-:token'],
  ['a session id', 'sk_live_51HqLyjWDarjtT1zdp7dc', 'sk_live_:token'],
  ['a token with separators', 'aB3-_x9Kd-Q2w_E4r7-T6y8', ':token'],
  ['a token without digits', 'QWxhZGRpbjpPcGVuU2VzYW1l', ':token'],
  ['base64 of an e-mail address', 'ZXJpa2FAZXhhbXBsZS5vcmc=', ':token='],
  ['base32', 'JBSWY3DPEHPK3PXPJBSWY3DP', ':token'],
  ['a signed token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3', ':token.:token.:token'],
  ['a customer number', 'kunde-12345678', 'kunde-:number'],
])('%s is masked', (_what, text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test.each([
  ['a null character', 'a\u0000b'],
  ['a line feed', 'a\nb'],
  ['half a surrogate pair', 'a\uD83Db'],
])('%s is replaced', (_what, text) => {
  expect(maskPersonalData(text)).toBe('a\uFFFDb');
});

test.each([
  '',
  'prices',
  'Top-10-Reasons-to-use-It',
  'getElementsByTagNameNS',
  'allgemeine-geschaeftsbedingungen-fuer-verbraucherinnen',
  'Rechtsschutzversicherungsgesellschaften',
  '2026-05-17',
  '17.05.2026',
  '20260517',
  'rtx-4090-24-gb',
  'iphone15pro128gb',
  'std::vector',
  'v1.2.3',
  'article-123456.html',
  'caf%C3%A9',
  'über-uns',
  '@scope',
  'C%2B%2B',
  '100%',
])('%s stays as it is', (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

test.each([
  ['each segment on its own', '/user/erika@example.org/edit', '/user/:email/edit'],
  ['matrix parameters', '/shop;jsessionid=1A2B/cart;x=y', '/shop/cart'],
  ['a short secret behind its word', '/reset/a81kq2', '/reset/:token'],
  ['a word behind such a word', '/password/forgotten', '/password/forgotten'],
  ['a short number behind such a word', '/code/2', '/code/2'],
  ['text that has to be encoded again', '/a%20b%3Fc%2Ferika%40example.org', '/a%20b%3Fc%2F:email'],
])('of a path, %s', (_what, path, masked) => {
  expect(maskPath(path)).toBe(masked);
});

/** Twelve ways to write a text in a URL, and three more. */
const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['percent', encodeURIComponent],
  ['percent, each character', (text) => each(text, (code) => `%${hex(code, 2)}`)],
  ['percent, lower case', (text) => each(text, (code) => `%${hex(code, 2).toLowerCase()}`)],
  ['double percent', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['double percent, each character', (text) => each(text, (code) => `%25${hex(code, 2)}`)],
  ['%u', (text) => each(text, (code) => `%u${hex(code, 4)}`)],
  ['JavaScript escapes', (text) => each(text, (code) => `\\u${hex(code, 4)}`)],
  ['encoded JavaScript escapes', (text) => each(text, (code) => `%5Cu${hex(code, 4)}`)],
  ['encoded HTML entities', (text) => encodeURIComponent(each(text, (code) => `&#${code};`))],
  ['encoded hexadecimal HTML entities', (text) => encodeURIComponent(each(text, (code) => `&#x${hex(code, 2)};`))],
  ['full width', (text) => each(text, (code) => String.fromCharCode(code + 0xfee0))],
  ['full width, percent', (text) => encodeURIComponent(each(text, (code) => String.fromCharCode(code + 0xfee0)))],
  ['with soft hyphens', (text) => encodeURIComponent(text.split('').join('\u00AD'))],
  ['with zero-width spaces', (text) => text.split('').join('\u200B')],
];

function each(text: string, write: (code: number) => string): string {
  return text
    .split('')
    .map((character) => write(character.charCodeAt(0)))
    .join('');
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}

const SECRETS = [
  'erika.mustermann@example.net',
  '+4915123456789',
  'DE89370400440532013000',
  'c4ca4238a0b923820dcc509a6f75849b',
  'sk_live_51HqLyjWDarjtT1zdp7dc',
  '203.0.113.77',
  '123456789012',
];

/** Where personal data may stand in the URLs of a hit. */
const URL_POSITIONS: readonly (readonly [
  name: string,
  url: (text: string) => string,
  referrer?: (text: string) => string,
])[] = [
  ['path', (x) => `https://example.org/${x}`],
  ['path with a slash', (x) => `https://example.org/${x}/`],
  ['second segment', (x) => `https://example.org/user/${x}`],
  ['middle segment', (x) => `https://example.org/user/${x}/edit`],
  ['deep segment', (x) => `https://example.org/a/b/c/d/e/f/${x}`],
  ['behind a hyphen', (x) => `https://example.org/user-${x}`],
  ['behind an underscore', (x) => `https://example.org/user_${x}`],
  ['behind a dot', (x) => `https://example.org/user.${x}`],
  ['behind a colon', (x) => `https://example.org/user:${x}`],
  ['behind an equals sign', (x) => `https://example.org/user=${x}`],
  ['behind a comma', (x) => `https://example.org/1,${x}`],
  ['behind a space', (x) => `https://example.org/user%20${x}`],
  ['in brackets', (x) => `https://example.org/user(${x})`],
  ['in quotes', (x) => `https://example.org/"${x}"`],
  ['before an ending', (x) => `https://example.org/${x}.html`],
  ['before more words', (x) => `https://example.org/${x} and-more`],
  ['twice', (x) => `https://example.org/${x}/${x}`],
  ['matrix parameter', (x) => `https://example.org/a;user=${x}`],
  ['path behind two slashes', (x) => `https://example.org//${x}`],
  ['query', (x) => `https://example.org/?user=${x}`],
  ['query name', (x) => `https://example.org/?${x}=1`],
  ['fragment', (x) => `https://example.org/#${x}`],
  ['fragment route', (x) => `https://example.org/#/user/${x}`],
  ['userinfo', (x) => `https://${encodeURIComponent(x)}@example.org/`],
  ['password', (x) => `https://user:${encodeURIComponent(x)}@example.org/`],
  ['utm_source', (x) => `https://example.org/?utm_source=${x}`],
  ['utm_medium', (x) => `https://example.org/?a=b&utm_medium=mail ${x}`],
  ['utm_campaign', (x) => `https://example.org/?utm_campaign=c-${x}&d=e`],
  ['referrer path', () => 'https://example.org/', (x) => `https://example.com/user/${x}`],
  ['referrer query', () => 'https://example.org/', (x) => `https://example.com/?user=${x}`],
  ['referrer userinfo', () => 'https://example.org/', (x) => `https://${encodeURIComponent(x)}@example.com/`],
];

/** A site that has set up to be told as much as can be. */
const CURIOUS: Site = {
  ...EXAMPLE_SITE,
  collection: {
    ...DEFAULT_SITE_COLLECTION,
    keptParameters: ['user', 'view', 'tx[x]'],
    searchParameters: ['q'],
    campaignParameters: ['ref'],
    milestones: [{ pattern: '/**', label: 'Any page' }],
    eventProperties: { 'Sign-up': ['plan', 'seats'], pageview: ['plan'] },
  },
};

/** Where it may stand in what else a message tells. */
const OTHER_POSITIONS: readonly (readonly [name: string, message: (text: string) => Partial<HitMessage>])[] = [
  ['kept parameter', (x) => ({ url: `https://example.org/?user=${x}` })],
  ['second kept parameter', (x) => ({ url: `https://example.org/a?user=1&view=my-${x}` })],
  ['kept parameter in brackets', (x) => ({ url: `https://example.org/a?tx%5Bx%5D=${x}` })],
  ['searched phrase', (x) => ({ url: `https://example.org/?q=${x}` })],
  ['searched phrase among words', (x) => ({ url: `https://example.org/?q=mail+to+${x}+please` })],
  ['searched phrase of a message', (x) => ({ phrase: `mail to ${x}` })],
  ['campaign of the site’s own', (x) => ({ url: `https://example.org/?ref=${x}` })],
  ['name of an event', (x) => ({ name: `mail ${x}` })],
  ['path of a download', (x) => ({ name: 'download', target: `/files/${x}.pdf` })],
  ['URL of a download', (x) => ({ name: 'download', target: `https://example.net/${x}/list.pdf?user=${x}` })],
  ['host of a link', (x) => ({ name: 'outlink', target: x })],
  ['URL of a link', (x) => ({ name: 'outlink', target: `https://example.com/${x}?user=${x}` })],
  ['contact', (x) => ({ name: 'contact', target: `mailto:${x}` })],
  ['name of a form', (x) => ({ name: 'form', target: `form of ${x}` })],
  ['phrase of a search event', (x) => ({ name: 'search', target: x })],
  ['label of a milestone', (x) => ({ name: 'milestone', target: `reached by ${x}` })],
  ['target of another event', (x) => ({ name: 'Sign-up', target: x })],
  ['name of a page', (x) => ({ pageName: `page of ${x}` })],
  ['group of a page', (x) => ({ pageGroup: `group of ${x}` })],
  ['property', (x) => ({ name: 'Sign-up', props: { plan: x } })],
  ['property among words', (x) => ({ name: 'Sign-up', props: { seats: `for ${x} and me` } })],
  ['property of a page view', (x) => ({ props: { plan: x } })],
  ['property that is not allowed', (x) => ({ name: 'Sign-up', props: { [x]: x, other: x } })],
];

const POSITIONS: readonly (readonly [name: string, message: (text: string) => Partial<HitMessage>])[] = [
  ...URL_POSITIONS.map(
    ([name, url, referrer]) =>
      [name, (text: string) => ({ url: url(text), referrer: referrer?.(text) ?? '' })] as const,
  ),
  ...OTHER_POSITIONS,
];

/** The parts of a secret that would give it away if they were left standing. */
function traces(secret: string): readonly string[] {
  if (secret.includes('@')) return ['mustermann', 'example.net'];
  // What stands before the last underscore tells the kind of a key, not the key.
  const key = secret.slice(secret.lastIndexOf('_') + 1);
  return [key, key.slice(0, 8), key.slice(-8)];
}

const CASES = POSITIONS.flatMap(([position, message]) =>
  ENCODINGS.map(([encoding, encode]) => ({ position, message, encoding, encode })),
);

describe('no hit keeps personal data', () => {
  test.each(CASES)('in: $position, written $encoding', ({ message, encode }) => {
    for (const secret of SECRETS) {
      const text = encode(secret);
      const { hit, further } = readHit(
        { ...PLAIN_PAGE_VIEW, site: 'example.org', url: 'https://example.org/', referrer: '', ...message(text) },
        CURIOUS,
      );
      // A URL that cannot be read keeps nothing at all.
      const kept = JSON.stringify([hit, further]).toLowerCase();
      for (const trace of traces(secret)) {
        expect(kept).not.toContain(trace.toLowerCase());
        expect(kept).not.toContain(text.toLowerCase());
      }
      const decoded = decodeAll(kept);
      for (const trace of traces(secret)) expect(decoded).not.toContain(trace.toLowerCase());
    }
  });
});

function decodeAll(text: string): string {
  let plain = text;
  for (let layer = 0; layer < 3; layer++) {
    plain = plain
      .replaceAll(/%25/g, '%')
      .replaceAll(/(?:%|\\+|%5c)?u00([\da-f]{2})/gi, (_all, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replaceAll(/%([\da-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  }
  return plain.normalize('NFKC').toLowerCase();
}

test('masking twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const masked = maskPersonalData(text);
      expect(maskPersonalData(masked)).toBe(masked);
    }),
    { numRuns: 2000 },
  );
});

test('an e-mail address is masked wherever it stands in a text', () => {
  const around = fc.stringMatching(/^[a-zA-Z0-9 _.%-]{0,30}$/);
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(maskPersonalData(`${before}/erika.mustermann@example.net ${after}`)).not.toMatch(
        /mustermann|example\.net/,
      );
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['at signs', '@'],
  ['digits', '1'],
  ['hyphens', '-'],
  ['digits and hyphens', '1-'],
  ['letters and digits', 'a1'],
  ['hex and colons', 'a:'],
  ['dots', '1.'],
  ['percent signs', '%25'],
  ['ampersands', '&#'],
  ['brackets', '([('],
  ['groups of an IBAN', 'de12 '],
  ['letters before an at sign', 'a.'],
])('a long run of %s is read before the test gives up, as no pattern goes over it twice', (_what, piece) => {
  const text = `/${piece.repeat(100_000)}`;
  expect(maskPath(text).length).toBeGreaterThan(0);
});
