import { operation } from '../../protocol/operation.ts'
import { described } from './entitlements-of-path.ts'

export const getEntitlementsV400 = operation({ ...described, version: 'v4.0.0', tags: ['Role', 'Entitlement', 'User'] })
