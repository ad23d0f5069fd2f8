import { fromBase64url, toBase64url } from '../../../shared/util/base64url.ts'

const BYTES = '$bytes'

/** Any message of `rpc.ts` as text: JSON, with bytes in base64url. */
export const toText = (message: unknown): string => JSON.stringify(packed(message))

/** What was `undefined` in a call or an answer is there again. */
export function fromText(text: string): unknown {
  const message: unknown = JSON.parse(text, (_key, value: unknown) =>
    isBytes(value) ? fromBase64url(value[BYTES]) : value,
  )
  return typeof message === 'object' ? { input: undefined, value: undefined, ...message } : message
}

function packed(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: toBase64url(value) }
  if (Array.isArray(value)) return value.map(packed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, packed(each)]))
}

const isBytes = (value: unknown): value is { [BYTES]: string } =>
  typeof value === 'object' && value !== null && BYTES in value
