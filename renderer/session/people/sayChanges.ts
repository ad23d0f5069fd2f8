import type { PersonId } from '../../../shared/session/ids.ts'
import type { Member } from '../../sync/liveSession.ts'

/** Who came and who went between two moments. Whoever came back came. */
export interface PeopleChange {
  readonly joined: readonly string[]
  readonly left: readonly string[]
}

export function peopleChange(before: readonly Member[], now: readonly Member[]): PeopleChange {
  const [was, is] = [presentIn(before), presentIn(now)]
  return {
    joined: [...is].filter(([person]) => !was.has(person)).map(([, name]) => name),
    left: [...was].filter(([person]) => !is.has(person)).map(([, name]) => name),
  }
}

const presentIn = (members: readonly Member[]): ReadonlyMap<PersonId, string> =>
  new Map(
    members.flatMap(({ person, name, reach }) =>
      reach === 'me' || reach === 'gone' ? [] : [[person, name] as const],
    ),
  )
