/** How the Explorer is built: `--ssr` makes what the server renders with, without it what the browser gets. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  root: new URL('..', import.meta.url).pathname,
  logLevel: 'warn',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: isSsrBuild
    ? {
        ssr: 'web/server.ts',
        outDir: 'web/built/server',
        rollupOptions: { output: { entryFileNames: 'server.js', codeSplitting: false } },
      }
    : {
        outDir: 'web/built/browser',
        manifest: 'manifest.json',
        // a data address would need another exception in the content security policy
        assetsInlineLimit: 0,
        // browsers that know `light-dark()`
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        // what comes later comes alone
        modulePreload: false,
        rollupOptions: { input: 'web/browser.ts' },
      },
  // what the server renders with is one file, that needs nothing of node_modules
  ssr: { noExternal: true },
}))
