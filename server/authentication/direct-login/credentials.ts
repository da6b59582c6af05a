/**
 * What a DirectLogin header can carry, as regular expressions that JSON schemas take too. A user with another name or
 * password could never log in.
 */

export const usernamePattern = '^[A-Za-z0-9._@ -]+$'

/** Printable ASCII. */
export const passwordPattern = '^[\\x20-\\x7e]+$'
