import { operation } from '../../protocol/operation.ts'
import { describedV400 } from './bank-of-path.ts'

export const getBankV400 = operation({ ...describedV400, version: 'v4.0.0' })
