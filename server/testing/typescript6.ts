/** For tools that need the programming interface of TypeScript 6, which TypeScript 7 no longer has: `node --import` this. */
import { registerHooks } from 'node:module'
// it has a TypeScript 6 of its own
import { ts } from '@ts-morph/common'

registerHooks({
  resolve: (name, context, next) =>
    name === 'typescript' ? { url: import.meta.url, shortCircuit: true } : next(name, context),
})

export default ts
// what `require` gives
export { ts as 'module.exports' }
