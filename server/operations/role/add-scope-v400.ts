import { operation } from '../../protocol/operation.ts'
import { described } from './new-scope.ts'

export const addScopeV400 = operation({ ...described, version: 'v4.0.0' })
