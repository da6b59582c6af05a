/** What a page does with the client, for a bundler. */
import { connect, DirectLogin, type Login } from './index.ts'
import { getCurrentUser } from './operations/v3.0.0.ts'

/** Logs in; gives the user who is then known, and the correlation id of a call without a login. */
export async function whoIs(url: string, login: Login) {
  const token = await connect({ url }).logIn(login)
  const user = await connect({ url, credentials: () => DirectLogin(token) }).call(getCurrentUser)
  const { correlationId } = await connect({ url }).send(getCurrentUser)
  return { username: user.username, correlationId }
}
