import type { DrawOp } from './ops.ts'

/** Gives what was drawn for something last, as long as all it was drawn from is the same. */
export type KeptOps<K extends object> = (
  key: K,
  from: readonly unknown[],
  draw: () => readonly DrawOp[],
) => readonly DrawOp[]

/** Remembers drawings by what they are of: while one column of a map changes, the others need not be drawn anew. */
export function createKeptOps<K extends object>(): KeptOps<K> {
  const known = new WeakMap<K, { readonly from: readonly unknown[]; readonly ops: readonly DrawOp[] }>()
  return (key, from, draw) => {
    const last = known.get(key)
    if (last && from.every((value, index) => value === last.from[index])) return last.ops
    const ops = draw()
    known.set(key, { from, ops })
    return ops
  }
}
