import { expect, test } from 'vitest'
import { documentation } from '../../server/documentation/documentation.ts'
import { catalogue } from '../../server/operations/catalogue.ts'
import { readSettings } from '../../server/settings.ts'
import { groupsOf } from '../tree/groups.ts'
import { neighboursOf } from './neighbours.ts'

const index = documentation(catalogue, readSettings({})).index('v6.0.0', 'en_GB')

test('who goes on and on sees each operation once, in the order of the tree', () => {
  const walk: string[] = []
  let next = index[0]
  while (next && walk.length <= index.length) {
    walk.push(next.operation_id)
    next = neighboursOf(index, next.operation_id).after
  }
  expect(walk).toEqual(groupsOf(index).flatMap(({ entries }) => entries.map(({ operation_id }) => operation_id)))
})

test('the way back is the way there', () => {
  const [first, second] = index
  expect(neighboursOf(index, second!.operation_id).before).toBe(first)
  expect(neighboursOf(index, first!.operation_id).before).toBeUndefined()
})

test('what the version does not serve stands beside nothing', () => {
  expect(neighboursOf(index, 'OBPv1.4.0-nonsense')).toEqual({})
})
