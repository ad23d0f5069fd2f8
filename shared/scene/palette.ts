import type { NoteColor } from '../model/color.ts'

/** What text on the canvas is set in: the bundled fonts, in the order scripts are looked up. */
export const TEXT_FAMILY = "'Inter Variable', 'Vazirmatn Variable', 'Noto Color Emoji', sans-serif"

/** Paper of sticky notes: the same in light and dark, since notes are content and exports have neither. */
export const PAPER: Readonly<Record<NoteColor, string>> = {
  yellow: '#ffe27a',
  orange: '#ffc68c',
  pink: '#ffb5c5',
  purple: '#d8c4f7',
  blue: '#b3d6ff',
  teal: '#a3e4da',
  green: '#c4eaa5',
  grey: '#e5e3de',
}

export const INK = '#1f1d1a'
/** Shadow under a note, from the widest and faintest to the closest. */
export const SHADOW = ['rgba(31,29,26,0.05)', 'rgba(31,29,26,0.08)'] as const
/** Behind an exported picture, unless it is transparent. */
export const SHEET = '#ffffff'
