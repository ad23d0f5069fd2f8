import { useRef, useState } from 'react'
import { nanoid } from 'nanoid'
import { journeyAsTemplate } from '../../../shared/journey/journeyAsTemplate.ts'
import { chosenStory } from '../../editor/commands/chosenStory.ts'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApp } from '../AppContext.ts'
import { showError } from '../showFailure.ts'

interface SaveTemplateDialogProps {
  readonly editor: Editor
  readonly onClose: () => void
}

/** Keeps the chosen story on this computer, to begin with again. */
export function SaveTemplateDialog({ editor, onClose }: SaveTemplateDialogProps) {
  const { platform, toasts } = useApp()
  const { t } = useT()
  const format = useFormat()
  const [story] = useState(() => chosenStory(editor))
  const [name, setName] = useState(() => nameOf(editor, story))
  const field = useRef<HTMLInputElement>(null)

  async function save(): Promise<void> {
    if (story === undefined || name.trim() === '') return
    onClose()
    const description = t('template.savedOn', { date: format.date(Date.now()) })
    const template = journeyAsTemplate(editor.workshop, story, {
      id: `own-${nanoid(12)}`,
      name: name.trim(),
      description,
    })
    try {
      await platform.desktop.keepTemplate({ name: name.trim(), content: JSON.stringify(template) })
      toasts.show({ tone: 'success', message: t('template.saved', { name: name.trim() }) })
    } catch (error) {
      showError(toasts, t, error)
    }
  }

  return (
    <Dialog
      open
      size="small"
      title={t('template.saveTitle')}
      description={t('template.saveText')}
      initialFocus={field}
      onOpenChange={(next) => !next && onClose()}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            {t('template.saveConfirm')}
          </Button>
        </>
      }
    >
      <TextField ref={field} label={t('template.name')} value={name} maxLength={120} onChange={setName} />
    </Dialog>
  )
}

function nameOf({ workshop }: Editor, story: ReturnType<typeof chosenStory>): string {
  return story === undefined ? '' : (workshop.journeys.journeysOf(story)[0]?.name ?? '')
}
