/** What all parts of the page share: where it is, in which language, and who is signed in. */
import type { Answer } from '../client/index.ts'
import { queryOf } from '../server/explorer/filter.ts'
import { askedVersion, isPage, type NextPageData, type PageData, type View } from '../server/explorer/page-data.ts'
import type { Locale } from '../server/protocol/languages.ts'
import { Collections } from './administration/collections.svelte.ts'
import { type Progress, rulesInForce, throughGate } from './gate.ts'
import { type Label, labels } from './languages/labels.ts'
import { isLater, loadPages, type Pages } from './parts.ts'
import { type Answering, alwaysAnswers, isAway } from './session/answering.ts'
import { Session } from './session/session.svelte.ts'
import { browserStorage } from './storage.ts'
import { AllOperations } from './tree/all-operations.svelte.ts'
import { Attempts } from './trying/attempts.svelte.ts'

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** null where it names none: as the system has it. */
export const themeNamed = (name: string | null): Theme | null => themes.find((theme) => theme === name) ?? null

/** What an address says besides its path; `version`, `locale` and the filter are as they are unless given. */
type Changed = { version?: string | undefined; locale?: Locale; [name: string]: string | undefined }

export class Explorer {
  data: PageData = $state.raw() as PageData
  /** null: none of them was shown yet */
  pages: Pages | null = $state.raw(null)
  isLoading = $state(false)
  /** null: as the system has it */
  theme: Theme | null = $state(null)
  /** said to who does not see the page change */
  announcement = $state('')
  /** why documentation that is not for everybody is not for this user */
  gate = $state('')
  /** why the page that was asked for did not come, and the one before is still there */
  missed = $state('')
  /** of the operations that come for a user, while they come */
  progress: Progress | null = $state.raw(null)
  /** how many users have gone: what is on the page for one is not for the next */
  gone = $state(0)
  private shows = 0
  /** path and query of what is shown */
  private place = ''
  readonly session: Session
  /** calls the API as the session does, and is answered where the server is away too */
  readonly api: Answering
  readonly attempts: Attempts
  readonly collections: Collections
  /** kept for as long as whoever may see them is here */
  allOperations: AllOperations = $state.raw() as AllOperations

  /** @param pages where the page needs them, and on the server, which renders any */
  constructor(data: PageData, pages: Pages | null) {
    this.data = data
    this.pages = pages
    this.session = new Session(this)
    this.api = alwaysAnswers(this.session.api)
    this.attempts = new Attempts()
    this.collections = new Collections(this.api)
    this.allOperations = new AllOperations(this.session.api)
  }

  /** A label in the language of the page, with values in place of `{name}`. */
  say = (label: Label, values: Readonly<Record<string, string | number>> = {}): string => {
    const { en, es } = labels[label]
    const text = this.data.locale === 'es_ES' ? es : en
    return text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
  }

  /** The language of the page as browsers name it, for dates and numbers. */
  get languageTag(): string {
    return this.data.locale.replace('_', '-')
  }

  /** What a refusal says. */
  messageOf = (refusal: Answer<unknown>): string => {
    if (isAway(refusal)) return this.say('unreachable')
    // it was not sent
    if (refusal.status === 401 && refusal.text === '')
      return this.say(this.session.missed === 'ended' ? 'loginEnded' : 'loginLost')
    return (refusal.json as { message?: string } | undefined)?.message ?? String(refusal.status)
  }

  /** Where a role counts: at a bank, '' is the whole system. */
  placeOf = (bankId: string): string => (bankId === '' ? this.say('inSystem') : this.say('atBank', { bank: bankId }))

  /** A moment in the language of the page, where the browser is. */
  momentOf = (instant: string): string =>
    new Date(instant).toLocaleString(this.languageTag, { dateStyle: 'long', timeStyle: 'short' })

  /** A place of this page, in the same language and version and with the same filter unless others are given. */
  link = (path: string, changed: Changed = {}): string => {
    const { version, locale, filter } = this.data
    // the start with a filter is the page of what it lets through
    const kept = path === '/' ? {} : queryOf(filter)
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ version, locale, ...kept, ...changed }))
      if (value) query.set(name, value)
    return `${path}?${query}`
  }

  operationLink = (operationId: string, version: string = this.data.version): string =>
    this.link(`/operations/${operationId}`, { version })

  /** What is said of an error where all are listed. */
  errorLink = (code: string): string => `${this.link('/errors')}#${code}`

  /** All operations of a tag on one page. */
  tagLink = (tag: string): string => this.link('/operations', { tags: tag, functions: undefined, native: undefined })

  /** The place that is shown, otherwise than it is. */
  here = (changed: Changed): string => {
    const { view, filter } = this.data
    const wanted = view.kind === 'gated' ? view.wanted : view
    switch (wanted.kind) {
      case 'home':
        return this.link('/', { native: queryOf(filter).native, ...changed })
      case 'operation':
        return this.link(
          `/operations/${'document' in wanted ? wanted.document.operation_id : wanted.operationId}`,
          changed,
        )
      case 'operations': {
        const collectionId = 'collection' in wanted ? wanted.collection?.id : (wanted.collectionId ?? undefined)
        return this.link('/operations', { 'api-collection-id': collectionId, ...changed })
      }
      case 'message-docs':
        return this.link('/message-docs', { connector: wanted.connector ?? undefined, ...changed })
      // the path stays, whatever it is
      case 'not-found':
      case 'too-long':
        return this.link('', changed)
      default:
        return this.link(`/${wanted.kind}`, changed)
    }
  }

  /** The place that is shown, where somebody who goes away for a while wants to be again; else the start. */
  placeToComeBackTo = (): string =>
    ['not-found', 'too-long', 'signed-in'].includes(this.data.view.kind) ? this.link('/') : this.here({})

  /** True where the page is that of a tag, and of nothing else. */
  isPageOf = (tag: string): boolean => {
    const { view, filter } = this.data
    return view.kind === 'operations' && view.collection === null && filter.tags.length === 1 && filter.tags[0] === tag
  }

  /** Which operations the filter keeps, by the version that brought them; '' where it keeps both. */
  originName = (): string => {
    const { version, filter } = this.data
    if (filter.native === null) return ''
    return this.say(filter.native ? 'nativeOnly' : 'inheritedOnly', { version })
  }

  /** Begins what only a browser can do. */
  start(): void {
    // it is said of how somebody came here, and not of the place
    const place = new URL(location.href)
    place.searchParams.delete(askedVersion)
    if (this.data.notServedUnder) history.replaceState(null, '', place)
    this.place = location.pathname + location.search
    this.setTheme(themeNamed(browserStorage.get('theme')))
    addEventListener('popstate', () => {
      // a link within the page is no other page
      if (location.pathname + location.search !== this.place) void this.show(location.href)
    })
    document.addEventListener('click', (event) => this.follow(event))
    void this.session.restore()
  }

  setTheme(theme: Theme | null): void {
    this.theme = theme
    if (theme) browserStorage.set('theme', theme)
    else browserStorage.remove('theme')
    document.documentElement.dataset.theme = theme ?? 'system'
  }

  /** Goes to a place of this page without loading everything anew, and says whether it is shown; `replaces`: the way back does not lead to where it came from. */
  async go(url: string, { replaces = false } = {}): Promise<boolean> {
    const shown = await this.show(url)
    if (!shown) return false
    if (replaces) history.replaceState(null, '', shown)
    else history.pushState(null, '', shown)
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
    else scrollTo(0, 0)
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.focus({ preventScroll: true })
    this.announcement = heading?.textContent ?? ''
    return true
  }

  /** Fetches the page of an address, shows it and gives the address it has; null where another one came first, or where it did not come, which is said. */
  private async show(url: string): Promise<string | null> {
    this.isLoading = true
    this.missed = ''
    this.shows += 1
    const turn = this.shows
    try {
      const address = new URL(url, location.href)
      address.searchParams.set('as', 'data')
      // what came for a user is not for whoever comes next
      const isKept = !this.data.isGated || this.session.isSignedIn
      if (isKept && this.data.index.length > 0) address.searchParams.set('index', this.data.indexTag)
      const response = await fetch(address).catch(() => null)
      const data = (await response?.json().catch(() => null)) as
        | (NextPageData & { message?: undefined })
        | { message?: string }
        | null
      // somebody has gone on to another page meanwhile
      if (turn !== this.shows) return null
      if (!response || !data || !('view' in data)) {
        this.missed = response ? (data?.message ?? String(response.status)) : this.say('unreachable')
        return null
      }
      if (!(await this.canShow(data.view))) {
        // a server that was renewed meanwhile has the files of another script
        if ((await fetch(url).catch(() => null))?.ok) location.assign(url)
        else this.missed = this.say('unreachable')
        return null
      }
      if (turn !== this.shows) return null
      this.data = { index: this.data.index, ...data }
      this.gate = ''
      await this.openGate()
      document.documentElement.lang = this.data.locale.slice(0, 2)
      // where the server led to, if it is elsewhere
      const place = new URL(response.url)
      for (const name of ['as', 'index', askedVersion]) place.searchParams.delete(name)
      place.hash = address.hash
      this.place = place.pathname + place.search
      return place.href
    } finally {
      if (turn === this.shows) this.isLoading = false
    }
  }

  /** Reads again what administrators have set for the operation that is shown, for an answer tells of it. */
  async renewRules(): Promise<void> {
    const { data } = this
    const { view } = data
    if (view.kind !== 'operation') return
    const rules = (await rulesInForce(this.api))(view.document.operation_id)
    // somebody has gone on meanwhile; what cannot be seen now may be known from before
    if (this.data === data && rules.untold.length === 0) this.data = { ...data, view: { ...view, rules } }
  }

  /** Leaves nothing on the page of a user who has gone: no draft, no answer, nothing that is not for everybody. */
  forgetUser(): void {
    this.attempts.clear()
    this.gone += 1
    if (!this.data.isGated) return
    this.allOperations = new AllOperations(this.session.api)
    void this.show(location.href)
  }

  /** Gets what is not for everybody, as the user who is signed in. */
  async openGate(): Promise<void> {
    if (!this.session.isSignedIn) return
    const { data } = this
    this.progress = null
    const { opened, refusal } = await throughGate(this.api, data, (progress) => {
      if (this.data === data) this.progress = progress
    })
    // somebody has gone on to another page meanwhile
    if (this.data !== data) return
    this.progress = null
    if (!(await this.canShow(opened.view))) {
      this.gate = this.say('unreachable')
      return
    }
    if (this.data !== data) return
    this.data = opened
    this.gate = refusal === null ? '' : this.wordsOf(refusal)
  }

  /** Gets the part of the script that a view needs; false where it does not come. */
  private async canShow(view: View): Promise<boolean> {
    if (!isLater(view)) return true
    this.pages ??= await loadPages()
      .catch(loadPages)
      .catch(() => null)
    return this.pages !== null
  }

  /** Gets another part of the script; null where it does not come. Where the server has another script by now, the page is loaded anew. */
  async partOf<Part>(load: () => Promise<Part>): Promise<Part | null> {
    const part = await load()
      .catch(load)
      .catch(() => null)
    if (!part && (await hasAnotherScript())) location.reload()
    return part
  }

  private wordsOf(refusal: Answer<unknown>): string {
    const isGate = this.data.isGated && refusal.status === 403
    return isGate ? this.say('gateClosed', { username: this.session.username! }) : this.messageOf(refusal)
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
    if (!isPage(anchor.pathname)) return
    event.preventDefault()
    void this.go(anchor.href)
  }
}

/** Not just a part that does not come, or the page would be loaded anew for ever. */
async function hasAnotherScript(): Promise<boolean> {
  const own = document.querySelector('script[data-parts]')!.getAttribute('src')!
  const answer = await fetch(location.href).catch(() => null)
  return answer?.ok === true && !(await answer.text()).includes(own)
}
