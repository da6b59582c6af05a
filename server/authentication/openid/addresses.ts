/** Where the provider is found. */

/** Below the public address. */
export const openidPath = '/openid'

/** Where applications read how to use it (OpenID Connect Discovery 1.0, 4). */
export const discoveryUrl = (publicUrl: string): string => `${publicUrl}${openidPath}/.well-known/openid-configuration`

/** Where the public keys are with which its tokens are verified. */
export const keysUrl = (publicUrl: string): string => `${publicUrl}${openidPath}/jwks`

/** Where a browser is logged out, as OBP's applications know it. */
export const logoutPath = '/user_mgt/logout'
