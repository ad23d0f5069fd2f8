import type { Box } from '../../shared/geometry/box.ts'
import { partsOf } from '../../shared/journey/frameParts.ts'
import type { StoryLayout } from '../../shared/journey/storyLayout.ts'
import { STORY } from '../../shared/journey/storySizes.ts'
import type { JourneyMap, Storyboard } from '../../shared/model/shape.ts'
import { STORY_COLORS, type StoryColors } from '../../shared/scene/storyColors.ts'
import type { Theme } from '../../shared/scene/ops.ts'
import type { Editor } from '../editor/editor.ts'
import type { OpenPart } from '../editor/openPart.ts'
import { mapPlace } from './mapPlace.ts'

/** Where the text of a part lies, and how it is set, so that typing goes on where reading was. */
export interface PartPlace {
  /** Page units, on the board. */
  readonly box: Box
  /** What of the view is to be seen while it is typed, page units. */
  readonly around: Box
  /** Page units. */
  readonly size: number
  readonly weight: number
  readonly centered: boolean
  readonly color: string
  readonly background: string
}

/** The place of an open part of a map or storyboard; nothing if it is folded away. */
export function partPlace(editor: Editor, open: OpenPart, theme: Theme): PartPlace | undefined {
  const view = editor.workshop.shapes.get(open.view)
  if ((view?.kind !== 'storyboard' && view?.kind !== 'map') || view.board !== editor.board.get())
    return undefined
  const found = placeInView(view, open, theme)
  const [x, y] = view.geometry
  const at = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })
  return found && { ...found, box: at(found.box), around: at(found.around) }
}

function placeInView(view: Storyboard | JourneyMap, open: OpenPart, theme: Theme): PartPlace | undefined {
  if (!view.layout) return undefined
  return view.kind === 'map'
    ? mapPlace(view.layout, open, theme)
    : placeIn(view.layout, open, STORY_COLORS[theme])
}

function placeIn(layout: StoryLayout, open: OpenPart, colors: StoryColors): PartPlace | undefined {
  if (open.kind === 'step') return inFrame(layout, open, colors)
  if (open.kind === 'stage') {
    const stage = layout.stages.find((one) => one.stage?.id === open.id)
    if (!stage || stage.collapsed) return undefined
    const box = grown(inset(stage.box, 46, 9), 160)
    return {
      box,
      around: stage.box,
      size: 16,
      weight: 650,
      centered: true,
      color: colors.text,
      background: colors.card,
    }
  }
  if (open.kind === 'lane') return undefined
  return open.at === 'title' ? inTitle(layout, colors) : inTrack(layout, open, colors)
}

function inFrame(
  layout: StoryLayout,
  open: Extract<OpenPart, { kind: 'step' }>,
  colors: StoryColors,
): PartPlace | undefined {
  const frame = layout.rows.flatMap(({ frames }) => frames).find(({ step }) => step.id === open.id)
  if (!frame) return undefined
  const parts = partsOf(frame.box, layout.rtl, layout.input.overlay)
  const common = {
    around: frame.box,
    weight: 450,
    centered: false,
    color: colors.text,
    background: colors.card,
  }
  switch (open.part) {
    case 'title':
      return { ...common, box: inset(parts.title, 0, 2), size: 15, weight: 650 }
    case 'caption':
      return { ...common, box: parts.caption, size: 14.5 }
    case 'today':
      return { ...common, box: inset(parts.today, 6, 5), size: 13 }
    case 'place':
      return { ...common, box: grown(parts.place, 140), size: 12.5, weight: 550 }
    case 'emotion':
      return { ...common, box: parts.face, size: 13 }
    case 'channel':
      return { ...common, box: parts.channel, size: 13 }
  }
}

function inTitle({ w }: StoryLayout, colors: StoryColors): PartPlace {
  const box = { x: STORY.padding, y: 12, w: Math.min(w - 2 * STORY.padding - 160, 720), h: 32 }
  const around = { x: 0, y: 0, w: Math.min(w, 900), h: STORY.title }
  return { box, around, size: 22, weight: 700, centered: false, color: colors.text, background: colors.card }
}

function inTrack(
  { rows }: StoryLayout,
  open: Extract<OpenPart, { kind: 'journey' }>,
  colors: StoryColors,
): PartPlace | undefined {
  const head = rows.find(({ track }) => track.journey.id === open.id)?.head
  if (!head) return undefined
  const box = { x: head.x + 6, y: head.y + 94, w: head.w - 12, h: 64 }
  return {
    box,
    around: head,
    size: 14,
    weight: 600,
    centered: true,
    color: colors.text,
    background: colors.card,
  }
}

const inset = ({ x, y, w, h }: Box, by: number, down: number): Box => ({
  x: x + by,
  y: y + down,
  w: w - 2 * by,
  h: h - 2 * down,
})

/** At least so wide, about its middle. */
const grown = (box: Box, least: number): Box =>
  box.w >= least ? box : { ...box, x: box.x + (box.w - least) / 2, w: least }
