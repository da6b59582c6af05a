/** The field in which a user chooses another password. */
import type { Field } from './form.ts'

export const newPassword: Field = {
  name: 'new_password',
  label: { en: 'New password', es: 'Contraseña nueva' },
  hint: {
    en: 'At least 10 characters with a digit, a small and a capital letter and a special character, or at least 17 of any kind.',
    es: 'Al menos 10 caracteres con una cifra, una minúscula, una mayúscula y un carácter especial, o al menos 17 cualesquiera.',
  },
  type: 'password',
  autocomplete: 'new-password',
}
