import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createGate, type ClaimingGate } from '../../../shared/session/gate/createGate.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { ROLES_OF, senderOf } from '../../support/gated.ts'
import { fuzzGate } from '../../support/gateFuzz.ts'

// More of it: `node test/shared/session/gate.ts COUNT [SEED]`.
test('nothing that hostile peers send changes what is not theirs, throws, or keeps others from working', () => {
  const { faults, p95, refused } = fuzzGate(400, Date.now() % 2 ** 31)
  expect(faults).toEqual([])
  expect(p95).toBeLessThan(20)
  expect(Object.keys(refused).length).toBeGreaterThan(8)
})

/** Its time goes on with every question, so that nobody is too quick. */
function gateOf(doc: Y.Doc): ClaimingGate {
  let time = 0
  return createGate({ doc, now: () => (time += 3000), roleOf: (person) => ROLES_OF.get(person) })
}

/** Gates with one mistake each, and what is seen of it. */
const BROKEN: Readonly<Record<string, readonly [make: (doc: Y.Doc) => ClaimingGate, fault: string]>> = {
  'checks nothing': [
    () => ({ claim: () => true, admit: (update) => ({ kind: 'accepted', update }) }),
    "another's record",
  ],
  'believes whoever sends something to be whoever wrote it': [
    (doc) => {
      const [gate, owners] = [gateOf(doc), new Map<number, PersonId>()]
      return {
        claim: (client, person) => gate.claim(client, person),
        admit(update, from, kind) {
          let client: number | undefined
          try {
            client = Y.decodeUpdate(update).structs[0]?.id.client
          } catch {
            // What cannot be read is nobody's.
          }
          const owner = (client === undefined ? undefined : owners.get(client)) ?? from.peer.person
          const verdict = gate.admit(update, senderOf(owner), kind)
          if (client !== undefined && verdict.kind === 'accepted') owners.set(client, owner)
          return verdict
        },
      }
    },
    'asAnother: shapes: a record that does not say whose it is',
  ],
  'looks only once the document has it': [
    (doc) => {
      const gate = gateOf(doc)
      return {
        claim: (client, person) => gate.claim(client, person),
        admit(update, from, kind) {
          const verdict = gate.admit(update, from, kind)
          try {
            Y.applyUpdate(doc, update)
          } catch {
            // Too late.
          }
          return verdict
        },
      }
    },
    'the document was touched before the gate had decided',
  ],
  'throws at what it cannot read': [
    (doc) => {
      const gate = gateOf(doc)
      return {
        claim: (client, person) => gate.claim(client, person),
        admit(update, from, kind) {
          Y.decodeUpdate(update)
          return gate.admit(update, from, kind)
        },
      }
    },
    'the gate throws',
  ],
  'takes what rests on something that is missing': [
    (doc) => {
      const gate = gateOf(doc)
      return {
        claim: (client, person) => gate.claim(client, person),
        admit(update, from, kind) {
          const verdict = gate.admit(update, from, kind)
          return verdict.kind === 'early' ? { kind: 'accepted', update } : verdict
        },
      }
    },
    'waits for something',
  ],
}

test.each(Object.entries(BROKEN))('the check sees a gate that %s', (_, [gate, until]) => {
  expect(fuzzGate(2000, 3, { gate, until }).faults.join('\n')).toContain(until)
})
