/** Which folders know of which. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/ from '(\.[^']*)'/g)].map(
    ([, to]) => new URL(to!, `file:///${path}`).pathname,
  )
const importers = (files: string, of: string) =>
  globSync(files).filter((path) => !path.endsWith('.test.ts') && importsOf(path).some((to) => to.startsWith(of)))

test.each([
  ['server/operations/**/*.ts', '/server/pages/'],
  ['server/explorer/**/*.ts', '/server/operations/'],
  ['server/explorer/brand*.ts', '/server/settings.ts'],
])('none of %s imports %s', (files, of) => {
  expect(globSync(files)).not.toEqual([])
  expect(importers(files, of)).toEqual([])
})

test('the list of importers is not empty where there are some', () => {
  expect(importers('server/app.ts', '/server/explorer/')).toEqual(['server/app.ts'])
})
