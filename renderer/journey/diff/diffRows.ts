import type { JourneyDiff } from '../../../shared/journey/diffJourneys.ts'
import type { Emotion, Step } from '../../../shared/journey/entities.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import type { Translate } from '../../../shared/i18n/translator.ts'
import { stageName, stepName } from '../../../shared/scene/journeyNames.ts'
import type { SceneWords } from '../../../shared/scene/sceneWords.ts'

/** The groups of differences, in the order in which they are listed. */
export const DIFF_GROUPS = [
  'added',
  'removed',
  'merged',
  'split',
  'moved',
  'changed',
  'emotions',
  'pains',
] as const
export type DiffGroupId = (typeof DIFF_GROUPS)[number]

/** One difference: what it is about, what it is, and what is selected on the board for it. */
export interface DiffRow {
  readonly key: string
  readonly title: string
  readonly detail?: string | undefined
  /** How it felt and how it feels now. */
  readonly feelings?: {
    readonly before: Emotion | undefined
    readonly after: Emotion | undefined
    readonly delta: number
  }
  readonly show: { readonly step: StepId } | { readonly note: ShapeId }
}

export interface Naming {
  readonly t: Translate
  readonly words: SceneWords | undefined
  /** The steps of both journeys, each in order: for the numbers of those without a title. */
  readonly steps: readonly (readonly Step[])[]
}

/** The differences as rows, group by group; groups without any are left out. */
export function diffRows(
  diff: JourneyDiff,
  naming: Naming,
): readonly (readonly [DiffGroupId, readonly DiffRow[]])[] {
  const { t, words } = naming
  const name = (step: Step) => nameOf(step, naming)
  const names = (steps: readonly Step[]) =>
    steps.map((step) => t('diff.quoted', { name: name(step) })).join(t('diff.comma'))
  const row = (step: Step, detail?: string): DiffRow => ({
    key: step.id,
    title: name(step),
    detail,
    show: { step: step.id },
  })
  const groups: Readonly<Record<DiffGroupId, readonly DiffRow[]>> = {
    added: diff.added.map((step) => row(step)),
    removed: diff.removed.map((step) => row(step)),
    merged: diff.merged.map(({ from, to }) => row(to, t('diff.mergedFrom', { steps: names(from) }))),
    split: diff.split.map(({ from, to }) => ({
      ...row(to[0] ?? from, t('diff.splitInto', { steps: names(to) })),
      title: name(from),
    })),
    moved: diff.moved.map(({ to, stages, after }) =>
      row(
        to,
        stages
          ? t('diff.otherStage', { from: stageName(stages.from, words), to: stageName(stages.to, words) })
          : after
            ? t('diff.nowAfter', { step: name(after) })
            : t('diff.nowFirst'),
      ),
    ),
    changed: diff.changed.map(({ from, to, fields }) => ({
      ...row(to, fields.map((field) => t(`diffField.${field}`)).join(t('diff.comma'))),
      title: from.title !== to.title ? t('diff.renamed', { before: name(from), after: name(to) }) : name(to),
    })),
    emotions: diff.emotions.map(({ to, before, after, delta }) => ({
      ...row(to, t('diff.felt', { before: feeling(before, t), after: feeling(after, t) })),
      feelings: { before, after, delta },
    })),
    pains: diff.pains.map(({ note, step, stepGone }) => ({
      key: note.id,
      title: note.text.trim() || t('diff.noText'),
      detail: step
        ? t(stepGone ? 'diff.painGone' : 'diff.painAt', { step: name(step) })
        : t('diff.painInTray'),
      show: { note: note.id },
    })),
  }
  return DIFF_GROUPS.flatMap((id) => (groups[id].length > 0 ? [[id, groups[id]] as const] : []))
}

function nameOf(step: Step, { steps, words }: Naming): string {
  const own = steps.find((all) => all.some(({ id }) => id === step.id)) ?? []
  return stepName(step, own.findIndex(({ id }) => id === step.id) + 1, words)
}

const feeling = (felt: Emotion | undefined, t: Translate): string =>
  felt === undefined ? t('feelingOf.none') : t(`feeling.${felt}`)
