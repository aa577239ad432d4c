import { inTransaction, type VisitDatabase } from './visit-database.ts';

const HOUR_MS = 3_600_000;
/** Values of a marginal with fewer hits in an hour are folded into '(other)' (privacy promise 1). */
const LEAST_HITS = 3;

/**
 * Folds the counters of hours that are over: values of path, referrer and campaign with fewer than three hits become
 * '(other)', and all rows of the hour are written anew in the order of their values, so that nothing tells which came
 * first. Outcomes are not folded: they name no page. Returns the number of hours folded; `now` in milliseconds.
 */
export function foldClosedHours(database: VisitDatabase, now: number): Promise<number> {
  const currentHour = BigInt(Math.floor(now / HOUR_MS) * HOUR_MS);
  return database.inTurn(async (writer) => {
    database.openHours.clear();
    const hours = await inTransaction(writer, async () => {
      await writer.run(
        'create or replace temp table closed_hour as select hour from open_hour where hour < epoch_ms($1::bigint)::timestamp_s',
        [currentHour],
      );
      const closed = await writer.runAndReadAll('select count(*)::integer from closed_hour');
      const count = Number(closed.getRows()[0]?.[0] ?? 0);
      if (count === 0) return 0;
      await writer.run(
        `create or replace temp table folded as
         select customer_id, site_id, hour, dimension,
           case when dimension <> 'outcome' and hits < ${LEAST_HITS} then '(other)' else value end as folded_value,
           sum(hits)::uinteger as hits
         from anonymous_count where hour in (select hour from closed_hour) group by all`,
      );
      await writer.run('delete from anonymous_count where hour in (select hour from closed_hour)');
      await writer.run(
        'insert into anonymous_count select * from folded order by site_id, hour, dimension, folded_value',
      );
      await writer.run('delete from open_hour where hour in (select hour from closed_hour)');
      await writer.run('drop table folded');
      return count;
    });
    // What was folded must not stay readable in the write-ahead log.
    if (hours > 0) await writer.run('checkpoint');
    return hours;
  });
}
