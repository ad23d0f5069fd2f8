import type { Mark } from './marks.ts'

/** How a piece of text looks; nothing of it for plain text. */
export interface TextLook {
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
}

/** A part of a text, UTF-16 units: `from` included, `to` excluded. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** What changes about the look of a run of text. */
export interface MarkPatch {
  readonly bold?: true | null
  readonly italic?: true | null
  readonly link?: string | null
}

/** A part of a text replaced by something else, which looks as said. UTF-16 units. */
export interface TextEdit extends TextRange {
  readonly insert: string
  readonly look: TextLook
}

const NONE: readonly Mark[] = []

/** A part of a text cut where its looks change: every unit from `from` to `to` is in exactly one run. */
export function runsOf(marks: readonly Mark[], from: number, to: number): readonly Mark[] {
  const runs: Mark[] = []
  let at = from
  for (const mark of marks) {
    if (mark.to <= at) continue
    if (mark.from >= to) break
    if (mark.from > at) runs.push({ from: at, to: mark.from })
    runs.push({ ...mark, from: Math.max(at, mark.from), to: Math.min(to, mark.to) })
    at = Math.min(to, mark.to)
  }
  if (at < to) runs.push({ from: at, to })
  return runs
}

/** The marks of a part of a text, counted from its start. */
export function marksWithin(marks: readonly Mark[], { from, to }: TextRange): readonly Mark[] {
  const inside = marks.filter((mark) => mark.from < to && mark.to > from)
  if (inside.length === 0) return NONE
  return inside.map((mark) => ({
    ...mark,
    from: Math.max(0, mark.from - from),
    to: Math.min(to, mark.to) - from,
  }))
}

/** The marks after an edit of the text. */
export function spliceMarks(marks: readonly Mark[], { from, to, insert, look }: TextEdit): readonly Mark[] {
  const by = insert.length - (to - from)
  return joined([
    ...marks.flatMap((mark) => (mark.from < from ? [{ ...mark, to: Math.min(mark.to, from) }] : [])),
    ...(insert === '' ? [] : [{ ...look, from, to: from + insert.length }]),
    ...marks.flatMap((mark) =>
      mark.to > to ? [{ ...mark, from: Math.max(mark.from, to) + by, to: mark.to + by }] : [],
    ),
  ])
}

/** The marks after a part of the text has been made to look different. */
export function patchMarks(
  marks: readonly Mark[],
  { from, to }: TextRange,
  patch: MarkPatch,
): readonly Mark[] {
  return joined([
    ...marks.flatMap((mark) => (mark.from < from ? [{ ...mark, to: Math.min(mark.to, from) }] : [])),
    ...runsOf(marks, from, to).map((run) => ({
      from: run.from,
      to: run.to,
      ...patchedLook(lookFrom(run), patch),
    })),
    ...marks.flatMap((mark) => (mark.to > to ? [{ ...mark, from: Math.max(mark.from, to) }] : [])),
  ])
}

/** A look after a change of it. */
export function patchedLook(look: TextLook, patch: MarkPatch): TextLook {
  const pick = <T>(next: T | null | undefined, now: T | undefined) =>
    next === undefined ? now : (next ?? undefined)
  return lookFrom({
    bold: pick(patch.bold, look.bold),
    italic: pick(patch.italic, look.italic),
    link: pick(patch.link, look.link),
  })
}

/** Only what is said of the look. */
export const lookFrom = ({ bold, italic, link }: Partial<Record<keyof TextLook, unknown>>): TextLook => ({
  ...(bold === true && { bold }),
  ...(italic === true && { italic }),
  ...(typeof link === 'string' && { link }),
})

export const sameLook = (a: TextLook, b: TextLook): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link

/** Runs that look the same become one; plain ones and empty ones are no marks. */
function joined(runs: readonly Mark[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const { from, to, ...rest } of runs) {
    const look = lookFrom(rest)
    if (to <= from || Object.keys(look).length === 0) continue
    const last = marks.at(-1)
    if (last?.to === from && sameLook(lookFrom(last), look)) marks[marks.length - 1] = { ...last, to }
    else marks.push({ ...look, from, to })
  }
  return marks
}

/** How the unit at `at` looks. */
export const lookAt = (marks: readonly Mark[], at: number): TextLook =>
  lookFrom(marks.find(({ from, to }) => from <= at && at < to) ?? {})

/**
 * How text typed in place of a part looks: as what it replaces, else as what stands before it in the paragraph, else
 * as what follows. A link does not go on past its end.
 */
export function lookForTyping(text: string, marks: readonly Mark[], { from, to }: TextRange): TextLook {
  if (marks.length === 0) return {}
  const before = from > 0 && text[from - 1] !== '\n' ? lookAt(marks, from - 1) : undefined
  const after = to < text.length && text[to] !== '\n' ? lookAt(marks, to) : undefined
  const model = from < to ? lookAt(marks, from) : (before ?? after ?? {})
  const link = before?.link !== undefined && before.link === after?.link ? before.link : undefined
  return lookFrom({ ...model, link })
}

/** What all of a part has in common; of an empty part, how typing there would look. */
export function commonLook(text: string, marks: readonly Mark[], range: TextRange): TextLook {
  if (range.from === range.to) return lookForTyping(text, marks, range)
  const [first, ...rest] = runsOf(marks, range.from, range.to).filter(
    (run) => text.slice(run.from, run.to).trim() !== '',
  )
  if (!first) return {}
  const all = <K extends keyof TextLook>(field: K) =>
    rest.every((run) => run[field] === first[field]) ? first[field] : undefined
  return lookFrom({ bold: all('bold'), italic: all('italic'), link: all('link') })
}
