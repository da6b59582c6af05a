/** Who is signed in at our own OpenID Connect provider, in this tab. */
import { Bearer, connect, type Fichero } from '../../client/index.ts'
import * as v400 from '../../client/operations/v4.0.0.ts'
import * as obp from '../../client/operations/v6.0.0.ts'
import type { Explorer } from '../explorer.svelte.ts'
import { loadSignIn } from '../parts.ts'
import { tabStorage } from '../storage.ts'
import { LoginLost } from './answering.ts'
import { type Begun, forgetSignIn, keepBegun, StorageMissing, signInBegun } from './begun.ts'
import { Inactivity } from './inactivity.svelte.ts'
import { onLogOff, tellLogOff } from './log-off.ts'
import { Roles } from './roles.svelte.ts'
import type { Tokens } from './sign-in.ts'
import { TabTokens } from './tab-tokens.ts'

/** milliseconds until a server that was away is asked again */
const patience = 5000
/** milliseconds in which the provider is told that somebody logs off, and its page comes */
const patienceOfLeaving = 5000

export class Session {
  username: string | null = $state(null)
  userId: string | null = null
  isKnown = $state(false)
  /**
   * What the server could not be asked, or told, because it is away: to sign in, who has come back from there, to sign
   * out. That there is no login any more: lost, or ended by the server. That the browser keeps nothing, or has no TLS,
   * without which it does not do what a login takes.
   */
  missed: 'sign-in' | 'return' | 'sign-out' | 'session' | 'ended' | 'storage' | 'tls' | null = $state(null)
  /** somebody has signed in, and the page where they began has not come */
  isArriving = $state(false)
  /** the provider is being told that somebody logs off: who logged on before it knows would need no password */
  isLeaving = $state(false)
  /** banks that placeholders can be filled from */
  banks: readonly { id: string; name: string }[] = $state.raw([])
  /** calls the API as the user who is signed in, or as nobody */
  readonly api: Fichero
  readonly roles: Roles
  readonly inactivity: Inactivity
  private readonly tokens: TabTokens
  private readonly explorer: Explorer
  /** whose login was lost, and whose page this still is */
  private lostUser: string | null = null

  constructor(explorer: Explorer) {
    this.explorer = explorer
    this.tokens = new TabTokens(explorer.data.publicUrl, {
      onEnd: () => this.endByServer(),
      onLost: (user) => this.lose(user),
    })
    this.api = this.apiThrough(globalThis.fetch)
    this.roles = new Roles(this.api, () => this.userId)
    // the other tabs count for themselves
    this.inactivity = new Inactivity(() => void this.signOutHere())
  }

  /** As `api`, for who has to see what is sent. */
  apiThrough(fetch: typeof globalThis.fetch): Fichero {
    return connect({
      url: '',
      credentials: async () => {
        const { current } = this.tokens
        this.inactivity.check()
        if (current && !this.tokens.current) throw new LoginLost()
        const access = await this.tokens.access()
        return access === null ? undefined : Bearer(access)
      },
      fetch,
    })
  }

  get isSignedIn(): boolean {
    return this.username !== null
  }

  /** Takes up what this tab had before it was loaded anew, or what the provider has just sent it back with. */
  async restore(): Promise<void> {
    // who comes back to a page that was left finds it as it was
    addEventListener('pageshow', () => (this.isLeaving = false))
    onLogOff(() => void this.followOut())
    this.inactivity.watch()
    this.roles.watch()
    try {
      if (location.pathname === '/signed-in') await this.comeBack()
      else if (await this.tokens.takeUp()) await this.meet({ isNew: false })
      else if (!this.lookBack() && !this.inactivity.isLong() && (await this.tokens.join()))
        await this.meet({ isNew: false })
    } catch {
      this.end()
      this.explorer.announcement = this.explorer.say('signInFailed')
    } finally {
      this.isKnown = true
    }
    await this.loadBanks()
  }

  private async comeBack(): Promise<void> {
    // a page that is loaded again here has its tokens already, and its code was good once
    const hadTokens = await this.tokens.takeUp()
    const begun = signInBegun()
    if (!hadTokens) {
      const tokens = await this.tokensBroughtBack(begun)
      if (!tokens) return this.arrive()
      // what one has typed is not for another, nor is it in an address
      if (begun?.user && begun.user !== tokens.user) this.end()
      await this.tokens.keep(tokens)
    }
    await this.meet({ isNew: !hadTokens })
    await this.arrive()
  }

  /** Null where nobody knows whether there are any. @throws where this tab has not begun it, or the provider refuses */
  private async tokensBroughtBack(begun: Begun | null): Promise<Tokens | null> {
    const part = await loadSignIn()
      .catch(loadSignIn)
      .catch(() => null)
    if (!part && begun) this.stumble(begun, { isNew: true })
    return (
      (await part?.completeSignIn(this.explorer.data.publicUrl).catch((error) => {
        if (!begun || !part.isStumble(error)) throw error
        this.stumble(begun, { isNew: !part.isSpent(error) })
      })) ?? null
    )
  }

  /** Goes to where the sign-in was begun. */
  async arrive(): Promise<void> {
    const begun = signInBegun()
    const isThere = await this.explorer.go(begun?.returnTo ?? this.explorer.link('/'), { replaces: true })
    const isSignedIn = this.tokens.current !== null
    this.isArriving = isSignedIn && !isThere
    // it tells whose drafts these are as long as nobody has come back to them
    if (isThere && (isSignedIn || !begun?.user)) forgetSignIn()
  }

  /** Nobody knows whether the sign-in went well: who tries again finds what they typed. */
  private stumble(begun: Begun, { isNew }: { isNew: boolean }): void {
    // for who loads the page again
    keepBegun({ ...begun, isMissed: true })
    this.lostUser = begun.user
    this.missed = 'return'
    // it waits for them as long as they would stay signed in
    if (begun.user) this.inactivity.start({ isNew })
  }

  /** A sign-in that was begun here by who has to try again, or has turned back; false where there is none. */
  private lookBack(): boolean {
    const begun = signInBegun()
    if (begun?.isMissed) this.stumble(begun, { isNew: false })
    else if (begun?.user) this.end()
    else return false
    return true
  }

  /** Leads to the provider, and back to this place. */
  async signIn(): Promise<void> {
    if (this.isLeaving) return
    const { publicUrl, locale } = this.explorer.data
    // the page of a failed login is nothing to come back to
    const isFailed = location.pathname === '/signed-in'
    const here = isFailed
      ? (signInBegun()?.returnTo ?? this.explorer.link('/'))
      : location.pathname + location.search + location.hash
    // the provider knows one address of this server; cookies and callback are there
    if (new URL(publicUrl).origin !== location.origin) {
      location.assign(publicUrl + here)
      return
    }
    this.missed = null
    if (!isSecureContext) {
      this.missed = 'tls'
      return
    }
    const part = await this.explorer.partOf(loadSignIn)
    if (!part) {
      this.missed = 'sign-in'
      return
    }
    try {
      const address = await part.beginSignIn(publicUrl, locale, { returnTo: here, user: this.lostUser })
      // those of a tab whose server was away would be taken for the new ones
      this.tokens.forget()
      location.assign(address)
    } catch (error) {
      this.missed = error instanceof StorageMissing ? 'storage' : 'sign-in'
    }
  }

  /** Signs all tabs out. */
  async signOut(): Promise<void> {
    tellLogOff()
    await this.signOutHere()
  }

  /** Another tab signs out, and ends the login at the provider: this one has tokens of its own. */
  private async followOut(): Promise<void> {
    const { current } = this.tokens
    if (!current && !this.lostUser) return
    this.end()
    if (!current) return
    try {
      const { revoke } = await loadSignIn()
      await revoke(this.explorer.data.publicUrl, current, AbortSignal.timeout(patienceOfLeaving))
    } catch {
      this.missed = 'sign-out'
    }
  }

  /** Signs this tab out, whatever the server says; then ends tokens and login there. */
  private async signOutHere(): Promise<void> {
    const { current } = this.tokens
    this.end()
    if (!current) return
    this.isLeaving = true
    const signal = AbortSignal.timeout(patienceOfLeaving)
    const fail = () => {
      if (!this.isLeaving) return
      this.missed = 'sign-out'
      this.isLeaving = false
    }
    // whatever hangs: the script, an answer, or the provider's page
    signal.addEventListener('abort', fail)
    try {
      const { endTokens } = await loadSignIn()
      location.assign(await endTokens(this.explorer.data.publicUrl, current, signal))
    } catch {
      fail()
    }
  }

  /** Asks who the tokens of this tab are of. A server that is away for a moment ends nothing, and is asked again. */
  private async meet({ isNew }: { isNew: boolean }): Promise<void> {
    // somebody logged off while this tab was loaded, or got its tokens
    if (this.tokens.areOver) return this.followOut()
    // to renew tokens and to end them, be there a server then or not
    void loadSignIn().catch(() => {})
    // whoever it is, and whatever the server says of it later
    this.inactivity.start({ isNew })
    const answer = await this.api.send(obp.getCurrentUser).catch(() => null)
    // it was lost on the way
    if (!this.tokens.current) return
    if (answer?.status === 401) return this.endByServer()
    if (!answer?.ok) {
      setTimeout(() => this.tokens.current && void this.meet({ isNew: false }), patience)
      return
    }
    this.userId = answer.json!.user_id
    this.username = answer.json!.username
    await Promise.all([this.roles.refresh(), this.learnTimeout(), this.explorer.collections.read()])
    await this.explorer.openGate()
  }

  private async learnTimeout(): Promise<void> {
    const answer = await this.api.send(obp.suggestedSessionTimeout).catch(() => null)
    if (this.isSignedIn && answer?.ok) this.inactivity.learn(Number(answer.json!.timeout_in_seconds))
  }

  private async loadBanks(): Promise<void> {
    const answer = await this.api.send(v400.getBanks).catch(() => null)
    if (answer?.ok) this.banks = answer.json!.banks.map(({ id, short_name }) => ({ id, name: short_name }))
  }

  /** Nobody is signed in any more, but what they have typed waits for them for as long as they would stay signed in. */
  private lose(user: string | null): void {
    this.lostUser = user
    this.missed = 'session'
    this.leave()
  }

  /** Somebody has ended the login there, and whoever sits here is told. */
  private endByServer(): void {
    this.end()
    this.missed = 'ended'
  }

  /** Ends the session in this tab, whatever ended it: nothing is left for whoever comes next. */
  private end(): void {
    this.inactivity.stop()
    this.tokens.forget()
    this.lostUser = null
    if (this.missed === 'session' || this.missed === 'return') this.missed = null
    this.leave()
    this.explorer.forgetUser()
    tabStorage.clear()
  }

  private leave(): void {
    this.roles.forget()
    this.explorer.collections.forget()
    this.userId = null
    this.username = null
  }
}
