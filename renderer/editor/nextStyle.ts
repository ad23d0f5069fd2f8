import type { InkColor, NoteColor } from '../../shared/model/color.ts'
import type { Mood } from '../../shared/model/shape.ts'
import type {
  Alignment,
  Dash,
  Fill,
  Head,
  Route,
  StrokeWidth,
  TextDirection,
} from '../../shared/model/style.ts'
import { FIRST_HAIR } from '../../shared/scene/figures/part.ts'

/** How the next shape will look. Whatever is chosen for a selection is also chosen for what is made next. */
export interface NextStyle {
  /** Lines of forms and connectors, ink of the pen, and text on the board. */
  readonly stroke: InkColor
  readonly highlighter: InkColor
  readonly fill: Fill
  readonly width: StrokeWidth
  readonly dash: Dash
  /** Size of text on the board, page units. */
  readonly font: number
  readonly align: Alignment | undefined
  readonly direction: TextDirection
  readonly route: Route
  readonly startHead: Head
  /** Of arrows; a plain line has none. */
  readonly endHead: Head
  readonly section: NoteColor
  /** What the next person or thing of the cast wears, how people feel, and their hair. */
  readonly figure: NoteColor
  readonly mood: Mood
  readonly hair: string
  /** What the stamp tool puts down. */
  readonly stamp: string
}

export const FIRST_STYLE: NextStyle = {
  stroke: 'ink',
  highlighter: 'yellow',
  fill: 'none',
  width: 'medium',
  dash: 'solid',
  font: 24,
  align: undefined,
  direction: 'auto',
  route: 'straight',
  startHead: 'none',
  endHead: 'arrow',
  section: 'grey',
  figure: 'blue',
  mood: 1,
  hair: FIRST_HAIR,
  stamp: '👍',
}
