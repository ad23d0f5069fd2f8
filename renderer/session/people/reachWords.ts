import type { TFunction } from 'i18next'
import type { Member } from '../../sync/liveSession.ts'

/** How somebody is reached from here, in words: "direct, 12 ms". */
export function reachWords(t: TFunction, { reach, roundTrip }: Pick<Member, 'reach' | 'roundTrip'>): string {
  if (reach === 'me') return t('reach.me')
  if (reach === 'gone') return t('reach.gone')
  const how = reach === 'direct' ? t('reach.direct') : t('reach.relayed')
  return roundTrip === undefined ? how : t('reach.timed', { how, ms: Math.max(1, Math.round(roundTrip)) })
}
