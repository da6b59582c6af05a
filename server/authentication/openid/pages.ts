/** The pages of the provider: login, consent, logout, and what went wrong. */
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { type Failed, failure, logInFields, otherPages } from '../../pages/log-in.ts'
import { formTargetOf, Html, html, leadsTo, localeAsked, type Page, type PageBrand, pageOf } from '../../pages/page.ts'
import { inLocale, type Locale, type Localised } from '../../protocol/languages.ts'

export const texts = {
  login: { en: 'Log in', es: 'Iniciar sesión' },
  asks: { en: 'asks you to log in.', es: 'le pide que inicie sesión.' },
  cancel: { en: 'Cancel', es: 'Cancelar' },
  consent: { en: 'Allow access', es: 'Permitir el acceso' },
  wants: {
    en: 'asks to act for you at this bank, and for:',
    es: 'solicita actuar en su nombre en este banco y acceder a:',
  },
  allow: { en: 'Allow', es: 'Permitir' },
  refuse: { en: 'Refuse', es: 'Denegar' },
  logout: { en: 'Log out', es: 'Cerrar sesión' },
  reallyLogOut: { en: 'Do you want to log out here too?', es: '¿Quiere cerrar también la sesión en este servidor?' },
  stay: { en: 'Stay logged in', es: 'Mantener la sesión' },
  loggedOut: { en: 'Logged out', es: 'Sesión cerrada' },
  close: { en: 'You may close this page.', es: 'Puede cerrar esta página.' },
  goOn: { en: 'Continue', es: 'Continuar' },
  problem: { en: 'This did not work', es: 'No se ha podido completar' },
  ended: {
    en: 'This login has ended. Go back to the application and start again.',
    es: 'Este inicio de sesión ha terminado. Vuelva a la aplicación y empiece de nuevo.',
  },
} satisfies Record<string, Localised>

const scopeTexts: Record<string, Localised> = {
  openid: { en: 'your user id', es: 'su identificador de usuario' },
  email: { en: 'your e-mail address', es: 'su dirección de correo electrónico' },
  profile: { en: 'your name and user name', es: 'su nombre y su nombre de usuario' },
  offline_access: { en: 'access while you are away', es: 'todo ello aunque usted no esté presente' },
}

// the rest of the address stays as it is
const inLanguage = (locale: Locale) => `?locale=${locale}`

export interface Asker {
  appName: string
  /** where the browser goes afterwards */
  redirectUri: string
}

export function loginPage(brand: PageBrand, locale: Locale, { appName, redirectUri }: Asker, failed?: Failed): Page {
  const say = (text: Localised) => inLocale(text, locale)
  return pageOf(brand, locale, {
    title: say(texts.login),
    content: html`${failure(locale, failed)}
<p><strong>${appName}</strong> ${say(texts.asks)}</p>
<form method="post" action="?locale=${locale}">
${logInFields(locale, failed)}
<button name="decision" value="login">${say(texts.login)}</button>
<button class="quiet" name="decision" value="refuse" formnovalidate>${say(texts.cancel)}</button>
</form>
${otherPages(locale)}`,
    formTargets: [formTargetOf(redirectUri)],
    inLanguage,
  })
}

export function consentPage(
  brand: PageBrand,
  locale: Locale,
  { appName, redirectUri }: Asker,
  scopes: readonly string[],
): Page {
  const say = (text: Localised) => inLocale(text, locale)
  // every consent comes with refresh tokens, whatever is asked for
  const items = [...new Set([...scopes, 'offline_access'])].map(
    (scope) => html`<li>${scopeTexts[scope] ? say(scopeTexts[scope]) : scope}</li>`,
  )
  return pageOf(brand, locale, {
    title: say(texts.consent),
    content: html`<p><strong>${appName}</strong> ${say(texts.wants)}</p>
<ul>${items}</ul>
${leadsTo(locale, redirectUri)}
<form method="post" action="?locale=${locale}">
<button name="decision" value="allow">${say(texts.allow)}</button>
<button class="quiet" name="decision" value="refuse">${say(texts.refuse)}</button>
</form>`,
    formTargets: [formTargetOf(redirectUri)],
    inLanguage,
  })
}

export const problemPage = (brand: PageBrand, locale: Locale, text: string): Page =>
  pageOf(brand, locale, { title: inLocale(texts.problem, locale), content: html`<p class="error">${text}</p>` })

/** `form` is the provider's own, with its secret against forged requests. */
export function confirmLogout(brand: PageBrand, context: KoaContextWithOIDC, form: string): void {
  const locale = localeIn(brand, context)
  const say = (text: Localised) => inLocale(text, locale)
  const { postLogoutRedirectUri } = (context.oidc.session?.state ?? {}) as { postLogoutRedirectUri?: string }
  show(
    context,
    pageOf(brand, locale, {
      title: say(texts.logout),
      content: html`<p>${say(texts.reallyLogOut)}</p>
${new Html(form)}
<button form="op.logoutForm" name="logout" value="yes">${say(texts.logout)}</button>
<button form="op.logoutForm" class="quiet">${say(texts.stay)}</button>`,
      formTargets: postLogoutRedirectUri ? [formTargetOf(postLogoutRedirectUri)] : [],
    }),
  )
}

export function showLoggedOut(brand: PageBrand, context: KoaContextWithOIDC): void {
  const locale = localeIn(brand, context)
  show(
    context,
    pageOf(brand, locale, {
      title: inLocale(texts.loggedOut, locale),
      content: html`<p>${inLocale(texts.close, locale)}</p>`,
      inLanguage,
    }),
  )
}

/** The provider's words for developers: its error's name and description hold nothing secret. */
export function showError(brand: PageBrand, context: KoaContextWithOIDC, { error, error_description }: ErrorOut): void {
  show(context, problemPage(brand, localeIn(brand, context), [error, error_description].filter(Boolean).join(': ')))
}

/** Makes a page of the provider's own, which sends its form by a script, one with a button. */
export function showWithoutScript(brand: PageBrand, context: KoaContextWithOIDC): void {
  const { body } = context
  if (typeof body !== 'string' || !body.includes('<script')) return
  const locale = localeIn(brand, context)
  // written by the provider, and escaped by it
  const action = /<form method="post" action="([^"]*)"/.exec(body)?.[1] ?? ''
  const inputs = body.match(/<input type="hidden"[^>]*>/g) ?? []
  const isElsewhere = URL.canParse(action) && new URL(action).host !== context.host
  show(
    context,
    pageOf(brand, locale, {
      title: inLocale(context.oidc?.route === 'end_session' ? texts.logout : texts.goOn, locale),
      content: html`<form method="post" action="${new Html(action)}">
${inputs.map((input) => new Html(input))}
<button>${inLocale(texts.goOn, locale)}</button>
</form>`,
      formTargets: isElsewhere ? [formTargetOf(action)] : [],
    }),
  )
}

function show(context: KoaContextWithOIDC, { headers, text }: Page) {
  context.set(headers)
  context.body = text
}

const localeIn = (brand: PageBrand, { query, headers }: KoaContextWithOIDC): Locale =>
  localeAsked({ query, headers }, brand)
