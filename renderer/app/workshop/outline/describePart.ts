import type { TFunction } from 'i18next'
import type { Emotion, Journey, Step } from '../../../../shared/journey/entities.ts'
import type { StoryId } from '../../../../shared/journey/ids.ts'
import type { JourneyIndex } from '../../../../shared/journey/journeyIndex.ts'
import { trackName } from '../../../../shared/journey/trackName.ts'
import type { TreePart } from '../../../../shared/journey/treePart.ts'
import type { Note } from '../../../../shared/model/shape.ts'
import {
  channelName,
  deviceName,
  laneName,
  stageName,
  stepName,
  teamName,
} from '../../../../shared/scene/journeyNames.ts'
import type { SceneWords } from '../../../../shared/scene/sceneWords.ts'

interface About {
  readonly journeys: JourneyIndex
  readonly words: SceneWords
  readonly t: TFunction
}

interface PartWords {
  readonly text: string
  readonly isAbout: boolean
  readonly name: string
  readonly details: readonly string[]
}

/** What there is to read about a stage or a step. */
export function describePart(part: TreePart, about: About): PartWords {
  const { journeys, words, t } = about
  if (part.kind === 'stage') {
    const stage = journeys.get('stages', part.id)
    const text = stageName(stage, words)
    const details = [
      t('journeys.steps', { count: part.steps }),
      ...(stage?.collapsed ? [t('outline.collapsed')] : []),
    ]
    return {
      text,
      isAbout: !stage?.name,
      name: t('outline.item', { text, kind: t('journey.stage') }),
      details,
    }
  }
  const step = journeys.get('steps', part.id)
  const journey = journeys.get('journeys', part.journey)
  const text = step ? stepName(step, part.number, words) : ''
  const kind =
    part.frame && journey
      ? t('outline.frame', {
          track: trackName(journey, journeys.get('personas', journey.actor), words),
          number: part.number,
        })
      : t('outline.step', { number: part.number })
  return {
    text,
    isAbout: step?.title === '' && step.caption === '',
    name: t('outline.item', { text, kind }),
    details: step ? stepFacts(step, about) : [],
  }
}

/** What is known of a step, in the order in which a frame shows it. */
function stepFacts(step: Step, { journeys, words, t }: About): readonly string[] {
  const { title, caption, emotion, place, today, key } = step
  const facts: string[] = []
  if (title !== '' && caption !== '') facts.push(caption)
  if (emotion !== undefined) facts.push(t(`feeling.${emotion as Emotion}`))
  if (key) facts.push(t('outline.keyMoment'))
  const channel = channelName(journeys.get('channels', step.channel), words)
  const team = teamName(journeys.get('teams', step.team), words)
  facts.push(...[channel, deviceName(step.device, words), place, team].filter((fact) => fact !== ''))
  facts.push(today.trim() === '' ? t('frame.hole') : t('outline.today', { text: today }))
  return facts
}

/** What a note in a cell of a map is, and how far that is. */
export function cellFacts(
  { cell, status, owner, due }: Note,
  { journeys, words, t }: About,
): readonly string[] {
  if (!cell) return []
  const lane = journeys.get('lanes', cell.lane)
  return [
    lane ? laneName(lane, words) : t(`lane.${cell.role}`),
    ...(status === undefined ? [] : [t(`painStatus.${status}`)]),
    ...(owner === undefined ? [] : [t('outline.owner', { name: owner })]),
    ...(due === undefined ? [] : [t('outline.due', { day: due })]),
  ]
}

/** What a map is called: by the journey's own name, or by whose way it is. */
export const mapName = (journey: Journey | undefined, journeys: JourneyIndex, words: SceneWords): string =>
  journey ? journey.name || trackName(journey, journeys.get('personas', journey.actor), words) : ''

/** All whose way a storyboard tells. */
export function storyName(
  story: StoryId,
  journeys: JourneyIndex,
  words: SceneWords,
  language: string,
): string {
  const all = journeys.journeysOf(story)
  const names = all
    .filter(({ kind }) => kind === all[0]?.kind)
    .map((journey) => trackName(journey, journeys.get('personas', journey.actor), words))
  return new Intl.ListFormat(language, { type: 'conjunction' }).format([...new Set(names)])
}
