/** Stop here if a fact the code relies on does not hold. Throws an Error that names it. */
export function assert(condition: unknown, expected: string): asserts condition {
  if (!condition) throw new Error(`Expected ${expected}`)
}

/** Lets the compiler prove that every member of a union was handled. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
