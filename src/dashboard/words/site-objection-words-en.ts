import type { Catalogue } from './catalogue.ts';

/** English sentences of the screen "Objection". */
export const siteObjectionWordsEn: Pick<Catalogue, 'siteObjection'> = {
  siteObjection: {
    title: 'Objection',
    lead: 'This is how visitors of {{site}} object to being counted. Who objects is not counted, not even anonymously.',
    loading: 'Loading objection',
    offer: {
      title: 'Objection on your privacy page',
      lead: 'Put one of the two into your privacy page. The opt-out cannot be switched off.',
      language: 'Language of the visitors',
      link: 'Link, if Doorplate runs through your own address (recommended)',
      linkHint:
        'For tracking code below {{path}}. The link opens a page on which one click is enough, without JavaScript too. If you chose another path, change it in the link.',
      linkCode: 'Link for the privacy page',
      block: 'Block, if the script comes from another host',
      blockHint:
        'The click makes the browser remember “do not count”, nothing else. The script looks for that before it sends anything. For the pixel from another host the block has no effect.',
      blockCode: 'Block for the privacy page',
      preview: 'What your visitors see',
      blockPreview:
        'In this place a sentence on whether this browser is counted, a button to object, later one to take it back, and what the click stores.',
      openHint:
        'Here it opens under the address of Doorplate. Visitors cannot object there with effect, only on your website.',
    },
    signals: {
      title: 'Signals of the browser',
      lead: 'Some browsers say with each request that they do not want to be counted. By default that is respected.',
      dnt: 'Respect Do Not Track',
      dntHint: 'The setting “do not track” that many browsers still send.',
      gpc: 'Respect Global Privacy Control',
      gpcHint: 'Its more recent successor, switched on from the start in some browsers.',
      offTitle: 'No longer respect {{signal}}?',
      offMeans:
        'People who send this signal have decided against being counted. Switched off, they are counted nevertheless, and the company behind their connection can appear in your list.',
      offTells:
        'The opt-out page tells your visitors that your website does not respect the signal. Your privacy notice has to say so too. The opt-out still works.',
      reason: 'Reason',
      reasonHint: 'Kept with your email address and the date, for example for the data-protection officer.',
      reasonMissing: 'Please give a reason of at least three characters.',
      off: 'No longer respect',
      keep: 'Keep respecting',
      saved: 'Saved. This holds from now on.',
      nameDnt: 'Do Not Track',
      nameGpc: 'Global Privacy Control',
    },
    history: {
      title: 'History',
      none: 'Never changed: both signals have been respected since this website was added.',
      by: '{{date}} by {{author}}',
      reason: 'Reason: {{reason}}',
    },
    sees: {
      title: 'What the ways of tracking see of an objection',
      lead: 'What a way does not see, it cannot respect. Your privacy notice should say so.',
      way: 'Way of tracking',
      signals: 'Do Not Track, Global Privacy Control',
      optOut: 'Opt-out',
      scriptOwn: 'Script through your own address',
      scriptOther: 'Script from another host',
      pixelOwn: 'Pixel through your own address',
      pixelOther: 'Pixel from another host',
      connector: 'Server connector',
      log: 'Access log without these fields',
      yes: 'yes',
      no: 'no',
      byLink: 'yes, with the link',
      byBlock: 'yes, with the block',
    },
  },
};
