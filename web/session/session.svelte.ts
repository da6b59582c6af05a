/**
 * Who is signed in: an access token of our own OpenID Connect provider (code flow with PKCE). It is kept for this tab
 * only, and is gone with it.
 */
import { type Answer, Bearer, connect, type Fichero } from '../../client/index.ts'
// role names are those of the declarations below v6.0.0
import * as v400 from '../../client/operations/v4.0.0.ts'
import * as obp from '../../client/operations/v6.0.0.ts'
import type { Explorer } from '../explorer.svelte.ts'
import type { Tokens } from './sign-in.ts'

export interface Entitlement {
  entitlement_id: string
  role_name: string
  bank_id: string
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

/** Where a user stands with a role: `banks` where it is held, or asked for; '' is the system. */
export interface RoleState {
  held: readonly string[]
  requested: readonly EntitlementRequest[]
  refused: readonly EntitlementRequest[]
}

const stored = 'session'

export class Session {
  username: string | null = $state(null)
  isKnown = $state(false)
  entitlements: readonly Entitlement[] = $state.raw([])
  requests: readonly EntitlementRequest[] = $state.raw([])
  /** banks that placeholders can be filled from */
  banks: readonly { id: string; name: string }[] = $state.raw([])
  private tokens: Tokens | null = null
  private watching: ReturnType<typeof setTimeout> | undefined
  private refreshing: Promise<void> | undefined
  private readonly explorer: Explorer
  /** calls the API as the user who is signed in, or as nobody */
  readonly api: Fichero

  constructor(explorer: Explorer) {
    this.explorer = explorer
    this.api = connect({
      url: '',
      credentials: async () => {
        await this.renew()
        return this.tokens ? Bearer(this.tokens.access) : undefined
      },
    })
  }

  get isSignedIn(): boolean {
    return this.username !== null
  }

  /** Takes up what this tab had before it was loaded anew, or what the provider has just sent it back with. */
  async restore(): Promise<void> {
    const isComingBack = location.pathname === '/signed-in'
    try {
      if (isComingBack) await this.comeBack()
      else await this.takeUp()
    } catch {
      // a server that is away for a moment ends nothing
      if (isComingBack) {
        this.forget()
        this.explorer.announcement = this.explorer.say('signInFailed')
      }
    } finally {
      this.isKnown = true
    }
    await this.loadBanks()
  }

  private async comeBack(): Promise<void> {
    const { completeSignIn } = await import('./sign-in.ts')
    const { tokens, returnTo } = await completeSignIn(this.explorer.data.publicUrl)
    this.keep(tokens)
    await this.meet()
    history.replaceState(null, '', returnTo)
    await this.explorer.go(returnTo)
  }

  private async takeUp(): Promise<void> {
    const text = sessionStorage.getItem(stored)
    if (!text) return
    this.tokens = JSON.parse(text) as Tokens
    await this.meet()
  }

  /** Leads to the provider, and back to this place. */
  async signIn(): Promise<void> {
    const { publicUrl, locale } = this.explorer.data
    const here = location.pathname + location.search
    // the provider knows one address of this server; cookies and callback are there
    if (new URL(publicUrl).origin !== location.origin) {
      location.assign(publicUrl + here)
      return
    }
    const { beginSignIn } = await import('./sign-in.ts')
    location.assign(await beginSignIn(publicUrl, locale, here))
  }

  async signOut(): Promise<void> {
    const { tokens } = this
    this.forget()
    // what was typed and answered is not for whoever comes next
    this.explorer.attempts.clear()
    sessionStorage.clear()
    if (!tokens) return
    const { signOutAddress } = await import('./sign-in.ts')
    location.assign(await signOutAddress(this.explorer.data.publicUrl, tokens))
  }

  stateOf(role: string): RoleState {
    const names = [role]
    return {
      held: this.entitlements.filter((each) => names.includes(each.role_name)).map(({ bank_id }) => bank_id),
      requested: this.requests.filter((each) => each.role_name === role && each.status === 'open'),
      refused: this.requests.filter((each) => each.role_name === role && each.status === 'refused'),
    }
  }

  holds(role: string, bankId = ''): boolean {
    return this.stateOf(role).held.includes(bankId)
  }

  /** Asks for a role at a bank, '' for the system; null where it worked, else what was answered. */
  async request(role: string, bankId: string): Promise<Answer<unknown> | null> {
    const answer = await this.api.send(obp.addEntitlementRequest, { body: { bank_id: bankId, role_name: role } })
    await this.refreshRoles()
    return answer.ok ? null : answer
  }

  async withdraw(requestId: string): Promise<void> {
    await this.api.send(obp.deleteEntitlementRequest, { path: { ENTITLEMENT_REQUEST_ID: requestId } })
    await this.refreshRoles()
  }

  /** Reads roles and requests again; while a request is open it does so by itself, so that a grant shows without reloading. */
  async refreshRoles(): Promise<void> {
    if (!this.isSignedIn) return
    const [held, asked] = await Promise.all([
      this.api.send(v400.getEntitlementsForCurrentUser),
      this.api.send(v400.getEntitlementRequestsForCurrentUser, { query: { status: 'all' } }),
    ])
    if (!this.isSignedIn) return
    if (held.ok) this.entitlements = held.json!.list
    if (asked.ok) this.requests = asked.json!.entitlement_requests as EntitlementRequest[]
    clearTimeout(this.watching)
    if (this.requests.some(({ status }) => status === 'open'))
      this.watching = setTimeout(() => void this.refreshRoles(), document.hidden ? 30_000 : 3000)
  }

  private async meet(): Promise<void> {
    const answer = await this.api.send(obp.getCurrentUser)
    if (!answer.ok) {
      if (answer.status === 401) this.forget()
      return
    }
    this.username = answer.json!.username
    await this.refreshRoles()
    await this.explorer.openGate()
  }

  private async loadBanks(): Promise<void> {
    const answer = await this.api.send(v400.getBanks)
    if (answer.ok) this.banks = answer.json!.banks.map(({ id, short_name }) => ({ id, name: short_name }))
  }

  /** Gets a new access token shortly before the old one ends; several calls at once wait for one. */
  private async renew(): Promise<void> {
    const { tokens } = this
    if (!tokens?.refresh || Date.now() < tokens.until - 30_000) return
    this.refreshing ??= import('./sign-in.ts')
      .then(({ refresh }) => refresh(this.explorer.data.publicUrl, tokens))
      .then(
        // who has signed out meanwhile stays signed out
        (renewed) => {
          if (this.tokens === tokens) this.keep(renewed)
        },
        (error) => {
          // refused for good, and not just unanswered (RFC 6749 5.2)
          if (error?.error === 'invalid_grant' && this.tokens === tokens) this.forget()
        },
      )
      .finally(() => {
        this.refreshing = undefined
      })
    await this.refreshing
  }

  private keep(tokens: Tokens): void {
    this.tokens = tokens
    sessionStorage.setItem(stored, JSON.stringify(tokens))
  }

  private forget(): void {
    clearTimeout(this.watching)
    sessionStorage.removeItem(stored)
    this.tokens = null
    this.username = null
    this.entitlements = []
    this.requests = []
  }
}
