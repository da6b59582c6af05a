/** Wakes the page that the server has rendered. */
import { hydrate } from 'svelte'
import type { PageData } from '../server/explorer/page-data.ts'
import App from './App.svelte'
import { Explorer } from './explorer.svelte.ts'

const data = JSON.parse(document.getElementById('page-data')!.textContent!) as PageData
const explorer = new Explorer(data)
hydrate(App, { target: document.getElementById('app')!, props: { explorer } })
explorer.start()
