/** "Why did this fail?": an answer beside what the operation asks for and what the person has. */
import type { OperationDocument } from '../../server/documentation/operation-document.ts'
import type { RulesOfOperation } from '../../server/explorer/page-data.ts'
import { neededRoles } from '../session/needed-roles.ts'
import { type Problem, problemsOf, ruleProblems } from './checking.ts'
import { type QueryProblem, queryProblems, repeatedNames } from './query.ts'

export interface Circumstances {
  status: number
  message: string
  isSignedIn: boolean
  /** of the call, '' where it names none */
  bankId: string
  holds: (role: string, bankId: string) => boolean
  /** true where it is known that they did not hold it when the call was sent */
  lackedThen: (role: string, bankId: string) => boolean
  hasAskedFor: (role: string, bankId: string) => boolean
  /** when they ceased to hold it; undefined where it did not expire */
  expiryOf: (role: string, bankId: string) => string | undefined
  /** as it was sent, behind the `?` of the address */
  query: string
  /** the body as it was sent; undefined where there was none, or it is no JSON */
  body: unknown
}

/** A reason, as a label and its values; `roles` are those to ask for. */
export type Reason =
  | { kind: 'notSignedIn' | 'signedOut' | 'unexplained' | 'serverFault' | 'away' | 'tooMany' }
  | { kind: 'wayNotAllowed'; allowed: string; current: string }
  | { kind: 'rolesHeldNow' }
  | { kind: 'missingRole' | 'pendingRole'; role: string; bankId: string }
  | { kind: 'expiredRole'; role: string; bankId: string; expires: string }
  | { kind: 'ruleBroken' | 'fieldWrong'; problem: Problem }
  | { kind: 'queryWrong'; problem: QueryProblem }
  | { kind: 'queryRepeated'; names: string }
  | { kind: 'numberTaken' | 'alreadyLinked' }
  | { kind: 'noSuchThing' | 'ruleRefuses'; message: string }
  | { kind: 'documented'; cause: string; fix: string }

/** Codes that a value of the query gets: of a filter, of the language, of the kind of documentation. */
const ofTheQuery = ['OBP-10016', 'OBP-10041', 'OBP-10052']

export function reasonsOf(
  document: OperationDocument,
  rules: RulesOfOperation,
  { status, message, isSignedIn, bankId, holds, lackedThen, hasAskedFor, expiryOf, query, body }: Circumstances,
): Reason[] {
  const code = /^OBP-\d+/.exec(message)?.[0]
  const reasons: Reason[] = []
  if (status === 401) reasons.push({ kind: isSignedIn ? 'signedOut' : 'notSignedIn' })
  // the answer says what is in force, whatever was when the page came
  const ways = code === 'OBP-40034' && /\[(.*?)\].*: (\S+)$/.exec(message)
  if (ways) reasons.push({ kind: 'wayNotAllowed', allowed: ways[1]!, current: ways[2]! })
  if (status === 403) {
    const needed = neededRoles(document, bankId)
    const lacking = needed.filter(({ role, bankId }) => !holds(role, bankId))
    const told = code === 'OBP-20006' ? message.split(/\W+/) : []
    // of several of which one is enough, the handler may have asked for a certain one
    const hasCome = needed.some(
      ({ role, bankId }) => told.includes(role) && lackedThen(role, bankId) && holds(role, bankId),
    )
    const isEnough = document.role_rule === 'any' || lacking.length === 0
    // what is documented of it was true when the call was sent
    if (hasCome && isEnough) return [{ kind: 'rolesHeldNow' }]
    for (const { role, bankId } of lacking) {
      const expires = expiryOf(role, bankId)
      if (hasAskedFor(role, bankId)) reasons.push({ kind: 'pendingRole', role, bankId })
      else if (expires) reasons.push({ kind: 'expiredRole', role, bankId, expires })
      else reasons.push({ kind: 'missingRole', role, bankId })
    }
  }
  if (code === 'OBP-09014') {
    const problems = ruleProblems(rules.json_schema, body)
    for (const problem of problems) reasons.push({ kind: 'ruleBroken', problem })
    if (problems.length === 0) reasons.push({ kind: 'ruleRefuses', message })
  }
  if (code === 'OBP-10001' && document.request_schema)
    for (const problem of problemsOf(document.request_schema, body)) reasons.push({ kind: 'fieldWrong', problem })
  if (code && ofTheQuery.includes(code))
    for (const problem of queryProblems(document, query)) reasons.push({ kind: 'queryWrong', problem })
  if (code === 'OBP-09016') reasons.push({ kind: 'queryRepeated', names: repeatedNames(query).join(', ') })
  if (code === 'OBP-30006') reasons.push({ kind: 'numberTaken' })
  if (code === 'OBP-30007') reasons.push({ kind: 'alreadyLinked' })
  if (status === 404) reasons.push({ kind: 'noSuchThing', message })
  if (status === 429) reasons.push({ kind: 'tooMany' })
  if (status === 503) reasons.push({ kind: 'away' })
  else if (status >= 500) reasons.push({ kind: 'serverFault' })
  const documented = document.errors.find((error) => error.code === code && code !== undefined)
  if (documented?.cause && documented.fix)
    reasons.push({ kind: 'documented', cause: documented.cause, fix: documented.fix })
  return reasons.length > 0 ? reasons : [{ kind: 'unexplained' }]
}
