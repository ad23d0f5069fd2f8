/** What is let through the gate at most (reliability T9). */
export const LIMITS = {
  /** One message of somebody who may change everything, bytes. */
  trusted: 64 * 1024 * 1024,
  /** One edit of a participant, bytes. */
  update: 256 * 1024,
  /** The longest of which they are told what it was, so that they can take it back. */
  told: 1024 * 1024,
  /** All that a participant has written so far, at once, bytes. */
  answer: 4 * 1024 * 1024,
  /** Clients that one message of a participant brings edits of, or deletes from. */
  clients: 200,
  /** Values in values, and types in types. */
  depth: 16,
  /** Clocks; nobody writes more between two starts of the app. */
  clock: 2 ** 31,
  /** Name of a root, key of a field, id of an item, UTF-16 units. */
  key: 256,
  /** Names of one value's keys and elements, all in all. */
  parts: 200_000,
  /** Bytes of a text's attribute, as JSON. */
  attribute: 8192,
  /** Shapes in a workshop, as far as participants add to them. */
  shapes: 20_000,
  /** What one edit of a participant touches in the document: structs, in all and of one record. */
  touched: 50_000,
  record: 4000,
  /** Of fields that only a newer version knows, all of one shape's as JSON, characters. */
  unknownFields: 2048,
  /** Clients that one person may have written as in one session. */
  clientsOfOne: 64,
  /** Shapes that one participant may remove within `removedWithin` ms, however few there are; and the share of all. */
  removed: 30,
  removedShare: 0.2,
  removedWithin: 60_000,
} as const

/** Where a prototype would be, and no field is. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
