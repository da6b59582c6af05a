/** Wakes the page that the server has rendered. */
import { hydrate } from 'svelte'
import type { PageData } from '../server/explorer/page-data.ts'
import App from './App.svelte'
import { Explorer } from './explorer.svelte.ts'
import { isLater, loadPages } from './parts.ts'

const data = JSON.parse(document.getElementById('page-data')!.textContent!) as PageData
const explorer = new Explorer(data, isLater(data.view) ? await surely(loadPages) : null)
hydrate(App, { target: document.getElementById('app')!, props: { explorer } })
explorer.start()

/** The page can be read, and is awake as soon as the server gives what wakes it. */
async function surely<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;)
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2000))
    }
}
