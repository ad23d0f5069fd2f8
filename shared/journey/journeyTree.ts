import type { TreeNode } from '../model/boardTree.ts'
import type { ShapeId } from '../model/ids.ts'
import type { JourneyMap, Storyboard } from '../model/shape.ts'
import type { Stage, Step } from './entities.ts'
import type { StepId } from './ids.ts'
import type { MapInput } from './mapLayout.ts'
import type { StoryInput } from './storyLayout.ts'
import type { TreePart } from './treePart.ts'

/** What lies in a map or a storyboard. */
export interface ViewContents {
  /** The row of a shape, with what is on it. */
  readonly nodeOf: (id: ShapeId) => TreeNode | undefined
  /** What is drawn in the picture of a frame. */
  readonly inFrame: (step: StepId) => readonly ShapeId[]
}

/** What a map or a storyboard shows, as it is read: stages, their steps, and what lies in those. Nothing if it has nothing to show. */
export function viewNodes(view: JourneyMap | Storyboard, contents: ViewContents): readonly TreeNode[] {
  if (!view.layout) return []
  return view.kind === 'map'
    ? mapNodes(view.id, view.layout.input, contents)
    : storyNodes(view.id, view.layout.input, contents)
}

function mapNodes(view: ShapeId, input: MapInput, { nodeOf }: ViewContents): readonly TreeNode[] {
  const { journey, steps, lanes, cards } = input
  const rank = new Map(lanes.map(({ id }, index) => [id, index]))
  const laneOf = (card: MapInput['cards'][number]) => rank.get(card.cell.lane ?? ('' as never)) ?? Infinity
  const inOrder = cards.toSorted((a, b) => (laneOf(a) === laneOf(b) ? 0 : laneOf(a) - laneOf(b)))
  const placed = new Set<ShapeId>()
  const take = (of: (cell: MapInput['cards'][number]['cell']) => boolean): readonly TreeNode[] =>
    inOrder.flatMap(({ id, cell }) => {
      const node = of(cell) && !placed.has(id) ? nodeOf(id) : undefined
      if (node) placed.add(id)
      return node ?? []
    })
  const stages = byStage(input.stages, steps).map(({ stage, steps: own }) =>
    stageNode(view, stage, [
      ...take((cell) => cell.step === undefined && cell.stage !== undefined && cell.stage === stage?.id),
      ...own.map((step) =>
        stepNode(
          view,
          { id: step.id, journey: journey.id, number: steps.indexOf(step) + 1, frame: false },
          take((cell) => cell.step === step.id),
        ),
      ),
    ]),
  )
  // The rest lies in the tray.
  return [...stages, ...take(() => true)]
}

function storyNodes(view: ShapeId, input: StoryInput, contents: ViewContents): readonly TreeNode[] {
  const { tracks } = input
  const known = new Set(input.stages.map(({ id }) => id))
  const strays = tracks.some(({ steps }) => steps.some(({ stage }) => !known.has(stage)))
  return [...input.stages, ...(strays ? [undefined] : [])].map((stage) =>
    stageNode(
      view,
      stage,
      tracks.flatMap(({ journey, steps }) =>
        steps
          .filter((step) => (stage ? step.stage === stage.id : !known.has(step.stage)))
          .map((step) =>
            stepNode(
              view,
              { id: step.id, journey: journey.id, number: steps.indexOf(step) + 1, frame: true },
              contents.inFrame(step.id).flatMap((id) => contents.nodeOf(id) ?? []),
            ),
          ),
      ),
    ),
  )
}

function byStage(stages: readonly Stage[], steps: readonly Step[]) {
  const known = new Set(stages.map(({ id }) => id))
  const strays = steps.filter(({ stage }) => !known.has(stage))
  return [
    ...stages.map((stage) => ({
      stage: stage as Stage | undefined,
      steps: steps.filter((step) => step.stage === stage.id),
    })),
    ...(strays.length > 0 ? [{ stage: undefined, steps: strays }] : []),
  ]
}

const stageNode = (view: ShapeId, stage: Stage | undefined, children: readonly TreeNode[]): TreeNode => ({
  key: `stage ${stage?.id ?? ''} in ${view}`,
  shape: undefined,
  group: undefined,
  members: [],
  part: {
    kind: 'stage',
    id: stage?.id,
    steps: children.filter(({ part }) => part?.kind === 'step').length,
  },
  children,
})

const stepNode = (
  view: ShapeId,
  step: Omit<Extract<TreePart, { kind: 'step' }>, 'kind'>,
  children: readonly TreeNode[],
): TreeNode => ({
  key: `step ${step.id} in ${view}`,
  shape: undefined,
  group: undefined,
  members: [],
  part: { kind: 'step', ...step },
  children,
})
