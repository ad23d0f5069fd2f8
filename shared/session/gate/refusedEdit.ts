import { z } from 'zod'
import type { Update } from './readUpdate.ts'

/** Most stretches that are told: with all their digits they fit a control message. */
const MOST_STRETCHES = 1000

const count = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32)
const stretches = z
  .array(z.tuple([count, count, count]))
  .max(MOST_STRETCHES)
  .readonly()

/** What an edit wrote and deleted, as stretches of client, clock and length: enough to take it back where it was made. */
export const refusedEdit = z.object({ wrote: stretches, deleted: stretches })
export type RefusedEdit = z.infer<typeof refusedEdit>

/** Nothing if there is too much of it to tell. */
export function refusedEditOf({ structs, deletes }: Update): RefusedEdit | undefined {
  const wrote = [...structs].flatMap(([client, own]): [number, number, number][] => {
    const [first, last] = [own[0], own.at(-1)]
    return first && last ? [[client, first.clock, last.clock + last.len - first.clock]] : []
  })
  const deleted = deletes.flatMap(({ client, ranges }) =>
    ranges.map(({ clock, len }): [number, number, number] => [client, clock, len]),
  )
  return wrote.length > MOST_STRETCHES || deleted.length > MOST_STRETCHES ? undefined : { wrote, deleted }
}
