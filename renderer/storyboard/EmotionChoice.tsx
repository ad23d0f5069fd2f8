import type { KeyboardEvent } from 'react'
import type { Emotion } from '../../shared/journey/entities.ts'
import { setEmotion } from '../editor/journey/frameCommands.ts'
import { useT } from '../i18n/useT.ts'
import { FeelingScale } from '../journey/fields/FeelingScale.tsx'
import { feelingOfKey } from '../journey/fields/feelings.ts'
import { Popover } from '../ui/Popover.tsx'
import { theBoard, type ChoiceProps } from './choiceProps.ts'

/** How the actor feels at steps: five faces, or keys 1 to 5; 0 and Delete take the feeling away. */
export function EmotionChoice({ editor, ids, anchor, onClose }: ChoiceProps) {
  const { t } = useT()
  const felt = new Set(ids.map((id) => editor.workshop.journeys.get('steps', id)?.emotion))
  const [value] = felt.size === 1 ? felt : []

  function choose(emotion: Emotion | undefined): void {
    setEmotion(editor, ids, emotion)
    onClose()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const key = event.key === 'Delete' || event.key === 'Backspace' ? 'none' : feelingOfKey(event)
    if (key !== undefined) choose(key === 'none' ? undefined : key)
    else if (event.key === 'Enter') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Popover
      open
      title={t('frame.emotion')}
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      returnFocus={theBoard}
    >
      <div onKeyDown={onKeyDown}>
        <FeelingScale
          label={t('frame.emotion')}
          value={value as Emotion | undefined}
          onChange={(next) => setEmotion(editor, ids, next)}
        />
      </div>
    </Popover>
  )
}
