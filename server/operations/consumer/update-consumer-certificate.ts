import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { assertCertificate, Certificate } from './certificate.ts'
import { consumerNotFound } from './consumer-v310.ts'
import { ConsumerV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'

export const updateConsumerCertificate = operation({
  version: 'v5.1.0',
  name: 'updateConsumerCertificate',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/certificate',
  summary: { en: 'Update Consumer Certificate', es: 'Cambiar el certificado de un consumidor' },
  description: {
    en: `Changes the certificate of the consumer of CONSUMER_ID: an X.509 certificate in PEM, or an empty text for none.

Authentication is Mandatory`,
    es: `Cambia el certificado del consumidor de CONSUMER_ID: un certificado X.509 en PEM, o un texto vacío para ninguno.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanUpdateConsumerCertificate'),
  request: field.object({ certificate: Certificate }),
  response: ConsumerV510,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: { certificate: exampleConsumerV510.certificate_pem }, response: exampleConsumerV510 },
  async handle({ path: { CONSUMER_ID: consumerId }, body, origin }, _connector, { consumers }) {
    assertCertificate('certificate', body.certificate)
    const consumer = await consumers.change(origin, consumerId, { client_certificate: body.certificate })
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV510(consumer)
  },
})
