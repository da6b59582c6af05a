import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { creator, described, describing, idIsAsked, NewBankIdV220 } from './new-bank.ts'

const example = {
  id: 'gh.29.uk',
  full_name: 'Gransford House Bank',
  short_name: 'Gransford',
  logo_url: 'https://bank.example.com/logo.png',
  website_url: 'https://bank.example.com',
  swift_bic: 'GRHOGB2LXXX',
  national_identifier: '200415',
  bank_routing: { scheme: 'SortCode', address: '200415' },
}

export const createBank = operation({
  ...described,
  version: 'v2.2.0',
  description: describing(idIsAsked),
  tags: ['Bank', 'Old-Style'],
  request: field.object({
    id: NewBankIdV220,
    full_name: field.text({ most: 255 }),
    short_name: field.text({ most: 100 }),
    logo_url: field.text({ most: 2000 }),
    website_url: field.text({ most: 2000 }),
    swift_bic: field.text({ most: 255 }),
    national_identifier: field.text({ most: 255 }),
    bank_routing: field.object({ scheme: field.text({ most: 255 }), address: field.text({ most: 255 }) }),
  }),
  response: field.object({
    id: field.string(),
    full_name: field.string(),
    short_name: field.string(),
    logo_url: field.string(),
    website_url: field.string(),
    swift_bic: field.string(),
    national_identifier: field.string(),
    bank_routing: field.object({ scheme: field.string(), address: field.string() }),
  }),
  example: { request: example, response: example },
  async handle({ user, body }, connector) {
    const bank = await connector.createBank({
      bankId: body.id,
      shortName: body.short_name,
      fullName: body.full_name,
      logoUrl: body.logo_url,
      websiteUrl: body.website_url,
      swiftBic: body.swift_bic,
      nationalIdentifier: body.national_identifier,
      bankRoutingScheme: body.bank_routing.scheme,
      bankRoutingAddress: body.bank_routing.address,
      creator: creator(user),
    })
    return {
      id: bank.bankId,
      full_name: bank.fullName,
      short_name: bank.shortName,
      logo_url: bank.logoUrl,
      website_url: bank.websiteUrl,
      swift_bic: bank.swiftBic,
      national_identifier: bank.nationalIdentifier,
      bank_routing: { scheme: bank.bankRoutingScheme, address: bank.bankRoutingAddress },
    }
  },
})
