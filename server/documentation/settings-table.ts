/** The README's table of settings, from the one list of them. Run as a program it writes the table into the README. */
import { readFile, writeFile } from 'node:fs/promises'
import { type Setting, settingList } from '../settings.ts'

const readme = new URL('../../README.md', import.meta.url)
const begin = '<!-- settings: written by server/documentation/settings-table.ts -->'
const end = '<!-- end of settings -->'

/** The table in Markdown, a row a setting. */
export function settingsTable(): string {
  const rows = Object.values<Setting<unknown>>(settingList).map(
    ({ name, default: fallback, inProduction, meaning }) =>
      `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ''}${inProduction ? `; in production \`${inProduction}\`` : ''} | ${meaning} |`,
  )
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

/** A README with the table in its place. @throws Error where the README has no place for it */
export function withSettingsTable(text: string): string {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${begin} … ${end}`)
  return `${before}${begin}\n${settingsTable()}\n${end}${after}`
}

if (import.meta.main) await writeFile(readme, withSettingsTable(await readFile(readme, 'utf8')))
