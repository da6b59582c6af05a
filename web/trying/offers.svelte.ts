/** What the placeholders of a path can be filled with: what this person can see, asked for when a field is opened. */
import * as v140 from '../../client/operations/v1.4.0.ts'
import * as v310 from '../../client/operations/v3.1.0.ts'
import * as v600 from '../../client/operations/v6.0.0.ts'
import { alwaysAnswers, isAway } from '../session/answering.ts'
import type { Session } from '../session/session.svelte.ts'
import type { Attempts } from './attempts.svelte.ts'
import { type Offer, withoutDoubles } from './placeholders.ts'

/** How many a list asks for: who has more types the rest. */
const limit = 200

/** undefined where the server was away, and may be asked again. */
type Asking = () => Promise<Offer[] | undefined>

/** For the page of one operation: it goes with its user. */
export class Offers {
  private found: Readonly<Record<string, readonly Offer[]>> = $state.raw({})
  private readonly asked = new Set<string>()
  private readonly session: Session
  private readonly attempts: Attempts

  constructor(session: Session, attempts: Attempts) {
    this.session = session
    this.attempts = attempts
  }

  /** What is known by now, own things first. */
  of(placeholder: string, bankId: string): Offer[] {
    return withoutDoubles([
      ...this.own(placeholder),
      ...(this.found[this.keyOf(placeholder, bankId)] ?? []),
      ...(this.attempts.seen[placeholder] ?? []),
    ])
  }

  /** Asks what the person may ask, once; in an effect anew where they may ask more, as their roles come. */
  async open(placeholder: string, bankId: string): Promise<void> {
    const key = this.keyOf(placeholder, bankId)
    const ask = this.asking(placeholder, bankId)
    if (!ask || this.asked.has(key)) return
    this.asked.add(key)
    const offers = await ask()
    if (offers) this.found = { ...this.found, [key]: offers }
    else this.asked.delete(key)
  }

  /** What needs no call. */
  private own(placeholder: string): Offer[] {
    const { banks, userId, username } = this.session
    if (placeholder === 'BANK_ID') return banks.map(({ id, name }) => ({ value: id, name }))
    if (userId === null || username === null) return []
    if (placeholder === 'USER_ID') return [{ value: userId, name: username }]
    return placeholder === 'USERNAME' ? [{ value: username, name: '' }] : []
  }

  /** Null where there is nothing that this person is allowed to ask. */
  private asking(placeholder: string, bankId: string): Asking | null {
    const { session } = this
    if (!session.isSignedIn) return null
    const api = alwaysAnswers(session.api)
    const seesAll = this.seesAll(placeholder)
    const query = { limit }
    switch (placeholder) {
      case 'CUSTOMER_ID':
        if (!session.banks.some(({ id }) => id === bankId)) return null
        return async () => {
          const answer = await api.send(v140.getCustomer, { path: { BANK_ID: bankId } })
          if (!answer.ok) return isAway(answer) ? undefined : []
          const { customer_id, legal_name, customer_number } = answer.json!
          return [{ value: customer_id, name: `${legal_name} · ${customer_number}` }]
        }
      case 'CONSUMER_ID':
        return async () => {
          const answer = seesAll
            ? await api.send(v310.getConsumers, { query })
            : await api.send(v310.getConsumersForCurrentUser)
          if (!answer.ok) return isAway(answer) ? undefined : []
          return answer.json!.consumers.map(({ consumer_id, app_name }) => ({ value: consumer_id, name: app_name }))
        }
      case 'USER_ID':
      case 'USERNAME':
        if (!seesAll) return null
        return async () => {
          const answer = await api.send(v600.getUsers, { query })
          if (!answer.ok) return isAway(answer) ? undefined : []
          return answer.json!.users.map(({ user_id, username }) =>
            placeholder === 'USER_ID' ? { value: user_id, name: username } : { value: username, name: '' },
          )
        }
      default:
        return null
    }
  }

  private seesAll(placeholder: string): boolean {
    const role = readers[placeholder]
    return role !== undefined && this.session.roles.holds(role)
  }

  /** Customers are those of a bank, and who has a role sees more. */
  private keyOf(placeholder: string, bankId: string): string {
    return [placeholder, placeholder === 'CUSTOMER_ID' ? bankId : '', this.seesAll(placeholder)].join(' ')
  }
}

/** Roles of those who see all of a kind. */
const readers: Record<string, string> = {
  CONSUMER_ID: 'CanGetConsumers',
  USER_ID: 'CanGetAnyUser',
  USERNAME: 'CanGetAnyUser',
}
