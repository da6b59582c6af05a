/** A client that an independent tool makes of the OpenAPI document compiles, and calls the server. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCustomer } from '../operations/customer/add-customer.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

const run = promisify(execFile)
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  folder = await mkdtemp(join(tmpdir(), 'fichero-openapi-typescript-'))
  await symlink(at('../../node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.close()
})

const program = `
import createClient from 'openapi-fetch'
import type { paths } from './fichero.ts'

const [baseUrl, token] = process.argv.slice(2)
const client = createClient<paths>({ baseUrl: baseUrl!, headers: { DirectLogin: \`token=\${token}\` } })
const path = { BANK_ID: 'gh.29.uk' }
const body = JSON.parse(process.env.BODY!) as paths['/obp/v1.4.0/banks/{BANK_ID}/customer']['post']['requestBody']['content']['application/json']
const added = await client.POST('/obp/v1.4.0/banks/{BANK_ID}/customer', { params: { path }, body })
const read = await client.GET('/obp/v1.4.0/banks/{BANK_ID}/customer', { params: { path } })
const again = await client.POST('/obp/v1.4.0/banks/{BANK_ID}/customer', { params: { path }, body })
console.log(JSON.stringify([added.data?.customer_number, read.data?.legal_name, again.error?.message.slice(0, 9)]))

export const mistakes = () => [
  // @ts-expect-error the bank is missing
  client.GET('/obp/v1.4.0/banks/{BANK_ID}/customer', {}),
  // @ts-expect-error there is no such field
  client.POST('/obp/v1.4.0/banks/{BANK_ID}/customer', { params: { path }, body: { number: 1 } }),
]
`

test('openapi-typescript and openapi-fetch add a customer and read it back', async () => {
  const document = await server.call('/obp/v6.0.0/resource-docs/v1.4.0/openapi')
  await writeFile(join(folder, 'fichero.json'), document.text)
  await writeFile(join(folder, 'program.ts'), program)
  await run(
    process.execPath,
    [
      ...['--import', at('../testing/typescript6.ts')],
      at('../../node_modules/openapi-typescript/bin/cli.js'),
      'fichero.json',
      ...['-o', 'fichero.ts'],
    ],
    { cwd: folder },
  )
  await run(
    at('../../node_modules/.bin/tsc'),
    '--noEmit --strict --skipLibCheck --allowImportingTsExtensions --module nodenext --target esnext --types node program.ts'.split(
      ' ',
    ),
    { cwd: folder },
  ).catch(({ stdout }) => expect(stdout).toBe(''))

  const { token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
  const { user_id: _, ...body } = addCustomer.example.request as Record<string, unknown>
  const { stdout } = await run(process.execPath, ['program.ts', server.url, token], {
    cwd: folder,
    env: { ...process.env, BODY: JSON.stringify(body) },
  })
  expect(JSON.parse(stdout)).toEqual(['5987953', 'Eveline Tripman', 'OBP-30006'])
}, 60_000)
