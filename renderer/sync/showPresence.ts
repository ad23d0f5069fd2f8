import type { Presence } from '../../shared/session/presence.ts'
import { shortened } from './presenceEntry.ts'
import type { PresenceLinesOptions } from './presenceLines.ts'

/** At most 25 times a second, so that timers that come late still make it 20. ms */
export const SHOW_MS = 40

type ShowingOptions = Pick<PresenceLinesOptions, 'awareness' | 'me' | 'now' | 'after'>
type Part = { readonly [K in keyof Presence]?: Presence[K] | undefined }

/**
 * What this person shows, not too often: at once if nothing was shown for a while, and always the newest at last.
 * `every`: ms between two states at least.
 */
export function createShowing({ awareness, me, now, after }: ShowingOptions, every: () => number) {
  let shown: Presence = { person: me }
  let shownAt = -Infinity
  let stop: (() => void) | undefined
  awareness.setLocalState(shown)

  function flush(): void {
    stop = undefined
    shownAt = now()
    awareness.setLocalState(shortened(shown))
  }
  return {
    show(part: Part) {
      const merged = Object.entries({ ...shown, ...part, person: me }).filter(
        ([, value]) => value !== undefined,
      )
      shown = Object.fromEntries(merged) as Presence
      stop ??= after(Math.max(0, shownAt + every() - now()), flush)
    },
    stop: () => stop?.(),
  }
}
