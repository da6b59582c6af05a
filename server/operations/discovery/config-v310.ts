import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { Config, configOf, described } from './config.ts'

export const configV310 = operation({
  ...described,
  version: 'v3.1.0',
  name: 'config',
  response: field.object({ default_bank_id: field.string(), ...Config.properties, grpc_port: field.number() }),
  example: { response: { default_bank_id: '', ...configOf({ logLevel: 'info' }), grpc_port: 0 } },
  // there is neither a default bank nor gRPC
  handle: (_call, _connector, { settings }) => ({ default_bank_id: '', ...configOf(settings), grpc_port: 0 }),
})
