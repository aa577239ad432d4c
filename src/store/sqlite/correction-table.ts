import type { CorrectionInForce } from '../../contracts/corrections.ts';
import { CorrectionChange } from '../../contracts/corrections.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** The company that a correction speaks of, as it was when somebody said so. */
export type CorrectedCompany = {
  readonly id: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/** Who says so; null: a file that the operator read in. */
export type CorrectionAuthor = { readonly personId: number; readonly email: string } | null;

export type NewCorrection = {
  readonly company: CorrectedCompany;
  readonly change: CorrectionChange;
  readonly reason: string;
  readonly author: CorrectionAuthor;
};

/** A correction with its history. */
export type StoredCorrection = CorrectionInForce & {
  readonly company: CorrectedCompany;
  readonly reason: string;
  /** The author's e-mail address then; null: read from a file. */
  readonly author: string | null;
  /** RFC 3339, UTC; null: in force. */
  readonly undoneAt: string | null;
  /** E-mail address. */
  readonly undoneBy: string | null;
};

/** The corrections of one scope: of a customer, or the operator's for the whole installation. */
export type CorrectionShelf = {
  /** Also those that were undone; the latest first. */
  corrections(): readonly StoredCorrection[];
  addCorrection(correction: NewCorrection): StoredCorrection;
  /** Writes down who took it back, an e-mail address. null: there is none of that number here, or it has been undone. */
  undoCorrection(correctionId: number, by: string): StoredCorrection | null;
};

type CorrectionRow = {
  id: number;
  customer_id: number | null;
  company_id: string;
  company_name: string;
  company_postcode: string | null;
  company_city: string | null;
  company_country: string | null;
  change: string;
  reason: string;
  author: string | null;
  created_at: string;
  undone_at: string | null;
  undone_by: string | null;
};

const COLUMNS =
  'id, customer_id, company_id, company_name, company_postcode, company_city, company_country, change, reason, author, created_at, undone_at, undone_by';

/** The corrections of all scopes that have not been undone, the oldest first. */
export function correctionsInForce(file: SqliteFile): readonly CorrectionInForce[] {
  return file
    .all<CorrectionRow>(`select ${COLUMNS} from correction where undone_at is null order by id`)
    .map((row) => stored(row));
}

/** `customerId` null: the operator's shelf. Each statement carries the scope, and no function takes one. */
export function openCorrectionShelf(file: SqliteFile, customerId: number | null, now: () => string): CorrectionShelf {
  return {
    corrections: () =>
      file
        .all<CorrectionRow>(`select ${COLUMNS} from correction where customer_id is ? order by id desc`, customerId)
        .map((row) => stored(row)),

    addCorrection({ company, change, reason, author }) {
      const [row] = file.all<CorrectionRow>(
        `insert into correction (customer_id, company_id, company_name, company_postcode, company_city, company_country,
           change, reason, author_id, author, created_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning ${COLUMNS}`,
        customerId,
        company.id,
        company.name,
        company.postcode,
        company.city,
        company.country,
        JSON.stringify(change),
        reason,
        author?.personId ?? null,
        author?.email ?? null,
        now(),
      );
      if (row === undefined) throw new Error('a returning statement gave no row');
      return stored(row);
    },

    undoCorrection(correctionId, by) {
      const [row] = file.all<CorrectionRow>(
        `update correction set undone_at = ?, undone_by = ?
         where customer_id is ? and id = ? and undone_at is null returning ${COLUMNS}`,
        now(),
        by,
        customerId,
        correctionId,
      );
      return row === undefined ? null : stored(row);
    },
  };
}

function stored(row: CorrectionRow): StoredCorrection {
  return {
    id: row.id,
    companyId: row.company_id,
    customerId: row.customer_id,
    change: CorrectionChange.parse(JSON.parse(row.change)),
    at: row.created_at,
    company: {
      id: row.company_id,
      name: row.company_name,
      postcode: row.company_postcode,
      city: row.company_city,
      country: row.company_country,
    },
    reason: row.reason,
    author: row.author,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  };
}
