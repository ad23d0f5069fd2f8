/** Why a message was not let in. */
export type GateCode =
  | 'malformed' // no update, or one that Yjs would stumble over
  | 'too-large' // longer, or of more parts, than such a message may be
  | 'too-deep' // types in types, or values in values
  | 'forbidden-key' // such as `__proto__`
  | 'forbidden-value' // what is neither JSON nor text
  | 'unknown-root' // where nothing of a workshop lies
  | 'own-client' // claims to be written here
  | 'foreign-client' // claims to be written by somebody else
  | 'viewer' // may not write at all
  | 'structure' // what only those may change who may change everything
  | 'not-yours' // somebody else's
  | 'unsigned' // new, and does not say that this person added it
  | 'invalid' // would not be read as what it says it is
  | 'too-many' // more than a workshop has room for
  | 'frozen' // removed too much in too short a time

/** Thrown inside the gate only, to end the reading of a message where it is found wanting. */
export class Refusal extends Error {
  readonly code: GateCode
  constructor(code: GateCode) {
    super(code)
    this.code = code
  }
}

/** Refuses unless it holds. */
export function must(holds: boolean, code: GateCode): asserts holds {
  if (!holds) throw new Refusal(code)
}
