import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addBoard,
  deleteBoard,
  duplicateBoard,
  placeBoard,
  renameBoard,
  showNeighbour,
} from '../../renderer/editor/commands/boards.ts'
import { addNotes } from '../../renderer/editor/commands/addNotes.ts'
import {
  alignSelection,
  distributeSelection,
  lineUpSelection,
  tidySelection,
} from '../../renderer/editor/commands/arrangeSelection.ts'
import { duplicateSelection } from '../../renderer/editor/commands/duplicate.ts'
import { groupSelection, ungroupSelection } from '../../renderer/editor/commands/groupShapes.ts'
import { lockSelection, unlockAll } from '../../renderer/editor/commands/lockShapes.ts'
import { restackSelection } from '../../renderer/editor/commands/restackSelection.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { recolorNotes } from '../../renderer/editor/commands/recolorNotes.ts'
import { selectAll } from '../../renderer/editor/commands/selectAll.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { toScreen } from '../../renderer/editor/camera.ts'
import { selectedShapes } from '../../renderer/editor/editor.ts'
import { createNudge } from '../../renderer/editor/nudge.ts'
import { selectionBox } from '../../renderer/editor/resizing.ts'
import { TOOL_IDS } from '../../renderer/editor/tool.ts'
import { beginTyping } from '../../renderer/editor/typing.ts'
import { NOTE_COLORS } from '../../shared/model/color.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { smallestEdit } from '../../shared/model/editText.ts'
import { hasText, textOf } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

/** Random numbers that a gesture makes of what it needs. Places are screen units. */
interface Chance {
  readonly at: Vec
  readonly to: Vec
  readonly n: number
  readonly shift: boolean
  readonly alt: boolean
}

/** Mostly there is more to arrange than what happens to be selected. */
const ofMany =
  (act: (t: TestEditor) => void) =>
  (t: TestEditor, { n }: Chance): void => {
    if (n % 3 > 0) selectAll(t.editor)
    act(t)
  }

/** Each is one thing that a person does, through the tools and commands that the window uses: one undo step at most. */
const GESTURES = {
  useTool: (t, { at, to, n, ...keys }) => {
    t.editor.setTool(TOOL_IDS[n % TOOL_IDS.length] ?? 'select')
    t.drag(at, to, keys)
    t.editor.setTool('select')
  },
  clickTool: (t, { at, n, ...keys }) => {
    t.editor.setTool(TOOL_IDS[n % TOOL_IDS.length] ?? 'select')
    t.click(at, keys)
    t.editor.setTool('select')
  },
  doubleClick: (t, { at }) => void t.doubleClick(at),
  drag: (t, { at, to, shift, alt }) => void t.drag(at, to, { shift, alt }),
  dragFromShape: (t, { to, n, shift, alt }) => {
    const shapes = t.shapes()
    const box = selectionBox(shapes.slice(n % (shapes.length + 1)).slice(0, 1))
    if (box)
      t.drag(toScreen(t.editor.camera.get(), [box.x + box.w / 2, box.y + box.h / 2]), to, { shift, alt })
  },
  resize: (t, { to, shift }) => {
    const box = selectionBox(selectedShapes(t.editor))
    if (box) t.drag(toScreen(t.editor.camera.get(), [box.x + box.w, box.y + box.h]), to, { shift })
  },
  giveUp: (t, { at, to }) => void t.down(at).move(to).move(at).escape(),
  selectAll: (t) => selectAll(t.editor),
  type: (t, { n }) => {
    const shape = t.shapes()[n % Math.max(1, t.shapes().length)]
    if (!shape || !hasText(shape)) return
    const typing = beginTyping(t.editor, shape.id, () => 0)
    for (const text of ['g', 'gu', 'guest', 'guest سلام 😀']) {
      const edit = smallestEdit(textOf(t.shape(shape.id)), text.repeat((n % 3) + 1))
      if (edit) typing({ edits: [{ ...edit, look: n % 2 ? { bold: true } : {} }] })
    }
  },
  setText: (t, { n }) => {
    const shape = t.shapes()[n % Math.max(1, t.shapes().length)]
    if (shape) setText(t.editor, shape.id, 'word '.repeat(n))
  },
  nudge: (t, { n }) => createNudge(t.editor, () => 0)([n, -n]),
  recolor: (t, { n }) => recolorNotes(t.editor, NOTE_COLORS[n % NOTE_COLORS.length] ?? 'pink'),
  duplicate: (t) => duplicateSelection(t.editor),
  group: ofMany((t) => groupSelection(t.editor)),
  ungroup: ofMany((t) => ungroupSelection(t.editor)),
  align: ofMany((t) => alignSelection(t.editor, 'left')),
  distribute: ofMany((t) => distributeSelection(t.editor, 'x')),
  tidy: ofMany((t) => tidySelection(t.editor, 'rtl')),
  lineUp: ofMany((t) => lineUpSelection(t.editor, 'y', 'ltr')),
  lock: (t) => lockSelection(t.editor),
  unlock: (t) => unlockAll(t.editor),
  restack: (t, { n }) => {
    t.editor.selection.set(
      new Set(
        t
          .shapes()
          .slice(0, (n % 3) + 1)
          .map(({ id }) => id),
      ),
    )
    restackSelection(t.editor, n % 2 ? 'front' : 'forward')
  },
  delete: (t) => void deleteSelection(t.editor),
  paste: async (t, { at, n }) => {
    const notes = Array.from({ length: (n % 5) + 1 }, (_, index) => ({ text: `pasted ${index}` }))
    await addNotes(t.editor, notes, at)
  },
  addBoard: (t) => void addBoard(t.editor),
  duplicateBoard: (t) => void duplicateBoard(t.editor, t.editor.board.get(), 'copy'),
  renameBoard: (t, { n }) => renameBoard(t.editor, t.editor.board.get(), `board ${n}`),
  placeBoard: (t, { n }) => placeBoard(t.editor, t.editor.board.get(), n % 4),
  deleteBoard: (t) => deleteBoard(t.editor, t.editor.board.get()),
  nextBoard: (t) => showNeighbour(t.editor, 1),
} satisfies Record<string, (t: TestEditor, chance: Chance) => void | Promise<void>>

type Move = Chance & { readonly kind: keyof typeof GESTURES | 'undo' | 'redo' }

const place = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 800 }))
const move = (kinds: readonly Move['kind'][]): fc.Arbitrary<Move> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: place,
    to: place,
    n: fc.nat(60),
    shift: fc.boolean(),
    alt: fc.boolean(),
  })

const KINDS = Object.keys(GESTURES) as readonly (keyof typeof GESTURES)[]

/** Everything that is in the document: as it is read, and as it lies there. */
function contentOf({ editor, doc }: TestEditor): unknown {
  const { boards, shapes } = editor.workshop
  return {
    boards: boards.all(),
    shapes: boards.all().map(({ id }) => shapes.all(id)),
    raw: { boards: doc.getMap('boards').toJSON(), shapes: doc.getMap('shapes').toJSON() },
  }
}

/** An editor, and what the document held after each of its undo steps. */
class Trail {
  readonly t = new TestEditor()
  private contents = [contentOf(this.t)]
  depth = 0

  async make({ kind, ...chance }: Move): Promise<void> {
    if (kind === 'undo' || kind === 'redo') return this.travel(kind)
    const { state } = this.t.editor.workshop.history
    const before = state.get().last
    await GESTURES[kind](this.t, chance)
    // Whatever somebody types elsewhere, a gesture of their own begins anew.
    this.t.editor.workshop.history.join(undefined)
    // What was made and given up at once, such as an empty text, gives redo up, too.
    if (!state.get().canRedo) this.contents = this.contents.slice(0, this.depth + 1)
    if (state.get().last === before) return expect(contentOf(this.t)).toEqual(this.contents[this.depth])
    this.depth++
    this.contents = [...this.contents.slice(0, this.depth), contentOf(this.t)]
  }

  travel(direction: 'undo' | 'redo'): void {
    const { history } = this.t.editor.workshop
    if (!history.state.get()[direction === 'undo' ? 'canUndo' : 'canRedo']) return
    history[direction]()
    this.depth += direction === 'undo' ? -1 : 1
    expect(contentOf(this.t)).toEqual(this.contents[this.depth])
  }

  /** All the way back, and forth again; returns how many steps that was. */
  thereAndBack(): number {
    const { state } = this.t.editor.workshop.history
    while (state.get().canUndo) this.travel('undo')
    expect(this.depth).toBe(0)
    while (state.get().canRedo) this.travel('redo')
    return this.contents.length - 1
  }
}

test('whatever was done, undoing goes back through each document there was, and redoing forth again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move(KINDS), { maxLength: 30, size: 'max' }), async (moves) => {
      const trail = new Trail()
      for (const each of moves) await trail.make(each)
      expect(trail.thereAndBack()).toBe(trail.depth)
      expect(trail.thereAndBack()).toBe(trail.depth)
    }),
    { numRuns: 150 },
  )
})

test('undoing and redoing in between changes nothing about that', async () => {
  const kinds = [...KINDS, ...Array.from({ length: 8 }, (_, n) => (n % 3 === 2 ? 'redo' : 'undo'))] as const
  await fc.assert(
    fc.asyncProperty(fc.array(move(kinds), { maxLength: 40, size: 'max' }), async (moves) => {
      const trail = new Trail()
      for (const each of moves) await trail.make(each)
      expect(trail.thereAndBack()).toBe(trail.depth)
    }),
    { numRuns: 150 },
  )
})

test('the gestures really do things: notes, boards, and more', async () => {
  const seen = new Set<string>()
  for (const moves of fc.sample(fc.array(move(KINDS), { minLength: 30, maxLength: 30, size: 'max' }), {
    numRuns: 300,
    seed: 7,
  })) {
    const trail = new Trail()
    for (const each of moves) {
      const before = trail.t.editor.workshop.history.state.get().last
      await trail.make(each)
      if (trail.t.editor.workshop.history.state.get().last !== before) seen.add(each.kind)
    }
  }
  const looks = new Set<string>(['drag', 'giveUp', 'selectAll', 'nextBoard'])
  expect(KINDS.filter((kind) => !seen.has(kind) && !looks.has(kind))).toEqual([])
})
