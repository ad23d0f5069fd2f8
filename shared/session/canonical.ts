import { utf8ToBytes } from '@noble/hashes/utils.js'

/** JSON whose text depends on the value alone: keys sorted, no spaces, `undefined` left out. What signatures are made over. */
export function canonical(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(utf8ToBytes(text(value)))
}

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${text(each)}`)
  return `{${parts.join(',')}}`
}
