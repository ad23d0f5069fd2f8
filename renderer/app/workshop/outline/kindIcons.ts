import {
  Circle,
  Clapperboard,
  Diamond,
  Frame,
  Group,
  Highlighter,
  Image,
  MoveUpRight,
  Pen,
  Route,
  PersonStanding,
  Square,
  Stamp,
  StickyNote,
  Type,
  type LucideIcon,
} from 'lucide-react'
import type { Form, Shape } from '../../../../shared/model/shape.ts'

const FORMS: Readonly<Record<Form['form'], LucideIcon>> = {
  rectangle: Square,
  ellipse: Circle,
  diamond: Diamond,
}

const KINDS: Readonly<Record<Exclude<Shape['kind'], 'form'>, LucideIcon>> = {
  note: StickyNote,
  text: Type,
  connector: MoveUpRight,
  ink: Pen,
  image: Image,
  section: Frame,
  stamp: Stamp,
  storyboard: Clapperboard,
  map: Route,
  figure: PersonStanding,
}

/** The drawing of a kind of shape; without a shape, that of a group. */
export function kindIcon(shape: Shape | undefined): LucideIcon {
  if (!shape) return Group
  if (shape.kind === 'form') return FORMS[shape.form]
  return shape.kind === 'ink' && shape.tool === 'highlighter' ? Highlighter : KINDS[shape.kind]
}
