/** What stands in the database for a credential, and for the login that it hangs on. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { hash, randomBytes } from 'node:crypto'

/** Of the id of an artifact, which whoever has it calls with. */
export const hashOfId = (id: string): Buffer => hash('sha256', id, 'buffer')

/** In SQL, the mark that {@link OpenidArtifactTable.login_mark} must be of a user `u`: their password and login generation. */
export const loginMarkInSql = `sha256(convert_to(coalesce(u.password_hash, '') || ' ' || u.login_generation, 'UTF8'))`

/** As {@link loginMarkInSql}, of a login that has just been compared with the password hash. */
export const loginMark = ({ passwordHash, generation }: { passwordHash: string | null; generation: number }): Buffer =>
  hash('sha256', `${passwordHash ?? ''} ${generation}`, 'buffer')

/**
 * The logins that a request works with, by user: what it writes hangs on them, and not on one that came meanwhile. Else a
 * session that is ended while it is used would be written anew.
 */
export const loginsOfRequest = new AsyncLocalStorage<Map<string, Buffer>>()

const verified = `${randomBytes(16).toString('hex')}:`

/** How a request names the token of a JWT that was verified, which nobody outside this process can. */
export const asVerified = (id: string | null): string => verified + (id ?? '')

/** The id in {@link asVerified}; null for every other text. */
export const idOfVerified = (text: string): string | null =>
  text.startsWith(verified) && text.length > verified.length ? text.slice(verified.length) : null
