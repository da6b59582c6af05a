/** Writes `operations/` from the catalogue: `node client/generate.ts`. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { type JsonSchema, jsonSchemaOf } from '../server/documentation/json-schema.ts'
import { catalogue } from '../server/operations/catalogue.ts'
import { documentedQuery } from '../server/protocol/documented-query.ts'
import type { Operation } from '../server/protocol/operation.ts'
import { possibleErrors } from '../server/protocol/possible-errors.ts'
import { isAtLeast, type Prefix, placeholder, prefixes, servedUnder } from '../server/protocol/versions.ts'

const folder = new URL('operations/', import.meta.url)
const header = '// Written by client/generate.ts from the catalogue of operations; changes here are lost.\n'

/** The generated files of operations: their names and texts. */
export function generated(operations: readonly Operation[] = catalogue): Map<string, string> {
  const modules = prefixes.map((prefix) => [`${prefix}.ts`, moduleOf(prefix, operations)] as const)
  return new Map([['types.ts', typesOf(operations)], ...modules])
}

/** The types of every operation, which the modules of all prefixes share. */
const typesOf = (operations: readonly Operation[]): string => [header, ...operations.map(typeOf)].join('\n')

function typeOf(operation: Operation): string {
  const { request } = operation
  const members = {
    path: unionOf(namesIn(operation.path).map(quoted)),
    query: queryOf(operation),
    body: request ? bodyOf(jsonSchemaOf(request), '  ', 'request') : 'never',
    answer: answerOf(operation),
    code: unionOf(codesOf(operation).map(quoted)),
  }
  const lines = Object.entries(members).map(([name, type]) => `  ${name}: ${type}\n`)
  return `/** ${commentOf(operation.summary.en)} \`${operation.id}\` */\nexport interface ${typeName(operation)} {\n${lines.join('')}}\n`
}

/** Without `locale`, which every operation has. */
function queryOf(operation: Operation): string {
  const { locale: _, ...parameters } = documentedQuery(operation)
  const lines = Object.entries(parameters).map(([name, { schema, isDeprecated }]) => {
    const type = bodyOf(jsonSchemaOf(schema), '    ', 'request')
    return `${isDeprecated ? '    /** @deprecated */\n' : ''}    ${keyOf(name)}?: ${type} | undefined\n`
  })
  return lines.length > 0 ? `{\n${lines.join('')}  }` : 'never'
}

function answerOf({ status, document, response }: Operation): string {
  if (status === 204) return 'undefined'
  return document?.type ? 'string' : bodyOf(jsonSchemaOf(response), '  ', 'answer')
}

/** The operations that are served under a prefix, each an exported descriptor. */
function moduleOf(prefix: Prefix, operations: readonly Operation[]): string {
  const served = servedUnder(prefix, operations)
  const exported = served.map((operation) => {
    const answers = operation.document?.type ? `, answers: '${operation.document.type}'` : ''
    const descriptor = `{ verb: '${operation.verb}', path: '/obp/${prefix}${operation.path}'${answers} }`
    const name = exportName(operation, served)
    return `/** ${commentOf(about(operation))} */\nexport const ${name}: Operation<types.${typeName(operation)}> = ${descriptor}\n`
  })
  const imports = "import type { Operation } from '../operation.ts'\nimport type * as types from './types.ts'\n"
  return [header + imports, ...exported].join('\n')
}

/** An older operation of the same name, at another path, has its version behind its name. */
function exportName(operation: Operation, served: readonly Operation[]): string {
  const { name, version } = operation
  const isNewest = served.every((other) => other.name !== name || isAtLeast(version, other.version))
  return isNewest ? name : name + suffix(operation)
}

const suffix = ({ version }: Operation) => version.toUpperCase().replaceAll('.', '')
const typeName = (operation: Operation) =>
  operation.name.charAt(0).toUpperCase() + operation.name.slice(1) + suffix(operation)

function about(operation: Operation): string {
  const { summary, login } = operation
  const roles = rolesText(operation)
  const codes = codesOf(operation)
  return [
    `${summary.en}.`,
    roles || (login === 'required' ? 'Needs a login.' : 'Needs no login.'),
    codes.length > 0 ? `Refusals: ${codes.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function rolesText({ roles, rolesCheckedByHandler, rolesWhere }: Operation): string {
  const listed = ({ kind, roles }: { kind: 'all' | 'any'; roles: readonly string[] }) =>
    roles.join(kind === 'all' ? ' and ' : ' or ')
  return [
    roles && `Needs ${listed(roles)}.`,
    rolesCheckedByHandler && `May need ${listed(rolesCheckedByHandler)}, as the call says.`,
    rolesWhere && `Needs ${listed(rolesWhere.roles)} where the server is set so.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const codesOf = (operation: Operation): string[] => [
  ...new Set(possibleErrors(operation).flatMap(({ code }) => code ?? [])),
]

const namesIn = (path: string): string[] => path.match(placeholder) ?? []

type Way = 'request' | 'answer'

/** The TypeScript type of a schema, whose lines after the first begin with the indent. */
function bodyOf(schema: JsonSchema, indent: string, way: Way): string {
  if (schema.enum)
    return unionOf(schema.enum.map((value) => (typeof value === 'string' ? quoted(value) : String(value))))
  const types = [schema.type ?? []].flat()
  // the server takes a number for a text, but a program that knows its types has the text
  const kinds = types.includes('string') ? types.filter((type) => type !== 'number') : types
  return kinds.length === 0 ? 'unknown' : unionOf(kinds.map((kind) => kindOf(kind, schema, indent, way)))
}

function kindOf(kind: string, schema: JsonSchema, indent: string, way: Way): string {
  switch (kind) {
    case 'integer':
      return 'number'
    case 'array': {
      const item = schema.items ? bodyOf(schema.items, indent, way) : 'unknown'
      return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
    }
    case 'object':
      return schema.properties ? fieldsOf(schema, indent, way) : 'Record<string, unknown>'
    default:
      return kind
  }
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema, indent: string, way: Way): string {
  const inner = `${indent}  `
  const fields = Object.entries(properties).map(([name, schema]) => {
    const type = bodyOf(schema, inner, way)
    const key = keyOf(name)
    if (required.includes(name)) return `${inner}${key}: ${type}\n`
    // JSON has no undefined: what is so is not sent
    return `${inner}${key}?: ${type}${way === 'request' && type !== 'unknown' ? ' | undefined' : ''}\n`
  })
  return `{\n${fields.join('')}${indent}}`
}

const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name))
const unionOf = (members: readonly string[]): string => (members.length > 0 ? members.join(' | ') : 'never')
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`
const commentOf = (text: string): string => text.replaceAll('*/', '*\\/')

if (import.meta.main) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  for (const [name, text] of generated()) await writeFile(new URL(name, folder), text)
}
