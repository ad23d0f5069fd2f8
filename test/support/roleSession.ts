import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as Y from 'yjs'
import { openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import { createEditor } from '../../renderer/editor/createEditor.ts'
import type { Editor } from '../../renderer/editor/editor.ts'
import { addSection, addStamp } from './addShape.ts'
import { contentOf, FAY, Gated, GUS, PAT } from './gated.ts'
import { MapEditor } from './mapEditor.ts'
import { monospace } from './measure.ts'
import { pick, ROLE_ACTS } from './roleActs.ts'

/** What one of them does next: `who` 0 leads, 1 and 2 take part. Or, as `hear`, what was sent to and from them arrives. */
export interface RoleMove {
  readonly who: number
  readonly act: string
  readonly a: number
  readonly b: number
}

interface Participant {
  readonly editor: Editor
  readonly workshop: Workshop
  /** Updates on their way, in the order in which they were made. */
  readonly toHost: Uint8Array[]
  readonly fromHost: Uint8Array[]
}

/** A board with everything: a map with notes, a section, stamps. The facilitator's is the document behind the gate. */
function room(): {
  readonly host: MapEditor
  readonly gated: Gated
  readonly people: readonly Participant[]
} {
  const host = new MapEditor()
  host.editor.workshop.signAs(FAY)
  addSection(host, [0, 0, 500, 400, 0])
  host.note([100, 100], 'In the section')
  const [x, y] = host.cell('one', 'action')
  host.note([x, y], 'In a cell')
  addStamp(host, 90, 90)
  const gated = new Gated({ doc: host.doc })
  const people = [PAT, GUS].map((person): Participant => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(host.doc), host)
    const workshop = openWorkshop(doc)
    workshop.signAs(person)
    const editor = createEditor({ workshop, measure: monospace })
    editor.viewport.set({ w: 3000, h: 2000 })
    editor.role.set('participant')
    const [toHost, fromHost]: Uint8Array[][] = [[], []]
    if (!toHost || !fromHost) throw new Error('Expected two')
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== host && toHost.push(update))
    host.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== person && fromHost.push(update))
    return { editor, workshop, toHost, fromHost }
  })
  return { host, gated, people }
}

/**
 * Plays moves, and tells what is wrong: an edit that the gate refused although the app let somebody make it, or documents
 * that differ once everything has arrived.
 */
export function roleFaults(moves: readonly RoleMove[], acts = ROLE_ACTS): readonly string[] {
  const { host, gated, people } = room()
  const persons = [PAT, GUS]
  const hear = (index: number, most: number) => {
    const [one, person] = [people[index], persons[index]]
    if (!one || !person) return
    for (const update of one.toHost.splice(0, most)) gated.send(update, person, 'live', person)
    for (const update of one.fromHost.splice(0, most)) Y.applyUpdate(one.workshop.doc, update, host)
  }
  for (const { who, act, a, b } of moves) {
    if (act === 'hear') {
      hear(who % 2, 1 + (a % 4))
      continue
    }
    const editor = who === 0 ? host.editor : people[who - 1]?.editor
    if (!editor) continue
    const [shape, other] = [pick(editor, a), pick(editor, b)]
    acts[act]?.({ editor, a, b, at: [a * 140 - 100, b * 90 - 50], shape, other })
  }
  for (let round = 0; round < 3; round++) people.forEach((_, index) => hear(index, Infinity))
  const faults = gated
    .words()
    .filter((word) => word !== 'accepted')
    .map((word) => `refused: ${word}`)
  for (const { workshop } of people)
    if (!isDeepStrictEqual(contentOf(workshop.doc), contentOf(host.doc))) faults.push('documents differ')
  return [...new Set(faults)]
}

export interface RoleReport {
  readonly rounds: number
  readonly faults: readonly string[]
  /** The shortest found that show the faults. */
  readonly moves?: readonly RoleMove[]
}

/** Plays rounds of random moves until one goes wrong. The same seed plays the same rounds. */
export function roleRounds(rounds: number, seed: number, acts = ROLE_ACTS): RoleReport {
  const number = fc.nat(20)
  const move = fc.record({
    who: fc.nat(2),
    act: fc.constantFrom(...Object.keys(acts), 'hear', 'hear', 'hear'),
    a: number,
    b: number,
  })
  const property = fc.property(fc.array(move, { maxLength: 40, size: 'max' }), (moves) => {
    const faults = roleFaults(moves, acts)
    if (faults.length > 0) throw new Error(faults.join('; '))
  })
  const result = fc.check(property, { numRuns: rounds, seed })
  if (!result.failed) return { rounds: result.numRuns, faults: [] }
  const moves = result.counterexample?.[0]
  const { errorInstance } = result
  const words =
    errorInstance instanceof Error
      ? `${errorInstance.message}\n${errorInstance.stack}`
      : String(errorInstance)
  return { rounds: result.numRuns, faults: [words], ...(moves && { moves }) }
}
