import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutContactData, withoutContactLines } from './contact-lines.ts';

describe('a line that tells how to reach somebody is dropped', () => {
  test.each([
    'Contact Person: ERIKA BEISPIEL',
    'Contact: Max Muster',
    'Phone: 0301234567',
    'Phone:',
    'Tel. +49 30 1234567',
    'Tel 030 1234567',
    'Fax: 030-1234568',
    'Email:',
    'E-mail: erika@example.com',
    'mailto: erika@example.com',
    'erika.beispiel@example.com',
    'Please send abuse reports to abuse@example.net',
    'Please Send All Abuse / SPAM emails to',
    'abuse contact - abuse at example dot net dot in',
    'support contact - support at example dot net',
    'Abuse: abuse@example.net',
    'For abuse issues contact the NOC',
    'Ansprechpartner: Erika Beispiel',
    'Contacto: Juan Ejemplo',
    'Osoba kontaktowa: Jan Przykład',
    '9160584248',
    '+49 (0)30 1234567',
    'Mobile: +91 98100 00000',
    '** Attn: Erika Beispiel **',
    'admin-c: EB1-EXAMPLE',
    'Attn Erika Beispiel',
    'ATTN. ERIKA BEISPIEL',
    'z.Hd. Erika Beispiel',
    'z. Hd. Erika Beispiel',
    'zu Händen Erika Beispiel',
    'abuse [at] example [dot] net',
  ])('%j', (line) => {
    expect(withoutContactData(line)).toBe('');
  });
});

describe('a line that names an organisation or a place stays as it is', () => {
  test.each([
    'Telecontact SAS',
    'Contact Center Beispiel Sp. z o.o.',
    'Kontakt Plus GmbH',
    'E-Mail Marketing GmbH',
    'Phone House Beispiel AG',
    'Tel Aviv University',
    'Mobile Solutions Ltd',
    'Abuse Prevention Trust',
    'NOC Building 3',
    'Fax Express Ltd',
    'Person & Partner AB',
    'Hauptstrasse 12-14',
    '70435 Stuttgart',
    'Calle 26 No. 59-51',
    '370205',
    '1300 - Ciudad de Ejemplo - EX',
    'Beispiel + Partner mbH',
    'Cell Biology Institute',
    'Handy Tools Inc.',
    'Mail Boxes Etc.',
    'Customer 4711/0815',
    'At Home Ltd',
  ])('%j', (line) => {
    expect(withoutContactData(line)).toBe(line);
  });
});

describe('what stands beside the contact data stays', () => {
  test.each([
    ['Beispiel GmbH, Tel. 030-1234567', 'Beispiel GmbH'],
    ['Beispiel GmbH (erika@example.com)', 'Beispiel GmbH'],
    ['Beispiel GmbH <erika@example.com>', 'Beispiel GmbH'],
    ['Beispiel GmbH, Contact Person: Erika Beispiel', 'Beispiel GmbH'],
    ['Beispiel GmbH +49 30 1234567', 'Beispiel GmbH'],
    ['Beispielweg 3, Phone: 030 1234567, Fax: 030 1234568', 'Beispielweg 3'],
  ])('%j is read as %j', (line, rest) => {
    expect(withoutContactData(line)).toBe(rest);
  });
});

test('a name under an empty "Contact Person:" is dropped with it', () => {
  expect(withoutContactLines(['Beispiel AG', 'Contact Person:', 'Erika Beispiel', 'Berlin'])).toEqual([
    'Beispiel AG',
    'Berlin',
  ]);
});

test('e-mail addresses never pass, whatever stands around them', () => {
  const word = fc.stringMatching(/^[A-Za-z ,.:()-]{0,12}$/);
  fc.assert(
    fc.property(word, fc.emailAddress(), word, (before, mail, after) => {
      expect(withoutContactData(`${before} ${mail} ${after}`)).not.toContain('@');
    }),
  );
});

test('a line that was cleaned is left alone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (line) => {
      const once = withoutContactData(line);
      expect(withoutContactData(once)).toBe(once);
    }),
  );
});

test('a long line is read in short time', () => {
  const started = performance.now();
  withoutContactData('1 '.repeat(200_000));
  withoutContactData('a'.repeat(400_000));
  withoutContactData('a@'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(60_000);
});
