import { shape, type Shape } from './shape.ts'

/** A shape as it lies in the document: fields of unknown value. */
export type Raw = Readonly<Record<string, unknown>>

/**
 * Each step turns version n into n + 1. Steps are pure and never removed: a workshop saved by the first release must
 * open in the last. A document is not migrated as a whole, so peers never race to do it: old shapes are read through
 * here, and stored in the new form when somebody edits them.
 */
const upgrades: ReadonlyArray<(raw: Raw) => Raw> = []

export const SHAPE_VERSION = upgrades.length + 1

export function versionOf(raw: Raw): number {
  const v = raw['v']
  return typeof v === 'number' && Number.isInteger(v) && v >= 1 ? v : 1
}

export type ReadResult =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly reason: 'newer' | 'invalid' }

/** Peers and old files are not trusted: whatever reaches the editor came through here. */
export function readShape(raw: Raw): ReadResult {
  if (versionOf(raw) > SHAPE_VERSION) return { ok: false, reason: 'newer' }
  const upgraded = upgrades.slice(versionOf(raw) - 1).reduce((old, upgrade) => upgrade(old), raw)
  const parsed = shape.safeParse(upgraded)
  return parsed.success ? { ok: true, shape: parsed.data } : { ok: false, reason: 'invalid' }
}
