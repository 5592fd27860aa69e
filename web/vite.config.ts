// SPDX-License-Identifier: Apache-2.0
// Three faces of one application: portal, workbench, kiosk. `npm run dev` shows them beside a
// running `credence serve` (CREDENCE_ADDRESS, 127.0.0.1:8080 when unset).
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const server = process.env.CREDENCE_ADDRESS ?? 'http://127.0.0.1:8080';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The server answers only to its own name and takes no submission from a foreign origin.
const proxy = Object.fromEntries(
  ['/api', '/log', '/healthz', '/feeds', '/plain'].map((path) => [
    path,
    { target: server, changeOrigin: true, headers: { origin: server } },
  ]),
);

// The page that a path belongs to, as the server picks it.
function face(url: string): string {
  if (/^\/(work|kiosk)(\/|\?|$)/.test(url)) return url.startsWith('/work') ? '/work.html' : '/kiosk.html';
  return /^\/(src|@|node_modules|assets)|\./.test(url) ? url : '/index.html';
}

const faces = {
  name: 'faces',
  configureServer(dev: { middlewares: { use(next: (q: { url?: string }, r: unknown, go: () => void) => void): void } }) {
    dev.middlewares.use((request, _, go) => {
      const url = request.url ?? '/';
      if (!Object.keys(proxy).some((path) => url.startsWith(path))) request.url = face(url);
      go();
    });
  },
};

export default defineConfig({
  plugins: [vue(), faces],
  resolve: { alias: { '@': here('./src') } },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: { host: '127.0.0.1', proxy },
  build: {
    outDir: process.env.CREDENCE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    // Nothing inline: the pages' policy allows our own files and nothing else.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: ['index.html', 'work.html', 'kiosk.html'].map(here) },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
