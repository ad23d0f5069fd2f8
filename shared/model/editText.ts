import type * as Y from 'yjs'
import type { TextRange } from './markRuns.ts'

/** Make `text` read `next` by the smallest edit: what others type elsewhere in it at the same time stays. */
export function editText(text: Y.Text, next: string): void {
  const edit = smallestEdit(text.toString(), next)
  if (!edit) return
  if (edit.to > edit.from) text.delete(edit.from, edit.to - edit.from)
  if (edit.insert !== '') text.insert(edit.from, edit.insert)
}

/**
 * The least that turns `now` into `next`; nothing if they are the same. Cuts never split a surrogate pair, which would
 * leave half a character behind. `caret` is where typing ended in `next`: among equal letters it tells which is new.
 */
export function smallestEdit(
  now: string,
  next: string,
  caret = Infinity,
): (TextRange & { readonly insert: string }) | undefined {
  if (now === next) return undefined
  let start = 0
  const most = Math.min(now.length, next.length, Math.max(0, caret - Math.max(0, next.length - now.length)))
  while (start < most && now[start] === next[start]) start++
  if (start > 0 && isHighSurrogate(now.charCodeAt(start - 1))) start--
  let end = 0
  const rest = Math.min(now.length, next.length) - start
  while (end < rest && now[now.length - 1 - end] === next[next.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(now.charCodeAt(now.length - end))) end--
  return { from: start, to: now.length - end, insert: next.slice(start, next.length - end) }
}

/** Where a place in `now` lies in `next`: what was typed before it moves it along. UTF-16 units. */
export function followEdit(now: string, next: string): (at: number) => number {
  const edit = smallestEdit(now, next)
  if (!edit) return (at) => at
  const { from, to, insert } = edit
  return (at) => {
    // At the very place where something was put in, typing goes on behind it: so it is after a redo.
    if (at < from || (at === from && to > from)) return at
    return at >= to ? at + insert.length - (to - from) : from + Math.min(at - from, insert.length)
  }
}

/**
 * What a text should read after somebody who opened it as `opened` left a field with `typed`, while others made it
 * `now`: both edits. Nothing if nothing was typed.
 */
export function typedOnto(opened: string, typed: string, now: string): string | undefined {
  const edit = smallestEdit(opened, typed)
  if (!edit) return undefined
  const others = smallestEdit(opened, now)
  if (!others) return typed
  const follow = followEdit(opened, now)
  const from = follow(edit.from)
  // What was put right behind it is no part of it.
  const to = others.from >= edit.to ? edit.to : follow(edit.to)
  return now.slice(0, from) + edit.insert + now.slice(Math.max(from, to))
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
