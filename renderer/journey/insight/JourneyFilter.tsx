import type { JourneyId } from '../../../shared/journey/ids.ts'
import { journeyName, personaName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'

const ALL = 'all'

interface JourneyFilterProps {
  readonly editor: Editor
  readonly value: JourneyId | null
  readonly onChange: (value: JourneyId | null) => void
}

/** Which journey is looked at; all without a choice. Nothing to choose where there is only one. */
export function JourneyFilter({ editor, value, onChange }: JourneyFilterProps) {
  const { t } = useT()
  const { journeys } = editor.workshop
  const words = editor.words.get()
  const all = journeys.all('journeys')
  if (all.length < 2) return null
  const options = [
    { value: ALL, label: t('insight.allJourneys') },
    ...all.map((journey) => {
      const name = journeyName(journey, words)
      const actor = personaName(journeys.get('personas', journey.actor), words)
      return { value: journey.id, label: actor && actor !== name ? `${name} · ${actor}` : name }
    }),
  ]
  return (
    <Select
      label={t('insight.journey')}
      value={value !== null && journeys.get('journeys', value) ? value : ALL}
      options={options}
      onChange={(next) => onChange(next === ALL ? null : (next as JourneyId))}
    />
  )
}
