/** `POST /my/logins/direct`: a user name, a password and a consumer key for a token. */
import type { FastifyRequest, RouteShorthandOptionsWithHandler } from 'fastify'
import type { AddressLimits } from '../../limits/addresses.ts'
import {
  ConsumerKeyIsInvalid,
  ConsumerKeyIsTooLong,
  DirectLoginMissingParameters,
  documentedText,
  type ErrorEntry,
  InvalidCharacters,
  InvalidConsumerKey,
  InvalidLoginCredentials,
  MissingDirectLoginHeader,
  MissingDirectLoginWord,
  Refusal,
  UsernameHasBeenLocked,
  ValueTooLong,
} from '../../protocol/errors.ts'
import type { Locale } from '../../protocol/languages.ts'
import { secondFactorPath } from '../../protocol/page-paths.ts'
import { sendJson } from '../../protocol/reply.ts'
import type { Settings } from '../../settings.ts'
import type { Consumers } from '../consumers/consumers.ts'
import type { Users } from '../users/users.ts'
import { passwordPattern, usernamePattern } from './credentials.ts'
import { type DirectLoginParameters, directLoginParameters } from './header.ts'
import type { Tokens } from './tokens.ts'

interface Parts {
  users: Users
  consumers: Consumers
  tokens: Tokens
  addressLimits: AddressLimits
  provider: string
  settings: Pick<Settings, 'directLoginSkipsSecondFactor'>
}

/** Makes the route. Body and content type do not matter: clients send all kinds. */
export function directLogin({
  users,
  consumers,
  tokens,
  addressLimits,
  provider,
  settings,
}: Parts): RouteShorthandOptionsWithHandler {
  return {
    config: { served: { operationId: 'directLogin', prefix: '', path: '/my/logins/direct' } },
    onRequest(request, _reply, done) {
      // one that is no media type at all would be refused before the handler
      delete request.raw.headers['content-type']
      done()
    },
    async handler(request, reply) {
      const { username, password, consumer_key } = wellFormed(parametersOf(request))
      await addressLimits.assertBelow('failed login', request.ip)
      const consumer = await consumers.withKey(consumer_key)
      if (!consumer?.is_active) throw new Refusal(InvalidConsumerKey)
      const origin = { operationId: 'directLogin', correlationId: request.id, consumerId: consumer.consumer_id }
      request.origin = { ...origin, userId: null }
      const login = await users.logIn(request.origin, {
        provider,
        username,
        password,
        skipsSecondFactor: settings.directLoginSkipsSecondFactor,
      })
      if (login.outcome === 'second factor needed') throw new Refusal(InvalidLoginCredentials, secondFactorNeeded)
      if (login.outcome !== 'user') await addressLimits.count('failed login', request.ip)
      if (login.outcome === 'locked') throw new Refusal(UsernameHasBeenLocked)
      if (login.outcome === 'wrong') throw new Refusal(InvalidLoginCredentials)
      const token = await tokens.issue(login.user.userId, consumer, login.passwordHash)
      if (token === null) throw new Refusal(InvalidLoginCredentials)
      request.origin = { ...origin, userId: login.user.userId }
      return sendJson(request, reply, 201, JSON.stringify({ token }))
    },
  }
}

const secondFactorNeeded = {
  en: ` This server asks for a second factor: see ${secondFactorPath}.`,
  es: ` Este servidor exige un segundo factor: consulte ${secondFactorPath}.`,
}

function parametersOf({ headers }: FastifyRequest): DirectLoginParameters {
  const parameters = directLoginParameters(headers)
  if (parameters) return parameters
  throw new Refusal(headers.authorization === undefined ? MissingDirectLoginHeader : MissingDirectLoginWord)
}

const needed = ['username', 'password', 'consumer_key'] as const

const rules: Record<(typeof needed)[number], { characters: RegExp; wrong: ErrorEntry; tooLong: ErrorEntry }> = {
  username: { characters: new RegExp(usernamePattern), wrong: InvalidCharacters, tooLong: ValueTooLong },
  password: { characters: new RegExp(passwordPattern), wrong: InvalidCharacters, tooLong: ValueTooLong },
  consumer_key: { characters: /^[A-Za-z0-9-]+$/, wrong: ConsumerKeyIsInvalid, tooLong: ConsumerKeyIsTooLong },
}

/** @throws Refusal OBP-20002 with the names that are missing; else every rule that is broken, one text after the other */
function wellFormed(parameters: DirectLoginParameters): Record<(typeof needed)[number], string> {
  const missing = needed.filter((name) => !parameters[name])
  if (missing.length > 0) throw new Refusal(DirectLoginMissingParameters, missing.join(', '))
  const broken = needed.flatMap((name) => {
    const { characters, wrong, tooLong } = rules[name]
    if (!characters.test(parameters[name]!)) return [wrong]
    return parameters[name]!.length > 512 ? [tooLong] : []
  })
  const [first, ...others] = broken
  if (first) {
    const rest = (locale: Locale) => others.map((entry) => documentedText(entry, locale)).join('')
    throw new Refusal(first, { en: rest('en_GB'), es: rest('es_ES') })
  }
  return parameters as Record<(typeof needed)[number], string>
}
