import { sessionSettings, type SessionSettings } from '../../../shared/ipc/sessionSettings.ts'
import { originOf } from '../originOf.ts'

/** The settings of sessions as they are being typed. */
export interface SettingsDraft {
  readonly server: string
  readonly serverKey: string
  /** Addresses, one a line or with commas. */
  readonly stun: string
  readonly turn: string
  readonly turnName: string
  readonly turnSecret: string
  readonly relayOnly: boolean
  readonly engine: string
}

/** What is the matter with a field. The words are in the locales, under `settingProblem`. */
export type SettingProblem =
  | 'serverMissing'
  | 'server'
  | 'keyMissing'
  | 'stun'
  | 'turn'
  | 'turnSecret'
  | 'relayOnly'
  | 'engineMissing'
  | 'engine'

export type SettingsProblems = { readonly [K in keyof SettingsDraft]?: SettingProblem }

export interface ReadDraft {
  /** Nothing while there is a problem. */
  readonly settings: SessionSettings | undefined
  readonly problems: SettingsProblems
}

export function draftOf(settings: SessionSettings): SettingsDraft {
  const [turn] = settings.turn ?? []
  return {
    server: settings.server ?? '',
    serverKey: settings.serverKey ?? '',
    stun: (settings.stun ?? []).join(', '),
    turn: (settings.turn ?? []).map(({ urls }) => urls).join(', '),
    turnName: turn?.username ?? '',
    turnSecret: turn?.credential ?? '',
    relayOnly: settings.relayOnly ?? false,
    engine: settings.engine ?? '',
  }
}

const MOST_SERVERS = 4

/** Reads what was typed. `needed`: what may not be left empty. Addresses are taken with or without their scheme. */
export function readDraft(draft: SettingsDraft, needed: readonly ('server' | 'engine')[] = []): ReadDraft {
  const typed = readFields(draft)
  const problems = Object.fromEntries(problemsOf(draft, typed, needed)) as SettingsProblems
  if (Object.keys(problems).length > 0) return { settings: undefined, problems }

  const { server, key, stun, turn, name, secret, engine } = typed
  const known = name === '' ? {} : { username: name, credential: secret }
  const settings: SessionSettings = {
    ...(server !== undefined && { server }),
    ...(key !== '' && { serverKey: key }),
    ...(stun.length > 0 && { stun }),
    ...(turn.length > 0 && { turn: turn.map((urls) => ({ urls, ...known })) }),
    ...(draft.relayOnly && { relayOnly: true }),
    ...(engine !== undefined && { engine }),
  }
  return { settings, problems }
}

const readFields = (draft: SettingsDraft) => ({
  server: originOf(withScheme(draft.server, 'https://')),
  key: draft.serverKey.trim(),
  stun: addressesIn(draft.stun, 'stun:'),
  turn: addressesIn(draft.turn, 'turn:'),
  name: draft.turnName.trim(),
  secret: draft.turnSecret.trim(),
  engine: engineIn(draft.engine.trim()),
})

function problemsOf(
  draft: SettingsDraft,
  { server, key, stun, turn, name, secret, engine }: ReturnType<typeof readFields>,
  needed: readonly ('server' | 'engine')[],
): readonly [keyof SettingsDraft, SettingProblem][] {
  const noServer = draft.server.trim() === ''
  const wrong: readonly [boolean, keyof SettingsDraft, SettingProblem][] = [
    [!noServer && server === undefined, 'server', 'server'],
    [noServer && needed.includes('server'), 'server', 'serverMissing'],
    [key === '' && needed.includes('server'), 'serverKey', 'keyMissing'],
    [!isGood({ stun }), 'stun', 'stun'],
    [turn.length > 0 && (name === '') !== (secret === ''), 'turnSecret', 'turnSecret'],
    [!isGood({ turn: turn.map((urls) => ({ urls })) }), 'turn', 'turn'],
    [draft.relayOnly && turn.length === 0, 'relayOnly', 'relayOnly'],
    [!isGood({ engine }), 'engine', 'engine'],
    [engine === undefined && needed.includes('engine'), 'engine', 'engineMissing'],
  ]
  return wrong.filter(([is]) => is).map(([, field, problem]) => [field, problem])
}

const isGood = (part: Partial<Record<keyof SessionSettings, unknown>>): boolean =>
  sessionSettings.safeParse(part).success

const engineIn = (typed: string): string | undefined =>
  typed === '' ? undefined : withScheme(typed, 'wss://').replace(/\/$/, '')

const withScheme = (typed: string, scheme: string): string =>
  /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `${scheme}${typed.trim()}`

const addressesIn = (typed: string, scheme: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
    .slice(0, MOST_SERVERS + 1)
    .map((each) => (/^(?:stuns?|turns?|https?|wss?):/i.test(each) ? each : `${scheme}${each}`))
