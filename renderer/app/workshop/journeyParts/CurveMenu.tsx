import { journeyName, personaName } from '../../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../../editor/editor.ts'
import { readChosen } from '../../../editor/journey/chosenCommands.ts'
import { curvesToChoose, toggleCurve } from '../../../editor/journey/laneCurves.ts'
import { useT } from '../../../i18n/useT.ts'
import { MenuCheckboxItem, MenuSeparator, Submenu } from '../../../ui/MenuItem.tsx'

/** Whose curves a chosen emotion lane draws besides the actor's own. */
export function CurveMenu({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const { lane } = readChosen(editor)
  const { personas, journeys } = curvesToChoose(editor, lane)
  if (!lane || personas.length + journeys.length === 0) return null
  const words = editor.words.get()
  return (
    <>
      <MenuSeparator />
      <Submenu label={t('map.curves')}>
        {personas.map((persona) => (
          <MenuCheckboxItem
            key={persona.id}
            checked={lane.personas?.includes(persona.id) === true}
            onChange={() => toggleCurve(editor, lane.id, 'personas', persona.id)}
          >
            {personaName(persona, words)}
          </MenuCheckboxItem>
        ))}
        {journeys.map((journey) => (
          <MenuCheckboxItem
            key={journey.id}
            checked={lane.journeys?.includes(journey.id) === true}
            onChange={() => toggleCurve(editor, lane.id, 'journeys', journey.id)}
          >
            {journeyName(journey, words)}
          </MenuCheckboxItem>
        ))}
      </Submenu>
    </>
  )
}
