/** Checks all types, those of the components too, and what the compiler of Svelte warns of: `node web/check.ts`. */
import { rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import '../server/testing/typescript6.ts'

process.chdir(new URL('..', import.meta.url).pathname)
registerHooks({
  // svelte-check expects TypeScript 7 beside a 6, under this name
  resolve: (name, context, next) => next(name.replace(/^@typescript\/native\//, 'typescript/'), context),
})
// it writes the components as TypeScript there, and would check those of components that are gone too
const written = '.svelte-check'
const clear = () => rmSync(written, { recursive: true, force: true })
clear()
process.on('exit', clear)
process.argv.push('--tsgo', '--tsconfig', 'tsconfig.json', '--fail-on-warnings')
// it is a program, and has no types
await import('svelte-check' as string)
