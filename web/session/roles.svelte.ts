/** The roles of whoever is signed in, and those that they have asked for. */
import type { Answer, Fichero } from '../../client/index.ts'
// role names are those of the declarations below v6.0.0
import * as v400 from '../../client/operations/v4.0.0.ts'
import * as obp from '../../client/operations/v6.0.0.ts'
import { type Answering, alwaysAnswers, isAway } from './answering.ts'

export interface Entitlement {
  entitlement_id: string
  role_name: string
  bank_id: string
  /** when it ceases to count; absent: never */
  expires?: string
}

export interface EntitlementRequest {
  entitlement_request_id: string
  role_name: string
  bank_id: string
  created: string
  status: 'open' | 'granted' | 'refused'
  reason: string
  user: { user_id: string; username: string }
}

/** Where a user stands with a role: where it is held, was held until it expired, and was asked for; '' is the system. */
export interface RoleState {
  held: readonly Entitlement[]
  expired: readonly Entitlement[]
  requested: readonly EntitlementRequest[]
  refused: readonly EntitlementRequest[]
}

/** milliseconds until the server is asked again */
const patience = () => (document.hidden ? 30_000 : 3000)
/** milliseconds for which one look is enough: who comes back to a tab is told of by several events */
const enough = 3000
/** milliseconds; no clock of a machine that slept is trusted for longer */
const long = 60_000

export class Roles {
  entitlements: readonly Entitlement[] = $state.raw([])
  expired: readonly Entitlement[] = $state.raw([])
  requests: readonly EntitlementRequest[] = $state.raw([])
  /** whether the server has said what is held */
  isKnown = false
  private watching: ReturnType<typeof setTimeout> | undefined
  private expiring: ReturnType<typeof setTimeout> | undefined
  private turn = 0
  private readonly api: Answering
  private readonly userId: () => string | null

  /** @param userId of who is signed in */
  constructor(api: Fichero, userId: () => string | null) {
    this.api = alwaysAnswers(api)
    this.userId = userId
  }

  /** Who comes back to the tab sees what was given or taken, or has expired, meanwhile. */
  watch(): void {
    let looked = Number.NEGATIVE_INFINITY
    const look = () => {
      const isJustLooked = performance.now() - looked < enough && this.nextExpiry() > Date.now()
      if (document.hidden || isJustLooked) return
      looked = performance.now()
      void this.refresh()
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('focus', look)
  }

  stateOf(role: string): RoleState {
    const named = <Placed extends { role_name: string }>(list: readonly Placed[]) =>
      list.filter((each) => each.role_name === role)
    // oldest first: the last one at a place says what came of it
    const last = [...new Map(named(this.requests).map((each) => [each.bank_id, each])).values()]
    return {
      held: named(this.entitlements),
      expired: named(this.expired),
      requested: last.filter(({ status }) => status === 'open'),
      refused: last.filter(({ status, bank_id }) => status === 'refused' && !this.holds(role, bank_id)),
    }
  }

  holds(role: string, bankId = ''): boolean {
    return this.entitlements.some(({ role_name, bank_id }) => role_name === role && bank_id === bankId)
  }

  hasAskedFor(role: string, bankId: string): boolean {
    return this.stateOf(role).requested.some(({ bank_id }) => bank_id === bankId)
  }

  /** Asks for a role at a bank, '' for the system; null where it worked, else what was answered. */
  async request(role: string, bankId: string): Promise<Answer<unknown> | null> {
    const answer = await this.api.send(obp.addEntitlementRequest, { body: { bank_id: bankId, role_name: role } })
    await this.refresh()
    return answer.ok ? null : answer
  }

  /**
   * Gives a role to who is signed in, as a super admin may; null where it worked, else what was answered.
   * @param expires null: for good
   */
  async take(role: string, bankId: string, expires: string | null): Promise<Answer<unknown> | null> {
    const answer = await this.api.send(v400.addEntitlement, {
      path: { USER_ID: this.userId() ?? '' },
      body: { bank_id: bankId, role_name: role, expires },
    })
    await this.refresh()
    return answer.ok ? null : answer
  }

  /** Takes a request back; null where it worked, else what was answered. */
  async withdraw(requestId: string): Promise<Answer<unknown> | null> {
    const answer = await this.api.send(obp.deleteEntitlementRequest, { path: { ENTITLEMENT_REQUEST_ID: requestId } })
    await this.refresh()
    return answer.ok ? null : answer
  }

  /** Reads roles and requests again; while a request is open or the server is away it does so by itself, so that a grant shows without reloading. */
  async refresh(): Promise<void> {
    if (this.userId() === null) return
    this.turn += 1
    const { turn } = this
    const [held, expired, asked] = await Promise.all([
      this.api.send(v400.getEntitlementsForCurrentUser),
      this.api.send(v400.getEntitlementsForCurrentUser, { query: { status: 'expired' } }),
      this.api.send(v400.getEntitlementRequestsForCurrentUser, { query: { status: 'all' } }),
    ])
    // a later look knows better, and nobody's roles are those of who was signed in
    if (turn !== this.turn) return
    if (held.ok) this.entitlements = held.json!.list
    this.isKnown ||= held.ok
    if (expired.ok) this.expired = expired.json!.list
    if (asked.ok) this.requests = asked.json!.entitlement_requests as EntitlementRequest[]
    clearTimeout(this.watching)
    if ([held, expired, asked].some(isAway) || this.requests.some(({ status }) => status === 'open'))
      this.watching = setTimeout(() => void this.refresh(), patience())
    this.awaitExpiry()
  }

  /** Looks again when a role should have expired; whether it has, the server says. */
  private awaitExpiry(): void {
    clearTimeout(this.expiring)
    const left = this.nextExpiry() - Date.now()
    if (left < Number.POSITIVE_INFINITY)
      this.expiring = setTimeout(() => this.check(), left > 0 ? Math.min(left, long) : patience())
  }

  private check(): void {
    if (this.nextExpiry() <= Date.now()) void this.refresh()
    else this.awaitExpiry()
  }

  /** in milliseconds since 1970 */
  private nextExpiry(): number {
    const instants = this.entitlements.flatMap(({ expires }) => (expires ? [Date.parse(expires)] : []))
    return Math.min(...instants, Number.POSITIVE_INFINITY)
  }

  forget(): void {
    this.turn += 1
    clearTimeout(this.watching)
    clearTimeout(this.expiring)
    this.isKnown = false
    this.entitlements = []
    this.expired = []
    this.requests = []
  }
}
