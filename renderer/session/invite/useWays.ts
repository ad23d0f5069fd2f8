import { useEffect, useState } from 'react'
import type { LiveSession } from '../../sync/liveSession.ts'

export type Way = ReturnType<LiveSession['invitations']>[number]

/** How often it is looked whether the ways in are others now, ms. */
const LOOK_MS = 1000

/** The ways into a session as they are now, and how to change them. */
export function useWays(live: LiveSession) {
  const [ways, setWays] = useState(() => live.invitations())
  const look = () => {
    const now = live.invitations()
    setWays((before) => (JSON.stringify(now) === JSON.stringify(before) ? before : now))
  }
  // This computer may have come into another network, and another facilitator may have made new ones.
  useEffect(() => {
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  })
  return {
    ways,
    setDoor(...how: Parameters<LiveSession['setDoor']>) {
      live.setDoor(...how)
      look()
    },
    async rotate() {
      await live.rotate()
      look()
    },
  }
}
