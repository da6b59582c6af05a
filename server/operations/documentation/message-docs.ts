/** What the operations on message docs have in common. */
import { isConnector } from '../../documentation/message-docs.ts'
import * as error from '../../protocol/errors.ts'
import { readers } from './resource-docs.ts'

/** Gives CONNECTOR. @throws Refusal OBP-30211 where neither this server nor OBP has such a connector */
export function connectorNamed(name: string): string {
  if (!isConnector(name)) throw new error.Refusal(error.InvalidConnector)
  return name
}

export const described = {
  verb: 'GET',
  login: 'optional',
  // they name the operations that depend on a message
  rolesWhere: readers,
  document: {},
  tags: ['Documentation', 'Message-Doc', 'API'],
  status: 200,
  errors: [error.InvalidConnector, error.InvalidLocale, error.UnknownError],
} as const
