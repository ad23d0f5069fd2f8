import { DEVICES, type Step } from '../../../shared/journey/entities.ts'
import { STOCK_CHANNELS } from '../../../shared/journey/stock.ts'
import { channelName, deviceName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { chooseChannel } from '../../editor/journey/channelCommands.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../../ui/useStore.ts'
import styles from './flow.module.css'

interface StepMeansProps {
  readonly editor: Editor
  readonly step: Step
}

/** On which channel and device a step happens: from changes of these, gaps are found. */
export function StepMeans({ editor, step }: StepMeansProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const channels = editor.workshop.journeys.all('channels')
  const stock = STOCK_CHANNELS.filter((name) => !channels.some((one) => one.stock === name))
  const own =
    step.device !== undefined && !DEVICES.some((device) => device === step.device) ? [step.device] : []

  function setChannel(value: string): void {
    const known = channels.find(({ id }) => id === value)
    chooseChannel(editor, [step.id], value === '' ? undefined : known ? { id: known.id } : { stock: value })
  }
  return (
    <div className={styles['means']}>
      <Select
        label={t('frame.channelHint')}
        value={channels.some(({ id }) => id === step.channel) ? String(step.channel) : ''}
        disabled={editor.fixed}
        options={[
          { value: '', label: t('frame.noChannel') },
          ...channels.map((channel) => ({ value: channel.id as string, label: channelName(channel, words) })),
          ...stock.map((name) => ({ value: name as string, label: t(`stock.${name}`) })),
        ]}
        onChange={setChannel}
      />
      <Select
        label={t('frame.device')}
        value={step.device ?? ''}
        disabled={editor.fixed}
        options={[
          { value: '', label: t('frame.noDevice') },
          ...[...DEVICES, ...own].map((device) => ({
            value: device,
            label: deviceName(device, words),
          })),
        ]}
        onChange={(device) => setEntity(editor, 'steps', step.id, { device: device || undefined })}
      />
    </div>
  )
}
