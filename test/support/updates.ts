import * as Y from 'yjs'

/** An update by some author that sets one key of the map `test`. */
export function updateWith(key: string, value: unknown): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  doc.getMap('test').set(key, value)
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

/** What the map `test` holds after these updates. */
export function contentOf(updates: readonly Uint8Array[]): Record<string, unknown> {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc.getMap('test').toJSON()
}
