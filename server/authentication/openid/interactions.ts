/**
 * Login and consent, on the way of an authorisation. Each has an address of its own with a secret name, and a cookie that
 * the browser sends to that address only: no other page can answer for the user.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import type { Origin } from '../../observation/audit.ts'
import { type LogInParts, logInByForm } from '../../pages/log-in.ts'
import { localeOf, type Page } from '../../pages/page.ts'
import { inLocale } from '../../protocol/languages.ts'
import type { Consents } from './consents.ts'
import { keepUser, loginMark } from './marks.ts'
import { type Asker, consentPage, loginPage, problemPage, texts } from './pages.ts'
import type { ReplayedRequest } from './requests.ts'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>
type Result = Parameters<Provider['interactionResult']>[2]

interface InteractionParts extends LogInParts {
  openProvider: () => Promise<Provider>
  replayed: (request: FastifyRequest) => Promise<ReplayedRequest>
  consents: Consents
}

export function interactions(parts: InteractionParts) {
  const answer =
    (act: (visit: Visit) => Promise<FastifyReply>) => async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        return await act(await visitOf(parts, request, reply))
      } catch (error) {
        if (!(error instanceof errors.OIDCProviderError)) throw error
        const locale = localeOf(request)
        return send(reply, 400, problemPage(request.server.brand, locale, inLocale(texts.ended, locale)))
      }
    }
  return { show: answer(show), decide: answer(decide) }
}

interface Visit {
  request: FastifyRequest
  reply: FastifyReply
  parts: InteractionParts
  provider: Provider
  replayed: ReplayedRequest
  interaction: Interaction
  asker: Asker
}

async function visitOf(parts: InteractionParts, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const provider = await parts.openProvider()
  const replayed = await parts.replayed(request)
  const interaction = await provider.interactionDetails(replayed, reply.raw)
  const client = await provider.Client.find(String(interaction.params.client_id))
  if (!client) throw new errors.InvalidClient('client is invalid')
  const asker = { appName: client.clientName ?? client.clientId, redirectUri: String(interaction.params.redirect_uri) }
  return { request, reply, parts, provider, replayed, interaction, asker }
}

async function show({ request, reply, interaction, asker }: Visit): Promise<FastifyReply> {
  const [{ brand }, locale] = [request.server, localeOf(request)]
  const page =
    interaction.prompt.name === 'login'
      ? loginPage(brand, locale, asker)
      : consentPage(brand, locale, asker, askedScopes(interaction))
  return send(reply, 200, page)
}

async function decide(visit: Visit): Promise<FastifyReply> {
  const form = new URLSearchParams(String(visit.request.body ?? ''))
  if (form.get('decision') === 'refuse')
    return finish(visit, { error: 'access_denied', error_description: 'the user refused' })
  return visit.interaction.prompt.name === 'login' ? logIn(visit, form) : allow(visit, form)
}

async function logIn(visit: Visit, form: URLSearchParams): Promise<FastifyReply> {
  const { request, reply, parts, asker } = visit
  const login = await logInByForm(parts, form, request)
  if ('user' in login) {
    keepUser(login.user.userId, loginMark(login), { replaces: true })
    return finish(visit, { login: { accountId: login.user.userId } })
  }
  return send(reply, login.failed.status, loginPage(request.server.brand, localeOf(request), asker, login.failed))
}

async function allow(visit: Visit, form: URLSearchParams): Promise<FastifyReply> {
  const { provider, interaction, parts, request } = visit
  const userId = interaction.session?.accountId
  if (form.get('decision') !== 'allow' || !userId) return show(visit)
  request.origin = { ...originOf(request), userId }
  const clientId = String(interaction.params.client_id)
  const known = interaction.grantId ? await provider.Grant.find(interaction.grantId) : undefined
  const grant = known ?? new provider.Grant({ accountId: userId, clientId })
  const scopes = askedScopes(interaction)
  grant.addOIDCScope(scopes.join(' '))
  const grantId = await grant.save()
  await parts.consents.remember(originOf(request), userId, clientId, scopes)
  return finish(visit, { consent: { grantId } })
}

const originOf = ({ id }: FastifyRequest): Origin => ({
  operationId: 'openid-consent',
  correlationId: id,
  userId: null,
  consumerId: null,
})

const askedScopes = ({ params }: Interaction): string[] => [
  ...new Set(
    String(params.scope ?? '')
      .split(' ')
      .filter(Boolean),
  ),
]

async function finish({ provider, replayed, reply }: Visit, result: Result): Promise<FastifyReply> {
  return reply.redirect(
    await provider.interactionResult(replayed, reply.raw, result, { mergeWithLastSubmission: !('error' in result) }),
    303,
  )
}

const send = (reply: FastifyReply, status: number, { headers, text }: Page): FastifyReply =>
  reply.code(status).headers(headers).send(text)
