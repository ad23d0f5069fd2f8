/** Longest wait for a part of an answer, ms. */
export const MOST_SILENCE_MS = 15_000

/** Somebody who can be asked for what is lacking here. */
export interface Asked {
  /** Is it any use to ask now? */
  mayBeAsked(): boolean
  /** To be asked before others: the host. */
  isFirst(): boolean
  ask(): void
}

/** Asks one peer at a time, so that the same content does not arrive several times over. */
export interface AskInTurn {
  /** Something may be lacking that this peer has. */
  want(peer: Asked): void
  /** A part of the answer has arrived. */
  heard(peer: Asked): void
  /** The answer is whole, or none is to be expected any more. */
  done(peer: Asked): void
  /** Not to be asked any more. */
  forget(peer: Asked): void
  isAsked(peer: Asked): boolean
  /** Whoever can be asked now and could not be before is asked; who has been silent for too long has to wait behind others. */
  beat(): void
}

export function askInTurn(now: () => number): AskInTurn {
  const wanted = new Set<Asked>()
  /** Those who did not answer when they were asked last. */
  const silent = new Set<Asked>()
  let current: { readonly peer: Asked; heard: number } | undefined

  function next(): void {
    if (current) return
    const ready = [...wanted].filter((peer) => peer.mayBeAsked())
    const [peer] = ready.toSorted((a, b) => rank(a) - rank(b))
    if (!peer) return
    wanted.delete(peer)
    current = { peer, heard: now() }
    peer.ask()
  }

  const rank = (peer: Asked): number => (silent.has(peer) ? 2 : 0) + (peer.isFirst() ? 0 : 1)

  function done(peer: Asked): void {
    silent.delete(peer)
    if (current?.peer === peer) current = undefined
    next()
  }

  return {
    want(peer) {
      wanted.add(peer)
      next()
    },
    heard(peer) {
      if (current?.peer === peer) current.heard = now()
    },
    done,
    forget(peer) {
      wanted.delete(peer)
      done(peer)
    },
    isAsked: (peer) => current?.peer === peer,
    beat() {
      if (current && now() - current.heard > MOST_SILENCE_MS) {
        silent.add(current.peer)
        wanted.add(current.peer)
        current = undefined
      }
      next()
    },
  }
}
