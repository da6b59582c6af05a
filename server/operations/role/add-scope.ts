import { operation } from '../../protocol/operation.ts'
import { described } from './new-scope.ts'

export const addScope = operation({ ...described, version: 'v3.0.0' })
