/** What an operator may say of how the Explorer and the pages look, and the forms it must have. */
import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { WrongValue } from '../wrong-value.ts'

export interface BrandSettings {
  readonly explorerName: string
  readonly explorerLogo: Logo | undefined
  readonly explorerColour: string | undefined
  readonly explorerLinks: readonly Link[]
}

/** A file that is an image. */
export interface Logo {
  readonly type: string
  readonly bytes: Buffer
}

export interface Link {
  readonly text: string
  /** for who reads Spanish */
  readonly text_es?: string
  readonly url: string
}

/** @throws WrongValue, as each of these */
export function shortText(value: string): string {
  if (value.length > 60 || /\p{Cc}/u.test(value) || value.trim() === '') throw new WrongValue('at most 60 characters')
  return value
}

/** As HTML writes it: `#rrggbb`. */
export function colour(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new WrongValue('a colour such as #0b5fae')
  return value
}

const imageTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}
const largestImage = 256 * 1024

/** Reads the file at a path, once. */
export function image(path: string): Logo {
  const wrong = new WrongValue('the path of an SVG, PNG, JPEG or WebP file of at most 256 kB that can be read')
  const type = imageTypes[extname(path).toLowerCase()]
  if (!type) throw wrong
  try {
    if (statSync(path).size > largestImage) throw wrong
    return { type, bytes: readFileSync(path) }
  } catch {
    throw wrong
  }
}

/** From a JSON list. */
export function links(value: string): readonly Link[] {
  const wrong = new WrongValue(
    'a JSON list of at most 10 {"text", "url"}, if wanted with "text_es"; a text has at most 60 characters, and a url starts with https://, http:// or /',
  )
  let read: unknown
  try {
    read = JSON.parse(value)
  } catch {
    throw wrong
  }
  if (!Array.isArray(read) || read.length > 10 || !read.every(isLink)) throw wrong
  return read
}

function isLink(value: unknown): value is Link {
  const { text, text_es = text, url } = (value ?? {}) as Record<string, unknown>
  const isText = (each: unknown) => typeof each === 'string' && each.trim() !== '' && each.length <= 60
  // `//` would lead to another server, and `javascript:` nowhere good
  return isText(text) && isText(text_es) && typeof url === 'string' && (/^\/(?![/\\])/.test(url) || isWebAddress(url))
}

const isWebAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value)
