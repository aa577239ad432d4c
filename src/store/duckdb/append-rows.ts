import { DuckDBDataChunk, type DuckDBConnection, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';

/** A column of a table: its type, and its value in a row. */
export type Column<Row> = readonly [type: DuckDBType, value: (row: Row) => DuckDBValue];

const ROWS_A_CHUNK = 2_048;

/** Appends rows to a table, column by column; `columns` are those of the table, in order. */
export async function appendRows<Row>(
  writer: DuckDBConnection,
  table: string,
  catalog: string | null,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await writer.createAppender(table, null, catalog);
  const types = columns.map(([type]) => type);
  for (let first = 0; first < rows.length; first += ROWS_A_CHUNK) {
    const part = rows.slice(first, first + ROWS_A_CHUNK);
    const chunk = DuckDBDataChunk.create(types, part.length);
    columns.forEach(([, value], index) => chunk.setColumnValues(index, part.map(value)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
