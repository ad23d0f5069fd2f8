import type { Box } from '../geometry/box.ts'
import { STORY } from './storySizes.ts'

/** What of a frame can be seen, and taken hold of, by itself. */
export const FRAME_PARTS = [
  'number',
  'title',
  'star',
  'face',
  'picture',
  'caption',
  'channel',
  'place',
  'today',
  'overlay',
  'evidence',
  'served',
] as const
export type FramePart = (typeof FRAME_PARTS)[number]

/** Side of the round number, of the star and of the face, page units. */
const ROUND = 26
const FACE = 30
/** Most room for the channel, page units: the place has the rest of the line. */
const CHANNEL = 126
/** Between parts, page units. */
const GAP = 6

/** Where the picture of a frame is. Page units, like the frame's own box. */
export const pictureIn = ({ x, y }: Pick<Box, 'x' | 'y'>): Box => ({
  x: x + STORY.inset,
  y: y + STORY.inset + STORY.head,
  w: STORY.picture[0],
  h: STORY.picture[1],
})

/** How tall a frame is, page units. */
export const frameHeight = (overlay: boolean): number =>
  STORY.inset +
  STORY.head +
  STORY.picture[1] +
  STORY.caption +
  STORY.facts +
  STORY.today +
  STORY.foot +
  (overlay ? STORY.overlay : 0)

/** Where the parts of a frame are: page units, like its own box. The same for drawing, clicking and typing. */
export function partsOf(box: Box, rtl: boolean, overlay: boolean): Readonly<Record<FramePart, Box>> {
  const { x, y, w } = pictureIn(box)
  const below = y + STORY.picture[1]
  const facts = below + STORY.caption
  const today = facts + STORY.facts
  const figures = today + STORY.today
  const foot = figures + (overlay ? STORY.overlay : 0)
  const top = (side: number) => box.y + STORY.inset + (STORY.head - side) / 2 - 2
  const parts: Readonly<Record<FramePart, Box>> = {
    number: { x, y: top(ROUND), w: ROUND, h: ROUND },
    title: {
      x: x + ROUND + GAP + 2,
      y: box.y + 8,
      w: w - 2 * ROUND - FACE - 4 * GAP - 2,
      h: STORY.head - 2,
    },
    star: { x: x + w - FACE - GAP - ROUND, y: top(ROUND), w: ROUND, h: ROUND },
    face: { x: x + w - FACE, y: top(FACE), w: FACE, h: FACE },
    picture: { x, y, w, h: STORY.picture[1] },
    caption: { x: x + 2, y: below + GAP, w: w - 4, h: STORY.caption - GAP },
    channel: { x, y: facts, w: CHANNEL, h: STORY.facts - GAP },
    place: { x: x + CHANNEL + GAP, y: facts, w: w - CHANNEL - GAP, h: STORY.facts - GAP },
    today: { x, y: today, w, h: STORY.today - GAP },
    overlay: { x, y: figures, w, h: overlay ? STORY.overlay - GAP : 0 },
    evidence: { x: x + 2, y: foot, w: 40, h: STORY.foot - GAP },
    served: { x: x + 42, y: foot, w: w - 42, h: STORY.foot - GAP },
  }
  return rtl ? mirrored(box, parts) : parts
}

/** Everything where its mirror image would be. */
function mirrored({ x, w }: Box, parts: Readonly<Record<FramePart, Box>>): Readonly<Record<FramePart, Box>> {
  const flip = (part: Box): Box => ({ ...part, x: 2 * x + w - part.x - part.w })
  const flipped = Object.entries(parts).map(([name, part]) => [name, flip(part)])
  return Object.fromEntries(flipped) as Record<FramePart, Box>
}
