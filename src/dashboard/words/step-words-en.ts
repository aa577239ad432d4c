import type { Catalogue } from './catalogue.ts';

/** English sentences for what happened on a page. */
export const stepWordsEn: Pick<Catalogue, 'step'> = {
  step: {
    noticed: {
      download: { plain: 'File downloaded', about: 'File downloaded: {{target}}' },
      outlink: { plain: 'Link to another website', about: 'Link to {{target}}' },
      contact: { plain: 'Contact link clicked', about: 'Contact link clicked: {{target}}' },
      form: { plain: 'Form sent', about: 'Form “{{target}}” sent' },
      search: { plain: 'Searched on the website', about: 'Searched on the website: “{{target}}”' },
      milestone: { plain: 'Milestone reached', about: 'Milestone reached: {{target}}' },
    },
    contactMail: 'Email link clicked',
    contactPhone: 'Phone link clicked',
    on: 'on {{page}}',
    open: 'open for {{duration}}',
    group: 'Page group',
    property: '{{name}}: {{value}}',
    ownAbout: 'Event “{{name}}”: {{target}}',
  },
};
