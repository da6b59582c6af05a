/** The README's calls are run as they stand there, and their answers are those that stand there. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FicheroProcess, newDataDirectory, startProcess } from './testing/process.ts'

let directory: Awaited<ReturnType<typeof newDataDirectory>>
let fichero: FicheroProcess
beforeAll(async () => {
  directory = await newDataDirectory()
  fichero = await startProcess({ DATA_DIR: directory.path, DEMO_DATA: 'true' })
})
afterAll(async () => {
  await fichero.end('SIGTERM')
  await directory.remove()
})

test('log in, add a customer, read it back, CRM events', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const part = readme.split('<!-- calls: ')[1]!.split('<!-- end of calls -->')[0]!
  const calls = Array.from(part.matchAll(/```sh\n(.*?)```\n```json\n(.*?)\n```/gs), ([, command, answer]) => ({
    command: command!,
    answer: answer!,
  }))
  expect(calls).toHaveLength(4)
  let token = ''
  for (const { command, answer } of calls) {
    const { stdout } = spawnSync('sh', ['-c', command.replace('http://127.0.0.1:8080', fichero.url)], {
      encoding: 'utf8',
      env: { ...process.env, TOKEN: token },
    })
    expect(withoutChance(stdout)).toBe(withoutChance(answer))
    token ||= JSON.parse(stdout).token
  }
})

/** What is new in every run made equal. */
const withoutChance = (answer: string) =>
  answer
    .replace(/"token":"eyJhbGciOiJIUzI1NiJ9\.eyIiOiIifQ\.[\w-]{43}"/, '"token":"…"')
    .replace(/"customer_id":"[0-9a-f-]{36}"/, '"customer_id":"…"')
