import type { Change } from '../model/workshop.ts'
import { newShapeId, type ShapeId } from '../model/ids.ts'
import { shape as shapeSchema, type Note } from '../model/shape.ts'
import { NOTE_SIZE } from '../scene/textBox.ts'
import { grownToText } from '../scene/textLayout.ts'
import type { Made, MadeJourney } from './templateJourneys.ts'
import type { Cell } from './cell.ts'
import type { FeedbackId } from './ids.ts'
import { MAP } from './mapLayout.ts'
import type { NoteDetails } from './register.ts'
import { ROLE_COLORS } from './roleColors.ts'
import { localize, type LocalText, type TemplateFigure, type TemplateNote } from './template.ts'
import { dayIn, type TemplateUse } from './templateUse.ts'

/** Gives the stacking order of the next new shape, each above the last. */
export type Stack = () => string

/** Puts a journey's notes into the cells of its map, and gives their ids in the order of the template. */
export function makeNotes(
  change: Change,
  one: MadeJourney,
  made: Made,
  use: TemplateUse,
  nextOrder: Stack,
): readonly ShapeId[] {
  return one.of.notes.map((of) => makeNote(change, of, one, made, use, nextOrder))
}

/** Puts one note into its cell, and gives its id. `quote` is the feedback that it shows. */
export function makeNote(
  change: Change,
  of: TemplateNote,
  one: MadeJourney,
  made: Made,
  use: TemplateUse,
  nextOrder: Stack,
  quote?: FeedbackId,
): ShapeId {
  const text = localize(of.text, use.language)
  const note: Note = {
    ...detailsOf(of, one, made, use),
    id: newShapeId(),
    kind: 'note',
    board: use.board,
    // Where it lies follows from its cell; this is how tall it is at least.
    geometry: [use.at[0], use.at[1], MAP.card, MAP.cardHeight, 0],
    order: nextOrder(),
    style: { color: of.color ?? ROLE_COLORS[of.role] },
    text,
    grow: 0,
    cell: cellOf(of, one, made),
    ...(quote && { quote }),
  }
  change.add(grownToText(note, use.measure))
  return note.id
}

function cellOf(
  of: TemplateNote,
  { of: journeyOf, journey, steps, lanes }: MadeJourney,
  { stages }: Made,
): Cell {
  const index = of.lane ?? journeyOf.lanes.findIndex(({ kind }) => kind === of.role)
  const lane = lanes[index]?.id
  const step = of.step === undefined ? undefined : steps[of.step]?.id
  const stage = stages.get(of.stage ?? '')?.id
  return {
    journey: journey.id,
    role: of.role,
    was: [NOTE_SIZE, NOTE_SIZE],
    ...(lane && { lane }),
    ...(step && { step }),
    ...(stage && { stage }),
  }
}

function detailsOf(
  of: TemplateNote,
  { steps }: MadeJourney,
  { cast }: Made,
  { language, now }: TemplateUse,
): NoteDetails {
  const say = (text: LocalText | undefined) => localize(text, language) || undefined
  const { status, severity, impact, effort, evidence } = of
  const details = {
    status,
    severity,
    impact,
    effort,
    evidence,
    owner: say(of.owner),
    due: of.dueIn === undefined ? undefined : dayIn(of.dueIn, now),
    description: say(of.description),
    solution: say(of.solution),
    serves: of.serves === undefined ? undefined : steps[of.serves]?.id,
    touchpoint: cast.touchpoints.get(of.touchpoint ?? ''),
    channel: cast.channels.get(of.channel ?? ''),
    team: cast.teams.get(of.team ?? ''),
  }
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
}

/** Draws what the frames of a journey show. A drawing that cannot be read here, from a newer version, is left out. */
export function makeDrawings(
  change: Change,
  { of, steps }: MadeJourney,
  { board }: TemplateUse,
  nextOrder: Stack,
): void {
  of.steps.forEach(({ figures = [], drawings = [] }, index) => {
    const step = steps[index]
    if (!step) return
    for (const drawing of [...figures.map(figureFields), ...drawings]) {
      const base = { id: newShapeId(), board, order: nextOrder(), frame: step.id }
      const read = shapeSchema.safeParse({ ...drawing, ...base })
      if (read.success) change.addStored(read.data)
    }
  })
}

function figureFields({
  figure,
  x,
  y,
  w,
  h,
  color,
  mood,
  hair,
  flip,
}: TemplateFigure): Record<string, unknown> {
  return {
    kind: 'figure',
    figure,
    geometry: [x, y, w, h, 0],
    style: { color: color ?? 'grey' },
    ...(mood !== undefined && { mood }),
    ...(hair !== undefined && { hair }),
    ...(flip && { flip }),
  }
}
