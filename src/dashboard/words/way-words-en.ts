import type { Catalogue } from './catalogue.ts';

/** English sentences of the set-up page about the three ways of tracking. */
export const wayWordsEn: Pick<Catalogue, 'way'> = {
  way: {
    label: 'Way of tracking',
    once: 'Use one way only for a website, or each page view counts twice.',
    copyLabel: '{{name}}: {{file}}',
    script: {
      name: 'Script',
      assessment:
        'Sees most: steps in single-page applications too, downloads, forms, and how long a page was open. It sets no cookies. Whether the request of a script takes consent (in Germany § 25 TDDDG) is contested. With data-consent=required it waits for that.',
      own: 'Through your own address (recommended)',
      ownHint: 'No other host appears in your pages, and an objection can be remembered there.',
      other: 'From the address of Doorplate',
      otherHint:
        'Quicker to add. Ad blockers stop it more often. For objections there is the block; whether somebody has objected, the script then reads in the browser.',
      pinned: 'With a checksum (SRI)',
      pinnedHint:
        'The browser runs exactly this script only. After an update of Doorplate the line still works, but with the old script.',
    },
    pixel: {
      name: 'Pixel',
      assessment:
        'Without a script. Counts pages that are loaded, but no steps in single-page applications. Where somebody came from it sees only if your server fills in the parameter r=. This too is one more request of the browser, so legally not beyond dispute.',
    },
    connector: {
      name: 'Server connector',
      assessment:
        'The most cautious way: your web server tells of the page views, nothing changes in the pages and in the browser. It does not see steps in single-page applications. You need access to the web server. The IP address is processed for a moment here too.',
      server: 'Web server',
      pieces: 'The files come with Doorplate, in the folder connectors/{{folder}}.',
      node: 'You create the key on the server of Doorplate:',
      path: 'For visitors to be able to object, set up the path /d/ as well:',
    },
    path: {
      title: 'First: the path /d/ on your web server',
      hint: 'The file comes with Doorplate, in the folder connectors/{{folder}}. It opens script, pixel and objection only, nothing else of Doorplate.',
      trust: 'Doorplate has to believe your web server about who a request is from. For one on the same machine:',
      page: 'Then: the line in your pages',
      settings: 'Setting of Doorplate',
    },
    differences: {
      title: 'What differs',
      property: 'Property',
      loads: 'Pages that are loaded',
      steps: 'Steps in single-page applications',
      referrer: 'Referring websites',
      events: 'Downloads, forms, time on page',
      signals: 'Do Not Track, Global Privacy Control',
      optOut: 'Opt-out',
      withR: 'only with r=',
      withPath: 'yes, with /d/',
      linkOrBlock: 'yes, link or block',
    },
  },
};
