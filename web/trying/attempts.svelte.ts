/** What a person has typed and sent in this tab: drafts, answers, and the values seen in them. Nothing outlives the tab. */
import type { OperationDocument } from '../../server/documentation/operation-document.ts'
import type { PlacedRole } from '../session/needed-roles.ts'
import { tabStorage } from '../storage.ts'
import { type Offer, offersIn, placeholdersOf, withoutDoubles } from './placeholders.ts'
import type { QueryDraft } from './query.ts'
import { headersWithoutSecrets, textWithoutSecrets } from './secrets.ts'

export interface Draft extends QueryDraft {
  /** by placeholder */
  path: Record<string, string>
  headers: string
  body: string
}

/** A call that was sent, and what came back; kept without credentials and secrets. */
export interface Attempt {
  at: string
  operationId: string
  verb: string
  path: string
  headers: string
  /** those that the page sent, secrets masked */
  requestHeaders: readonly (readonly [string, string])[]
  body: string
  /** those of the roles it needed that were held when it was sent; absent where that was not known */
  rolesHeld?: readonly PlacedRole[]
  status: number
  answerHeaders: readonly (readonly [string, string])[]
  text: string
  /** true where the text was too long to be kept, and is gone with the page */
  isTextGone?: boolean
  /** true where it had a secret, which is not kept */
  isSecretGone?: true
  duration: number
  size: number
}

const most = 30
const mostOffered = 50
/** Longer answers are shown but not kept: the room of a tab is some megabytes. */
const mostKept = 100_000

export class Attempts {
  /** newest first */
  history: readonly Attempt[] = $state.raw(read<Attempt[]>('history') ?? [])
  /** values of fields that came in answers, newest first */
  seen: Readonly<Record<string, readonly Offer[]>> = $state.raw(read<Record<string, Offer[]>>('offers') ?? {})

  /** What was typed for the operation and is not sent yet, or what it begins with. */
  draftOf(document: OperationDocument): Draft {
    return { ...firstDraft(document), ...read<Draft>(`draft ${document.operation_id}`) }
  }

  keepDraft(document: OperationDocument, draft: Draft): void {
    const { headers, body } = draft
    write(`draft ${document.operation_id}`, {
      ...draft,
      headers: headersWithoutSecrets(headers),
      body: textWithoutSecrets(body),
    })
  }

  dropDraft(document: OperationDocument): Draft {
    tabStorage.remove(`draft ${document.operation_id}`)
    return firstDraft(document)
  }

  /** The path with its values; null while one is missing. */
  pathOf(document: OperationDocument, values: Readonly<Record<string, string>>): string | null {
    const names = placeholdersOf(document.specified_url)
    if (names.some((name) => !values[name])) return null
    return names.reduce(
      (path, name) => path.replace(`/${name}`, `/${encodeURIComponent(values[name]!)}`),
      document.specified_url,
    )
  }

  /** Keeps the call without its secrets, which are shown once. */
  record(call: Attempt): void {
    const headers = headersWithoutSecrets(call.headers)
    const body = textWithoutSecrets(call.body)
    const isSecretGone = headers !== call.headers || body !== call.body
    const attempt = {
      ...call,
      headers,
      body,
      text: textWithoutSecrets(call.text),
      ...(isSecretGone && { isSecretGone }),
    }
    this.history = [attempt, ...this.history].slice(0, most)
    write(
      'history',
      this.history.map((each) => (each.text.length > mostKept ? { ...each, text: '', isTextGone: true } : each)),
    )
    const seen = { ...this.seen }
    for (const [name, offers] of Object.entries(offersIn(attempt.text)))
      seen[name] = withoutDoubles([...offers, ...(seen[name] ?? [])]).slice(0, mostOffered)
    this.seen = seen
    write('offers', seen)
  }

  clear(): void {
    this.history = []
    this.seen = {}
    write('history', [])
    write('offers', {})
  }

  /** The call before of the same operation; undefined too where one of the two answers is not there any more. */
  previous(attempt: Attempt): Attempt | undefined {
    const same = this.history.filter(({ operationId }) => operationId === attempt.operationId)
    const before = same[same.findIndex(({ at }) => at === attempt.at) + 1]
    return before?.isTextGone || attempt.isTextGone ? undefined : before
  }
}

function firstDraft(document: OperationDocument): Draft {
  const { example_request_body: example } = document
  return {
    path: Object.fromEntries(
      document.url_parameters.map(({ name, example: shown }) => [name, name === 'BANK_ID' ? shown : '']),
    ),
    parameters: {},
    query: '',
    headers: '',
    body: example === undefined ? '' : JSON.stringify(withoutStrangers(example, document), null, 2),
  }
}

/** The example without optional ids, which name what is not there. */
function withoutStrangers(example: unknown, { request_schema }: OperationDocument): unknown {
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return example
  const required = request_schema?.required ?? []
  return Object.fromEntries(
    Object.entries(example).filter(([name]) => !name.endsWith('_id') || required.includes(name)),
  )
}

function read<T>(name: string): T | null {
  try {
    return JSON.parse(tabStorage.get(name) ?? 'null') as T | null
  } catch {
    // what stands there is not ours
    return null
  }
}

function write(name: string, value: unknown): void {
  tabStorage.set(name, JSON.stringify(value))
}
