import { ArrowLeft, ArrowRight } from 'lucide-react'
import { day, MOST_NAME, type Journey } from '../../../shared/journey/entities.ts'
import type { PersonaId } from '../../../shared/journey/ids.ts'
import { personaName } from '../../../shared/scene/journeyNames.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { Editor } from '../../editor/editor.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useStore } from '../../ui/useStore.ts'
import { useTyping } from '../fields/useTyping.ts'
import { JourneyIdeal } from './JourneyIdeal.tsx'
import { JourneyLinks } from './JourneyLinks.tsx'
import styles from './journeys.module.css'

interface JourneyFormProps {
  readonly editor: Editor
  readonly journey: Journey
}

/** Everything about a journey that is not in its steps. */
export function JourneyForm({ editor, journey }: JourneyFormProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const typing = useTyping()
  const { fixed: readOnly } = editor
  const personas = editor.workshop.journeys.all('personas')
  const set = (patch: EntityPatch<'journeys'>, step?: Step) =>
    setEntity(editor, 'journeys', journey.id, patch, step)
  return (
    <fieldset className={styles['form']} disabled={readOnly}>
      <div className={styles['field']}>
        <span className={styles['label']}>{t('journeys.actor')}</span>
        <Select
          label={t('journeys.actor')}
          className={styles['wide']}
          value={personas.find(({ id }) => id === journey.actor)?.id ?? ''}
          disabled={readOnly}
          options={[
            { value: '', label: t('journeys.noActor') },
            ...personas.map((persona) => ({
              value: persona.id as string,
              label: personaName(persona, words),
            })),
          ]}
          onChange={(value) => set({ actor: value === '' ? undefined : (value as PersonaId) })}
        />
      </div>
      <SegmentedControl
        label={t('journeys.kind')}
        value={journey.kind}
        segments={[
          { value: 'current', label: t('journeyKind.current'), disabled: readOnly },
          { value: 'ideal', label: t('journeyKind.ideal'), disabled: readOnly },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <SegmentedControl
        label={t('journeys.direction')}
        value={journey.direction}
        segments={[
          { value: 'ltr', label: t('journeys.ltr'), icon: ArrowRight, disabled: readOnly },
          { value: 'rtl', label: t('journeys.rtl'), icon: ArrowLeft, disabled: readOnly },
        ]}
        onChange={(direction) => set({ direction })}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('journeys.owner')}
          maxLength={MOST_NAME}
          value={journey.owner ?? ''}
          onFocus={typing.onFocus}
          onChange={(owner) => set({ owner: owner || undefined }, typing.step())}
        />
        <DateField
          label={t('journeys.review')}
          value={journey.reviewOn ?? ''}
          onChange={(next) => {
            if (next === '' || day.safeParse(next).success) set({ reviewOn: next || undefined })
          }}
        />
      </div>
      <JourneyIdeal editor={editor} journey={journey} />
      <JourneyLinks editor={editor} journey={journey} />
    </fieldset>
  )
}
