/** A DirectLogin token in answers, without its value. */
import type { Static } from 'typebox'
import type { LoginToken } from '../../authentication/direct-login/login-tokens.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as field from '../../protocol/fields.ts'

export const Token = field.object({
  token_id: field.string(),
  consumer_id: field.string(),
  app_name: field.string(),
  created: field.dateTime(),
  expires: field.dateTime(),
  is_current: field.boolean(),
})

export const toToken = (token: LoginToken, currentTokenId: string | null): Static<typeof Token> => ({
  token_id: token.tokenId,
  consumer_id: token.consumerId,
  app_name: token.appName,
  created: toSeconds(token.createdAt),
  expires: toSeconds(token.expiresAt),
  is_current: token.tokenId === currentTokenId,
})

export const exampleToken = {
  token_id: '0b2e1d0a-6f4c-4a39-9a4c-1d0f5b6a7c88',
  consumer_id: '5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4',
  app_name: 'Branch desk',
  created: '2024-02-11T09:30:00Z',
  expires: '2024-03-10T09:30:00Z',
  is_current: true,
}
