import { build } from 'esbuild';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, shippedFile } from '../../src/settings/package-root.ts';

/** A change to the product's source that keeps an address where it must not be. */
export type Plant = { readonly file: string; readonly text: string; readonly leaky: string };

/** Builds the server with leaks planted in it and returns the program; throws when a planted line is not there any more. */
export async function buildLeaky(name: string, plants: readonly Plant[]): Promise<string> {
  const outdir = shippedFile('dist', 'leaky', name);
  mkdirSync(outdir, { recursive: true });
  const planted = new Set<Plant>();
  await build({
    absWorkingDir: packageRoot(),
    entryPoints: { doorplate: 'src/serve/doorplate.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'plant-leak',
        setup(setup) {
          setup.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
            let contents = readFileSync(path, 'utf8');
            for (const plant of plants) {
              if (!path.endsWith(plant.file)) continue;
              if (!contents.includes(plant.text)) throw new Error(`nothing to plant at in ${plant.file}`);
              contents = contents.replace(plant.text, plant.leaky);
              planted.add(plant);
            }
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  if (planted.size !== plants.length) throw new Error('a leak was not planted');
  return join(outdir, 'doorplate.js');
}
