import { operation } from '../../protocol/operation.ts'
import { described } from './entitlements-of-path.ts'

export const getEntitlements = operation({
  ...described,
  version: 'v2.0.0',
  tags: ['Role', 'Entitlement', 'User', 'Old-Style'],
})
