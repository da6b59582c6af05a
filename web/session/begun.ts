/** The sign-in that this tab has begun: kept until somebody is back from it. */
import { tabStorage } from '../storage.ts'

/** What shows that an answer is to a question of this tab. */
export interface Proof {
  verifier: string
  state: string
}

export interface Begun extends Proof {
  returnTo: string
  /** who has typed what this tab keeps, where their login was lost; null where it may be anybody's */
  user: string | null
  /** that the answer to it did not come */
  isMissed?: boolean
}

/** The browser keeps nothing for this page, which could not know who comes back. */
export class StorageMissing extends Error {}

const stored = 'sign-in'

/** False where the browser keeps nothing. */
export const keepBegun = (begun: Begun): boolean => tabStorage.setFirst(stored, JSON.stringify(begun))

/** The sign-in that this tab has begun and not completed; null where there is none. */
export function signInBegun(): Begun | null {
  const text = tabStorage.get(stored)
  return text === null ? null : (JSON.parse(text) as Begun)
}

export const forgetSignIn = (): void => tabStorage.remove(stored)
