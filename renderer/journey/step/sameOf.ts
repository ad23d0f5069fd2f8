/** What all of several things say; where they differ, there is no one value. */
export function sameOf<T, V>(
  things: readonly T[],
  read: (thing: T) => V,
): { readonly value: V | undefined; readonly mixed: boolean } {
  const values = new Set(things.map(read))
  const [value] = values
  return values.size > 1 ? { value: undefined, mixed: true } : { value, mixed: false }
}
