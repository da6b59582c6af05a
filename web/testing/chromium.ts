/** A real browser for tests: the machine's Chromium, else the one that ships inside an npm package. */
import { access } from 'node:fs/promises'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function openChromium(): Promise<Browser> {
  for (const executablePath of installed) {
    const isThere = await access(executablePath).then(
      () => true,
      () => false,
    )
    // who is root gets no sandbox from Chromium
    if (isThere) return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  }
  // in one process it would end with the first context that is closed
  const args = packaged.args.filter((arg) => arg !== '--single-process')
  return chromium.launch({ executablePath: await packaged.executablePath(), args })
}
