/** How a person works a page: with a pointer, or with nothing but a keyboard. */
import type { Locator, Page } from 'playwright-core'

export interface Hands {
  /** follows a link, pushes a button */
  press(what: Locator): Promise<void>
  /** ticks what is not ticked */
  tick(what: Locator): Promise<void>
  /** writes into a field in place of what is there */
  write(what: Locator, text: string): Promise<void>
}

export const withPointer: Hands = {
  press: (what) => what.click(),
  tick: (what) => what.check(),
  write: (what, text) => what.fill(text),
}

/** Most steps from one end of a page to the other. */
const mostSteps = 500

export function withKeyboard(page: Page): Hands {
  /** @throws where the Tab key does not lead there */
  async function reach(what: Locator) {
    await what.waitFor()
    for (let step = 0; step < mostSteps; step++) {
      if (await what.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not lead to ${what}.`)
  }
  return {
    async press(what) {
      await reach(what)
      await page.keyboard.press('Enter')
    },
    async tick(what) {
      await reach(what)
      if (!(await what.isChecked())) await page.keyboard.press('Space')
    },
    async write(what, text) {
      await reach(what)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
  }
}
