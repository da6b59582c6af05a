import { messageDocs } from '../../documentation/message-docs.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { connectorNamed, described } from './message-docs.ts'

export const getMessageDocs = operation({
  ...described,
  version: 'v2.2.0',
  name: 'getMessageDocs',
  path: '/message-docs/CONNECTOR',
  summary: { en: 'Get Message Docs', es: 'Obtener la documentación de los mensajes' },
  description: {
    en: `Documents every [Connector Method](/glossary#Connector-Method) of CONNECTOR: what it does, an example of the message that goes out and of the one that comes back, and the operations that depend on it. The order is that in which an adapter is best built.

\`mapped\` is this server’s own database, which is called \`local\` here. The other connectors that OBP has are known, and have no messages yet. \`locale\` changes the descriptions.`,
    es: `Documenta cada [método de conector](/glossary#Connector-Method) de CONNECTOR: qué hace, un ejemplo del mensaje que sale y del que vuelve, y las operaciones que dependen de él. El orden es aquel en que conviene construir un adaptador.

\`mapped\` es la base de datos propia de este servidor, que aquí se llama \`local\`. Los demás conectores que tiene OBP se conocen y aún no tienen mensajes. \`locale\` cambia las descripciones.`,
  },
  response: field.object({
    message_docs: field.array(
      field.object({
        process: field.string(),
        message_format: field.string(),
        description: field.string(),
        example_outbound_message: field.json(),
        example_inbound_message: field.json(),
        adapter_implementation: field.object({ group: field.string(), suggested_order: field.number() }),
        dependent_endpoints: field.array(field.object({ name: field.string(), version: field.string() })),
        requiredFieldInfo: field.json(),
      }),
    ),
  }),
  example: {
    response: {
      message_docs: messageDocs('mapped', [], 'en_GB')
        .filter(({ process }) => process === 'obp.getBank')
        .map((doc) => ({ ...doc, dependent_endpoints: [{ name: 'getCrmEvents', version: 'OBPv1.4.0' }] })),
    },
  },
  handle: ({ path, locale }, _connector, { catalogue }) => ({
    message_docs: messageDocs(connectorNamed(path.CONNECTOR), catalogue, locale),
  }),
})
