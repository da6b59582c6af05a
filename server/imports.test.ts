/** Which folders know of which. */
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
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
  ['server/pages/brand*.ts', '/server/settings.ts'],
  ['server/pages/**/*.ts', '/server/explorer/'],
  ['server/authentication/**/*.ts', '/server/explorer/'],
])('none of %s imports %s', (files, of) => {
  expect(globSync(files)).not.toEqual([])
  expect(importers(files, of)).toEqual([])
})

test('a fixture is of its own folder; what others need as well is in server/testing', () => {
  const fixtures = globSync('server/**/*.fixture.ts')
  expect(fixtures).not.toEqual([])
  const strangers = globSync('server/**/*.ts').flatMap((path) =>
    importsOf(path)
      .map((to) => to.slice(1))
      .filter((to) => fixtures.includes(to) && dirname(to) !== dirname(path))
      .map((to) => `${path} imports ${to}`),
  )
  expect(strangers).toEqual([])
})

test('the list of importers is not empty where there are some', () => {
  expect(importers('server/app.ts', '/server/explorer/')).toEqual(['server/app.ts'])
})
