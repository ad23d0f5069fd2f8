import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/useT.ts'
import { Switch } from '../../ui/Switch.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from '../Form.module.css'
import type { SettingProblem, SettingsDraft, SettingsProblems } from './settingsDraft.ts'

interface ServerFieldsProps {
  /** What is asked for: the team's own server and relays, or an engine for many. */
  readonly part: 'server' | 'engine'
  readonly draft: SettingsDraft
  readonly problems: SettingsProblems
  readonly onChange: (draft: SettingsDraft) => void
}

/** Addresses of what a session may use besides this computer and its network. Nothing is contacted unless it is named here. */
export function ServerFields({ part, draft, problems, onChange }: ServerFieldsProps) {
  const { t } = useT()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problems])
  const wrong = (key: keyof SettingsDraft) => {
    const problem: SettingProblem | undefined = problems[key]
    return problem && t(`settingProblem.${problem}`)
  }
  const field = (key: Exclude<keyof SettingsDraft, 'relayOnly'>, placeholder: string, secret = false) => (
    <TextField
      key={key}
      label={t(`setting.${key}`)}
      value={draft[key]}
      placeholder={placeholder}
      dir="ltr"
      maxLength={900}
      type={secret ? 'password' : 'text'}
      description={key in NOTES ? t(NOTES[key as keyof typeof NOTES]) : undefined}
      error={wrong(key)}
      onChange={(next) => onChange({ ...draft, [key]: next })}
    />
  )
  if (part === 'engine') return <div ref={box}>{field('engine', 'wss://collab.example.org')}</div>
  return (
    <div className={styles['list']} ref={box}>
      {field('server', 'https://sessions.example.org')}
      {field('serverKey', '', true)}
      {field('stun', 'stun:stun.example.org:3478')}
      {field('turn', 'turn:turn.example.org:3478')}
      {draft.turn.trim() !== '' && (
        <div className={styles['pair']}>
          {field('turnName', '')}
          {field('turnSecret', '', true)}
        </div>
      )}
      <div>
        <Switch
          label={t('setting.relayOnly')}
          checked={draft.relayOnly}
          onChange={(relayOnly) => onChange({ ...draft, relayOnly })}
        />
        <p className={styles[problems.relayOnly ? 'warning' : 'quiet']}>
          {wrong('relayOnly') ?? t('settingText.relayOnly')}
        </p>
      </div>
    </div>
  )
}

const NOTES = {
  server: 'settingText.server',
  stun: 'settingText.stun',
  turn: 'settingText.turn',
  engine: 'settingText.engine',
} as const
