import type * as Y from 'yjs'

/**
 * Make `text` read `next` by the smallest edit: what others type elsewhere in it at the same time stays. Cuts never
 * split a surrogate pair, which would leave half a character behind.
 */
export function editText(text: Y.Text, next: string): void {
  const now = text.toString()
  if (now === next) return
  let start = 0
  const most = Math.min(now.length, next.length)
  while (start < most && now[start] === next[start]) start++
  if (start > 0 && isHighSurrogate(now.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && now[now.length - 1 - end] === next[next.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(now.charCodeAt(now.length - end))) end--
  if (now.length - start - end > 0) text.delete(start, now.length - start - end)
  if (next.length - start - end > 0) text.insert(start, next.slice(start, next.length - end))
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
