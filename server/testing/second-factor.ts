/** A second factor for a test's user. */
import { codeAt } from '../authentication/second-factors/one-time-codes.ts'
import { origin, type TestServer } from './server.ts'

/** Sets one up; the code of now is used up by it. */
export async function giveSecondFactor({ services: { secondFactors } }: TestServer, userId: string) {
  const secret = (await secondFactors.begin(userId))!
  const recoveryCodes = (await secondFactors.confirm(origin, userId, codeAt(secret, Date.now())))!
  return {
    secret,
    recoveryCodes,
    /** of the step that comes next, which counts already */
    nextCode: () => codeAt(secret, Date.now() + 30_000),
  }
}
