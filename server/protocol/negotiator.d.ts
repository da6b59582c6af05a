/** What is used of negotiator 1.0, whose published types are those of 0.6. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | string[] | undefined> })
    /** what the client accepts, best first */
    languages(): string[]
    /** the best of those available; of those that the client likes equally, the first of `preferred` */
    encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined
    /** the best of those available, the first of those that the client likes equally; undefined where it takes none */
    mediaType(available: readonly string[]): string | undefined
  }
}
