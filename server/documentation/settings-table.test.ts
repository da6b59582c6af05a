import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { withSettingsTable } from './settings-table.ts'

test('the README has the table of settings as settings.ts has them (else: node server/documentation/settings-table.ts)', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  expect(readme).toBe(withSettingsTable(readme))
})
