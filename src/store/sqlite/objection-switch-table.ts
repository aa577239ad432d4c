import type { SqliteFile } from './sqlite-file.ts';

/** Which signals of browsers a site honours. The opt-out is none of them: no site can switch it off. */
export type ObjectionSwitches = { readonly honoursDnt: boolean; readonly honoursGpc: boolean };

export type NewSwitchChange = ObjectionSwitches & {
  /** null: none was given. */
  readonly reason: string | null;
  /** E-mail address of whoever changes it. */
  readonly author: string;
};

/** A change that was made; what it says held from then on. */
export type StoredSwitchChange = NewSwitchChange & {
  /** RFC 3339, UTC. */
  readonly at: string;
};

export type ObjectionSwitchShelf = {
  /** The changes of a site's switches, the latest first; empty where the site is as new, or not the customer's. */
  objectionSwitchChanges(siteId: number): readonly StoredSwitchChange[];
  /** Sets both switches and writes down who did it and why. False: the customer has no such site. */
  setObjectionSwitches(siteId: number, change: NewSwitchChange): boolean;
};

type SwitchRow = {
  honours_dnt: number;
  honours_gpc: number;
  reason: string | null;
  author: string;
  created_at: string;
};

/** The switches of one customer's sites; each statement carries the customer, and no function takes one. */
export function openObjectionSwitchShelf(
  file: SqliteFile,
  customerId: number,
  { now, refreshDirectory }: { readonly now: () => string; readonly refreshDirectory: () => void },
): ObjectionSwitchShelf {
  return {
    objectionSwitchChanges: (siteId) =>
      file
        .all<SwitchRow>(
          `select honours_dnt, honours_gpc, reason, author, created_at from site_objection_switch
           where site_id = (select id from site where customer_id = ? and id = ?) order by id desc`,
          customerId,
          siteId,
        )
        .map((row) => ({
          honoursDnt: row.honours_dnt === 1,
          honoursGpc: row.honours_gpc === 1,
          reason: row.reason,
          author: row.author,
          at: row.created_at,
        })),

    setObjectionSwitches(siteId, { honoursDnt, honoursGpc, reason, author }) {
      const changed = file.transaction(() => {
        const switches = [Number(honoursDnt), Number(honoursGpc)] as const;
        const found = file.run(
          'update site set honours_dnt = ?, honours_gpc = ? where customer_id = ? and id = ?',
          ...switches,
          customerId,
          siteId,
        );
        if (found === 0) return false;
        file.run(
          `insert into site_objection_switch (site_id, honours_dnt, honours_gpc, reason, author, created_at)
           values (?, ?, ?, ?, ?, ?)`,
          siteId,
          ...switches,
          reason,
          author,
          now(),
        );
        return true;
      });
      if (changed) refreshDirectory();
      return changed;
    },
  };
}
