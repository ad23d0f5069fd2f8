import type { Settings } from '../../../../shared/ipc/desktopContract.ts'
import type { PeerKind } from '../../../../shared/session/certificate.ts'
import { identityOf } from '../../../../shared/session/identity.ts'
import type { Platform } from '../../../platform/platform.ts'
import { hostSession } from '../../../sync/hostSession.ts'
import { joinSession, rejoinSession } from '../../../sync/joinSession.ts'
import type { OwnServer, SessionOptions } from '../../../sync/live/sessionOptions.ts'
import type { SharedWorkshop } from '../../../sync/live/sharedWorkshop.ts'
import { machine } from '../../../sync/live/surroundings.ts'
import { SMALL_SCREEN } from '../../guest/smallScreen.ts'
import type { Entry, LiveControlOptions } from './createLiveControl.ts'
import type { KeptMembership } from './keptMembership.ts'
import { liveParts } from './liveParts.ts'

export interface OpenLiveOptions {
  readonly platform: Platform
  readonly settings: () => Settings
  readonly workshop: SharedWorkshop
  /** Of the workshop's file. */
  readonly lineage: string
  readonly kept: KeptMembership
  readonly persisted: SessionOptions['persisted']
  /** Is there anything in the workshop yet? */
  readonly hasContent: () => boolean
  readonly onError: (error: unknown) => void
}

/** How a window opens sessions: with its workshop, as the person of this installation, over what the settings name. */
export function openLive(options: OpenLiveOptions): LiveControlOptions['open'] {
  const { platform, workshop, lineage } = options
  const { desktop } = platform
  const isDesktop = platform.kind === 'desktop'

  /** `elsewhere`: also by way of the team's server, if one is set. */
  async function common(
    displayName: string,
    elsewhere: (server: string) => boolean,
  ): Promise<SessionOptions> {
    const { secretKey } = await desktop.identity()
    const { session = {} } = options.settings()
    const { server, serverKey = '' } = session
    return {
      workshop,
      identity: identityOf(secretKey),
      displayName,
      ...(isDesktop && { persisted: options.persisted, ownServer: ownServerOf(platform) }),
      ...(server !== undefined && elsewhere(server) && { standAlone: { origin: server, key: serverKey } }),
      allow: (origins) => void desktop.allowServers({ origins: [...origins] }).catch(options.onError),
      keep: (membership) => void options.kept.keep(membership).catch(options.onError),
      kind: kindOf(platform),
      parts: liveParts(session),
      surroundings: machine,
    }
  }

  return {
    async start({ name, you, doors, where }) {
      return hostSession({ ...(await common(you, () => where === 'server')), name, lineage, doors })
    },
    async join(entry, as) {
      const known = {
        ...(await common(as, (server) => wasAt(entry, server))),
        ...(isDesktop && { lineage }),
        hasContent: options.hasContent(),
      }
      return 'membership' in entry
        ? rejoinSession({ ...known, membership: entry.membership })
        : joinSession({ ...known, invitation: entry.invitation })
    },
  }
}

/** Whoever opened a room at the team's server may have to do so again. */
const wasAt = (entry: Entry, server: string): boolean =>
  'membership' in entry && entry.membership.servers.includes(server)

function kindOf({ kind }: Platform): PeerKind {
  if (kind === 'desktop') return 'desktop'
  return matchMedia(SMALL_SCREEN).matches ? 'phone' : 'laptop'
}

/** This computer's own server, by way of main. */
const ownServerOf = ({ desktop, onEvent }: Platform): OwnServer => ({
  async open(room) {
    const started = await desktop.startHost({ room })
    return started.result === 'hosting' ? started : undefined
  },
  close: (room) => desktop.stopHost({ room }),
  onBack: (listener) =>
    onEvent((event) => {
      if (event.event === 'hostBack') listener(event.room, event)
    }),
})
