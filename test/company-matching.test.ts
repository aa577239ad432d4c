import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inventFiles } from '../bench/companies-files.ts';
import { judge, precisionOf, recallOf } from '../bench/companies-judge.ts';
import { importCompanyList } from '../src/build-whitelist/companies/import-company-list.ts';
import { importFiles } from '../src/build-whitelist/import/import-files.ts';
import { mergeLayers } from '../src/build-whitelist/layers/merge-layers.ts';
import { openWhitelist } from '../src/whitelist/open-whitelist.ts';

const NOW = new Date('2026-11-24T00:00:00Z');

/** The quick form of bench/companies.ts, without the networks that are installed with the product. */
test('networks are joined to the companies of a list that use them, and hardly ever to another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorplate-companies-'));
  try {
    const files = inventFiles({ folder, seed: 20_261_124, companies: 20_000, ranges: 6_000 });
    const common = { folder, now: NOW, onProgress: () => {} };
    const networks = await importFiles({
      ...common,
      format: 'own',
      files: [files.ranges],
      termsAccepted: null,
      acceptShrink: false,
    });
    const list = await importCompanyList({ ...common, format: 'csv', path: files.list });
    expect([networks.ok, list.ok]).toEqual([true, true]);
    await mergeLayers({ ...common, location: 'full' });

    const whitelist = openWhitelist(folder);
    const { all, samples } = judge(files.truth, whitelist, 3);
    whitelist.close();
    const sampled = (outcome: string): string =>
      samples.flatMap((sample) => (sample.outcome === outcome ? [JSON.stringify(sample)] : [])).join('\n');
    expect(all.networks).toBe(6_000);
    expect(all.known).toBeGreaterThan(3_000);
    expect(precisionOf(all), sampled('wrong')).toBeGreaterThanOrEqual(0.99);
    expect(recallOf(all), sampled('missed')).toBeGreaterThanOrEqual(0.95);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
