import { operation } from '../../protocol/operation.ts'
import { described } from './scopes-of-path.ts'

export const getScopesV400 = operation({ ...described, version: 'v4.0.0' })
