import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openServices } from '../services.ts'
import { readSettings } from '../settings.ts'
import { startTestServer } from '../testing/server.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fichero-instructions-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const write = (files: Record<string, string | Buffer>) => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content)
}
const read = () => readSettings({ SPECIAL_INSTRUCTIONS_DIR: directory })

test('what an installation says is in the resource docs and on the pages, in both languages, and what is no Markdown is text', async () => {
  const hostile = '<script>alert(1)</script>\n\n[here](javascript:alert(1)) <img src=x onerror=alert(1)>'
  write({
    'addCustomer.md': `Ask **branch 7** first.\n\n${hostile}`,
    'addCustomer.es.md': 'Pregunte antes a la **oficina 7**.',
    'getCurrentUser.md': 'By name.',
    'OBPv3.0.0-getCurrentUser.md': 'By id.',
    'getCrmEvents.es.md': 'Solo en español.',
    '.keep': 'x',
  })
  const { specialInstructions } = read()
  const server = await startTestServer({ explorer: true, specialInstructions })
  const docs = async (version: string, name: string, locale = 'en_GB') =>
    (await server.call(`/obp/v4.0.0/resource-docs/${version}/obp?functions=${name}&locale=${locale}`)).body
      .resource_docs[0].special_instructions
  const added = await docs('v1.4.0', 'addCustomer')
  expect(added).toBe(
    '<p>Ask <strong>branch 7</strong> first.</p>\n&lt;script&gt;alert(1)&lt;/script&gt;<p>here &lt;img src=x onerror=alert(1)&gt;</p>',
  )
  expect(await docs('v1.4.0', 'addCustomer', 'es_ES')).toBe('<p>Pregunte antes a la <strong>oficina 7</strong>.</p>')
  expect(await docs('v2.0.0', 'getCurrentUser')).toBe('<p>By name.</p>')
  expect(await docs('v3.0.0', 'getCurrentUser')).toBe('<p>By id.</p>')
  // better in the other language than not at all
  expect(await docs('v1.4.0', 'getCrmEvents')).toBe('<p>Solo en español.</p>')
  expect(await docs('v4.0.0', 'getBanks')).toBe('')
  for (const path of ['/operations/OBPv1.4.0-addCustomer', '/operations?functions=addCustomer&version=v1.4.0'])
    expect((await server.call(path)).text).toContain(added)
  expect((await server.call('/operations/OBPv1.4.0-addCustomer?locale=es_ES')).text).toContain(
    'Pregunte antes a la <strong>oficina 7</strong>.',
  )
  await server.close()
})

describe('a server does not start', () => {
  test.each([
    ['a name that is no operation’s form', { 'add customer.md': '' }, '"add customer.md" is not.'],
    ['another ending', { 'addCustomer.txt': '' }, '"addCustomer.txt" is not.'],
    ['a text that is too long', { 'addCustomer.md': 'x'.repeat(16 * 1024 + 1) }, 'addCustomer.md is none.'],
    ['a text that is not UTF-8', { 'addCustomer.md': Buffer.from([0xff, 0xfe]) }, 'addCustomer.md is none.'],
    [
      'more than 1 MB',
      Object.fromEntries(Array.from({ length: 65 }, (_, each) => [`f${each}.md`, 'x'.repeat(16 * 1024)])),
      'at most 1 MB together.',
    ],
  ])('with %s', (_name, files, says) => {
    write(files)
    expect(read).toThrow(/^SPECIAL_INSTRUCTIONS_DIR must be a directory /)
    expect(read).toThrow(says)
  })

  test('with a directory in the place of a file', () => {
    mkdirSync(join(directory, 'addCustomer.md'))
    expect(read).toThrow('addCustomer.md is none.')
  })

  test('with instructions for an operation that there is not', () => {
    write({ 'addCustomer.md': '', 'addCustomr.md': '', 'OBPv9.9.9-addCustomer.es.md': '' })
    expect(() => openServices(read(), {} as never)).toThrow(
      'SPECIAL_INSTRUCTIONS_DIR has files for operations that this server has not: OBPv9.9.9-addCustomer, addCustomr.',
    )
  })
})
