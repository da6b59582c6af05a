/** The two steps of the pipeline that keep the rules of an operation. */
import type { AuthenticationType } from '../authentication/way-in.ts'
import { AuthenticationTypeIllegal, InvalidRequestBody, Refusal } from '../protocol/errors.ts'
import type { Localised } from '../protocol/languages.ts'
import type { Rules } from './rules.ts'

/** @throws Refusal OBP-40034 where callers of the operation may not log in this way */
export function assertWayAllowed({ authenticationTypes }: Rules, type: AuthenticationType): void {
  if (authenticationTypes && !authenticationTypes.includes(type))
    throw new Refusal(AuthenticationTypeIllegal, {
      // two blanks, as clients know it
      en: `  allowed authentication types: [${authenticationTypes.join(', ')}], current request auth type: ${type}`,
      es: ` Tipos de autenticación permitidos: [${authenticationTypes.join(', ')}]; tipo de la petición actual: ${type}`,
    })
}

/** @throws Refusal OBP-09014 where the body is no JSON, or does not fit the schema */
export async function assertFits(jsonSchema: string, bytes: Buffer | undefined): Promise<void> {
  // the validators of all drafts are not for servers that have no schema to check
  const { reasonsAgainst } = await import('./json-schema.ts')
  const reasons = reasonsAgainst(jsonSchema, parsed(bytes))
  if (reasons.length > 0) throw doesNotFit(reasons)
}

function parsed(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw doesNotFit([{ en: '$: is not JSON', es: '$: no es JSON' }])
  }
}

const doesNotFit = (reasons: readonly Localised[]): Refusal =>
  new Refusal(InvalidRequestBody, {
    en: ` ${reasons.map(({ en }) => en).join('; ')}`,
    es: ` ${reasons.map(({ es }) => es).join('; ')}`,
  })
