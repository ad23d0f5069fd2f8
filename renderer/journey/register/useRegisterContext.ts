import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import type { Language } from '../../../shared/i18n/languages.ts'
import { framesOf, ownersOf, type Frame, type RegisterRow } from '../../../shared/journey/register.ts'
import { journeyName, stepName } from '../../../shared/scene/journeyNames.ts'
import type { SceneWords } from '../../../shared/scene/sceneWords.ts'
import type { Editor } from '../../editor/editor.ts'
import type { Format } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { useJourneyNotes } from './useJourneyNotes.ts'

/** What the columns of a register are made with. */
export interface RegisterContext {
  readonly editor: Editor
  readonly t: TFunction
  readonly format: Format
  readonly words: SceneWords
  readonly language: Language
  readonly owners: readonly string[]
  readonly frames: readonly Frame[]
  /** A frame by number and title, with its journey where there are several. */
  nameOf(frame: Frame): string
}

export function useRegisterContext(editor: Editor, rows: readonly RegisterRow[]): RegisterContext {
  const { t } = useT()
  const format = useFormat()
  const language = useLanguage()
  const frames = useJourneyNotes(editor, framesOf)
  // A new array for the same names would make all columns anew.
  const ownerKey = JSON.stringify(ownersOf(rows, language))
  return useMemo(() => {
    const words = { t, number: format.number }
    const several = new Set(frames.map(({ journey }) => journey.id)).size > 1
    return {
      editor,
      t,
      format,
      words,
      language,
      owners: JSON.parse(ownerKey) as readonly string[],
      frames,
      nameOf({ step, journey, number }) {
        const frame = t('register.frame', {
          number: format.number(number),
          title: stepName(step, number, words),
        })
        return several ? t('register.frameOf', { frame, journey: journeyName(journey, words) }) : frame
      },
    }
  }, [editor, t, format, language, frames, ownerKey])
}
