import type { NoteColor } from '../model/color.ts'
import type { Theme } from './ops.ts'

/** Colours of a map that are its own; the rest it shares with storyboards. */
export interface MapColors {
  readonly sheet: string
  /** Around the sheet, and between stages. */
  readonly edge: string
  /** Between steps and between lanes. */
  readonly line: string
  /** The column in which lanes are named, and the row in which steps are. */
  readonly head: string
  /** Every other lane. */
  readonly zebra: string
  /** Where feelings are neither good nor bad. */
  readonly zero: string
  readonly good: string
  readonly bad: string
  /** The way through the channels. */
  readonly path: string
  readonly tray: string
}

export const MAP_COLORS: Readonly<Record<Theme, MapColors>> = {
  light: {
    sheet: '#fffefb',
    edge: '#cfc9bb',
    line: '#e9e5dc',
    head: '#f7f4ed',
    zebra: 'rgba(110,98,70,0.035)',
    zero: '#b9b3a6',
    good: 'rgba(110,190,100,0.10)',
    bad: 'rgba(235,120,110,0.09)',
    path: '#3f6fd1',
    tray: '#f1ede3',
  },
  dark: {
    sheet: '#201f1c',
    edge: '#565148',
    line: '#35332e',
    head: '#292824',
    zebra: 'rgba(255,248,235,0.022)',
    zero: '#6d685e',
    good: 'rgba(120,200,110,0.08)',
    bad: 'rgba(240,120,110,0.08)',
    path: '#86aef5',
    tray: '#2a2925',
  },
}

/** Calm tints that tell stages apart, taken in turn. */
const TINTS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#dfeafa', '#dcf0ec', '#ebe4f9', '#fae8d8', '#e3f1db', '#f9e1ea'],
  dark: ['#27374f', '#22413c', '#382f51', '#463727', '#2d3f29', '#472d38'],
}
export const stageTint = (index: number, theme: Theme): string =>
  TINTS[theme][index % TINTS[theme].length] ?? 'transparent'

/** The colour of a persona's or a team's, as a line and as a ground for dark text. */
export const LINE_OF: Readonly<Record<Theme, Readonly<Record<NoteColor, string>>>> = {
  light: {
    yellow: '#c39305',
    orange: '#d9690c',
    pink: '#cf3a80',
    purple: '#7a45cf',
    blue: '#2468d6',
    teal: '#0f8a80',
    green: '#2f8a3d',
    grey: '#7d786f',
  },
  dark: {
    yellow: '#f2cb4a',
    orange: '#ff9f52',
    pink: '#ff8fbd',
    purple: '#b596ff',
    blue: '#7fb0ff',
    teal: '#5cd0c4',
    green: '#7fd08b',
    grey: '#a49f95',
  },
}
