import type { Catalogue } from './catalogue.ts';

/** English explanations of every outcome of the funnel. */
export const reasonWordsEn: Pick<Catalogue, 'reasons' | 'reason'> = {
  reasons: {
    title: 'What the reasons mean',
    lead: 'Doorplate would rather show few companies than wrong ones. Strict rules cost quantity: we say so openly, and here is how much. The figures are those of {{site}} in the last 30 days.',
    leadWithoutSite:
      'Doorplate would rather show few companies than wrong ones. Strict rules cost quantity: we say so openly, and here is what each of them means.',
    count_one: '{{number}} page view in 30 days',
    count_other: '{{number}} page views in 30 days',
    why: 'Why it is so',
    who: 'Who can change it',
    more: 'More about this reason',
    moreOf: 'More about the reason “{{reason}}”',
    backToFunnel: 'Go to the funnel',
    onThisPage: 'On this page',
  },
  reason: {
    company: {
      why: 'Only what meets every rule is shown. That means fewer matches, but ones you can rely on.',
      who: 'Whoever runs Doorplate can import more network and company data.',
    },
    'unknown-address': {
      why: 'Without a sender address nothing can be matched. The page view is counted all the same, so that the account adds up.',
      who: 'Whoever runs the server, with the setting for trusted proxies.',
    },
    'special-purpose': {
      why: 'Such addresses belong to no organisation on the public internet.',
      who: 'Whoever runs the server, with the setting for trusted proxies.',
    },
    'not-listed': {
      why: 'Doorplate works with a whitelist: what does not expressly belong to an organisation is forgotten at once. This costs the most matches, and it protects everyone who comes from home or on the move.',
      who: 'Whoever runs Doorplate can import more network data.',
    },
    provider: {
      why: "Many households and companies sit behind a provider's network. Showing the provider would be wrong, and guessing would hit private people.",
      who: 'Whoever runs Doorplate can import more precise network data, or release with a reason an entry that is wrongly held to be a provider.',
    },
    opaque: {
      why: 'A name that is only perhaps right is worse than none.',
      who: 'Whoever runs Doorplate can name the entry and release it with a reason.',
    },
    'personal-name': {
      why: 'Doorplate shows companies, never people. That holds even if a company named after a person is missing because of it.',
      who: 'Nobody.',
    },
    'kind-not-chosen': {
      why: 'People who do not work there sit behind the networks of public bodies and universities too, such as students or guests. They are therefore only shown if you expressly choose it.',
      who: 'You, under “What is shown”.',
    },
    'organisation-objected': {
      why: 'Whoever does not want to be shown is not shown. Until an objection is decided, for 14 days at most, the organisation stays hidden as a precaution.',
      who: 'The organisation itself. An open objection is decided by whoever runs Doorplate.',
    },
    hidden: {
      why: 'An authorised person has hidden this company and given a reason.',
      who: 'Authorised people of your account, under “Corrections”. What is hidden for every account can only be undone by whoever runs Doorplate.',
    },
    'incomplete-location': {
      why: 'Only name, postcode, city and country together identify a company clearly. Network data rarely have the postcode: this rule costs many matches. Guessed places do not help, they are mostly wrong.',
      who: 'Whoever runs Doorplate: with company data, by adding an address, or with a weaker requirement, which the privacy text then says too.',
    },
    'too-small': {
      why: 'In a business of three people, a visit is almost the visit of one particular person. The limit is therefore five. It can be raised, but not lowered.',
      who: 'Below five, nobody. If you asked for more yourself, you change that under “What is shown”.',
    },
    'unknown-size': {
      why: 'As long as there is no evidence that five or more people work there, the company could be too small. This rule is strict and costs a noticeable number of matches.',
      who: 'Whoever runs Doorplate, with company data or a sourced headcount. You choose under “What is shown” whether presumptions count too.',
    },
    'low-confidence': {
      why: 'The less certain the match, the more often the wrong company would be in your list. The threshold trades quantity for correctness.',
      who: 'You, under “What is shown”, but never below what whoever runs Doorplate asks for. They can release single entries with a reason.',
    },
    bot: {
      why: 'Programs that say what they are would distort your figures.',
      who: 'Nobody, and it would be no gain.',
    },
    prefetch: {
      why: 'Nobody has seen the page yet. If it is shown after all, the visit counts then.',
      who: 'Nobody, and it would be no gain.',
    },
    scanner: {
      why: 'A mail filter opens every link of a newsletter. Counted, it would look like the interest of a company that has not read a line.',
      who: 'Nobody, and it would be no gain.',
    },
    monitor: {
      why: 'A monitoring service that asks every minute would be your most faithful visitor.',
      who: 'Nobody, and it would be no gain.',
    },
    'referrer-spam': {
      why: 'The visit is made up: all it wants is to stand among your referrers, so that you visit that website.',
      who: 'Nobody. The short list comes with Doorplate.',
    },
    'foreign-origin': {
      why: "Otherwise another's page could fake visits to your website.",
      who: 'Whoever sets up your website in Doorplate can enter further domains.',
    },
    'unreadable-url': {
      why: 'Without a valid page address nobody can say what was opened.',
      who: 'Whoever looks after your website, with the tracking code as it is.',
    },
  },
};
