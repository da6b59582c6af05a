/** What `npm pack` makes is what users install: it is unpacked, compiled against, and the README's examples run with it. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDemonstration } from '../server/bootstrap/demonstration.ts'
import { prefixes } from '../server/protocol/versions.ts'
import { startTestServer, type TestServer } from '../server/testing/server.ts'

const run = promisify(execFile)
const tsc = join(import.meta.dirname, '../node_modules/typescript/bin/tsc')

let directory: string
let installed: string
let server: TestServer
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fichero-client-'))
  installed = join(directory, 'node_modules/@fichero/client')
  await mkdir(installed, { recursive: true })
  await run('npm', ['pack', '--offline', '--pack-destination', directory], { cwd: import.meta.dirname })
  await run('tar', ['-xzf', 'fichero-client-0.1.0.tgz', '-C', installed, '--strip-components=1'], { cwd: directory })
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
  server = await startTestServer()
  await ensureDemonstration(server)
}, 180_000)
afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

test('it holds JavaScript, its types, README and licence, and needs nothing else', async () => {
  expect((await readdir(installed)).sort()).toEqual(['LICENSE', 'README.md', 'built', 'package.json'])
  const files = await readdir(join(installed, 'built'), { recursive: true })
  const others = files.filter((name) => !/(\.js|\.d\.ts)$/.test(name))
  expect(others).toEqual(['operations'])
  const { dependencies, license } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  expect({ dependencies, license }).toEqual({ license: 'Apache-2.0' })
})

test('every module is imported by its name', async () => {
  const names = ['@fichero/client', ...prefixes.map((prefix) => `@fichero/client/${prefix}`)]
  const script = `for (const name of ${JSON.stringify(names)}) console.log(name, Object.keys(await import(name)).length > 0)`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: directory })
  expect(stdout.trim().split('\n')).toEqual(names.map((name) => `${name} true`))
})

test("the README's examples compile and answer what stands there", async () => {
  const readme = await readFile(join(installed, 'README.md'), 'utf8')
  const parts = Array.from(readme.matchAll(/```(ts|text)\n(.*?)```/gs), ([, kind, text]) => ({ kind, text: text! }))
  const of = (kind: string) => parts.filter((part) => part.kind === kind).map(({ text }) => text)
  expect(of('text')).toHaveLength(3)
  const example = of('ts').join('\n').replace('http://127.0.0.1:8080', server.url)
  await writeFile(join(directory, 'example.ts'), example)
  await writeFile(join(directory, 'wrong.ts'), example.replace("legal_name: 'Inés Calder'", 'legal_name: 29'))
  const compile = (file: string) =>
    run(process.execPath, [tsc, ...'--ignoreConfig --strict --target es2022 --module nodenext'.split(' '), file], {
      cwd: directory,
    })
  await expect(compile('wrong.ts')).rejects.toMatchObject({ stdout: expect.stringContaining('not assignable') })
  await compile('example.ts')
  const { stdout } = await run(process.execPath, ['example.js'], { cwd: directory })
  expect(stdout).toBe(of('text').join(''))
})
