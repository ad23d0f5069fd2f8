import { Angry, Frown, Laugh, Meh, Smile, type LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Emotion } from '../../../shared/journey/entities.ts'

/** From awful to wonderful. */
export const FEELINGS = [-2, -1, 0, 1, 2] as const satisfies readonly Emotion[]

export const FACES: Readonly<Record<Emotion, LucideIcon>> = {
  [-2]: Angry,
  [-1]: Frown,
  0: Meh,
  1: Smile,
  2: Laugh,
}

/** The feeling a key stands for: 1 (awful) to 5 (wonderful), by its place on any keyboard; 0 takes it away. */
export function feelingOfKey(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'code'>,
): Emotion | 'none' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const digit = /^(?:Digit|Numpad)([0-5])$/.exec(event.code)?.[1]
  if (digit === undefined) return undefined
  return digit === '0' ? 'none' : FEELINGS[Number(digit) - 1]
}
