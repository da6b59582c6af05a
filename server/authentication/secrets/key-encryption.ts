/** The key that is not in the database: with it the secrets there are encrypted, and cookies are signed. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../settings.ts'

export interface Sealing {
  /** Encrypts and authenticates (AES-256-GCM); what it is called must be the same when it is opened. */
  seal(plain: Buffer, name: string): Buffer
  /** @throws KeyEncryptionError where another key sealed it, or it was changed */
  open(sealed: Buffer, name: string): Buffer
}

/** A key for each use (HKDF, RFC 5869 3.2): what was sealed for one is nothing for another. */
export interface KeyEncryption {
  readonly signingKeys: Sealing
  readonly secondFactors: Sealing
  readonly consumerSecrets: Sealing
  readonly tokenSecrets: Sealing
  readonly cookieKey: string
}

/** The key is not the one that the database was filled with; one sentence for the operator. */
export class KeyEncryptionError extends Error {}

const ivLength = 12
const tagLength = 16

/** Over the key of the settings; without one, over a key that is made once and kept in the data directory. */
export async function keyEncryption({
  keyEncryptionKey,
  dataDirectory,
}: Pick<Settings, 'keyEncryptionKey' | 'dataDirectory'>): Promise<KeyEncryption> {
  const master = keyEncryptionKey ?? (await keptKey(dataDirectory))
  const not = 'is not the key that the secrets in the database were encrypted with'
  const misfit = keyEncryptionKey
    ? `KEY_ENCRYPTION_KEY ${not}: set it to that key, or leave it out where that key is in DATA_DIR.`
    : `The key in ${dataDirectory} ${not}: set KEY_ENCRYPTION_KEY to that key, or DATA_DIR to the directory that it is in.`
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `fichero ${purpose}`, 32))
  return {
    signingKeys: sealing(derive('signing keys'), misfit),
    secondFactors: sealing(derive('second factors'), misfit),
    consumerSecrets: sealing(derive('consumer secrets'), misfit),
    tokenSecrets: sealing(derive('token secrets'), misfit),
    cookieKey: derive('cookies').toString('base64url'),
  }
}

/** @param misfit what the operator is told where the key does not fit */
const sealing = (key: Buffer, misfit: string): Sealing => ({
  seal(plain, name) {
    const iv = randomBytes(ivLength)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name))
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  open(sealed, name) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength), { authTagLength: tagLength })
        .setAAD(Buffer.from(name))
        .setAuthTag(sealed.subarray(-tagLength))
      return Buffer.concat([decipher.update(sealed.subarray(ivLength, -tagLength)), decipher.final()])
    } catch {
      throw new KeyEncryptionError(misfit)
    }
  },
})

const keyLength = 32

/** The key in the data directory, made where there is none: whole and on the disk before anybody sees it. */
async function keptKey(directory: string): Promise<Buffer> {
  const path = join(directory, 'key-encryption.key')
  await mkdir(directory, { recursive: true })
  const key = (await keyIn(path)) ?? (await makeKey(path, directory))
  if (key.length !== keyLength) throw new KeyEncryptionError(`${path} does not hold a key: put back its backup.`)
  return key
}

const keyIn = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new KeyEncryptionError(`${path} cannot be read (${error.code}).`)
  })

async function makeKey(path: string, directory: string): Promise<Buffer> {
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, randomBytes(keyLength), { mode: 0o600, flag: 'wx', flush: true })
    // to one of two processes it says that there is one already
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(draft)
    const folder = await open(directory)
    await folder.sync().finally(() => folder.close())
    return await readFile(path)
  } catch (error) {
    throw new KeyEncryptionError(`${path} cannot be made (${(error as NodeJS.ErrnoException).code}).`)
  }
}
