import { matches, parseShortcut, type KeyPress, type Platform } from '../../../../shared/actions/shortcut.ts'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import type { ReadingDirection } from '../../../../shared/model/readingOrder.ts'

/**
 * Keys of the outline's rows. All others mean what they mean on the board: Delete removes what is selected. `Inwards`
 * and `Outwards` are the arrows along the line of reading, forwards and back.
 */
const OUTLINE_KEYS = {
  next: ['ArrowDown'],
  previous: ['ArrowUp'],
  inwards: ['Inwards'],
  outwards: ['Outwards'],
  first: ['Home'],
  last: ['End'],
  pageDown: ['PageDown'],
  pageUp: ['PageUp'],
  extendNext: ['Shift+ArrowDown'],
  extendPrevious: ['Shift+ArrowUp'],
  select: [' '],
  edit: ['Enter', 'F2'],
  newNote: ['Mod+Enter'],
  earlier: ['Alt+ArrowUp'],
  later: ['Alt+ArrowDown'],
  left: ['Mod+ArrowLeft'],
  right: ['Mod+ArrowRight'],
  up: ['Mod+ArrowUp'],
  down: ['Mod+ArrowDown'],
  connect: ['C'],
  actions: ['ContextMenu', 'Shift+F10'],
  leave: ['Escape'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type OutlineKey = keyof typeof OUTLINE_KEYS
const KEYS = Object.keys(OUTLINE_KEYS) as readonly OutlineKey[]

const BINDINGS = KEYS.flatMap((key) =>
  OUTLINE_KEYS[key].map((text) => ({ key, shortcut: parseShortcut(text) })),
)

/** What a key press means on a row of the outline; nothing for all others. */
export function outlineKeyOf(
  press: KeyPress,
  platform: Platform,
  direction: ReadingDirection,
): OutlineKey | undefined {
  const [inwards, outwards] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  const meant = (key: string): string => (key === 'Inwards' ? inwards : key === 'Outwards' ? outwards : key)
  return BINDINGS.find(({ shortcut }) => matches(press, { ...shortcut, key: meant(shortcut.key) }, platform))
    ?.key
}

/** How far the keys that move something on the board move it, in page units. */
export const NUDGE = 10

export const WAYS: Readonly<Partial<Record<OutlineKey, Vec>>> = {
  left: [-NUDGE, 0],
  right: [NUDGE, 0],
  up: [0, -NUDGE],
  down: [0, NUDGE],
}
