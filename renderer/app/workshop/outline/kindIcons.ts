import {
  Circle,
  Clapperboard,
  Diamond,
  Footprints,
  Frame,
  GalleryHorizontalEnd,
  Group,
  Highlighter,
  Image,
  MoveUpRight,
  Pen,
  Route,
  PersonStanding,
  Signpost,
  Square,
  Stamp,
  StickyNote,
  Type,
  type LucideIcon,
} from 'lucide-react'
import type { TreePart } from '../../../../shared/journey/treePart.ts'
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

/** The drawing of a part of a journey. */
export const partIcon = (part: TreePart): LucideIcon =>
  part.kind === 'stage' ? Signpost : part.frame ? GalleryHorizontalEnd : Footprints

/** The drawing of a kind of shape; without a shape, that of a group. */
export function kindIcon(shape: Shape | undefined): LucideIcon {
  if (!shape) return Group
  if (shape.kind === 'form') return FORMS[shape.form]
  return shape.kind === 'ink' && shape.tool === 'highlighter' ? Highlighter : KINDS[shape.kind]
}
