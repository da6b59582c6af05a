/** The public keys of an issuer, from its key server: found again when they rotate, however often and by whomever asked. */
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { KeyServerAway } from './trusted-issuer.ts'

export interface RemoteKeysOptions {
  /** is told each time that the key server was asked in vain */
  onAway: (error: KeyServerAway) => void
  /** milliseconds until the key server is late */
  timeout?: number
  /** milliseconds for which keys count */
  maxAge?: number
  /** requests to the key server that may follow each other at once */
  burst?: number
  /** milliseconds after which there may be one more */
  refillEvery?: number
}

/** Most bytes of a key set. */
const largest = 256 * 1024

/**
 * Finds keys by the `kid` of a token. A `kid` that is not known asks the key server again, which anybody can bring about
 * with an invented one: so requests are counted, and while there are too many of them, the last answer stands.
 */
export function remoteKeys(
  url: string,
  { onAway, timeout = 3000, maxAge = 600_000, burst = 5, refillEvery = 10_000 }: RemoteKeysOptions,
): JWTVerifyGetKey {
  const mayAsk = allowance(burst, refillEvery)
  let lastAnswer: string | undefined

  async function ask(address: string, options: RequestInit): Promise<Response> {
    if (mayAsk()) {
      try {
        lastAnswer = await keySetAt(address, options)
      } catch (cause) {
        lastAnswer = undefined
        const away = new KeyServerAway(`the key server is away: ${reasonOf(cause)}`, { cause })
        onAway(away)
        throw away
      }
    }
    if (lastAnswer === undefined) throw new KeyServerAway('the key server was away a moment ago')
    return new Response(lastAnswer)
  }

  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: timeout,
    cacheMaxAge: maxAge,
    cooldownDuration: 0,
    [customFetch]: ask,
  })
}

/** Says whether one more may happen: `burst` of them at once, then one each time that the interval is over. */
function allowance(burst: number, refillEvery: number): () => boolean {
  let left = burst
  let counted = performance.now()
  return () => {
    const more = Math.floor((performance.now() - counted) / refillEvery)
    if (more > 0) {
      left = Math.min(burst, left + more)
      counted += more * refillEvery
    }
    return left > 0 && left-- > 0
  }
}

/** @throws Error for anything but a key set: redirects are not followed, and what is too large is not read to its end */
async function keySetAt(address: string, options: RequestInit): Promise<string> {
  const response = await fetch(address, options)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largest) throw new Error('its answer is too large')
    chunks.push(chunk)
  }
  if (response.status !== 200) throw new Error(`it answers ${response.status}`)
  const text = Buffer.concat(chunks).toString('utf8')
  if (!isKeySet(text)) throw new Error('its answer is not a key set')
  return text
}

/** RFC 7517 5 */
function isKeySet(text: string): boolean {
  try {
    const { keys } = JSON.parse(text)
    return Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null && !Array.isArray(key))
  } catch {
    return false
  }
}

/** For the log. `fetch` says why only in the cause of its error. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? message
}
