import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { ImportFile } from '../../sandbox/import-file.ts'
import { exampleImportFile } from './example-import-file.ts'

export const sandboxDataImport = operation({
  version: 'v2.1.0',
  name: 'sandboxDataImport',
  verb: 'POST',
  path: '/sandbox/data-import',
  summary: { en: 'Import sandbox data', es: 'Importar datos del entorno de pruebas' },
  description: {
    en: `Imports banks, users, accounts and CRM events, all of them or, where one cannot be imported, none.

Each list may be left out or be null, and unknown fields are ignored. Transactions, branches, ATMs and products are checked as the rest is, but not kept.

Every account and event belongs to a bank of the import or of this server, and every owner of an account is the user name of a user of either. What exists already is not changed: an import that holds it is refused, and so is one that holds a thing twice.

The users can log in with their passwords, which need not be strong. The first word of a display name becomes the first name, the others the last name.

A body has at most 1 MiB; the command line, \`script/import FILE\`, takes larger files.

Authentication is Mandatory`,
    es: `Importa bancos, usuarios, cuentas y eventos de CRM: todos o, si alguno no se puede importar, ninguno.

Cada lista puede omitirse o ser null, y los campos desconocidos se ignoran. Las transacciones, las oficinas, los cajeros y los productos se comprueban como el resto, pero no se guardan.

Cada cuenta y cada evento pertenecen a un banco de la importación o de este servidor, y cada titular de una cuenta es el nombre de usuario de un usuario de cualquiera de los dos. Lo que ya existe no se modifica: se rechaza la importación que lo contenga, al igual que la que contenga algo repetido.

Los usuarios pueden iniciar sesión con sus contraseñas, que no tienen por qué ser seguras. La primera palabra del nombre visible pasa a ser el nombre, y las demás, los apellidos.

El cuerpo admite como mucho 1 MiB; la línea de órdenes, \`script/import FICHERO\`, admite ficheros mayores.

Autenticación obligatoria`,
  },
  tags: ['Sandbox'],
  roles: anyOf('CanCreateSandbox'),
  request: ImportFile,
  response: field.object({ success: field.string() }),
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.DataImportDisabled,
    error.CannotImportSandboxData,
    error.UnknownError,
  ],
  example: { request: exampleImportFile, response: { success: 'Success' } },
  async handle({ body, origin }, _connector, { settings, importSandbox }) {
    if (!settings.allowSandboxImport) throw new error.Refusal(error.DataImportDisabled)
    await importSandbox(origin, body)
    return { success: 'Success' }
  },
})
