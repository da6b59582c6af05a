/** How the meanings of fields are written down: one plain sentence in English, and the same in Spanish. */
export type Meanings = Readonly<Record<string, readonly [en: string, es: string]>>
