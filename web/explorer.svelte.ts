/** What all parts of the page share: where it is, in which language, and who is signed in. */
import type { Answer } from '../client/index.ts'
import * as obp from '../client/operations/v6.0.0.ts'
import type { OperationDocument } from '../server/documentation/operation-document.ts'
import type { PageData } from '../server/explorer/page-data.ts'
import type { Locale } from '../server/protocol/languages.ts'
import { type Label, labels } from './languages/labels.ts'
import { Session } from './session/session.svelte.ts'
import { Attempts } from './trying/attempts.svelte.ts'

/** What a refusal says. */
export const messageOf = ({ json, status }: Answer<unknown>): string =>
  (json as { message?: string } | undefined)?.message ?? String(status)

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

export class Explorer {
  data: PageData = $state.raw() as PageData
  isLoading = $state(false)
  /** null: as the system has it */
  theme: Theme | null = $state(null)
  /** said to who does not see the page change */
  announcement = $state('')
  /** why documentation that is not for everybody is not for this user */
  gate = $state('')
  private shows = 0
  /** path and query of what is shown */
  private place = ''
  readonly session: Session
  readonly attempts: Attempts

  constructor(data: PageData) {
    this.data = data
    this.session = new Session(this)
    this.attempts = new Attempts()
  }

  /** A label in the language of the page, with values in place of `{name}`. */
  say = (label: Label, values: Readonly<Record<string, string | number>> = {}): string => {
    const { en, es } = labels[label]
    const text = this.data.locale === 'es_ES' ? es : en
    return text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
  }

  /** A place of this page, in the same language and version unless others are given. */
  link = (path: string, changed: { version?: string; locale?: Locale; [name: string]: string | undefined } = {}) => {
    const { version, locale } = this.data
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ version, locale, ...changed })) if (value) query.set(name, value)
    return `${path}?${query}`
  }

  operationLink = (operationId: string): string => this.link(`/operations/${operationId}`)

  /** Begins what only a browser can do. */
  start(): void {
    this.place = location.pathname + location.search
    const chosen = localStorage.getItem('theme')
    this.setTheme(themes.find((theme) => theme === chosen) ?? null)
    addEventListener('popstate', () => {
      // a link within the page is no other page
      if (location.pathname + location.search !== this.place) void this.show(location.href)
    })
    document.addEventListener('click', (event) => this.follow(event))
    void this.session.restore()
  }

  setTheme(theme: Theme | null): void {
    this.theme = theme
    if (theme) localStorage.setItem('theme', theme)
    else localStorage.removeItem('theme')
    document.documentElement.dataset.theme = theme ?? 'system'
  }

  /** Goes to a place of this page without loading everything anew; `replaces`: the way back does not lead to where it came from. */
  async go(url: string, { replaces = false } = {}): Promise<void> {
    const shown = await this.show(url)
    if (!shown) return
    if (replaces) history.replaceState(null, '', shown)
    else history.pushState(null, '', shown)
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
    else scrollTo(0, 0)
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.focus({ preventScroll: true })
    this.announcement = heading?.textContent ?? ''
  }

  /** Fetches the page of an address, shows it and gives the address it has; null where another one came first; a server that does not answer gets the browser's own way of saying so. */
  private async show(url: string): Promise<string | null> {
    this.isLoading = true
    this.shows += 1
    const turn = this.shows
    try {
      const address = new URL(url, location.href)
      address.searchParams.set('as', 'data')
      const response = await fetch(address)
      const data = (await response.json()) as PageData
      // somebody has gone on to another page meanwhile
      if (turn !== this.shows) return null
      this.data = data
      await this.openGate()
      document.documentElement.lang = this.data.locale.slice(0, 2)
      // where the server led to, if it is elsewhere
      const place = new URL(response.url)
      place.searchParams.delete('as')
      place.hash = address.hash
      this.place = place.pathname + place.search
      return place.href
    } catch {
      location.assign(url)
      return null
    } finally {
      if (turn === this.shows) this.isLoading = false
    }
  }

  /** Gets documentation that is not for everybody, as the user who is signed in. */
  async openGate(): Promise<void> {
    const { view, version, locale } = this.data
    if (view.kind !== 'gated' || !this.session.isSignedIn) return
    const { api } = this.session
    const path = { API_VERSION: version }
    const index = await api.send(obp.getResourceDocsIndex, { path, query: { locale } })
    if (!index.ok) {
      this.gate = messageOf(index)
      return
    }
    this.data = { ...this.data, index: index.json!.operations, view: { kind: 'home', first: [] } }
    if (view.operationId === null) return
    const [document, schemas, types] = await Promise.all([
      api.send(obp.getResourceDoc, { path: { ...path, OPERATION_ID: view.operationId }, query: { locale } }),
      api.send(obp.getAllJsonSchemaValidationsPublic),
      api.send(obp.getAllAuthenticationTypeValidationsPublic),
    ])
    if (!document.ok) return
    const ruleOf = <Rule extends { operation_id: string }>(rules: readonly Rule[] | undefined) =>
      rules?.find((rule) => rule.operation_id === view.operationId)
    const schema = schemas.ok ? ruleOf(schemas.json?.json_schema_validations) : undefined
    const allowed = types.ok ? ruleOf(types.json?.authentication_types_validations) : undefined
    this.data = {
      ...this.data,
      view: {
        kind: 'operation',
        document: document.json as unknown as OperationDocument,
        rules: {
          json_schema: schema?.json_schema ?? null,
          allowed_authentication_types: allowed?.allowed_authentication_types ?? null,
        },
      },
    }
  }

  private follow(event: MouseEvent): void {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const anchor = (event.target as Element).closest('a')
    if (!anchor || anchor.target || anchor.hasAttribute('download') || anchor.origin !== location.origin) return
    const isHere = anchor.pathname === location.pathname && anchor.search === location.search
    if (anchor.hash && isHere) return
    if (
      !/^\/(operations\/|my-roles|role-requests|glossary|message-docs|errors|collections|guide|status|$)/.test(
        anchor.pathname,
      )
    )
      return
    event.preventDefault()
    void this.go(anchor.href)
  }
}
