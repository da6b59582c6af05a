import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readSettings } from '../settings.ts'

const directory = mkdtempSync(join(tmpdir(), 'fichero-brand-'))
afterAll(() => rmSync(directory, { recursive: true }))

function logoOf(name: string, content: string | Buffer) {
  const path = join(directory, name)
  writeFileSync(path, content)
  return readSettings({ EXPLORER_LOGO: path }).explorerLogo
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('the logo is what the name of its file says', () => {
  test.each([
    ['logo.png', png, 'image/png'],
    ['logo.PNG', png, 'image/png'],
    ['logo.jpg', jpeg, 'image/jpeg'],
    ['logo.jpeg', jpeg, 'image/jpeg'],
    ['logo.webp', webp, 'image/webp'],
    ['logo.svg', svg, 'image/svg+xml'],
    ['logo.svg', `\ufeff<?xml version="1.0"?>\n<!-- drawn -->\n${svg}`, 'image/svg+xml'],
    [
      'logo.svg',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "b">]>${svg}`,
      'image/svg+xml',
    ],
    ['logo.svg', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ])('%s', (name, content, type) => {
    expect(logoOf(name, content)).toEqual({ type, bytes: Buffer.from(content) })
  })

  test.each([
    ['logo.png', 'PNG', jpeg],
    ['logo.png', 'PNG', ''],
    ['logo.png', 'PNG', svg],
    ['logo.jpg', 'JPEG', png],
    ['logo.jpeg', 'JPEG', '<html></html>'],
    ['logo.webp', 'WebP', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1')],
    ['logo.svg', 'SVG', png],
    ['logo.svg', 'SVG', `<html>${svg}</html>`],
    ['logo.svg', 'SVG', `<!-- ${svg} -->`],
    ['logo.svg', 'SVG', '<svgs/>'],
    ['logo.svg', 'SVG', ' '.repeat(200_000)],
    ['logo.svg', 'SVG', '<!--'.repeat(50_000)],
    ['logo.svg', 'SVG', '<!---->'.repeat(30_000)],
  ])('%s holds no %s', (name, form, content) => {
    expect(() => logoOf(name, content)).toThrow(
      `EXPLORER_LOGO must be the path of an image: the file is called ${name.slice(name.indexOf('.'))} and holds no ${form}`,
    )
  })
})
