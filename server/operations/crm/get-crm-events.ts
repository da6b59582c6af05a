import type { Static } from 'typebox'
import { holds } from '../../authorisation/requirement.ts'
import type { CrmEvent } from '../../connector/contract.ts'
import { toSeconds, toSecondsOrNull } from '../../protocol/dates.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const CrmEventV140 = field.object({
  id: field.string(),
  bank_id: field.string(),
  customer_name: field.string(),
  customer_number: field.string(),
  category: field.string(),
  detail: field.string(),
  channel: field.string(),
  scheduled_date: field.dateTimeOrNull(),
  actual_date: field.dateTime(),
  result: field.string(),
})

const toCrmEventV140 = (event: CrmEvent): Static<typeof CrmEventV140> => ({
  id: event.crmEventId,
  bank_id: event.bankId,
  customer_name: event.customerName,
  customer_number: event.customerNumber,
  category: event.category,
  detail: event.detail,
  channel: event.channel,
  scheduled_date: toSecondsOrNull(event.scheduledDate),
  actual_date: toSeconds(event.actualDate),
  result: event.result,
})

export const getCrmEvents = operation({
  version: 'v1.4.0',
  name: 'getCrmEvents',
  verb: 'GET',
  path: '/banks/BANK_ID/crm-events',
  summary: { en: 'Get CRM Events', es: 'Obtener los eventos de CRM' },
  description: { en: 'Authentication is Mandatory', es: 'Autenticación obligatoria' },
  tags: ['Customer'],
  paging: { limit: null },
  response: field.object({ crm_events: field.array(CrmEventV140) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.BankNotFound, error.NoCrmEvents, error.UnknownError],
  uses: ['getCrmEvents'],
  example: {
    response: {
      crm_events: [
        {
          id: '5995d6a2-01b3-423c-a173-5481df49bdaf',
          bank_id: 'gh.29.uk',
          customer_name: 'String',
          customer_number: '5987953',
          category: 'String',
          detail: 'String',
          channel: 'String',
          scheduled_date: '1100-01-01T00:00:00Z',
          actual_date: '1100-01-01T00:00:00Z',
          result: 'String',
        },
      ],
    },
  },
  async handle({ bank: { bankId }, user, page, roles }, connector, { settings }) {
    const seesAll = settings.crmEventsVisibleTo === 'everyone' || holds(await roles(), 'CanGetCrmEvents')
    const events = await connector.getCrmEvents({ bankId, linkedToUserId: seesAll ? null : user.userId, ...page })
    if (events.length === 0 && page.offset === 0 && settings.emptyCrmEvents === 'error')
      throw new error.Refusal(error.NoCrmEvents)
    return { crm_events: events.map(toCrmEventV140) }
  },
})
