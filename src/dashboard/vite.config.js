// Builds the dashboard into dist/dashboard: one page, hashed files under /assets/, nothing inline.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: `${here}../../dist/dashboard`,
    emptyOutDir: true,
    target: 'es2022',
    // The page's content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1024,
  },
});
