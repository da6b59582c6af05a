/**
 * Who is signed in: an access token of our own OpenID Connect provider (code flow with PKCE). It is kept for this tab
 * only, and is gone with it.
 */
import type { Explorer } from '../explorer.svelte.ts'
import { type Answer, type Ask, ask } from './ask.ts'
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

  constructor(explorer: Explorer) {
    this.explorer = explorer
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
      this.forget()
      if (isComingBack) this.explorer.announcement = this.explorer.say('signInFailed')
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
    if (!tokens) return
    const { signOutAddress } = await import('./sign-in.ts')
    location.assign(await signOutAddress(this.explorer.data.publicUrl, tokens))
  }

  /** Calls the API as the user who is signed in, or as nobody. */
  async send(what: Ask): Promise<Answer> {
    await this.renew()
    return ask({ ...what, headers: { ...this.credentials(), ...what.headers } })
  }

  credentials(): Record<string, string> {
    return this.tokens ? { Authorization: `Bearer ${this.tokens.access}` } : {}
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
  async request(role: string, bankId: string): Promise<Answer | null> {
    const answer = await this.send({
      verb: 'POST',
      path: '/obp/v4.0.0/entitlement-requests',
      body: JSON.stringify({ bank_id: bankId, role_name: role }),
    })
    await this.refreshRoles()
    return answer.status === 201 ? null : answer
  }

  async withdraw(requestId: string): Promise<void> {
    await this.send({ verb: 'DELETE', path: `/obp/v4.0.0/entitlement-requests/${requestId}` })
    await this.refreshRoles()
  }

  /** Reads roles and requests again; while a request is open it does so by itself, so that a grant shows without reloading. */
  async refreshRoles(): Promise<void> {
    if (!this.isSignedIn) return
    const [held, asked] = await Promise.all([
      this.send({ verb: 'GET', path: '/obp/v4.0.0/my/entitlements' }),
      this.send({ verb: 'GET', path: '/obp/v4.0.0/my/entitlement-requests?status=all' }),
    ])
    if (held.status === 200) this.entitlements = (held.json as { list: Entitlement[] }).list
    if (asked.status === 200)
      this.requests = (asked.json as { entitlement_requests: EntitlementRequest[] }).entitlement_requests
    clearTimeout(this.watching)
    if (this.requests.some(({ status }) => status === 'open'))
      this.watching = setTimeout(() => void this.refreshRoles(), document.hidden ? 30_000 : 3000)
  }

  private async meet(): Promise<void> {
    const answer = await this.send({ verb: 'GET', path: '/obp/v6.0.0/users/current' })
    if (answer.status !== 200) {
      this.forget()
      return
    }
    this.username = (answer.json as { username: string }).username
    await this.refreshRoles()
  }

  private async loadBanks(): Promise<void> {
    const answer = await this.send({ verb: 'GET', path: '/obp/v4.0.0/banks' })
    if (answer.status === 200)
      this.banks = (answer.json as { banks: { id: string; short_name: string }[] }).banks.map(({ id, short_name }) => ({
        id,
        name: short_name,
      }))
  }

  /** Gets a new access token shortly before the old one ends; several calls at once wait for one. */
  private async renew(): Promise<void> {
    const { tokens } = this
    if (!tokens?.refresh || Date.now() < tokens.until - 30_000) return
    this.refreshing ??= import('./sign-in.ts')
      .then(({ refresh }) => refresh(this.explorer.data.publicUrl, tokens))
      .then(
        (renewed) => this.keep(renewed),
        () => this.forget(),
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
