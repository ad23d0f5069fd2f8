import type { InkColor, NoteColor } from '../model/color.ts'
import type { Theme } from './ops.ts'

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

/** Lines, ink and text that lie on the board itself: legible on a light and on a dark one. */
export const STROKE: Readonly<Record<Theme, Readonly<Record<InkColor, string>>>> = {
  light: {
    ink: '#1f1d1a',
    grey: '#7d786f',
    red: '#d0323f',
    orange: '#d9690c',
    yellow: '#c99700',
    green: '#2f8a3d',
    teal: '#0f8a80',
    blue: '#2468d6',
    purple: '#7a45cf',
    pink: '#cf3a80',
  },
  dark: {
    ink: '#f0eeea',
    grey: '#a49f95',
    red: '#ff7a80',
    orange: '#ff9f52',
    yellow: '#f2cb4a',
    green: '#7fd08b',
    teal: '#5cd0c4',
    blue: '#7fb0ff',
    purple: '#b596ff',
    pink: '#ff8fbd',
  },
}

/** Fills of forms: tints of the colours above. */
export const FILL: Readonly<Record<Theme, Readonly<Record<InkColor, string>>>> = {
  light: {
    ink: '#ffffff',
    grey: '#ebe8e2',
    red: '#fbdcdc',
    orange: '#fde3cc',
    yellow: '#fbeebc',
    green: '#d8efd6',
    teal: '#cdeeea',
    blue: '#d6e5fc',
    purple: '#e6dbfb',
    pink: '#fadbe8',
  },
  dark: {
    ink: '#262522',
    grey: '#3a3833',
    red: '#4b2628',
    orange: '#4a3220',
    yellow: '#453a19',
    green: '#243d28',
    teal: '#1d3f3b',
    blue: '#213555',
    purple: '#362a55',
    pink: '#482638',
  },
}

/** Ground of sections, over the board: see-through, so that nested ones show. */
export const GROUND: Readonly<Record<Theme, Readonly<Record<NoteColor, string>>>> = {
  light: {
    yellow: 'rgba(255,214,64,0.20)',
    orange: 'rgba(255,164,77,0.20)',
    pink: 'rgba(255,134,160,0.20)',
    purple: 'rgba(170,135,240,0.18)',
    blue: 'rgba(110,170,255,0.18)',
    teal: 'rgba(70,200,180,0.18)',
    green: 'rgba(130,205,80,0.18)',
    grey: 'rgba(90,80,60,0.07)',
  },
  dark: {
    yellow: 'rgba(255,214,64,0.13)',
    orange: 'rgba(255,164,77,0.13)',
    pink: 'rgba(255,134,160,0.13)',
    purple: 'rgba(170,135,240,0.15)',
    blue: 'rgba(110,170,255,0.14)',
    teal: 'rgba(70,200,180,0.13)',
    green: 'rgba(130,205,80,0.13)',
    grey: 'rgba(255,248,235,0.06)',
  },
}

/** Ink on paper: the same in light and dark. */
export const INK = '#1f1d1a'
/** Links on paper. */
export const LINK_ON_PAPER = '#1d46b8'
/** What figures are painted with besides their colour: the same in light and dark, like paper. */
export const FIGURE = {
  paper: '#fffdf8',
  pale: '#e9e5dc',
  dark: '#5a554d',
  glass: '#cfe3f7',
  blush: '#ffc9c9',
} as const
/** Shadow under a note, from the widest and faintest to the closest. */
export const SHADOW = ['rgba(31,29,26,0.05)', 'rgba(31,29,26,0.08)'] as const
/** Behind an exported picture, unless it is transparent. */
export const SHEET = '#ffffff'
