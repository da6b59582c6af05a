/** Parts of the script that come when they are wanted. */
import type { View } from '../server/explorer/page-data.ts'

export type Pages = typeof import('./pages.ts')

const inFirstPart: readonly View['kind'][] = ['home', 'operation', 'signed-in', 'not-found', 'too-long', 'gated']

/** Whether what is shown needs more than what every page begins with. */
export const isLater = ({ kind }: View): boolean => !inFirstPart.includes(kind)

export const loadPages = part('web/pages.ts', () => import('./pages.ts'))
export const loadSignIn = part('web/session/sign-in.ts', () => import('./session/sign-in.ts'))
export const loadAnswer = part('web/trying/AnswerView.svelte', () => import('./trying/AnswerView.svelte'))
export const loadSearch = part('web/tree/search.ts', () => import('./tree/search.ts'))
export const loadDifference = part('web/trying/difference.ts', () => import('./trying/difference.ts'))

/**
 * Loads a part once. Chromium never asks again for a module that did not come, so it is asked for by another address
 * then, which is the same file.
 * @param name of the source, as the server names its file in the page
 */
function part<Part>(name: string, load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined
  let failures = 0
  return () => {
    const now = loading ?? (failures === 0 ? load() : again<Part>(name, failures))
    if (!loading)
      now.catch(() => {
        failures += 1
        loading = undefined
      })
    loading = now
    return now
  }
}

function again<Part>(name: string, failures: number): Promise<Part> {
  const files = JSON.parse(document.querySelector<HTMLElement>('script[data-parts]')!.dataset.parts!)
  return import(/* @vite-ignore */ `${files[name]}?again=${failures}`)
}
