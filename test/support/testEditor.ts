import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { textOf, type Note, type Shape } from '../../shared/model/shape.ts'
import { addFirstBoard, openWorkshop } from '../../shared/model/workshop.ts'
import { createNote } from '../../renderer/editor/commands/createNote.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { toPage } from '../../renderer/editor/camera.ts'
import { createEditor } from '../../renderer/editor/createEditor.ts'
import type { Editor } from '../../renderer/editor/editor.ts'
import type { PointerInput } from '../../renderer/editor/tool.ts'
import { monospace } from './measure.ts'

/** An editor on an empty workshop, driven by hand: pointer positions are screen units. */
export class TestEditor {
  readonly doc = new Y.Doc()
  readonly editor: Editor

  constructor(options: { readonly readOnly?: boolean } = {}) {
    addFirstBoard(this.doc)
    this.editor = createEditor({ workshop: openWorkshop(this.doc), measure: monospace, ...options })
    this.editor.viewport.set({ w: 1200, h: 800 })
  }

  /** A note with its middle at a page point. */
  note(middle: Vec, text = ''): ShapeId {
    const id = createNote(this.editor, middle)
    if (!id) throw new Error('Expected a note')
    setText(this.editor, id, text)
    this.editor.editing.set(null)
    this.editor.selection.set(new Set())
    return id
  }

  down(at: Vec, keys: Keys = {}): this {
    return this.send('pointerDown', at, keys)
  }
  move(at: Vec, keys: Keys = {}): this {
    return this.send('pointerMove', at, keys)
  }
  up(at: Vec, keys: Keys = {}): this {
    return this.send('pointerUp', at, keys)
  }
  click(at: Vec, keys: Keys = {}): this {
    return this.down(at, keys).up(at, keys)
  }
  drag(from: Vec, to: Vec, keys: Keys = {}): this {
    const half: Vec = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    return this.down(from, keys).move(half, keys).move(to, keys).up(to, keys)
  }
  doubleClick(at: Vec, keys: Keys = {}): this {
    return this.click(at, keys).click(at, keys).send('doubleClick', at, keys)
  }
  escape(): this {
    this.editor.dispatch({ type: 'cancel' })
    return this
  }

  shape(id: ShapeId): Shape {
    const shape = this.editor.workshop.shapes.get(id)
    if (!shape) throw new Error(`Expected shape ${id}`)
    return shape
  }
  /** A note that is there. */
  noteShape(id: ShapeId): Note {
    const shape = this.shape(id)
    if (shape.kind !== 'note') throw new Error(`Expected ${id} to be a note`)
    return shape
  }
  /** The texts of all shapes, bottom to top. */
  texts(): string[] {
    return this.shapes().map(textOf)
  }
  shapes(): readonly Shape[] {
    return this.editor.workshop.shapes.all(this.editor.board.get())
  }
  expectMiddle(id: ShapeId, middle: Vec): this {
    const [x, y, w, h] = this.shape(id).geometry
    expect([x + w / 2, y + h / 2]).toEqual(middle)
    return this
  }
  selected(): ShapeId[] {
    return [...this.editor.selection.get()]
  }

  /** Would a finger take hold of something here? */
  grabs(at: Vec): boolean {
    return this.editor.grabs(this.input('pointerDown', at, { pointer: 'touch' }))
  }

  private send(type: PointerInput['type'], screen: Vec, keys: Keys): this {
    this.editor.dispatch(this.input(type, screen, keys))
    return this
  }

  private input(type: PointerInput['type'], screen: Vec, keys: Keys): PointerInput {
    const point = toPage(this.editor.camera.get(), screen)
    const { shift = false, alt = false, mod = false, pressure = 0.5, pointer = 'mouse' } = keys
    const points = type === 'pointerMove' ? { points: [{ point, pressure }] } : {}
    return { type, point, screen, shift, alt, mod, pressure, pointer, ...points }
  }
}

/** What else an input says: keys held down, and with what it was made (by default a mouse). */
type Keys = Partial<Pick<PointerInput, 'shift' | 'alt' | 'mod' | 'pressure' | 'pointer'>>
