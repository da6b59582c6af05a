/** The shape of a bank in v4.0.0, which v3.0.0 has for a single bank already. */
import type { Static } from 'typebox'
import type { Bank } from '../../connector/contract.ts'
import * as field from '../../protocol/fields.ts'
import { BankRoutings, bankRoutings } from './bank-routings.ts'

export const BankAttributes = field.array(field.object({ name: field.string(), value: field.string() }))

export const BankV400 = field.object({
  id: field.string(),
  short_name: field.string(),
  full_name: field.string(),
  logo: field.string(),
  website: field.string(),
  bank_routings: BankRoutings,
  attributes: BankAttributes,
})

export const toBankV400 = (bank: Bank): Static<typeof BankV400> => ({
  id: bank.bankId,
  short_name: bank.shortName,
  full_name: bank.fullName,
  logo: bank.logoUrl,
  website: bank.websiteUrl,
  bank_routings: bankRoutings(bank).filter(({ address }) => address !== ''),
  attributes: [],
})

export const exampleNewRoutings = [
  { scheme: 'BIC', address: 'GRHOGB2LXXX' },
  { scheme: 'SortCode', address: '200415' },
]
export const exampleRoutings = [{ scheme: 'OBP', address: 'gh.29.uk' }, ...exampleNewRoutings]

export const exampleNewBankV400 = {
  id: 'gh.29.uk',
  short_name: 'Gransford',
  full_name: 'Gransford House Bank',
  logo: 'https://bank.example.com/logo.png',
  website: 'https://bank.example.com',
  bank_routings: exampleNewRoutings,
}
export const exampleBankV400 = { ...exampleNewBankV400, bank_routings: exampleRoutings, attributes: [] }
