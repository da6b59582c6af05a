import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const ConnectorMetric = field.object({
  connector_name: field.string(),
  function_name: field.string(),
  correlation_id: field.string(),
  date: field.dateTime(),
  duration: field.number(),
})

export const getConnectorMetrics = operation({
  version: 'v2.2.0',
  name: 'getConnectorMetrics',
  verb: 'GET',
  path: '/management/connector/metrics',
  summary: { en: 'Get Connector Metrics', es: 'Obtener las métricas del conector' },
  description: {
    en: `The calls of connector methods. None are kept one by one, so the list is empty: traces show what a call was made of.

Authentication is Mandatory`,
    es: `Las llamadas a los métodos del conector. No se guardan una a una, así que la lista está vacía: las trazas muestran de qué se compuso una llamada.

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanGetConnectorMetrics'),
  // wrong filters are refused here as everywhere; there is nothing for right ones to choose from
  paging: { limit: 50, most: 10_000, parts: [] },
  response: field.object({ metrics: field.array(ConnectorMetric) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: {
    response: {
      metrics: [
        {
          connector_name: 'mapped',
          function_name: 'getBank',
          correlation_id: '1flssoftxq0cr1nssr68u0mioj',
          date: '2023-06-28T21:00:46.000Z',
          duration: 3,
        },
      ],
    },
  },
  handle: () => ({ metrics: [] }),
})
