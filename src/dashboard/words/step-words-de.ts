import type { NOTICED } from '../../contracts/hit.ts';

/** What stands in a visit as an event. A page view is its page; a closing message is the time of its page. */
export type NoticedEvent = Exclude<(typeof NOTICED)[number], 'pageview' | 'leave'>;

/** Sentences for what happened on a page. `about` names what the event is about, `plain` does without. */
export const stepWordsDe = {
  step: {
    noticed: {
      download: { plain: 'Datei heruntergeladen', about: 'Datei heruntergeladen: {{target}}' },
      outlink: { plain: 'Link zu einer anderen Website', about: 'Link zu {{target}}' },
      contact: { plain: 'Kontaktlink angeklickt', about: 'Kontaktlink angeklickt: {{target}}' },
      form: { plain: 'Formular gesendet', about: 'Formular „{{target}}“ gesendet' },
      search: { plain: 'Auf der Website gesucht', about: 'Auf der Website gesucht: „{{target}}“' },
      milestone: { plain: 'Meilenstein erreicht', about: 'Meilenstein erreicht: {{target}}' },
    } satisfies Record<NoticedEvent, { plain: string; about: string }>,
    contactMail: 'E-Mail-Link angeklickt',
    contactPhone: 'Telefon-Link angeklickt',
    on: 'auf {{page}}',
    open: '{{duration}} geöffnet',
    group: 'Seitengruppe',
    property: '{{name}}: {{value}}',
    ownAbout: 'Ereignis „{{name}}“: {{target}}',
  },
} as const;
