import type { Box } from '../geometry/box.ts'
import { MAP, type MapLayout } from '../journey/mapLayout.ts'
import { drawLabel } from './drawLabel.ts'
import { journeyName, personaName } from './journeyNames.ts'
import type { DrawOp, Look } from './ops.ts'
import { INK, PAPER } from './palette.ts'
import { textFont } from './paragraphs.ts'
import { sideOf } from './sideOf.ts'
import { STORY_COLORS } from './storyColors.ts'
import { drawChip } from './storyMarks.ts'

/** Side of the round picture of a persona, page units. */
const AVATAR = 34
const NAME = 20
const SMALL = 13

/** Whose journey it is, what it is called, and who looks after it. From the map's corner. */
export function drawMapTitle({ input, w, rtl }: MapLayout, look: Look): readonly DrawOp[] {
  const { journey, actor } = input
  const colors = STORY_COLORS[look.theme]
  const row = createRow({ x: MAP.padding + 4, y: 0, w: w - 2 * MAP.padding - 8, h: MAP.title }, rtl)
  const name = journeyName(journey, look.words)
  const who = personaName(actor, look.words)
  const ops: DrawOp[] = []
  if (actor) {
    const box = row.start(AVATAR, AVATAR)
    ops.push({ op: 'rect', box, radius: AVATAR / 2, fill: PAPER[actor.color] })
    ops.push(
      ...drawLabel({ text: initialOf(who), box, size: 17, weight: 700, align: 'center', color: INK }, look),
    )
    row.gap(10)
  }
  ops.push(...drawFoot(journey, row, look, rtl))
  const wide = (text: string, size: number, weight: number) => look.measure(text, textFont(size, weight)) + 3
  const width = Math.min(wide(name, NAME, 700), row.room() * 0.6)
  ops.push(
    ...drawLabel(
      {
        text: name,
        box: row.start(width, MAP.title),
        size: NAME,
        weight: 700,
        color: colors.text,
        ...sideOf(name, rtl),
      },
      look,
    ),
  )
  row.gap(12)
  const kind = journey.name === '' ? '' : (look.words?.t(`journeyKind.${journey.kind}`) ?? '')
  const both = [who, kind].filter((text) => text !== '' && text !== name)
  for (const [index, text] of both.entries()) {
    const room = Math.min(wide(text, SMALL, 600) + 20, row.room())
    if (row.room() < 48) break
    const box = row.start(room, 24)
    const isKind = text === kind && index === both.length - 1
    ops.push({
      op: 'rect',
      box,
      radius: 12,
      fill: isKind ? (journey.kind === 'ideal' ? colors.glow : colors.chip) : colors.chip,
    })
    ops.push(
      ...drawLabel(
        {
          text,
          box: { ...box, x: box.x + 8, w: box.w - 16 },
          size: SMALL,
          weight: 600,
          align: 'center',
          color: isKind && journey.kind === 'ideal' ? colors.glowText : colors.muted,
        },
        look,
      ),
    )
    row.gap(8)
  }
  return ops
}

/** Owner and day of review, at the far end. */
function drawFoot(
  { owner, reviewOn }: MapLayout['input']['journey'],
  row: Row,
  look: Look,
  rtl: boolean,
): readonly DrawOp[] {
  const { muted } = STORY_COLORS[look.theme]
  const facts = [
    ...(reviewOn ? [{ glyph: 'review' as const, text: dayOf(reviewOn, look) }] : []),
    ...(owner ? [{ glyph: 'owner' as const, text: owner }] : []),
  ]
  return facts.flatMap(({ glyph, text }) => {
    const room = Math.min(look.measure(text, textFont(12.5, 550)) + 26, 220, row.room() / 3)
    const box = row.end(room, 24)
    return drawChip({ glyph, text, box, color: muted, rtl }, look)
  })
}

/** A day in the digits of the language it is looked at in. */
function dayOf(day: string, look: Look): string {
  const { words } = look
  if (!words) return day
  return day.replaceAll(/\d/g, (digit) => words.number(Number(digit)))
}

const initialOf = (name: string): string => Array.from(name.trim())[0]?.toLocaleUpperCase() ?? '•'

interface Row {
  /** The next piece of the row from where it begins, so wide and tall. */
  start(w: number, h: number): Box
  /** The next piece from where it ends. */
  end(w: number, h: number): Box
  gap(by: number): void
  room(): number
}

/** Deals out a row from both of its ends; it begins on the right where time goes to the left. */
function createRow({ x, y, w, h }: Box, rtl: boolean): Row {
  let [from, to] = [0, w]
  const at = (along: number, width: number, height: number): Box => ({
    x: rtl ? x + w - along - width : x + along,
    y: y + (h - height) / 2,
    w: width,
    h: height,
  })
  return {
    start(width, height) {
      const box = at(from, width, height)
      from += width
      return box
    },
    end(width, height) {
      to -= width + 14
      return at(to + 14, width, height)
    },
    gap: (by) => void (from += by),
    room: () => Math.max(0, to - from),
  }
}
