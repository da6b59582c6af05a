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

/** The marks of the logins that a request works with, by user, and the login generations of its consumers, by client id. */
interface LoginsOfRequest {
  readonly users: Map<string, Buffer>
  readonly consumers: Map<string, number>
}

const storage = new AsyncLocalStorage<LoginsOfRequest>()

/** Runs the work of a request. What it writes hangs on the logins that it {@link keepUser found}, not on one that came meanwhile. */
export const withLoginsOfRequest = <Result>(work: () => Result): Result =>
  storage.run({ users: new Map(), consumers: new Map() }, work)

/**
 * Keeps the first mark of a user that the request meets: else a session that is ended while it is used would be written
 * anew. A login on the way `replaces` what was there.
 */
export function keepUser(userId: string, mark: Buffer, { replaces = false } = {}): void {
  const users = storage.getStore()?.users
  if (replaces || !users?.has(userId)) users?.set(userId, mark)
}

/** As {@link keepUser}, of a consumer. */
export function keepConsumer(clientId: string, generation: number): void {
  const consumers = storage.getStore()?.consumers
  if (!consumers?.has(clientId)) consumers?.set(clientId, generation)
}

/** The mark that the request works with; null where it has met no login of the user. */
export const keptUser = (userId: string | undefined): Buffer | null =>
  (userId !== undefined && storage.getStore()?.users.get(userId)) || null

/** The generation that the request works with; null where it has not met the consumer. */
export const keptConsumer = (clientId: string | undefined): number | null =>
  (clientId !== undefined ? storage.getStore()?.consumers.get(clientId) : undefined) ?? null

const verified = `${randomBytes(16).toString('hex')}:`

/** How a request names the token of a JWT that was verified, which nobody outside this process can. */
export const asVerified = (id: string | null): string => verified + (id ?? '')

/** The id in {@link asVerified}; null for every other text. */
export const idOfVerified = (text: string): string | null =>
  text.startsWith(verified) && text.length > verified.length ? text.slice(verified.length) : null
