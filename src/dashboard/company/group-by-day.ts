import { dayIn } from '../url-state/period.ts';

type Started = { readonly started_at: string };
export type DayOfVisits<Visit> = { readonly day: string; readonly visits: readonly Visit[] };

/** Visits by the calendar day on which they began, in the order given. */
export function groupByDay<Visit extends Started>(
  visits: readonly Visit[],
  timeZone: string,
): readonly DayOfVisits<Visit>[] {
  const days = new Map<string, Visit[]>();
  for (const visit of visits) {
    const day = dayIn(timeZone, new Date(visit.started_at));
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(visit);
    else days.set(day, [visit]);
  }
  return [...days].map(([day, ofDay]) => ({ day, visits: ofDay }));
}
