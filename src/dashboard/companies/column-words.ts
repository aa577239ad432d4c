import type { SortKey } from '../url-state/page-search.ts';
import type { WordKey } from '../words/catalogue.ts';

/** What the columns are called that one can sort by. */
export const COLUMN_WORDS: Readonly<Record<SortKey, WordKey>> = {
  name: 'companies.company',
  visits: 'companies.visits',
  page_views: 'companies.pageViews',
  last_seen: 'companies.lastSeen',
};
