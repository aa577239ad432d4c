import { ok, type Result } from '../contracts/result.ts';
import { type Fields, type HitMessage, isFields, readFields } from './hit-message.ts';

/** Longest name of an event there; longer than ours, and cut after masking. */
const LONGEST_NAME = 120;
/** Messages that are no page view and no event: how far somebody scrolled, and for how long. */
const ENGAGEMENT = 'engagement';
/** What Plausible's script notices by itself, and what this house calls it. */
const NOTICED_THERE: ReadonlyMap<unknown, string> = new Map([
  ['Outbound Link: Click', 'outlink'],
  ['File Download', 'download'],
  ['Form: Submission', 'form'],
]);

/** A body of `POST /api/event` as Plausible's scripts send it: with a domain where ours has a site. */
export function isPlausible(fields: Fields): boolean {
  return (
    fields.site === undefined &&
    fields.s === undefined &&
    (typeof fields.domain === 'string' || typeof fields.d === 'string')
  );
}

/**
 * Reads name, url, domain, referrer and props, or n, u, d, r and p (Plausible's Events API). Of several domains the first
 * counts. Widths of screens and whatever else is in it are not looked at. null: nothing to record.
 */
export function readPlausible(fields: Fields): Result<HitMessage | null, 'HIT_SHAPE'> {
  const name = fields.name ?? fields.n;
  if (name === ENGAGEMENT) return ok(null);
  const domain = fields.domain ?? fields.d;
  const props = propertiesOf(fields.props ?? fields.p ?? null);
  const noticed = NOTICED_THERE.get(name);
  const url = isFields(props) ? props?.url : undefined;
  return readFields(
    {
      site: typeof domain === 'string' ? domain.split(',', 1)[0]?.trim() : domain,
      name: noticed ?? name,
      url: fields.url ?? fields.u,
      referrer: fields.referrer ?? fields.r,
      props,
      // The path of a form says nothing that the page's own does not.
      target: noticed !== undefined && noticed !== 'form' && typeof url === 'string' ? url : null,
    },
    LONGEST_NAME,
  );
}

/** Older scripts send their properties as JSON in a text. */
function propertiesOf(props: unknown): unknown {
  if (typeof props !== 'string') return props;
  try {
    const read: unknown = JSON.parse(props);
    return isFields(read) ? read : null;
  } catch {
    return null;
  }
}
