/** A shortcut such as `Mod+Shift+Z`, taken apart. */
export interface Shortcut {
  /** Ctrl, on a Mac Command. */
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** `Z`, `1`, `=`, `F2`, `Delete` … */
  readonly key: string
}

/** What a shortcut is compared with: the parts of a KeyboardEvent that matter. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export type Platform = 'mac' | 'windows' | 'linux'

export function parseShortcut(text: string): Shortcut {
  // The key itself may be a plus sign, as in `Mod++`.
  const parts = text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+')
  const key = parts.at(-1) ?? ''
  return { mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt'), key }
}

/**
 * Does this key press mean this shortcut? Letters go by what the layout types where that is Latin, else by the
 * physical key (a Persian keyboard types `د` where QWERTY has N). Digits go by the physical key, since Shift+1
 * types something else on every layout. Other characters already say whether Shift was needed to type them.
 */
export function matches(press: KeyPress, shortcut: Shortcut, platform: Platform): boolean {
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  if (mod !== shortcut.mod || other || press.altKey !== shortcut.alt) return false
  const { key } = shortcut
  if (/^[A-Z]$/.test(key)) return press.shiftKey === shortcut.shift && letterOf(press) === key
  if (/^\d$/.test(key))
    return (
      press.shiftKey === shortcut.shift && (press.code === `Digit${key}` || press.code === `Numpad${key}`)
    )
  if (key in BRACKETS) return press.shiftKey === shortcut.shift && press.code === BRACKETS[key]
  if (key.length === 1) return press.key === key
  return press.shiftKey === shortcut.shift && press.key === key
}

/** Many layouts have other letters there, and none types the same with Shift: these go by the physical key. */
const BRACKETS: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight' }

function letterOf({ key, code }: KeyPress): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return /^Key([A-Z])$/.exec(code)?.[1]
}

/** As Electron writes it in menus. */
export function toAccelerator(text: string): string {
  const { mod, shift, alt, key } = parseShortcut(text)
  const parts = [
    mod && 'CommandOrControl',
    shift && key !== '?' && 'Shift',
    alt && 'Alt',
    ACCELERATOR[key] ?? key,
  ]
  return parts.filter(Boolean).join('+')
}

const ACCELERATOR: Readonly<Record<string, string>> = {
  '+': 'Plus',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

/** As a person reads it: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function formatShortcut(text: string, platform: Platform): string {
  const { mod, shift, alt, key } = parseShortcut(text)
  const showShift = shift && key !== '?'
  const name = KEY_NAMES[key] ?? key
  if (platform === 'mac') return `${alt ? '⌥' : ''}${showShift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`
  return [mod && 'Ctrl', alt && 'Alt', showShift && 'Shift', name].filter(Boolean).join('+')
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Backspace: '⌫',
  '-': '−',
  Escape: 'Esc',
  /** Any of the four. */
  Arrow: '←↑→↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}
