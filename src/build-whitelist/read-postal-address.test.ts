import { describe, expect, test } from 'vitest';
import { countryCode, readPostalAddress } from './read-postal-address.ts';

describe('the place line of an address', () => {
  test.each<[string, string, string | null, string | null]>([
    ['Musterstadt Baden-Württemberg D-70999', 'Germany', '70999', 'Musterstadt'],
    ['Bad Muster an der Probe Bayern 80999', 'Germany', '80999', 'Bad Muster an der Probe'],
    ['SAN SAMPLE CA 95199-1234', 'United States', '95199', 'San Sample'],
    ['Sampleton North Carolina 27999', 'United States', '27999', 'Sampleton'],
    ['Sampleton Surrey GU99 9ZZ', 'United Kingdom', 'GU99 9ZZ', 'Sampleton'],
    ['Exempleville Ile de France 92 999', 'France', '92999', 'Exempleville'],
    ['Exempleville Cedex 38999', 'France', '38999', 'Exempleville'],
    ['Provostad SE-691 99', 'Sweden', '691 99', 'Provostad'],
    ['Voorbeeld Noord-Brabant 5699AB', 'Netherlands', '5699 AB', 'Voorbeeld'],
    ['Przykładowo Mazowieckie 05-999', 'Poland', '05-999', 'Przykładowo'],
    ['Ukázkov 68799', 'Czechia', '687 99', 'Ukázkov'],
    ['Sampleville Ontario K2K 9Z9', 'Canada', 'K2K 9Z9', 'Sampleville'],
    ['Rei-shi Kanagawa 2109999', 'Japan', '210-9999', 'Rei-shi'],
    ['Gangnam-gu Seoul 06199', 'South Korea', '06199', 'Seoul'],
    ['New Delhi 110099', 'India', '110099', 'New Delhi'],
    ['Esempio di Treviso 31999', 'Italy', '31999', 'Esempio di Treviso'],
    ['Shanghai Shanghai 201399', 'China', '201399', 'Shanghai'],
    ['SINGAPORE 499999', 'Singapore', '499999', 'Singapore'],
    ['Exemplo SP 13099-999', 'Brazil', '13099-999', 'Exemplo'],
    ['LA CA 92899', 'United States', null, null],
    ['Musterstadt', 'Germany', null, null],
    ['Germany 70999', 'Germany', null, null],
    ['Kwun Tong Kowloon', 'Hong Kong SAR China', null, null],
  ])('%s, %s', (line, country, postcode, city) => {
    const address = readPostalAddress(['Am Beispiel 1', line, country]);
    expect([address.postcode, address.city]).toEqual([postcode, city]);
  });

  test('several street lines are one street; a country alone is no place', () => {
    expect(readPostalAddress(['Haus 2', 'Am Beispiel 1', 'Musterstadt 70999', 'Germany']).street).toBe(
      'Haus 2, Am Beispiel 1',
    );
    expect(readPostalAddress(['Germany'])).toEqual({ street: null, postcode: null, city: null, country: 'DE' });
  });

  test.each([
    ['Germany', 'DE'],
    ['Türkiye', 'TR'],
    ['Hong Kong SAR China', 'HK'],
    ['United Kingdom', 'GB'],
    ['France', 'FR'],
    ['Private', null],
  ])('the country %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});
