import type { ApiSite } from '../../contracts/api.ts';
import type { WordKey } from '../words/catalogue.ts';

/** Which signals of browsers a site respects, in one sentence. */
export function honoursWord({
  honours_dnt: dnt,
  honours_gpc: gpc,
}: Pick<ApiSite, 'honours_dnt' | 'honours_gpc'>): WordKey {
  if (dnt && gpc) return 'setUp.honours';
  if (dnt) return 'setUp.honoursDnt';
  return gpc ? 'setUp.honoursGpc' : 'setUp.honoursNone';
}
