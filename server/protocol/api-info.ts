/** What this server says of itself. */
import type { Call } from './operation.ts'
import type { Services } from './services.ts'

/** Every field that a root document of any version has; `version` is the one that was called. */
export function apiInfo({ prefix }: Pick<Call, 'prefix'>, { settings, publicUrl, gitCommit }: Services) {
  return {
    version: prefix,
    version_status: prefix === 'v6.0.0' ? 'BLEEDING_EDGE' : 'STABLE',
    git_commit: gitCommit,
    stage: settings.mode,
    // OBP's name of the connector that answers from the server's own database
    connector: 'mapped',
    hostname: publicUrl(),
    local_identity_provider: settings.localIdentityProvider,
    hosted_by: {
      organisation: settings.hostedByOrganisation,
      email: settings.hostedByEmail,
      phone: settings.hostedByPhone,
      organisation_website: settings.hostedByWebsite,
    },
    hosted_at: { organisation: '', organisation_website: '' },
    energy_source: { organisation: '', organisation_website: '' },
    resource_docs_requires_role: settings.resourceDocsRequiresRole,
  }
}
