import { expect, test } from 'vitest';
import { createSignInThrottle, THROTTLE_RULES, waitAfter } from './sign-in-throttle.ts';

const NOON = 1_000_000_000;

test.each([
  [1, 0],
  [5, 0],
  [6, 1000],
  [7, 2000],
  [11, 32_000],
  [12, 60_000],
  [1000, 60_000],
])('%i failures in a row cost a wait of %i ms', (failures, wait) => {
  expect(waitAfter(failures, THROTTLE_RULES)).toBe(wait);
});

test('an account waits after its failures, another does not', () => {
  const throttle = createSignInThrottle();
  for (let failure = 0; failure < 7; failure += 1) throttle.failed('anna', NOON);
  expect(throttle.askToTry('anna', NOON + 500)).toBe(1500);
  expect(throttle.askToTry('bert', NOON + 500)).toBe(0);
  expect(throttle.askToTry('anna', NOON + 2000)).toBe(0);
});

test('a success and a quarter of an hour without failure each wipe the slate', () => {
  const throttle = createSignInThrottle();
  for (let failure = 0; failure < 9; failure += 1) throttle.failed('anna', NOON);
  throttle.succeeded('anna');
  throttle.failed('anna', NOON);
  expect(throttle.askToTry('anna', NOON)).toBe(0);

  for (let failure = 0; failure < 9; failure += 1) throttle.failed('bert', NOON);
  const later = NOON + THROTTLE_RULES.forgetMs;
  expect(throttle.askToTry('bert', later)).toBe(0);
  throttle.failed('bert', later);
  expect(throttle.askToTry('bert', later)).toBe(0);
});

test('the installation has a burst of attempts and then one every half second', () => {
  const throttle = createSignInThrottle();
  const tried = Array.from({ length: 100 }, (_, index) => throttle.askToTry(`person ${index}`, NOON));
  expect(tried.filter((wait) => wait === 0)).toHaveLength(THROTTLE_RULES.burst);
  expect(throttle.askToTry('late', NOON + 499)).toBe(1);
  expect(throttle.askToTry('late', NOON + 500)).toBe(0);
  expect(throttle.askToTry('later', NOON + 500)).toBe(500);
  expect(throttle.askToTry('much later', NOON + 3_600_000)).toBe(0);
});

test('it remembers only so many accounts, and forgets the stalest first', () => {
  const throttle = createSignInThrottle({ ...THROTTLE_RULES, accounts: 3, freeFailures: 0 });
  for (const account of ['a', 'b', 'c', 'd']) throttle.failed(account, NOON);
  expect(throttle.askToTry('a', NOON)).toBe(0);
  expect(throttle.askToTry('b', NOON)).toBeGreaterThan(0);
  expect(throttle.askToTry('d', NOON)).toBeGreaterThan(0);
});
