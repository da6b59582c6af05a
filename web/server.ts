/** Renders a page on the server. */
import { render as renderComponent } from 'svelte/server'
import type { PageData } from '../server/explorer/page-data.ts'
import App from './App.svelte'
import { Explorer } from './explorer.svelte.ts'
import * as pages from './pages.ts'

export function render(data: PageData): { head: string; body: string } {
  const { head, body } = renderComponent(App, { props: { explorer: new Explorer(data, pages) } })
  return { head, body }
}
