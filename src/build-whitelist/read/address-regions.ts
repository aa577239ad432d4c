import { ADDRESS_COUNTRIES } from '../address-countries.ts';

/** Regions of countries that the IEEE register has no form for; as words. */
const OTHER_REGIONS: Readonly<Record<string, string>> = {
  PA: 'pa',
  CL: 'rm|region metropolitana',
  CO: 'antioquia|cundinamarca|valle|valle del cauca|atlantico|santander|bolivar|dc|d c',
  AR: 'ba|caba|df|sc|cf|capital federal',
  GH: 'western region|greater accra|ashanti',
  NG: 'lagos state|rivers state|ogun state|oyo state',
};

/** Regions by country, every name as words joined by blanks. */
export const ADDRESS_REGIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set([...ADDRESS_COUNTRIES.keys(), ...Object.keys(OTHER_REGIONS)])].map((country) => [
    country,
    new Set([
      ...(ADDRESS_COUNTRIES.get(country)?.regions ?? []).map((region) => region.join(' ')),
      ...(OTHER_REGIONS[country]?.split('|') ?? []),
    ]),
  ]),
);

/** Countries where the region stands behind the city without a comma. */
export const INLINE_REGIONS: ReadonlySet<string> = new Set(
  'US CA AU IN IT BR CN MX MY JP KR GB NL CO AR PH ZA NG RO'.split(' '),
);
