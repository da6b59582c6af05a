/**
 * The logout of the Explorer, which asks no question: whoever presses its button has said so, and where nobody is at the
 * machine any more nobody could answer. Other applications could log a user out unasked, so for them there is the question.
 */
import type { KoaContextWithOIDC } from 'oidc-provider'
import { explorerKey } from './explorer-client.ts'

/** True where the Explorer asks, with an ID token that it got for the user of this session, or where nobody is logged in any more. */
export function isOwnLogout({ oidc }: KoaContextWithOIDC): boolean {
  // the provider has validated it
  const { sub } = (oidc.entities.IdTokenHint as { payload?: { sub?: unknown } } | undefined)?.payload ?? {}
  return oidc.client?.clientId === explorerKey && sub !== undefined && (oidc.session?.accountId ?? sub) === sub
}

/** Ends the session of the browser and leads back. What other applications hold for the user stays theirs. */
export async function endSession(
  context: KoaContextWithOIDC,
  cookies: { httpOnly: boolean; sameSite: 'lax'; path: string },
): Promise<void> {
  const { oidc } = context
  await oidc.session!.destroy()
  context.cookies.set(oidc.provider.cookieName('session'), null, cookies)
  context.status = 303
  context.redirect((oidc.params?.post_logout_redirect_uri as string | undefined) ?? oidc.urlFor('end_session_success'))
}
