import type { FlowStory } from '../../../shared/journey/flow/flowStory.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { useStore } from '../../ui/useStore.ts'

interface TrackChoiceProps {
  readonly editor: Editor
  readonly flow: FlowStory
  readonly value: JourneyId | undefined
  readonly onChange: (track: JourneyId) => void
  /** One was clicked, not merely gone to by the arrow keys. */
  readonly onClick?: (() => void) | undefined
  /** How many things a track has. */
  readonly countOf: (track: JourneyId) => number
}

/** Whose track is worked on; nothing to choose where there is only one. */
export function TrackChoice({ editor, flow, value, onChange, onClick, countOf }: TrackChoiceProps) {
  const { t } = useT()
  const { number } = useFormat()
  const words = useStore(editor.words)
  if (flow.tracks.length < 2) return null
  return (
    <SegmentedControl
      label={t('flow.whose')}
      value={value ?? null}
      segments={flow.tracks.map(({ journey, actor }) => ({
        value: journey.id,
        label: `${trackName(journey, actor, words)} · ${number(countOf(journey.id))}`,
      }))}
      onChange={onChange}
      onClick={onClick}
    />
  )
}
