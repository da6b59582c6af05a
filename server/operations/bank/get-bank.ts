import { operation } from '../../protocol/operation.ts'
import { describedV400 } from './bank-of-path.ts'

export const getBank = operation({ ...describedV400, version: 'v3.0.0' })
