/** A call as a program makes it, by DirectLogin, for which a program needs nothing else. The token stands as the name of a variable. */

export interface Call {
  verb: string
  url: string
  headers: readonly (readonly [string, string])[]
  body: string
}

const token = 'TOKEN'

const withContentType = ({ headers, body }: Call): (readonly [string, string])[] => [
  ...headers,
  ...(body ? [['Content-Type', 'application/json'] as const] : []),
]

const inShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

export function asCurl(call: Call): string {
  return [
    `curl -X ${call.verb} ${inShell(call.url)}`,
    `  -H "DirectLogin: token=$${token}"`,
    ...withContentType(call).map(([name, value]) => `  -H ${inShell(`${name}: ${value}`)}`),
    ...(call.body ? [`  -d ${inShell(call.body)}`] : []),
  ].join(' \\\n')
}

export function asFetch(call: Call): string {
  const headers = [
    `    DirectLogin: \`token=\${${token}}\`,`,
    ...withContentType(call).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
  ]
  return `const response = await fetch(${JSON.stringify(call.url)}, {
  method: ${JSON.stringify(call.verb)},
  headers: {
${headers.join('\n')}
  },${call.body ? `\n  body: ${JSON.stringify(call.body)},` : ''}
})
console.log(response.status, await response.json())`
}

export function asPython(call: Call): string {
  const headers = [
    `        "DirectLogin": f"token={${token}}",`,
    ...withContentType(call).map(([name, value]) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
  ]
  return `import requests

response = requests.request(
    ${JSON.stringify(call.verb)},
    ${JSON.stringify(call.url)},
    headers={
${headers.join('\n')}
    },${call.body ? `\n    data=${JSON.stringify(call.body)}.encode(),` : ''}
)
print(response.status_code, response.text)`
}
