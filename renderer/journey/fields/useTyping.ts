import { useRef } from 'react'
import type { Step } from '../../../shared/model/history.ts'

interface Typing {
  readonly onFocus: () => void
  /** What is typed from one focus to the next is one step of undo. */
  readonly step: () => Step
}

/** For fields whose every letter goes into the document at once: nothing is lost, and undo takes back all of it. */
export function useTyping(): Typing {
  const step = useRef<Step>({})
  return {
    onFocus() {
      step.current = {}
    },
    step: () => step.current,
  }
}
