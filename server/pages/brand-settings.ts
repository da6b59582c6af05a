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

interface Link {
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

interface ImageForm {
  name: string
  type: string
  holds(bytes: Buffer): boolean
}

const beginsWith =
  (...first: number[]) =>
  (bytes: Buffer) =>
    bytes.subarray(0, first.length).equals(Buffer.from(first))
/** By its root, after what XML lets stand before it. */
function isSvg(bytes: Buffer): boolean {
  const text = bytes.toString()
  const before = /\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/sy
  let root = 0
  while (before.test(text)) root = before.lastIndex
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(text.slice(root))
}
const isWebP = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

const jpeg: ImageForm = { name: 'JPEG', type: 'image/jpeg', holds: beginsWith(0xff, 0xd8, 0xff) }
const imageForms: Record<string, ImageForm> = {
  '.svg': { name: 'SVG', type: 'image/svg+xml', holds: isSvg },
  '.png': { name: 'PNG', type: 'image/png', holds: beginsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.webp': { name: 'WebP', type: 'image/webp', holds: isWebP },
}
const largestImage = 256 * 1024

/** Reads the file at a path, once. */
export function image(path: string): Logo {
  const wrong = new WrongValue('the path of an SVG, PNG, JPEG or WebP file of at most 256 kB that can be read')
  const ending = extname(path).toLowerCase()
  const form = imageForms[ending]
  if (!form) throw wrong
  const bytes = bytesOf(path)
  if (!bytes) throw wrong
  if (!form.holds(bytes))
    throw new WrongValue(`the path of an image: the file is called ${ending} and holds no ${form.name}`)
  return { type: form.type, bytes }
}

function bytesOf(path: string): Buffer | null {
  try {
    return statSync(path).size > largestImage ? null : readFileSync(path)
  } catch {
    return null
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
