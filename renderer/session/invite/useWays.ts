import { useEffect, useState } from 'react'
import type { LiveSession } from '../../sync/liveSession.ts'

export type Way = ReturnType<LiveSession['invitations']>[number]

/** The ways into a session as they are now, and how to change them. */
export function useWays(live: LiveSession) {
  const [ways, setWays] = useState(() => live.invitations())
  useEffect(() => {
    const look = () => setWays(live.invitations())
    // Another facilitator may have made new ones; whoever does says so by what holds for all.
    const stops = [live.locked.subscribe(look), live.role.subscribe(look)]
    return () => stops.forEach((stop) => stop())
  }, [live])
  return {
    ways,
    setDoor(...how: Parameters<LiveSession['setDoor']>) {
      live.setDoor(...how)
      setWays(live.invitations())
    },
    async rotate() {
      await live.rotate()
      setWays(live.invitations())
    },
  }
}
