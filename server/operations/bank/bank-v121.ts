/** The shape of a bank in v1.2.1 to v3.1.0. */
import type { Static } from 'typebox'
import type { Bank } from '../../connector/contract.ts'
import * as field from '../../protocol/fields.ts'

export const BankV121 = field.object({
  id: field.string(),
  short_name: field.string(),
  full_name: field.string(),
  logo: field.string(),
  website: field.string(),
  bank_routing: field.object({ scheme: field.string(), address: field.string() }),
})

export const toBankV121 = (bank: Bank): Static<typeof BankV121> => ({
  id: bank.bankId,
  short_name: bank.shortName,
  full_name: bank.fullName,
  logo: bank.logoUrl,
  website: bank.websiteUrl,
  bank_routing: { scheme: bank.bankRoutingScheme, address: bank.bankRoutingAddress },
})

export const exampleBankV121 = {
  id: 'gh.29.uk',
  short_name: 'Gransford',
  full_name: 'Gransford House Bank',
  logo: 'https://bank.example.com/logo.png',
  website: 'https://bank.example.com',
  bank_routing: { scheme: 'SortCode', address: '200415' },
}
