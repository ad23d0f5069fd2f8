import type { Moment, Stage } from '../entities.ts'
import type { JourneyId, MomentId, StageId } from '../ids.ts'

/** More at once than anybody lists. */
export const MOST_MOMENTS_AT_ONCE = 500
/** Longest moment that is made of a line, in UTF-16 units. */
const MOST_LINE = 500

/** Marks and numbers that lists begin their lines with. */
const BULLET = /^\s*(?:[-–—*•·▪◦‣]|\(?[\d۰-۹٠-٩]{1,3}[.)]|[a-z][.)])\s+/i

/** The lines of a list, without its marks: each is a moment. */
export function splitMoments(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(BULLET, '').replaceAll('\t', ' ').trim().slice(0, MOST_LINE).trimEnd())
    .filter((line) => line !== '')
    .slice(0, MOST_MOMENTS_AT_ONCE)
}

/** Frames in each track of the storyboard that gave the exercise its name. */
export const FRAMES_PER_TRACK = 15

/** The moments of each track that have the most votes, as many as `most`; those listed first among equals. */
export function strongest(moments: readonly Moment[], most = FRAMES_PER_TRACK): ReadonlySet<MomentId> {
  const byTrack = new Map<JourneyId | undefined, Moment[]>()
  for (const moment of moments) byTrack.set(moment.journey, [...(byTrack.get(moment.journey) ?? []), moment])
  return new Set(
    [...byTrack.values()].flatMap((track) =>
      track
        .toSorted((a, b) => b.votes - a.votes)
        .slice(0, most)
        .map(({ id }) => id),
    ),
  )
}

/** A first guess at when moments happen: spread over the stages in the order in which they are listed. */
export function guessStages(
  moments: readonly Pick<Moment, 'id'>[],
  stages: readonly Pick<Stage, 'id'>[],
): ReadonlyMap<MomentId, StageId> {
  const guessed = new Map<MomentId, StageId>()
  moments.forEach(({ id }, at) => {
    const stage = stages[Math.floor((at * stages.length) / moments.length)]
    if (stage) guessed.set(id, stage.id)
  })
  return guessed
}

/** Longest title of a frame that is made of a moment, in UTF-16 units; what is longer is its caption. */
const MOST_TITLE = 60

/** What a frame says of the moment it is made from. */
export const frameWords = (text: string): { readonly title: string; readonly caption: string } =>
  text.length <= MOST_TITLE ? { title: text, caption: '' } : { title: '', caption: text }
