import type { Metric, Step } from '../../shared/journey/entities.ts'
import { journeyName, personaName, stageName, stepName } from '../../shared/scene/journeyNames.ts'
import type { JourneyId } from '../../shared/journey/ids.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import type { Editor } from '../editor/editor.ts'

/** A step by its title, or by its number along its journey. */
export function nameOfStep({ workshop, words }: Pick<Editor, 'workshop' | 'words'>, step: Step): string {
  const number = workshop.journeys.stepsOf(step.journey).findIndex(({ id }) => id === step.id) + 1
  return stepName(step, number, words.get())
}

/** A journey with whose it is. */
export function nameOfJourney(
  { workshop, words }: Pick<Editor, 'workshop' | 'words'>,
  id: JourneyId,
): string {
  const journey = workshop.journeys.get('journeys', id)
  if (!journey) return ''
  const name = journeyName(journey, words.get())
  const actor = personaName(workshop.journeys.get('personas', journey.actor), words.get())
  return actor && actor !== name ? `${name} · ${actor}` : name
}

/** Where a metric belongs; nothing for one that is nowhere, or where something is gone. */
export function placeOfMetric(editor: Editor, { step, stage }: Metric, t: Translate): string | undefined {
  const { journeys } = editor.workshop
  const at = journeys.get('steps', step)
  if (at) return nameOfStep(editor, at)
  const whole = step === undefined ? journeys.get('stages', stage) : undefined
  return whole && t('metric.wholeStage', { stage: stageName(whole, editor.words.get()) })
}
