import type { PersonId } from '../../../shared/session/ids.ts'
import type { Presence } from '../../../shared/session/presence.ts'
import type { Store } from '../../../shared/util/store.ts'

/** Somebody else who works on the workshop just now, as far as the canvas shows them. */
export interface Other {
  readonly person: PersonId
  readonly name: string
  /** 0 to 11 of the palette. */
  readonly color: number
  readonly presence: Presence
}

/** Everybody else; announced whenever one of them does something. Read at most once a frame. */
export type Others = Pick<Store<readonly Other[]>, 'get' | 'subscribe'>
