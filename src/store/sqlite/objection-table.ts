import { randomBytes } from 'node:crypto';
import { OBJECTION_PENDING_DAYS, type ObjectionState } from '../../contracts/corrections.ts';
import type { SqliteFile } from './sqlite-file.ts';

const DAY_MS = 24 * 3_600_000;

/** One that was declined or ran out does not hide again when it is filed once more within this time. */
export const OBJECTION_REST_DAYS = 90;

export type StoredObjection = {
  readonly id: number;
  readonly companyId: string;
  readonly companyName: string;
  /** What the organisation can publish on its domain; no secret. */
  readonly token: string;
  readonly state: ObjectionState;
  readonly filedAt: string;
  /** Until then it hides while it is pending; `filedAt` itself where it hides nothing. */
  readonly hiddenUntil: string;
  readonly decidedAt: string | null;
};

/** What organisations say about being shown, for the whole installation. */
export type ObjectionShelf = {
  /** The latest first. */
  objections(): readonly StoredObjection[];
  /** Whether an objection that is filed now hides the company at once: see `fileObjection`. */
  objectionWouldHide(companyId: string): boolean;
  /** null: nobody has objected for this company. */
  latestObjectionOf(companyId: string): StoredObjection | null;
  /**
   * Files an objection; one that is pending or confirmed already is answered as it is. The company is hidden at once,
   * unless an objection for it has been declined or has run out in the last 90 days.
   */
  fileObjection(company: { readonly id: string; readonly name: string }): StoredObjection;
  /** The operator's word, an e-mail address beside it; he may change his mind. null: no such objection. */
  decideObjection(objectionId: number, decision: 'confirm' | 'decline', by: string): StoredObjection | null;
};

type ObjectionRow = {
  id: number;
  company_id: string;
  company_name: string;
  token: string;
  state: ObjectionState;
  filed_at: string;
  hidden_until: string;
  decided_at: string | null;
};

const COLUMNS = 'id, company_id, company_name, token, state, filed_at, hidden_until, decided_at';

/** Companies that no customer may see: the objection is confirmed, or it is pending and hides. */
export function objectedCompanies(file: SqliteFile, now: string): ReadonlySet<string> {
  const rows = file.all<{ company_id: string }>(
    `select distinct company_id from organisation_objection
     where state = 'confirmed' or (state = 'pending' and hidden_until > ?)`,
    now,
  );
  return new Set(rows.map((row) => row.company_id));
}

/** Ends pending objections that nobody has decided about in time; returns how many. `now` in ms since 1970. */
export function expireObjections(file: SqliteFile, now: number): number {
  return file.run(
    "update organisation_objection set state = 'expired' where state = 'pending' and filed_at <= ?",
    daysFrom(now, -OBJECTION_PENDING_DAYS),
  );
}

/** `clock` in ms since 1970. */
export function openObjectionShelf(file: SqliteFile, clock: () => number): ObjectionShelf {
  const latestOf = (companyId: string): StoredObjection | null => {
    const [row] = file.all<ObjectionRow>(
      `select ${COLUMNS} from organisation_objection where company_id = ? order by id desc limit 1`,
      companyId,
    );
    return row === undefined ? null : stored(row);
  };
  /** Only those that have hidden the company count, so that filing again and again prolongs nothing. */
  const isResting = (companyId: string): boolean =>
    file.all(
      `select 1 from organisation_objection where company_id = ?
       and ((state = 'declined' and decided_at > ?) or (state = 'expired' and hidden_until > filed_at and hidden_until > ?))
       limit 1`,
      companyId,
      daysFrom(clock(), -OBJECTION_REST_DAYS),
      daysFrom(clock(), -OBJECTION_REST_DAYS),
    ).length > 0;

  return {
    objections: () =>
      file
        .all<ObjectionRow>(`select ${COLUMNS} from organisation_objection order by id desc`)
        .map((row) => stored(row)),

    objectionWouldHide: (companyId) => !isResting(companyId),
    latestObjectionOf: latestOf,

    fileObjection: ({ id, name }) =>
      file.transaction(() => {
        expireObjections(file, clock());
        const latest = latestOf(id);
        if (latest !== null && (latest.state === 'pending' || latest.state === 'confirmed')) return latest;
        const filedAt = daysFrom(clock(), 0);
        const [row] = file.all<ObjectionRow>(
          `insert into organisation_objection (company_id, company_name, token, state, filed_at, hidden_until)
           values (?, ?, ?, 'pending', ?, ?) returning ${COLUMNS}`,
          id,
          name,
          newToken(),
          filedAt,
          isResting(id) ? filedAt : daysFrom(clock(), OBJECTION_PENDING_DAYS),
        );
        if (row === undefined) throw new Error('a returning statement gave no row');
        return stored(row);
      }),

    decideObjection(objectionId, decision, by) {
      const [row] = file.all<ObjectionRow>(
        `update organisation_objection set state = ?, decided_at = ?, decided_by = ? where id = ? returning ${COLUMNS}`,
        decision === 'confirm' ? 'confirmed' : 'declined',
        daysFrom(clock(), 0),
        by,
        objectionId,
      );
      return row === undefined ? null : stored(row);
    },
  };
}

function daysFrom(now: number, days: number): string {
  return new Date(now + days * DAY_MS).toISOString();
}

/** 80 random bits: nobody finds one by chance, and somebody can read it out on the telephone. */
function newToken(): string {
  return `doorplate-${randomBytes(10).toString('hex')}`;
}

function stored(row: ObjectionRow): StoredObjection {
  return {
    id: row.id,
    companyId: row.company_id,
    companyName: row.company_name,
    token: row.token,
    state: row.state,
    filedAt: row.filed_at,
    hiddenUntil: row.hidden_until,
    decidedAt: row.decided_at,
  };
}
