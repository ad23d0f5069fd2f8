import { z } from 'zod'
import { lineage, MOST_MEMBERSHIP } from '../../shared/ipc/sessionCalls.ts'
import type { SealedFile } from './sealedFile.ts'

/** Older ones are forgotten. */
const MOST_KEPT = 50

/** What windows keep to come back into sessions, the newest first. What it means is the page's affair. */
export const keptMemberships = z.array(z.tuple([lineage, z.string().max(MOST_MEMBERSHIP)]))
export type KeptMemberships = z.infer<typeof keptMemberships>

export interface Memberships {
  of(lineage: string): Promise<string | undefined>
  keep(lineage: string, value: string): Promise<void>
  drop(lineage: string): Promise<void>
}

export function createMemberships(file: SealedFile<KeptMemberships>): Memberships {
  let known: Promise<KeptMemberships> | undefined
  /** One at a time, so that none writes what another has not seen. */
  let last: Promise<unknown> = Promise.resolve()

  const all = (): Promise<KeptMemberships> => (known ??= file.read().then((kept) => kept ?? []))

  function change(edit: (kept: KeptMemberships) => KeptMemberships): Promise<void> {
    const changed = last.then(async () => {
      const before = await all()
      const after = edit(before)
      if (after === before) return
      await file.write(after)
      known = Promise.resolve(after)
    })
    last = changed.catch(() => undefined) // reported to who asked
    return changed
  }

  return {
    async of(asked) {
      await last
      return (await all()).find(([each]) => each === asked)?.[1]
    },
    keep: (asked, value) =>
      change((kept) =>
        kept[0]?.[0] === asked && kept[0][1] === value
          ? kept
          : [[asked, value] as const, ...kept.filter(([each]) => each !== asked)]
              .slice(0, MOST_KEPT)
              .map(([each, text]) => [each, text]),
      ),
    drop: (asked) =>
      change((kept) =>
        kept.some(([each]) => each === asked) ? kept.filter(([each]) => each !== asked) : kept,
      ),
  }
}
