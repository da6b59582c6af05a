/** A certificate that signs itself, valid until 2126. */
export const certificatePem = `-----BEGIN CERTIFICATE-----
MIIB3TCCAYOgAwIBAgIULycc1Hj3ltiZOJh4jQWBBbFdhakwCgYIKoZIzj0EAwIw
QzELMAkGA1UEBhMCR0IxGTAXBgNVBAoMEEV4YW1wbGUgRGVzayBMdGQxGTAXBgNV
BAMMEGRlc2suZXhhbXBsZS5jb20wIBcNMjYxMTI0MTI1NTUyWhgPMjEyNjEwMzEx
MjU1NTJaMEMxCzAJBgNVBAYTAkdCMRkwFwYDVQQKDBBFeGFtcGxlIERlc2sgTHRk
MRkwFwYDVQQDDBBkZXNrLmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAE95dA4tMTALYJp89FhAnvExaRYMGa1Qo06LZcugh3SwoIUkvX1JV67Y+b
OGB5ReZQuctUROEGoDucGCtq8DvRpKNTMFEwHQYDVR0OBBYEFDf9vIXUmJ3shSf/
mVBuchCX7Ak1MB8GA1UdIwQYMBaAFDf9vIXUmJ3shSf/mVBuchCX7Ak1MA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAJDAchKuojkZRs20YW5cFNuY
zeawTotZfE6uOoCBDJ4TAiAckSfBvDPMyFHoc73mCF7ZkOLFBAZiguYuP7bvCQeQ
wg==
-----END CERTIFICATE-----
`

export const certificateInfoOfPem = {
  subject_domain_name: 'CN=desk.example.com,O=Example Desk Ltd,C=GB',
  issuer_domain_name: 'CN=desk.example.com,O=Example Desk Ltd,C=GB',
  not_before: '2026-11-24T12:55:52Z',
  not_after: '2126-10-31T12:55:52Z',
}
