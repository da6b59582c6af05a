/** Certificates of consumers: X.509 in PEM. */
import { X509Certificate } from 'node:crypto'
import { toSeconds } from '../../protocol/dates.ts'
import { InvalidJson, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Instant } from '../../storage/schema.ts'

export const Certificate = field.text({ most: 4000 })

export const CertificateInfo = field.object({
  subject_domain_name: field.string(),
  issuer_domain_name: field.string(),
  not_before: field.string(),
  not_after: field.string(),
})

/** What a certificate says; undefined for a text that is none, as older versions let through. */
export function certificateInfo(pem: string) {
  const certificate = parsed(pem)
  return (
    certificate && {
      subject_domain_name: distinguishedName(certificate.subject),
      issuer_domain_name: distinguishedName(certificate.issuer),
      not_before: toSeconds(certificate.validFromDate.toISOString() as Instant),
      not_after: toSeconds(certificate.validToDate.toISOString() as Instant),
    }
  )
}

/** @throws Refusal OBP-10001 naming the field, for a text that is neither empty nor a certificate */
export function assertCertificate(name: string, pem: string): void {
  if (pem !== '' && !parsed(pem))
    throw new Refusal(InvalidJson, {
      en: ` ${name} must be an X.509 certificate in PEM, or empty.`,
      es: ` ${name} debe ser un certificado X.509 en PEM, o vacío.`,
    })
}

// nothing besides, such as a private key that was pasted with it
const onlyCertificates = /^\s*(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/

function parsed(pem: string): X509Certificate | undefined {
  if (!onlyCertificates.test(pem)) return undefined
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}

// RFC 4514 2.1: the last part first. A name without parts is undefined in Node.js.
const distinguishedName = (lines: string | undefined): string => (lines ?? '').split('\n').reverse().join(',')
