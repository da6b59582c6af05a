/** `web/build.ts [CHECKSUM]` builds the Explorer into `web/built/`: once for the browser, once for the server, and compressed beside each file. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const here = new URL('.', import.meta.url)
const built = new URL('built/', here)
const making = new URL(`built-${process.pid}/`, here)
const replaced = new URL(`built-replaced-${process.pid}/`, here)
const configFile = fileURLToPath(new URL('vite.config.ts', here))

for (const part of ['browser', 'server'])
  await build({
    configFile,
    build: { outDir: fileURLToPath(new URL(part, making)), ...(part === 'server' && { ssr: 'web/server.ts' }) },
  })

const assets = new URL('browser/assets/', making)
for (const name of await readdir(assets)) {
  const file = new URL(name, assets)
  const content = await readFile(file)
  await writeFile(new URL(`${name}.gz`, assets), gzipSync(content, { level: 9 }))
  await writeFile(
    new URL(`${name}.br`, assets),
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  )
}

// with what it was made of, so that nobody takes one build for another
await writeFile(new URL('made-of', making), process.argv[2] ?? '')
// whole or not at all: two scripts may build at once, and a server may be reading
await rename(built, replaced).catch((error) => {
  if (error.code !== 'ENOENT') throw error
})
await rename(making, built).catch((error) => {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
})
for (const gone of [making, replaced]) await rm(gone, { recursive: true, force: true })
