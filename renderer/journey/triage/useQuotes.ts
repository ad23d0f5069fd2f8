import { useMemo, useState } from 'react'
import type { FeedbackId } from '../../../shared/journey/ids.ts'
import {
  filterQuotes,
  quotesOf,
  type Quote,
  type QuoteFilter,
} from '../../../shared/journey/triage/triage.ts'
import type { Editor } from '../../editor/editor.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'

/** All feedback with what became of it, kept up to date. */
export function useQuotes({ workshop }: Editor): readonly Quote[] {
  const turn = useWorkshopChanges(workshop)
  return useMemo(() => {
    const { journeys, shapes } = workshop
    return quotesOf(journeys.all('feedback'), (id) => {
      const note = shapes.get(id)
      return note?.kind === 'note' ? { journey: note.cell?.journey } : undefined
    })
    // What is read changes with each turn.
    // eslint-disable-next-line react/exhaustive-deps
  }, [workshop, turn])
}

export interface CurrentQuote {
  /** Those that pass the filter. */
  readonly shown: readonly Quote[]
  readonly current: Quote | undefined
  /** Among `shown`; -1 where there is none. */
  readonly index: number
  go(index: number): void
}

/** The quote one is at. When it leaves the list, because it is placed or dismissed, the next one takes its place. */
export function useCurrentQuote(quotes: readonly Quote[], filter: QuoteFilter): CurrentQuote {
  const [at, setAt] = useState<{ readonly id: FeedbackId | undefined; readonly index: number }>({
    id: undefined,
    index: 0,
  })
  const shown = useMemo(() => filterQuotes(quotes, filter), [quotes, filter])
  const found = at.id === undefined ? -1 : shown.findIndex(({ feedback }) => feedback.id === at.id)
  const index = found >= 0 ? found : Math.min(at.index, shown.length - 1)
  const current = shown[index]
  if (current && (current.feedback.id !== at.id || index !== at.index))
    setAt({ id: current.feedback.id, index })
  return {
    shown,
    current,
    index,
    go(next) {
      const to = Math.max(0, Math.min(shown.length - 1, next))
      setAt({ id: shown[to]?.feedback.id, index: to })
    },
  }
}
