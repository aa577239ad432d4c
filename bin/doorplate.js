#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/server/doorplate.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('Doorplate is not built yet. Run: npm run build\n');
  process.exitCode = 1;
}
