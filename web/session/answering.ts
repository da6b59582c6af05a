/** Calls that always get an answer: a server that is away is one too, of the status 0, and a login that was lost is a 401. */
import { type Answer, type Fichero, Unreachable } from '../../client/index.ts'

export type Answering = Pick<Fichero, 'send'>

/** The login that a call was to be sent with was lost: it is not sent, for nobody meant to send it as nobody. */
export class LoginLost extends Error {}

export function alwaysAnswers(api: Fichero): Answering {
  return {
    async send(...call) {
      try {
        return await api.send(...call)
      } catch (error) {
        if (error instanceof LoginLost) return { ...nothing, status: 401, headers: new Headers() }
        if (!(error instanceof Unreachable)) throw error
        return { ...nothing, headers: new Headers() }
      }
    },
  }
}

export const isAway = ({ status }: Pick<Answer<unknown>, 'status'>): boolean => status === 0

/** Whether what a call names is not there: OBP answers 400 where it is a collection of operations. */
export const isMissing = ({ status, json }: Pick<Answer<unknown>, 'status' | 'json'>): boolean =>
  status === 404 || /^OBP-30079/.test((json as { message?: string } | undefined)?.message ?? '')

const nothing = { ok: false, status: 0, text: '', json: undefined, correlationId: null, duration: 0, size: 0 } as const
