/** How the Explorer is built: `--ssr` makes what the server renders with, without it what the browser gets. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Rolldown } from 'vite'

/** What every page begins with is one file, whoever else needs a part of it; null: as it is. */
const partOf = (id: string, chunking: Rolldown.ChunkingContext): string | null => {
  const seen = new Set<string>()
  const isFirst = (each: string): boolean => {
    if (seen.has(each)) return false
    seen.add(each)
    const about = chunking.getModuleInfo(each)
    return about !== null && (about.isEntry || about.importers.some(isFirst))
  }
  // what begins waits for other files, which must not wait for it
  return isFirst(id) && !chunking.getModuleInfo(id)?.isEntry ? 'first' : null
}

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
        rollupOptions: {
          input: 'web/browser.ts',
          // each file of its own costs a page the headers of an answer
          output: { codeSplitting: { groups: [{ name: partOf, debugName: 'first' }] } },
        },
      },
  // what the server renders with is one file, that needs nothing of node_modules
  ssr: { noExternal: true },
}))
