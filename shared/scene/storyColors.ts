import type { Theme } from './ops.ts'

/** Colours of a storyboard that are its own. */
export interface StoryColors {
  /** Behind the frames of a stage. */
  readonly ground: string
  readonly card: string
  readonly line: string
  /** What is drawn on: ink has the colours of the theme, and has to be seen. */
  readonly paper: string
  readonly text: string
  readonly muted: string
  readonly faint: string
  readonly chip: string
  /** Where we do nothing. */
  readonly hole: string
  readonly hatch: string
  readonly star: string
  readonly pain: string
  readonly idea: string
  /** What nothing serves yet lights up. */
  readonly glow: string
  readonly glowText: string
}

export const STORY_COLORS: Readonly<Record<Theme, StoryColors>> = {
  light: {
    ground: '#f4f1ea',
    card: '#ffffff',
    line: '#ddd8cc',
    paper: '#ffffff',
    text: '#1f1d1a',
    muted: '#6d685f',
    faint: '#a8a297',
    chip: '#f1eee7',
    hole: '#b0503a',
    hatch: '#f3d9cd',
    star: '#f0b429',
    pain: '#c43c48',
    idea: '#2f7d3a',
    glow: '#fff3cf',
    glowText: '#8a6210',
  },
  dark: {
    ground: '#272622',
    card: '#312f2a',
    line: '#47443c',
    paper: '#242320',
    text: '#f0eeea',
    muted: '#b3ada2',
    faint: '#7d786e',
    chip: '#3e3b35',
    hole: '#f0a187',
    hatch: '#503c33',
    star: '#f4c14d',
    pain: '#ff8f94',
    idea: '#8ed698',
    glow: '#463b1c',
    glowText: '#eac766',
  },
}
