import { NewUserV200, signUp } from '../../authentication/users/sign-up.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200, toUserV200, UserV200 } from './user-v200.ts'

export const createUser = operation({
  version: 'v2.0.0',
  name: 'createUser',
  verb: 'POST',
  path: '/users',
  summary: { en: 'Create User', es: 'Crear un usuario' },
  description: {
    en: `Signs somebody up as a user of this server. Nobody needs to be logged in.

The user name is an e-mail address, or has 8 to 100 letters, digits, dots and underscores, with a dot or an underscore neither first nor last nor beside another.

The password has at least 10 characters, with a digit, a lower-case letter, an upper-case letter and a special character, or 17 to 512 characters of any kind. It does not hold the user name or the e-mail address, and is not one of the common passwords or made of one, such as \`P@ssw0rd123!\`.

Authentication is Optional`,
    es: `Da de alta a alguien como usuario de este servidor. No hace falta haber iniciado sesión.

El nombre de usuario es una dirección de correo, o tiene de 8 a 100 letras, cifras, puntos y guiones bajos, sin punto ni guion bajo al principio, al final o junto a otro.

La contraseña tiene al menos 10 caracteres, con una cifra, una minúscula, una mayúscula y un carácter especial, o de 17 a 512 caracteres cualesquiera. No contiene el nombre de usuario ni el correo electrónico, y no es una de las contraseñas habituales ni deriva de una de ellas, como \`P@ssw0rd123!\`.

Autenticación opcional`,
  },
  tags: ['User', 'Onboarding'],
  login: 'optional',
  addressLimit: 'sign-up',
  request: NewUserV200,
  response: UserV200,
  status: 201,
  errors: [
    error.InvalidJson,
    error.InvalidStrongPasswordFormat,
    error.DuplicateUsername,
    error.TooManyRequests,
    error.ServiceTooBusy,
    error.UnknownError,
  ],
  example: {
    request: {
      email: exampleUserV200.email,
      username: exampleUserV200.username,
      password: 'Un-2-buen-ejemplo',
      first_name: 'Susan',
      last_name: 'Smith',
    },
    response: { ...exampleUserV200, entitlements: { list: [] } },
  },
  handle: async ({ body, origin, prefix }, _connector, services) =>
    toUserV200(await signUp(services, origin, body), [], prefix),
})
