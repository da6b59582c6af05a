/** What the checkers that others use say of the documents that this server gives to programs. */
import swaggerParser from '@apidevtools/swagger-parser'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectralCore from '@stoplight/spectral-core'
import spectralRulesets from '@stoplight/spectral-rulesets'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { addressList } from '../address-list.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

/** As it starts without a setting, and with every one that the documents tell of. */
let server: TestServer
let told: TestServer
beforeAll(async () => {
  server = await startTestServer()
  told = await startTestServer({
    publicUrl: 'https://api.bank.example',
    hostedByOrganisation: 'Bank',
    hostedByEmail: 'api@bank.example',
    hostedByWebsite: 'https://bank.example',
    gatewayLoginSecret: 'a secret of the gateway that is long enough',
    gatewayLoginAddresses: addressList(['127.0.0.1'])!,
  })
})
afterAll(() => Promise.all([server.close(), told.close()]))

/** What they say that is not followed, as docs/compatibility.md explains. */
const accepted = new Map([
  [
    'no-ambiguous-paths',
    /^#\/paths\/~1obp~1v\d\.\d\.\d~1(my~1)?(api-collections~1(sharable|name)~1\{\w+\}|users~1(user[_-]id|username|email|\{USER_ID\}|\{USERNAME\}|\{PROVIDER\})~1[^/]+)$/,
  ],
])

const served = async (path: string, by = server): Promise<string> => {
  const answer = await by.call(path)
  expect(answer.status).toBe(200)
  return answer.text
}

const spectral = new spectralCore.Spectral()
spectral.setRuleset({ extends: [[spectralRulesets.oas as never, 'recommended']], rules: {} })

const saidBySpectral = async (document: object) =>
  (await spectral.run(document as never)).map(({ code, path, message }) => `${code} ${path.join('/')} ${message}`)

async function saidByRedocly(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'], telemetry: 'off' })
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config })
  return problems
    .map(({ ruleId, location, message }) => ({ ruleId, place: location[0]?.pointer ?? '', message }))
    .filter(({ ruleId, place }) => !accepted.get(ruleId)?.test(place))
    .map(({ ruleId, place, message }) => `${ruleId} ${place} ${message}`)
}

describe.each(['v1.4.0', 'v3.1.0', 'v4.0.0', 'v6.0.0'])('the documents of %s', (version) => {
  test('OpenAPI: nothing that Redocly or Spectral would have otherwise', async () => {
    const text = await served(`/obp/v6.0.0/resource-docs/${version}/openapi`)
    expect(await saidByRedocly(text)).toEqual([])
    expect(await saidBySpectral(JSON.parse(text))).toEqual([])
  })

  test('OpenAPI in YAML says the same as in JSON', async () => {
    const [json, yaml] = await Promise.all([
      served(`/obp/v6.0.0/resource-docs/${version}/openapi`),
      served(`/obp/v6.0.0/resource-docs/${version}/openapi.yaml`),
    ])
    expect(parse(yaml, { maxAliasCount: 0 })).toEqual(JSON.parse(json))
  })

  test('Swagger: valid for Swagger Parser, and nothing that Redocly or Spectral would have otherwise', async () => {
    const text = await served(`/obp/v1.4.0/resource-docs/${version}/swagger`)
    expect(await saidByRedocly(text)).toEqual([])
    expect(await saidBySpectral(JSON.parse(text))).toEqual([])
    await swaggerParser.validate(JSON.parse(text))
  })
})

test('the messages as Swagger: valid, and Spectral misses the host alone, which is that of the systems of the bank', async () => {
  const document = JSON.parse(await served('/obp/v6.0.0/message-docs/mapped/swagger2.0'))
  expect((await saidBySpectral(document)).map((said) => said.split(' ')[0])).toEqual([
    'oas2-api-host',
    'oas2-api-schemes',
  ])
  await swaggerParser.validate(document)
})

test.each(['openapi', 'swagger'])('%s where all is set that it tells of: nothing either', async (format) => {
  const text = await served(`/obp/v6.0.0/resource-docs/v6.0.0/${format}?locale=es_ES`, told)
  expect(JSON.parse(text).info.contact).toEqual({
    name: 'Bank',
    url: 'https://bank.example',
    email: 'api@bank.example',
  })
  expect(await saidByRedocly(text)).toEqual([])
  expect(await saidBySpectral(JSON.parse(text))).toEqual([])
})

test('they do say something: of an operation without its responses, and of a path value that is not declared', async () => {
  const document = JSON.parse(await served('/obp/v6.0.0/resource-docs/v1.4.0/openapi?functions=getCustomer'))
  const { get } = document.paths['/obp/v1.4.0/banks/{BANK_ID}/customer']
  get.parameters = []
  delete get.responses
  expect((await saidByRedocly(JSON.stringify(document))).length).toBeGreaterThan(0)
  expect((await saidBySpectral(document)).length).toBeGreaterThan(0)
  const swagger = JSON.parse(await served('/obp/v1.4.0/resource-docs/v1.4.0/swagger?functions=getCustomer'))
  swagger.paths['/obp/v1.4.0/nothing/{ID}'] = { get: { responses: {} } }
  await expect(swaggerParser.validate(swagger)).rejects.toThrow()
})
