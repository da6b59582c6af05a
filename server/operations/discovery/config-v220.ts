import { operation } from '../../protocol/operation.ts'
import { Config, configOf, described } from './config.ts'

export const configV220 = operation({
  ...described,
  version: 'v2.2.0',
  name: 'config',
  response: Config,
  example: { response: configOf({ logLevel: 'info' }) },
  handle: (_call, _connector, { settings }) => configOf(settings),
})
