import { STOCK_CHANNELS, STOCK_TOUCHPOINTS } from '../../../shared/journey/stock.ts'
import { PHASES, type Touchpoint } from '../../../shared/journey/entities.ts'
import { channelName, teamName, touchpointName } from '../../../shared/scene/journeyNames.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../../ui/useStore.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import styles from './journeys.module.css'
import { NamedList, type StockItem } from './NamedList.tsx'
import { TeamColor } from './TeamColor.tsx'

/** What steps and notes choose from: channels, touchpoints and teams. */
export function ListsTab({ editor, session }: PanelProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const { journeys } = editor.workshop
  const channels: readonly StockItem[] = STOCK_CHANNELS.map((stock) => ({
    stock,
    label: t(`stock.${stock}`),
  }))
  const touchpoints = PHASES.flatMap((phase) =>
    STOCK_TOUCHPOINTS[phase].map((stock): StockItem => ({
      stock,
      phase,
      label: t(`stock.${stock}`),
      group: t(`phase.${phase}`),
    })),
  )
  const list = { editor, session }
  return (
    <>
      <NamedList
        {...list}
        kind="channels"
        title={t('lane.channel')}
        add={t('journeys.addChannel')}
        items={journeys.all('channels')}
        nameOf={(channel) => channelName(channel, words)}
        stock={channels}
      />
      <NamedList
        {...list}
        kind="touchpoints"
        title={t('lane.touchpoint')}
        add={t('journeys.addTouchpoint')}
        items={journeys.all('touchpoints')}
        nameOf={(touchpoint) => touchpointName(touchpoint, words)}
        stock={touchpoints}
        renderDetail={(touchpoint) => (
          <PhaseChoice {...list} touchpoint={touchpoint} name={touchpointName(touchpoint, words)} />
        )}
      />
      <NamedList
        {...list}
        kind="teams"
        title={t('lane.team')}
        add={t('journeys.addTeam')}
        items={journeys.all('teams')}
        nameOf={(team) => teamName(team, words)}
        stock={[]}
        renderMark={(team) => (
          <TeamColor
            name={teamName(team, words)}
            value={team.color}
            disabled={editor.fixed}
            onChange={(color) => setEntity(editor, 'teams', team.id, { color })}
          />
        )}
      />
    </>
  )
}

interface PhaseChoiceProps extends Pick<PanelProps, 'editor'> {
  readonly touchpoint: Touchpoint
  readonly name: string
}

function PhaseChoice({ editor, touchpoint, name }: PhaseChoiceProps) {
  const { t } = useT()
  return (
    <Select
      label={t('journeys.phaseOf', { name })}
      className={styles['phase']}
      value={touchpoint.phase}
      disabled={editor.fixed}
      options={PHASES.map((phase) => ({ value: phase, label: t(`phase.${phase}`) }))}
      onChange={(phase) => setEntity(editor, 'touchpoints', touchpoint.id, { phase })}
    />
  )
}
