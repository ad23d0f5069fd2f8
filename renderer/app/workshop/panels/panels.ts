import { lazy, type ComponentType } from 'react'
import type { PanelId } from '../../../../shared/actions/actionTable.ts'
import type { PanelProps } from '../../../journey/panel/panelProps.ts'
import type { Together } from '../../../session/createTogether.ts'

/** What panels of the window are given: those about journeys, and those about the others in a session. */
export interface WindowPanelProps extends PanelProps {
  readonly together: Together
}

export interface Panel {
  readonly id: PanelId
  readonly Component: ComponentType<WindowPanelProps>
}

/** Loaded when it is first opened. Its title and icon are those of the action `panel.ID`. */
const panel = (id: PanelId, load: () => Promise<ComponentType<WindowPanelProps>>): Panel => ({
  id,
  Component: lazy(async () => ({ default: await load() })),
})

/** What can stand at the side of the board, one at a time, in the order of the menu that switches between them. */
export const PANELS: readonly Panel[] = [
  panel('people', async () => (await import('../../../session/people/PeoplePanel.tsx')).PeoplePanel),
  panel('flow', async () => (await import('../../../journey/flow/FlowPanel.tsx')).FlowPanel),
  panel('journeys', async () => (await import('../../../journey/journeys/JourneysPanel.tsx')).JourneysPanel),
  panel('personas', async () => (await import('../../../journey/personas/PersonasPanel.tsx')).PersonasPanel),
  panel('step', async () => (await import('../../../journey/step/StepPanel.tsx')).StepPanel),
  panel('pains', async () => (await import('../../../journey/pains/PainsPanel.tsx')).PainsPanel),
  panel(
    'opportunities',
    async () => (await import('../../../journey/opportunities/OpportunitiesPanel.tsx')).OpportunitiesPanel,
  ),
  panel('frames', async () => (await import('../../../journey/frames/FramesPanel.tsx')).FramesPanel),
  panel(
    'touchpoints',
    async () => (await import('../../../journey/insight/TouchpointsPanel.tsx')).TouchpointsPanel,
  ),
  panel(
    'keyMoments',
    async () => (await import('../../../journey/insight/KeyMomentsPanel.tsx')).KeyMomentsPanel,
  ),
  panel('gaps', async () => (await import('../../../journey/insight/GapsPanel.tsx')).GapsPanel),
  panel('metrics', async () => (await import('../../../journey/metrics/MetricsPanel.tsx')).MetricsPanel),
  panel('triage', async () => (await import('../../../journey/triage/TriagePanel.tsx')).TriagePanel),
  panel('diff', async () => (await import('../../../journey/diff/DiffPanel.tsx')).DiffPanel),
]
