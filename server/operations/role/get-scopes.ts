import { operation } from '../../protocol/operation.ts'
import { described } from './scopes-of-path.ts'

export const getScopes = operation({ ...described, version: 'v3.0.0' })
