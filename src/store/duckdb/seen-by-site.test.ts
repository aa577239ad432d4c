import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingScripts, REMEMBERED_MIGRATIONS_TABLE, shippedMigrations } from '../run-migrations.ts';
import { openVisitStore } from './visit-store.ts';

test('companies that were seen before stand with each site on which they were seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seen-by-site-'));
  try {
    const instance = await DuckDBInstance.create(join(folder, 'visits.duckdb'));
    const writer = await instance.connect();
    await writer.run(REMEMBERED_MIGRATIONS_TABLE);
    for (const script of missingScripts(shippedMigrations('duckdb').slice(0, 1), [])) await writer.run(script);
    await writer.run(`insert into company_seen values ('a', 'Alt GmbH', 'GmbH', '70435', 'Stuttgart', 'DE', true),
      ('b', 'Verborgen AG', 'AG', null, null, 'DE', false), ('c', 'Nie Gesehen AG', 'AG', null, null, 'DE', true)`);
    const view = (site: number, company: string, visit: number): string =>
      `(1, ${site}, '${company}', ${visit}, '2026-05-17 12:00:00', true, 'pageview', 'h', '/', null, null, null, null, 'v')`;
    await writer.run(
      `insert into page_view values ${[view(7, 'a', 1), view(7, 'a', 2), view(8, 'a', 3), view(7, 'b', 4)].join(', ')}`,
    );
    writer.closeSync();
    instance.closeSync();

    const visits = await openVisitStore(folder, { threads: 1, memoryLimitMb: 256 });
    const seen = await visits.ask(
      'select customer_id, site_id, company_id, shown_as, name, shown from company_seen order by company_id, site_id',
    );
    await visits.close();
    const alt = { customer_id: 1, company_id: 'a', shown_as: 'a', name: 'Alt GmbH', shown: true };
    expect(seen).toEqual([
      { ...alt, site_id: 7 },
      { ...alt, site_id: 8 },
      { ...alt, site_id: 7, company_id: 'b', shown_as: 'b', name: 'Verborgen AG', shown: false },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
