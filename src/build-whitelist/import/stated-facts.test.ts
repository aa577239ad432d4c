import { expect, test } from 'vitest';
import { OPAQUE_READING } from '../read/network-reading.ts';
import { readingWithFacts } from './stated-facts.ts';

const NOWHERE = { street: null, postcode: null, city: null, country: 'US' };

test.each([
  ['the stated one', { ...NOWHERE, street: '1 Main Street', city: 'Muster City' }, '1 Main Street'],
  ['none where a town is stated alone', { ...NOWHERE, postcode: '40614', city: 'Muster City' }, null],
  ['the one that was read where nothing is stated', NOWHERE, '40614 Muster City'],
])('the street of a listed organisation is %s', (_what, place, street) => {
  const reading = { ...OPAQUE_READING, kind: 'company' as const, name: 'Muster Inc.', street: '40614 Muster City' };
  expect(readingWithFacts(reading, { name: 'Muster Inc.', place }).street).toBe(street);
});
