import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

const COMMON = new Set(['muller', 'meier', 'meyer', 'metallbau', 'krause']);
const compared = (network: string, listed: string): ReturnType<typeof compareWords> =>
  compareWords(network.split(' '), listed.split(' '), COMMON);

test.each([
  ['a letter too many', 'zormatix metalbbau', 'zormatix metallbau', 1, 0],
  ['two letters exchanged', 'zromatix metallbau', 'zormatix metallbau', 1, 0],
  ['two errors in a long word', 'zormatix prazisoinswerkzueg', 'zormatix prazisionswerkzeug', 2, 0],
  ['a word of five letters beside one that is the same', 'hazsix imprimerie', 'hasix imprimerie', 1, 0],
  ['a word cut short', 'zormatix kunststofftechn', 'zormatix kunststofftechnik', 0, 1],
  ['a word cut short in the list', 'zormatix kunststofftechnik', 'zormatix kunststofftechn', 0, 1],
])('%s', (_what, network, listed, errors, shortened) => {
  expect(compared(network, listed)).toMatchObject({ errors, shortened });
});

test.each([
  ['another word that is one', 'meier metallbau', 'meyer metallbau'],
  ['a number more', 'halle12 metallbau', 'halle13 metallbau'],
  ['a short name by itself', 'zormat', 'zormax'],
  ['a word more', 'zormatix metallbau nord', 'zormatix metallbau'],
  ['a word of its own for the beginning of another', 'zormatix bau', 'zormatix bautechnik'],
  ['another brand', 'glasbretus metallbau', 'glailpriat metallbau'],
  ['a brand whose beginning is another', 'zor metallbau', 'zormatix metallbau'],
  ['nothing but words cut short', 'kunststofftechn', 'kunststofftechnik'],
  ['the same name', 'zormatix', 'zormatix'],
])('%s is no difference of spelling', (_what, network, listed) => {
  expect(compared(network, listed)).toBeNull();
});

test('a rare word that is the same or mistyped tells by itself, surnames are told of', () => {
  expect(compared('zormatix metallbaui', 'zormatix metallbau')?.isTelling).toBe(true);
  expect(compared('muller metallbaui', 'muller metallbau')?.isTelling).toBe(false);
  expect(compared('rablnbauer metallbau', 'rabenbauer metallbau')?.mayBeSurnames).toBe(true);
});
