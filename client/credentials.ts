/** How a call says who calls. */

/** The headers that say so. */
export type Credentials = Readonly<Record<string, string>>

/** A token of `logIn`, or of `POST /my/logins/direct`. */
export const DirectLogin = (token: string): Credentials => ({ DirectLogin: `token=${token}` })

/** An access token of OpenID Connect, of the server itself or of an issuer that it trusts. */
export const Bearer = (token: string): Credentials => ({ Authorization: `Bearer ${token}` })
