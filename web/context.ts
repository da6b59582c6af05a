/** Gives every component the explorer that it is part of. */
import { createContext } from 'svelte'
import type { Explorer } from './explorer.svelte.ts'

export const [getExplorer, setExplorer] = createContext<Explorer>()
