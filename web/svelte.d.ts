// what vite takes in
declare module '*.css'

declare module '*.svelte' {
  import type { Component } from 'svelte'

  // biome-ignore lint/suspicious/noExplicitAny: the compiler of Svelte knows the properties, tsc does not
  const component: Component<any>
  export default component
}
