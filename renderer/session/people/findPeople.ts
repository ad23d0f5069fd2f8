import { foldText } from '../../../shared/util/foldText.ts'
import type { Member } from '../../sync/liveSession.ts'

/** Those whose name holds what is looked for; who is gone comes last. */
export function findPeople(members: readonly Member[], query: string): readonly Member[] {
  const wanted = foldText(query.trim()).text
  const found = wanted === '' ? members : members.filter(({ name }) => foldText(name).text.includes(wanted))
  const isGone = ({ reach }: Member) => Number(reach === 'gone')
  return found.toSorted((a, b) => isGone(a) - isGone(b))
}
