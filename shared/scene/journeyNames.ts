import {
  DEVICES,
  type Channel,
  type Journey,
  type Lane,
  type Persona,
  type Stage,
  type Step,
  type Team,
  type Touchpoint,
} from '../journey/entities.ts'
import { STOCK_CHANNELS, STOCK_TOUCHPOINTS } from '../journey/stock.ts'
import type { SceneWords } from './sceneWords.ts'

/*
 * What things of a journey are called: by their own names, or by what they are in the language of who looks at them.
 * Without words (a test, a picture nobody reads) the own name is all there is.
 */

type Words = SceneWords | undefined

export const journeyName = ({ name, kind }: Journey, words: Words): string =>
  name || (words?.t(`journeyKind.${kind}`) ?? '')

export const stageName = (stage: Stage | undefined, words: Words): string =>
  stage ? stage.name || (words?.t('journey.stage') ?? '') : (words?.t('journey.noStage') ?? '')

/** `number` counts from 1. */
export const stepName = ({ title, caption }: Step, number: number, words: Words): string =>
  title || caption || (words?.t('journey.step', { number: words.number(number) }) ?? '')

export const laneName = ({ name, kind }: Lane, words: Words): string =>
  name || (words?.t(`lane.${kind}`) ?? '')

export const personaName = (persona: Persona | undefined, words: Words): string =>
  persona ? persona.name || persona.role || (words?.t('journey.persona') ?? '') : ''

export const teamName = (team: Team | undefined, words: Words): string =>
  team ? team.name || (words?.t('journey.team') ?? '') : ''

export const channelName = (channel: Channel | undefined, words: Words): string =>
  channel ? channel.name || stockName(channel.stock, words) : ''

export const touchpointName = (touchpoint: Touchpoint | undefined, words: Words): string =>
  touchpoint ? touchpoint.name || stockName(touchpoint.stock, words) : ''

const stockName = (stock: string | undefined, words: Words): string => {
  const key = STOCK_NAMES.find((known) => known === stock)
  return key === undefined ? (stock ?? '') : (words?.t(`stock.${key}`) ?? key)
}

const STOCK_NAMES = [
  ...STOCK_CHANNELS,
  ...STOCK_TOUCHPOINTS.before,
  ...STOCK_TOUCHPOINTS.during,
  ...STOCK_TOUCHPOINTS.after,
] as const

/** What people hold in their hands: a known device in one's own language, any other by its own word. */
export const deviceName = (device: string | undefined, words: Words): string => {
  const known = DEVICES.find((one) => one === device)
  return known === undefined ? (device ?? '') : (words?.t(`device.${known}`) ?? known)
}
