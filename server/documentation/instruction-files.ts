/** The files in which an installation says more of single operations, and the form they must have. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../protocol/languages.ts'
import { WrongValue } from '../wrong-value.ts'

/** Markdown by the name or the id of an operation, and by language. */
export type InstructionFiles = ReadonlyMap<string, Partial<Record<Locale, string>>>

const kilobyte = 1024
const largestFile = 16 * kilobyte
const largestTogether = 1024 * kilobyte

/**
 * Reads the files of a directory, once: `addCustomer.md`, `OBPv1.4.0-addCustomer.es.md`. What begins with a dot is left alone.
 * @throws WrongValue that names the file
 */
export function instructionFiles(directory: string): InstructionFiles {
  const read = new Map<string, Partial<Record<Locale, string>>>()
  let together = 0
  for (const name of namesIn(directory)) {
    const [, operation, spanish] = /^([\w.-]+?)(\.es)?\.md$/.exec(name) ?? []
    if (!operation)
      throw new WrongValue(
        `a directory of files that are called as an operation, such as addCustomer.md or addCustomer.es.md, and ${JSON.stringify(name)} is not`,
      )
    const text = textOf(directory, name)
    together += text.length
    if (together > largestTogether) throw new WrongValue('a directory whose files have at most 1 MB together')
    read.set(operation, { ...read.get(operation), [spanish ? 'es_ES' : 'en_GB']: text })
  }
  return read
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch {
    throw new WrongValue('the path of a directory that can be read')
  }
}

function textOf(directory: string, name: string): string {
  try {
    const path = join(directory, name)
    const about = statSync(path)
    // a pipe would be waited for
    if (about.isFile() && about.size <= largestFile)
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {}
  throw new WrongValue(
    `a directory of files in UTF-8 of at most ${largestFile / kilobyte} kB that can be read, and ${name} is none`,
  )
}
