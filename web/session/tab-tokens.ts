/**
 * The tokens of whoever is signed in: kept for this tab only, and renewed shortly before they end. A refresh token is sent
 * once at most, for the provider ends all tokens of a login where one comes twice: what is kept has it no more when it is
 * sent, and a tab that is a copy of another one does not use it. Without one, the provider's own session gives new tokens.
 */
import { Unreachable } from '../../client/index.ts'
import { loadSignIn } from '../parts.ts'
import { tabStorage } from '../storage.ts'
import { LoginLost } from './answering.ts'
import { lastLogOff } from './log-off.ts'
import type { Tokens } from './sign-in.ts'

const stored = 'session'
/** milliseconds before its end at which an access token is renewed */
const early = 30_000
/** by which other tabs know that somebody is signed in here: it tells nothing else, and goes with the tab */
const presence = 'signed in'
/** milliseconds in which a new tab is given tokens, or is left as it is */
const patienceToJoin = 5000

interface StoredTokens extends Tokens {
  /** which tab they are of */
  tab: string
  logOffBefore: string | null
}

export class TabTokens {
  current: Tokens | null = null
  private tab: string | undefined
  /** the last log-off in this browser before this tab asked for its first tokens */
  private logOffBefore: string | null = null
  /** ends what shows other tabs that somebody is signed in */
  private endPresence: (() => void) | null = null
  private renewing: Promise<void> | undefined
  private takingUp: Promise<boolean> | undefined
  private readonly publicUrl: string
  private readonly onEnd: () => void
  private readonly onLost: (user: string | null) => void

  /**
   * @param onEnd called where the provider says that they are good no more
   * @param onLost called where whoever they are of has to sign in again to go on
   */
  constructor(publicUrl: string, { onEnd, onLost }: { onEnd: () => void; onLost: (user: string | null) => void }) {
    this.publicUrl = publicUrl
    this.onEnd = onEnd
    this.onLost = onLost
  }

  /** Whether somebody has logged off since this tab asked for its first tokens, however clocks were set meanwhile. */
  get areOver(): boolean {
    return this.logOffBefore !== lastLogOff()
  }

  /** Takes up what this tab had before it was loaded anew, or was copied from; false where it had none. */
  takeUp(): Promise<boolean> {
    this.takingUp = this.takeUpKept()
    return this.takingUp
  }

  /** Gets tokens by the provider's own session, as nobody sees, where somebody is signed in in another tab; false where it gets none. */
  join(): Promise<boolean> {
    this.takingUp = this.joinOthers()
    return this.takingUp
  }

  private async joinOthers(): Promise<boolean> {
    try {
      if (!(await isSomebodyPresent())) return false
      const signal = AbortSignal.timeout(patienceToJoin)
      const late = new Promise<never>((_, reject) => signal.addEventListener('abort', reject))
      const { signInSilently } = await Promise.race([loadSignIn(), late])
      const tokens = await signInSilently(this.publicUrl, signal)
      await this.keep(tokens)
      return true
    } catch {
      // who wants to log on has the button
      return false
    }
  }

  private async takeUpKept(): Promise<boolean> {
    this.logOffBefore = lastLogOff()
    const text = tabStorage.get(stored)
    if (!text) return false
    const { tab, logOffBefore, ...tokens } = JSON.parse(text) as StoredTokens
    this.logOffBefore = logOffBefore
    const isOurs = await hold(tab)
    if (isOurs) this.tab = tab
    // those of another tab end with its login: a copy gets its own at once
    await this.keep(isOurs ? tokens : { ...tokens, refresh: null, until: 0 })
    return true
  }

  async keep(tokens: Tokens): Promise<void> {
    this.current = tokens
    this.endPresence ??= showPresence()
    if (!this.tab) {
      this.tab = crypto.randomUUID()
      await hold(this.tab)
    }
    // whoever has logged off meanwhile
    if (this.current === tokens) this.store(tokens, this.tab)
  }

  forget(): void {
    this.drop()
    tabStorage.remove(stored)
  }

  /**
   * An access token that is still good for a while; null where nobody is signed in. Several calls at once wait for one.
   * @throws Unreachable where it has ended and the provider does not answer, LoginLost where it cannot be had any more
   */
  async access(): Promise<string | null> {
    await this.takingUp
    const { current } = this
    if (!current) return null
    if (Date.now() >= current.until - early) {
      this.renewing ??= this.renew(current).finally(() => {
        this.renewing = undefined
      })
      await this.renewing
    }
    if (!this.current) throw new LoginLost()
    if (Date.now() >= this.current.until) throw new Unreachable('The login cannot be renewed just now.')
    return this.current.access
  }

  private async renew(tokens: Tokens): Promise<void> {
    // a refresh token is spent only by who can send it
    const signIn = await loadSignIn().catch(() => null)
    // whoever has gone meanwhile
    if (!signIn || this.current !== tokens) return
    const { refresh, signInSilently } = signIn
    const spent = { ...tokens, refresh: null }
    this.current = spent
    this.store(spent, this.tab!)
    try {
      const renewed = await (tokens.refresh ? refresh(this.publicUrl, tokens) : signInSilently(this.publicUrl))
      // who has signed out meanwhile stays signed out
      if (this.current !== spent) return
      // somebody else may have signed in meanwhile in another tab
      if (renewed.user === tokens.user) await this.keep(renewed)
      else this.lose(spent)
    } catch (error) {
      if (this.current !== spent) return
      const { error: code } = error as { error?: string }
      // refused for good, and not just unanswered (RFC 6749 5.2)
      if (code === 'invalid_grant') this.onEnd()
      // OpenID Connect Core 3.1.2.6
      else if (/^(login|consent|interaction)_required$/.test(code ?? '')) this.lose(spent)
    }
  }

  /** They stay where they are kept, so that a page that is loaded again knows whose it was. */
  private lose({ user }: Tokens): void {
    this.drop()
    this.onLost(user)
  }

  private drop(): void {
    this.current = null
    this.endPresence?.()
    this.endPresence = null
  }

  private store(tokens: Tokens, tab: string): void {
    tabStorage.setFirst(
      stored,
      JSON.stringify({ ...tokens, tab, logOffBefore: this.logOffBefore } satisfies StoredTokens),
    )
  }
}

/** Holds the name of a tab for as long as its page lives; false where another page does, which this one is a copy of. */
function hold(tab: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`tab ${tab}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        return lock && new Promise<void>(() => {})
      })
      // where storage is forbidden these are too, and no page is a copy
      .catch(() => resolve(true))
  })
}

function showPresence(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  // where storage is forbidden there are no locks either
  navigator.locks.request(presence, { mode: 'shared' }, () => promise).catch(() => {})
  return resolve
}

async function isSomebodyPresent(): Promise<boolean> {
  // without TLS there are no locks
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return held.some(({ name }) => name === presence)
}
