/** The tokens of whoever is signed in: kept for this tab only, and renewed shortly before they end. */
import { refresh, type Tokens } from './sign-in.ts'

const stored = 'session'
/** milliseconds before its end at which an access token is renewed */
const early = 30_000

export class TabTokens {
  current: Tokens | null = null
  private renewing: Promise<void> | undefined
  private readonly publicUrl: string
  private readonly onEnd: () => void

  /** @param onEnd called where the provider says that they are good no more */
  constructor(publicUrl: string, onEnd: () => void) {
    this.publicUrl = publicUrl
    this.onEnd = onEnd
  }

  /** Takes up what this tab had before it was loaded anew; false where it had none. */
  takeUp(): boolean {
    const text = sessionStorage.getItem(stored)
    if (text) this.current = JSON.parse(text) as Tokens
    return text !== null
  }

  keep(tokens: Tokens): void {
    this.current = tokens
    sessionStorage.setItem(stored, JSON.stringify(tokens))
  }

  forget(): void {
    this.current = null
    sessionStorage.removeItem(stored)
  }

  /** An access token that is still good for a while; null where nobody is signed in. Several calls at once wait for one. */
  async access(): Promise<string | null> {
    const { current } = this
    if (current?.refresh && Date.now() >= current.until - early) {
      this.renewing ??= this.renew(current).finally(() => {
        this.renewing = undefined
      })
      await this.renewing
    }
    return this.current?.access ?? null
  }

  private async renew(tokens: Tokens): Promise<void> {
    try {
      const renewed = await refresh(this.publicUrl, tokens)
      // who has signed out meanwhile stays signed out
      if (this.current === tokens) this.keep(renewed)
    } catch (error) {
      // refused for good, and not just unanswered (RFC 6749 5.2)
      if ((error as { error?: string }).error === 'invalid_grant' && this.current === tokens) this.onEnd()
    }
  }
}
