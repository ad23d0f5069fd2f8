import { DEVICES } from '../../shared/journey/entities.ts'
import { STOCK_CHANNELS } from '../../shared/journey/stock.ts'
import { channelName, teamName } from '../../shared/scene/journeyNames.ts'
import { chooseChannel, chooseTeam } from '../editor/journey/channelCommands.ts'
import { setSteps } from '../editor/journey/frameCommands.ts'
import { useT } from '../i18n/useT.ts'
import { openPanel } from '../journey/panel/openPanel.ts'
import { Menu } from '../ui/Menu.tsx'
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator, Submenu } from '../ui/MenuItem.tsx'
import { CHANNEL_ICONS, DEVICE_ICONS } from './channelIcons.ts'
import { theBoard, type ChoiceProps } from './choiceProps.ts'

const NONE = ''

/** On which channel and device steps happen, and which team is responsible: the workshop's own, and those everybody knows. */
export function ChannelChoice({ editor, ids, anchor, onClose }: ChoiceProps) {
  const { t } = useT()
  const { journeys } = editor.workshop
  const steps = ids.flatMap((id) => journeys.get('steps', id) ?? [])
  const channels = journeys.all('channels')
  const words = editor.words.get()
  const stock = STOCK_CHANNELS.filter((name) => !channels.some((one) => one.stock === name))
  const teams = journeys.all('teams')
  return (
    <Menu open anchor={() => anchor} onOpenChange={(open) => !open && onClose()} focusAfter={theBoard}>
      <MenuRadioGroup
        value={common(steps.map(({ channel }) => channel))}
        onChange={(value) => {
          const known = channels.find(({ id }) => id === value)
          chooseChannel(editor, ids, value === NONE ? undefined : known ? { id: known.id } : { stock: value })
        }}
      >
        {channels.map((channel) => (
          <MenuRadioItem key={channel.id} value={channel.id} icon={CHANNEL_ICONS[channel.stock ?? '']}>
            {channelName(channel, words)}
          </MenuRadioItem>
        ))}
        {stock.map((name) => (
          <MenuRadioItem key={name} value={name} icon={CHANNEL_ICONS[name]}>
            {t(`stock.${name}`)}
          </MenuRadioItem>
        ))}
        <MenuRadioItem value={NONE}>{t('frame.noChannel')}</MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <Submenu label={t('frame.device')}>
        <MenuRadioGroup
          value={common(steps.map(({ device }) => device))}
          onChange={(value) => setSteps(editor, ids, { device: value || undefined })}
        >
          {DEVICES.map((device) => (
            <MenuRadioItem key={device} value={device} icon={DEVICE_ICONS[device]}>
              {t(`device.${device}`)}
            </MenuRadioItem>
          ))}
          <MenuRadioItem value={NONE}>{t('frame.noDevice')}</MenuRadioItem>
        </MenuRadioGroup>
      </Submenu>
      {teams.length > 0 && (
        <Submenu label={t('frame.team')}>
          <MenuRadioGroup
            value={common(steps.map(({ team }) => team))}
            onChange={(value) => {
              const team = teams.find(({ id }) => id === value)
              chooseTeam(editor, ids, team && { id: team.id })
            }}
          >
            {teams.map((team) => (
              <MenuRadioItem key={team.id} value={team.id}>
                {teamName(team, words)}
              </MenuRadioItem>
            ))}
            <MenuRadioItem value={NONE}>{t('frame.noTeam')}</MenuRadioItem>
          </MenuRadioGroup>
        </Submenu>
      )}
      <MenuSeparator />
      <MenuItem onSelect={() => openPanel(editor, 'step')}>{t('frame.more')}</MenuItem>
    </Menu>
  )
}

/** What all of them say; a value of no item where they differ. */
function common(values: readonly (string | undefined)[]): string {
  const all = new Set(values)
  const [value] = all
  return all.size > 1 ? 'several' : (value ?? NONE)
}
