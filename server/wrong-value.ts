/** A setting has not its form; the message says what it must be, and holds no secret. */
export class WrongValue extends Error {}
