/**
 * The addresses by which payments reach a bank. v4.0.0 made a list of what had been one field each: the id of the bank
 * itself (scheme OBP), its BIC, and one of a scheme of its own.
 */
import type { Static } from 'typebox'
import type { Bank } from '../../connector/contract.ts'
import { InvalidJson, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

const Routing = field.object({ scheme: field.string(), address: field.string() })
export const BankRoutings = field.array(Routing)
type Routings = Static<typeof BankRoutings>

export const NewBankRoutings = field.listOf(
  field.object({ scheme: field.text({ most: 255 }), address: field.text({ most: 255 }) }),
  { most: 100 },
)

/** The routings of a bank, one a scheme; that of scheme BIC is there even where the bank has none. */
export function bankRoutings({
  bankId,
  swiftBic,
  bankRoutingScheme: scheme,
  bankRoutingAddress: address,
}: Bank): Routings {
  const bic = swiftBic || (scheme === 'BIC' ? address : '')
  const has = [
    { scheme: 'OBP', address: bankId },
    { scheme: 'BIC', address: bic },
  ]
  const isOther = (scheme || address) && has.every((one) => one.scheme !== scheme)
  return isOther ? [...has, { scheme, address }] : has
}

/**
 * What to keep of the routings in a request.
 * @throws Refusal OBP-10001 where that would not be all of them: the reference drops the rest without a word
 */
export function keptRoutings(
  bankId: string,
  routings: Routings,
): Pick<Bank, 'swiftBic' | 'bankRoutingScheme' | 'bankRoutingAddress'> {
  const told = routings.filter(({ scheme, address }) => scheme || address)
  const bics = told.filter(({ scheme }) => scheme === 'BIC')
  const others = told.filter(({ scheme, address }) => scheme !== 'BIC' && !(scheme === 'OBP' && address === bankId))
  if (bics.length > 1 || others.length > 1 || others[0]?.scheme === 'OBP')
    throw new Refusal(InvalidJson, {
      en: ' bank_routings may hold one of scheme BIC and one of another scheme; that of scheme OBP is always the id of the bank.',
      es: ' bank_routings admite uno de esquema BIC y uno de otro esquema; el de esquema OBP es siempre el identificador del banco.',
    })
  return {
    swiftBic: bics[0]?.address ?? '',
    bankRoutingScheme: others[0]?.scheme ?? '',
    bankRoutingAddress: others[0]?.address ?? '',
  }
}
