import {
  PilcrowLeft,
  PilcrowRight,
  TextAlignCenter,
  TextAlignEnd,
  TextAlignStart,
  WandSparkles,
  type LucideIcon,
} from 'lucide-react'
import type {
  Alignment,
  Dash,
  Head,
  Route,
  StrokeWidth,
  TextDirection,
} from '../../../../shared/model/style.ts'
import {
  HeadArrow,
  HeadDot,
  HeadNone,
  HeadTriangle,
  LineDashed,
  LineDotted,
  LineMedium,
  LineSolid,
  LineThick,
  LineThin,
  RouteCurved,
  RouteElbow,
  RouteStraight,
} from '../../../ui/styleIcons.ts'

/** A value that is chosen by its icon. */
export type ChoiceName = Alignment | Dash | Head | Route | StrokeWidth | TextDirection

export type Choices<V extends ChoiceName> = readonly { readonly value: V; readonly icon: LucideIcon }[]

export const WIDTHS: Choices<StrokeWidth> = [
  { value: 'thin', icon: LineThin },
  { value: 'medium', icon: LineMedium },
  { value: 'thick', icon: LineThick },
]
export const DASH_CHOICES: Choices<Dash> = [
  { value: 'solid', icon: LineSolid },
  { value: 'dashed', icon: LineDashed },
  { value: 'dotted', icon: LineDotted },
]
export const ROUTE_CHOICES: Choices<Route> = [
  { value: 'straight', icon: RouteStraight },
  { value: 'elbow', icon: RouteElbow },
  { value: 'curved', icon: RouteCurved },
]
export const HEAD_CHOICES: Choices<Head> = [
  { value: 'none', icon: HeadNone },
  { value: 'arrow', icon: HeadArrow },
  { value: 'triangle', icon: HeadTriangle },
  { value: 'dot', icon: HeadDot },
]
/** In order of reading: the interface mirrors, and so do the icons. */
export const ALIGN_CHOICES: Choices<Alignment> = [
  { value: 'start', icon: TextAlignStart },
  { value: 'center', icon: TextAlignCenter },
  { value: 'end', icon: TextAlignEnd },
]
export const DIRECTION_CHOICES: Choices<TextDirection> = [
  { value: 'auto', icon: WandSparkles },
  { value: 'ltr', icon: PilcrowRight },
  { value: 'rtl', icon: PilcrowLeft },
]

/** Sizes of text by name, page units. */
export const FONT_SIZES = { small: 16, medium: 24, large: 36, huge: 56 } as const
export type FontName = keyof typeof FONT_SIZES
