import type { WordKey } from '../words/catalogue.ts';

/** Every screen that the navigation or a sentence leads to, and what it is called. */
export const SCREEN_WORDS = {
  '/': 'shell.companies',
  '/funnel': 'shell.funnel',
  '/statistics': 'shell.statistics',
  '/corrections': 'shell.corrections',
  '/what-is-shown': 'shell.shown',
  '/visitor-objection': 'shell.objection',
  '/set-up': 'shell.setUp',
  '/keys': 'shell.keys',
  '/operator/company-data': 'shell.lists',
  '/operator/look-up': 'shell.lookUp',
  '/operator/objections': 'shell.objections',
} as const satisfies Readonly<Record<string, WordKey>>;
export type Screen = keyof typeof SCREEN_WORDS;
