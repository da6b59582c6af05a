/** What the two versions of the list of versions have in common. */
import { UnknownError } from '../../protocol/errors.ts'

export const described = {
  name: 'getScannedApiVersions',
  verb: 'GET',
  path: '/api/versions',
  login: 'optional',
  summary: { en: 'Get API Versions', es: 'Obtener las versiones de la API' },
  description: {
    en: `The versions of the API that this server serves, oldest first.

Authentication is Optional`,
    es: `Las versiones de la API que sirve este servidor, de la más antigua a la más reciente.

Autenticación opcional`,
  },
  tags: ['Documentation', 'API'],
  status: 200,
  errors: [UnknownError],
} as const
