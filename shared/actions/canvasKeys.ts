import { matches, parseShortcut, type KeyPress, type Platform, type Shortcut } from './shortcut.ts'

/**
 * Keys that mean something only while the board itself has the focus, and so are no actions. `Arrow` stands for any of
 * the four; what they do goes the way of the arrow.
 */
export const CANVAS_KEYS = {
  next: ['Tab'],
  previous: ['Shift+Tab'],
  beside: ['Mod+Arrow'],
  move: ['Arrow', 'Shift+Arrow'],
  stretch: ['Alt+Arrow', 'Alt+Shift+Arrow'],
  place: ['Enter'],
  leave: ['Escape'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type CanvasKey = keyof typeof CANVAS_KEYS
export const CANVAS_KEY_IDS = Object.keys(CANVAS_KEYS) as readonly CanvasKey[]

/** A key press on the board. */
export interface CanvasPress {
  readonly key: CanvasKey
  /** Which way an arrow points, x to the right and y down; [0, 0] for other keys. */
  readonly arrow: readonly [x: number, y: number]
  readonly shift: boolean
}

const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const

interface Binding extends Omit<CanvasPress, 'shift'> {
  readonly shortcut: Shortcut
}

const BINDINGS: readonly Binding[] = CANVAS_KEY_IDS.flatMap((key) =>
  CANVAS_KEYS[key].map(parseShortcut).flatMap((shortcut): Binding[] => {
    if (shortcut.key !== 'Arrow') return [{ key, shortcut, arrow: [0, 0] }]
    return Object.entries(ARROWS).map(([name, arrow]) => ({
      key,
      shortcut: { ...shortcut, key: name },
      arrow,
    }))
  }),
)

/** What a key press means on the board; nothing for all others. */
export function canvasKeyOf(press: KeyPress, platform: Platform): CanvasPress | undefined {
  const found = BINDINGS.find(({ shortcut }) => matches(press, shortcut, platform))
  return found && { key: found.key, arrow: found.arrow, shift: found.shortcut.shift }
}
