/** The shapes of the root documents. */
import { UnknownError } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

const Organisation = field.object({ organisation: field.string(), organisation_website: field.string() })

const HostedBy = field.object({
  organisation: field.string(),
  email: field.string(),
  phone: field.string(),
  organisation_website: field.string(),
})

/** v1.2.1 to v3.1.0 */
export const apiInfoV121 = {
  version: field.string(),
  version_status: field.string(),
  git_commit: field.string(),
  connector: field.string(),
  hosted_by: HostedBy,
}

const head = { version: field.string(), version_status: field.string(), git_commit: field.string() }
const tail = {
  connector: field.string(),
  hostname: field.string(),
  local_identity_provider: field.string(),
  hosted_by: HostedBy,
  hosted_at: Organisation,
  energy_source: Organisation,
  resource_docs_requires_role: field.boolean(),
}

/** v4.0.0 and v5.0.0 */
export const apiInfoV400 = { ...head, ...tail }

/** From v5.1.0 on */
export const apiInfoV510 = { ...head, stage: field.string(), ...tail }

const hostedBy = {
  organisation: 'Bank of Example',
  email: 'api@example.com',
  phone: '+49 30 901820',
  organisation_website: 'https://www.example.com',
}

const commitShown = '2f6b0c9d41e8a75f3d90b1c64e27a8f05b93d1ce'

export const exampleV121 = {
  version: 'v3.1.0',
  version_status: 'STABLE',
  git_commit: commitShown,
  connector: 'mapped',
  hosted_by: hostedBy,
}

const tailShown = {
  connector: 'mapped',
  hostname: 'https://api.example.com',
  local_identity_provider: 'fichero',
  hosted_by: hostedBy,
  hosted_at: { organisation: '', organisation_website: '' },
  energy_source: { organisation: '', organisation_website: '' },
  resource_docs_requires_role: false,
}

export const exampleV400 = { version: 'v4.0.0', version_status: 'STABLE', git_commit: commitShown, ...tailShown }

export const exampleV510 = {
  version: 'v5.1.0',
  version_status: 'STABLE',
  git_commit: commitShown,
  stage: 'production',
  ...tailShown,
}

/** What the three versions have in common. */
export const described = {
  name: 'root',
  verb: 'GET',
  path: '/root',
  login: 'optional',
  summary: { en: 'Get API Info (root)', es: 'Obtener la información de la API (raíz)' },
  description: {
    en: `What this server is: the version that was called, the commit that runs, the connector that answers for the banks, and who hosts it.

Authentication is Optional`,
    es: `Qué es este servidor: la versión a la que se ha llamado, el commit que se ejecuta, el conector que responde por los bancos y quién lo aloja.

Autenticación opcional`,
  },
  tags: ['API'],
  status: 200,
  errors: [UnknownError],
} as const
