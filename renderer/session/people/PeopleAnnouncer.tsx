import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { Together } from '../createTogether.ts'
import { duringLive } from '../duringLive.ts'
import { peopleChange, type PeopleChange } from './sayChanges.ts'

/** What happens within this time is said in one sentence, ms: a whole group may come in at once. */
const GATHER_MS = 2500
/** More names than that are a number. */
const MOST_NAMES = 3

/** Says who comes and goes, to those who cannot see it. */
export function PeopleAnnouncer({ live }: Pick<Together, 'live'>) {
  const { t } = useT()
  const [change, setChange] = useState<PeopleChange>({ joined: [], left: [] })
  useEffect(
    () =>
      duringLive(live, ({ members }) => {
        let said = members.get()
        let timer: ReturnType<typeof setTimeout> | undefined
        const say = () => {
          timer = undefined
          const next = peopleChange(said, members.get())
          said = members.get()
          if (next.joined.length + next.left.length > 0) setChange(next)
        }
        const stop = members.subscribe(() => (timer ??= setTimeout(say, GATHER_MS)))
        return () => {
          clearTimeout(timer)
          stop()
        }
      }),
    [live],
  )
  return <VisuallyHidden live="polite">{sentence(t, change)}</VisuallyHidden>
}

function sentence(t: TFunction, { joined, left }: PeopleChange): string {
  const parts = [
    joined.length > MOST_NAMES
      ? t('people.manyJoined', { count: joined.length })
      : joined.length > 0 && t('people.joined', { names: joined.join(', ') }),
    left.length > MOST_NAMES
      ? t('people.manyLeft', { count: left.length })
      : left.length > 0 && t('people.left', { names: left.join(', ') }),
  ]
  return parts.filter(Boolean).join(' ')
}
