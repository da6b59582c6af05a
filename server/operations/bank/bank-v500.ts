/** The shape of a bank in v5.0.0, in requests and in answers: its short name is called `bank_code`. */
import type { Static } from 'typebox'
import type { Arguments, Bank } from '../../connector/contract.ts'
import * as field from '../../protocol/fields.ts'
import { BankRoutings, bankRoutings, keptRoutings, NewBankRoutings } from './bank-routings.ts'
import { BankAttributes, exampleNewRoutings, exampleRoutings } from './bank-v400.ts'

export const BankV500 = field.object({
  id: field.string(),
  bank_code: field.string(),
  full_name: field.string(),
  logo: field.string(),
  website: field.string(),
  bank_routings: BankRoutings,
  attributes: BankAttributes,
})

export const toBankV500 = (bank: Bank): Static<typeof BankV500> => ({
  id: bank.bankId,
  bank_code: bank.shortName,
  full_name: bank.fullName,
  logo: bank.logoUrl,
  website: bank.websiteUrl,
  bank_routings: bankRoutings(bank),
  attributes: [],
})

/** What a request tells of a bank besides its id. */
export const bankFieldsV500 = {
  bank_code: field.text({ most: 100 }),
  full_name: field.optional(field.orNull(field.text({ most: 255 }))),
  logo: field.optional(field.orNull(field.text({ most: 2000 }))),
  website: field.optional(field.orNull(field.text({ most: 2000 }))),
  bank_routings: field.optional(NewBankRoutings),
}
const Fields = field.object(bankFieldsV500)

/** The bank that a request describes; what it leaves out is empty. @throws Refusal OBP-10001 for too many routings */
export const fromBankV500 = (bankId: string, body: Static<typeof Fields>): Arguments<'updateBank'> => ({
  bankId,
  shortName: body.bank_code,
  fullName: body.full_name ?? '',
  logoUrl: body.logo ?? '',
  websiteUrl: body.website ?? '',
  ...keptRoutings(bankId, body.bank_routings ?? []),
})

export const exampleNewBankV500 = {
  id: 'gh.29.uk',
  bank_code: 'Gransford',
  full_name: 'Gransford House Bank',
  logo: 'https://bank.example.com/logo.png',
  website: 'https://bank.example.com',
  bank_routings: exampleNewRoutings,
}
export const exampleBankV500 = { ...exampleNewBankV500, bank_routings: exampleRoutings, attributes: [] }
