/** The Explorer as a client of the provider: our own application, which runs in the browser and keeps no secret. */

export const explorerKey = 'fichero-explorer'

/** Where a browser comes back to after a login, below the public address. */
export const signedInPath = '/signed-in'

/** What the Explorer asks for; as it is ours, users are not asked whether they allow it. */
export const explorerScopes = ['openid', 'email', 'profile'] as const
