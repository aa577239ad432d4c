import type { MatchMiss, MatchReason } from '../../../contracts/company-match.ts';

/** What the comparison of two names found, in words. */
export const REASON_WORDS: Readonly<Record<MatchReason, string>> = {
  'same-name': 'the same name',
  'same-words-in-other-order': 'the same words in another order',
  'abbreviation-written-out': 'an abbreviation is written out',
  'typing-error': 'a typing error',
  'same-legal-form': 'the same legal form',
  'legal-form-in-one-source': 'one side alone states a legal form',
  'same-postcode': 'the same postcode',
  'same-city': 'the same city',
  'same-country': 'the same country',
  'other-place': 'another place',
  'place-unknown': 'the place is not known on both sides',
  'only-one-of-that-name': 'no other company of that name in the country',
  'distinctive-name': 'a name that tells by itself',
};

/** Why there is no match, and what would help. */
export const MISS_WORDS: Readonly<Record<MatchMiss, { readonly why: string; readonly helps: string }>> = {
  'no-source': {
    why: 'no list of companies has been imported',
    helps: 'import one: doorplate company sources says which there are',
  },
  'no-candidate': {
    why: 'no list holds a company of this name, or of one like it at this place',
    helps: 'a list that covers the country more completely, or the name as the register writes it',
  },
  'country-unknown': {
    why: 'the country is not known, and companies of one name exist in many',
    helps: 'the country of the organisation, as two letters (--country DE)',
  },
  'other-legal-form': {
    why: 'the companies of this name have another legal form, and so are others',
    helps: 'the legal form as the register has it, or a list with the company that is meant',
  },
  'too-different': {
    why: 'the names are alike, but differ by more than a typing error or an abbreviation',
    helps: 'the name as the register writes it, and the postcode or city',
  },
  'several-equal': {
    why: 'several companies fit equally well',
    helps: 'the postcode, the city or the legal form, whichever tells them apart',
  },
  'name-too-common': {
    why: 'a company of this name exists, but its place is not known to agree, and the name alone does not prove that it is the same one',
    helps: 'the postcode or city of the organisation, or the legal form on both sides',
  },
};
