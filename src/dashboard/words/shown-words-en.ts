import type { Catalogue } from './catalogue.ts';

/** English sentences of the screen "What is shown". */
export const shownWordsEn: Pick<Catalogue, 'shown'> = {
  shown: {
    title: 'What is shown',
    lead: 'Which companies appear by name on {{site}}. Stricter is always possible, laxer than whoever runs Doorplate asks for never is.',
    loading: 'Loading settings',
    privacy: 'For the people behind it',
    cost: 'What it cost in the last 30 days',
    limit: 'Required by whoever runs Doorplate',
    noFigures: 'There are no figures for the last 30 days yet.',
    withheld_one: '{{number}} page view was withheld for the reason “{{reason}}”.',
    withheld_other: '{{number}} page views were withheld for the reason “{{reason}}”.',
    withheldNone: 'No page view was withheld for the reason “{{reason}}”.',
    shownNow_one: 'In the last 30 days {{number}} of {{total}} page views was shown with a company.',
    shownNow_other: 'In the last 30 days {{number}} of {{total}} page views were shown with a company.',
    kinds: {
      title: 'Kinds of organisations',
      company: 'Companies',
      companyHint: 'Always included.',
      public: 'Public bodies',
      education: 'Schools and universities',
      privacy:
        'Students, guests and people who seek advice sit behind the networks of public bodies and universities too. Whoever shows such networks should have a reason.',
    },
    evidence: {
      title: 'Evidence of five or more people',
      presumed: 'Stated, or presumed for a good reason',
      presumedHint:
        'A corporation that stands in two independent registers, or a large network of its own, counts as evidence too.',
      stated: 'Expressly stated only',
      statedHint: 'There has to be a source that gives a number or a size class.',
      privacy:
        'With a presumption, a company in which fewer than five people work can appear in rare cases. Taking stated sizes only rules that out.',
      limitPresumed: 'Presumptions are allowed.',
      limitStated: 'Expressly stated sizes only. You cannot relax that here.',
      alsoStated:
        'Without company data that has headcounts, little or nothing is left with “stated only”: the data that comes with Doorplate has none.',
    },
    people: {
      title: 'Minimum number of people',
      label: 'At least',
      unit: 'people',
      privacy: 'The larger a company, the less a visit says about a single person. Below five, Doorplate shows nobody.',
      limit: '{{number}} people. Fewer is not possible here.',
      above:
        'Above {{number}} only stated sizes count: a presumption reaches no further than five. Companies without a stated size drop out.',
      wrong: 'Please enter a whole number from {{least}} to 100,000.',
    },
    confidence: {
      title: 'Minimum confidence of the match',
      label: 'At least',
      unit: 'per cent',
      privacy:
        'A wrongly matched company is a statement about people who were never there. A higher threshold prevents that more often.',
      limit: '{{share}}. Less is not possible here.',
      word: 'Shown from “{{word}}”.',
      wrong: 'Please enter a whole number from {{least}} to 100.',
    },
    location: {
      title: 'Completeness of the place',
      text: 'Set by whoever runs Doorplate, for every account.',
      full: 'Name, postcode, city and country have to be known.',
      city: 'Name, city and country have to be known, the postcode need not.',
      country: 'Name and country have to be known.',
    },
    fixed: {
      title: 'What cannot be set anywhere',
      text: 'Names of people, organisations with fewer than five people and those that objected are never shown.',
    },
    save: 'Save',
    reset: 'Discard changes',
    saved: 'Saved. From now on this holds for everything you see on {{site}}, and for every new visit.',
    unsaved: 'Not saved yet.',
    effect:
      'Stricter rules hide earlier visits at once. Laxer ones only act on future visits: what was withheld was never stored with a company.',
  },
};
