import { MoveRight, Undo2, Waypoints, X } from 'lucide-react'
import type { Journey, Link } from '../../../shared/journey/entities.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { stepName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { linkable, linkChosen, removeLink } from '../../editor/journey/links.ts'
import { lookAtStep } from '../../editor/journey/lookAtStep.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { LineField } from '../fields/LineField.tsx'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import styles from './journeys.module.css'

interface JourneyLinksProps {
  readonly editor: Editor
  readonly journey: Journey
}

/** Where a journey branches, or goes back: links between steps that do not follow each other, and how to make one. */
export function JourneyLinks({ editor, journey }: JourneyLinksProps) {
  const { t } = useT()
  useStore(editor.chosen)
  const links = editor.workshop.journeys.all('links').filter((link) => link.journey === journey.id)
  const canLink = !editor.fixed && linkable(editor)?.[0].journey === journey.id
  return (
    <section className={styles['links']}>
      <h4 className={styles['label']}>{t('stepLink.title')}</h4>
      <ul className={styles['linkList']} aria-label={t('stepLink.title')}>
        {links.map((link) => (
          <LinkRow key={link.id} editor={editor} link={link} />
        ))}
      </ul>
      <p className={styles['facts']}>{t('stepLink.how')}</p>
      <Button icon={Waypoints} disabled={!canLink} onClick={() => linkChosen(editor)}>
        {t('action.journey.link')}
      </Button>
    </section>
  )
}

function LinkRow({ editor, link }: { readonly editor: Editor; readonly link: Link }) {
  const { t } = useT()
  const words = useStore(editor.words)
  const steps = editor.workshop.journeys.stepsOf(link.journey)
  const numberOf = (id: StepId) => steps.findIndex((step) => step.id === id) + 1
  const nameOf = (id: StepId) => {
    const step = steps[numberOf(id) - 1]
    return step ? stepName(step, numberOf(id), words) : t('stepLink.gone')
  }
  const isLoop = numberOf(link.to) <= numberOf(link.from)
  const name = t('stepLink.between', { from: nameOf(link.from), to: nameOf(link.to) })
  return (
    <li className={styles['link']}>
      <button
        type="button"
        className={styles['linkName']}
        onClick={() => lookAtStep(editor, link.from, coveredByPanel())}
      >
        <bdi>{nameOf(link.from)}</bdi>
        <Icon icon={isLoop ? Undo2 : MoveRight} size={14} directional />
        <bdi>{nameOf(link.to)}</bdi>
      </button>
      <LineField
        label={t('stepLink.labelOf', { name })}
        placeholder={t('stepLink.label')}
        readOnly={editor.fixed}
        value={link.label}
        onEdit={(label, step) => setEntity(editor, 'links', link.id, { label }, step)}
      />
      {!editor.fixed && (
        <IconButton
          icon={X}
          size="small"
          label={t('list.remove', { what: name })}
          onClick={() => removeLink(editor, link.id)}
        />
      )}
    </li>
  )
}
