import { controlMessage, type ControlMessage } from './controlMessage.ts'
import { jsonIn } from './json.ts'

const KINDS: ReadonlySet<unknown> = new Set(controlMessage.options.map(({ shape }) => shape.kind.value))

/** What the other side says; `unknown` is what a later version may say, `malformed` what none does. */
export function readControl(bytes: Uint8Array): ControlMessage | 'unknown' | 'malformed' {
  const value = jsonIn(bytes)
  const parsed = controlMessage.safeParse(value)
  if (parsed.success) return parsed.data
  const kind = kindOf(value)
  return kind !== undefined && !KINDS.has(kind) ? 'unknown' : 'malformed'
}

const kindOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
    ? value.kind
    : undefined
