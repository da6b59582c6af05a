import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { KeyEncryptionError, keyEncryption } from './key-encryption.ts'

const withKey = (byte: number) => keyEncryption({ keyEncryptionKey: Buffer.alloc(32, byte), dataDirectory: '/nowhere' })

test('opens what it sealed, and nothing else', async () => {
  const [{ signingKeys: one }, { signingKeys: other }] = [await withKey(1), await withKey(2)]
  const sealed = one.seal(Buffer.from('private'), 'name')
  expect(one.open(sealed, 'name').toString()).toBe('private')
  expect(sealed.toString('latin1')).not.toContain('private')
  expect(one.seal(Buffer.from('private'), 'name')).not.toEqual(sealed)
  expect(() => one.open(sealed, 'other name')).toThrow(KeyEncryptionError)
  expect(() => other.open(sealed, 'name')).toThrow(KeyEncryptionError)
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed)
    changed[place]! ^= 1
    expect(() => one.open(changed, 'name'), `byte ${place}`).toThrow(KeyEncryptionError)
  }
  expect(() => one.open(Buffer.alloc(0), 'name')).toThrow(KeyEncryptionError)
})

test('what was sealed for one use is nothing for another', async () => {
  const { signingKeys, secondFactors } = await withKey(1)
  expect(() => signingKeys.open(secondFactors.seal(Buffer.from('private'), 'name'), 'name')).toThrow(KeyEncryptionError)
  expect(() => secondFactors.open(signingKeys.seal(Buffer.from('private'), 'name'), 'name')).toThrow(KeyEncryptionError)
})

test('without a key one is kept in the data directory, for its owner only: one, whoever starts at once', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fichero-key-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const dataDirectory = join(root, 'data')
  const all = await Promise.all(
    Array.from({ length: 8 }, () => keyEncryption({ keyEncryptionKey: undefined, dataDirectory })),
  )
  expect(new Set(all.map(({ cookieKey }) => cookieKey)).size).toBe(1)
  expect(await readdir(dataDirectory)).toEqual(['key-encryption.key'])
  expect((await stat(join(dataDirectory, 'key-encryption.key'))).mode & 0o777).toBe(0o600)
  expect((await keyEncryption({ keyEncryptionKey: undefined, dataDirectory })).cookieKey).toBe(all[0]!.cookieKey)
})

test('another key than the database was filled with is refused by the setting that mends it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fichero-key-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const sealed = (await withKey(1)).signingKeys.seal(Buffer.from('private'), 'name')
  const kept = await keyEncryption({ keyEncryptionKey: undefined, dataDirectory: root })
  expect(() => kept.signingKeys.open(sealed, 'name')).toThrow(
    `The key in ${root} is not the key that the secrets in the database were encrypted with: set KEY_ENCRYPTION_KEY to that key, or DATA_DIR to the directory that it is in.`,
  )
})

test.each([0, 31, 33])('a key file of %i bytes is refused, and nothing is made in its place', async (length) => {
  const root = await mkdtemp(join(tmpdir(), 'fichero-key-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await mkdir(join(root, 'data'))
  await writeFile(join(root, 'data', 'key-encryption.key'), Buffer.alloc(length))
  await expect(keyEncryption({ keyEncryptionKey: undefined, dataDirectory: join(root, 'data') })).rejects.toThrow(
    /does not hold a key: put back its backup\.$/,
  )
})
