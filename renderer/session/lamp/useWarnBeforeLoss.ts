import { useEffect } from 'react'
import type { Together } from '../createTogether.ts'
import { useLive } from '../useLive.ts'
import { useMembers } from '../people/useMembers.ts'

/** The browser asks whoever closes a guest's page whose edits are on nobody's disk yet. Apps keep theirs themselves. */
export function useWarnBeforeLoss({ live }: Pick<Together, 'live'>): void {
  const keepsCopy = useMembers(live).some(({ reach, disk }) => reach === 'me' && disk)
  const safe = useLive(live, ({ safety }) => safety, SAFE).safe
  const warns = !safe && !keepsCopy
  useEffect(() => {
    if (!warns) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [warns])
}

const SAFE = { copies: [], lastSaved: undefined, safe: true } as const
