import { DEVICES, EVIDENCE } from '../../../shared/journey/entities.ts'
import { STOCK_CHANNELS } from '../../../shared/journey/stock.ts'
import { channelName, deviceName, teamName } from '../../../shared/scene/journeyNames.ts'
import { chooseChannel, chooseTeam } from '../../editor/journey/channelCommands.ts'
import { setSteps } from '../../editor/journey/frameCommands.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { PickField } from './PickField.tsx'
import { sameOf } from './sameOf.ts'
import styles from './step.module.css'
import type { StepFieldsProps } from './stepFields.ts'

const LEVELS = ['1', '2', '3', '4', '5'] as const

/** Where and with what it happens, who is responsible, and how much it matters. */
export function StepFacts(props: StepFieldsProps) {
  const { editor, steps, ids } = props
  const { t } = useT()
  const { number } = useFormat()
  const { fixed: readOnly } = editor
  const importance = sameOf(steps, (step) => step.importance).value
  const evidence = sameOf(steps, (step) => step.evidence).value
  const votes = sameOf(steps, (step) => step.votes)
  return (
    <fieldset className={styles['facts']} disabled={readOnly}>
      <Channel {...props} />
      <Device {...props} />
      <Team {...props} />
      <div className={styles['row']}>
        <span>{t('stepPanel.importance')}</span>
        <SegmentedControl
          label={t('stepPanel.importance')}
          value={importance === undefined ? null : (LEVELS[importance - 1] ?? null)}
          segments={LEVELS.map((value) => ({ value, label: number(Number(value)) }))}
          onChange={(value) =>
            setSteps(editor, ids, { importance: Number(value) === importance ? undefined : Number(value) })
          }
        />
      </div>
      <div className={styles['tall']}>
        <span>{t('column.evidence')}</span>
        <SegmentedControl
          label={t('column.evidence')}
          value={evidence ?? null}
          segments={EVIDENCE.map((value) => ({ value, label: t(`evidence.${value}`) }))}
          onChange={(value) => setSteps(editor, ids, { evidence: value })}
        />
      </div>
      <NumberField
        label={t('stepPanel.votes')}
        value={votes.value}
        placeholder={votes.mixed ? t('stepPanel.mixed') : undefined}
        disabled={readOnly}
        onChange={(value) =>
          setSteps(editor, ids, { votes: Math.min(10_000, Math.max(0, Math.round(value ?? 0))) })
        }
      />
    </fieldset>
  )
}

function Channel({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const words = editor.words.get()
  const own = editor.workshop.journeys.all('channels')
  const stock = STOCK_CHANNELS.filter((name) => !own.some((one) => one.stock === name && one.name === ''))
  return (
    <PickField
      label={t('frame.channelHint')}
      none={t('frame.noChannel')}
      {...sameOf(steps, ({ channel }) => own.find(({ id }) => id === channel)?.id as string | undefined)}
      options={[
        ...own.map((channel) => ({ value: channel.id as string, label: channelName(channel, words) })),
        ...stock.map((name) => ({ value: name as string, label: t(`stock.${name}`) })),
      ]}
      onPick={(value) => {
        const known = own.find(({ id }) => id === value)
        chooseChannel(
          editor,
          ids,
          value === undefined ? undefined : known ? { id: known.id } : { stock: value },
        )
      }}
      onType={(name) => chooseChannel(editor, ids, { name })}
    />
  )
}

function Device({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const words = editor.words.get()
  // Other words stand for themselves, and are offered wherever they are in use.
  const used = editor.workshop.journeys.all('steps').flatMap(({ device }) => device ?? [])
  const all = [...new Set<string>([...DEVICES, ...used])]
  return (
    <PickField
      label={t('frame.device')}
      none={t('frame.noDevice')}
      {...sameOf(steps, ({ device }) => device)}
      options={all.map((value) => ({ value, label: deviceName(value, words) }))}
      onPick={(device) => setSteps(editor, ids, { device })}
      onType={(name) => setSteps(editor, ids, { device: name.slice(0, 60) })}
    />
  )
}

function Team({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const words = editor.words.get()
  const teams = editor.workshop.journeys.all('teams')
  return (
    <PickField
      label={t('frame.team')}
      none={t('frame.noTeam')}
      {...sameOf(steps, ({ team }) => teams.find(({ id }) => id === team)?.id as string | undefined)}
      options={teams.map((team) => ({ value: team.id as string, label: teamName(team, words) }))}
      onPick={(value) => {
        const team = teams.find(({ id }) => id === value)
        chooseTeam(editor, ids, team && { id: team.id })
      }}
      onType={(name) => chooseTeam(editor, ids, { name })}
    />
  )
}
