import type { Settings } from '../../../../shared/ipc/desktopContract.ts'
import type { PeerKind } from '../../../../shared/session/certificate.ts'
import type { EngineMembership } from '../../../../shared/session/engine/engineMembership.ts'
import { identityOf } from '../../../../shared/session/identity.ts'
import type { Invitation } from '../../../../shared/session/invitation.ts'
import type { KeptSession } from '../../../../shared/session/keptSession.ts'
import type { Membership } from '../../../../shared/session/membership.ts'
import type { Platform } from '../../../platform/platform.ts'
import { hostSession } from '../../../sync/hostSession.ts'
import { joinSession, rejoinSession } from '../../../sync/joinSession.ts'
import type { OwnServer, SessionOptions } from '../../../sync/live/sessionOptions.ts'
import type { LiveSession } from '../../../sync/liveSession.ts'
import type { SharedWorkshop } from '../../../sync/live/sharedWorkshop.ts'
import { machine } from '../../../sync/live/surroundings.ts'
import { isSmallScreen } from '../../guest/smallScreen.ts'
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

  /** What sessions of every kind need of this window. */
  async function common(displayName: string) {
    const { secretKey } = await desktop.identity()
    return {
      workshop,
      identity: identityOf(secretKey),
      displayName,
      ...(isDesktop && { persisted: options.persisted }),
      allow: (origins: readonly string[]) =>
        void desktop.allowServers({ origins: [...origins] }).catch(options.onError),
      keep: (membership: KeptSession) => void options.kept.keep(membership).catch(options.onError),
      kind: kindOf(platform),
      surroundings: machine,
    }
  }
  /** `elsewhere`: also by way of the team's server, if one is set. */
  async function inMesh(
    displayName: string,
    elsewhere: (server: string) => boolean,
  ): Promise<SessionOptions> {
    const { session = {} } = options.settings()
    const { server, serverKey = '' } = session
    return {
      ...(await common(displayName)),
      ...(isDesktop && { ownServer: ownServerOf(platform) }),
      ...(server !== undefined && elsewhere(server) && { standAlone: { origin: server, key: serverKey } }),
      parts: liveParts(session),
    }
  }

  async function joinMesh(entry: MeshEntry, as: string): Promise<LiveSession> {
    const known = {
      ...(await inMesh(as, (server) => wasAt(entry, server))),
      ...(isDesktop && { lineage }),
      hasContent: options.hasContent(),
    }
    return 'membership' in entry
      ? rejoinSession({ ...known, membership: entry.membership })
      : joinSession({ ...known, invitation: entry.invitation })
  }

  async function joinEngine(entry: EngineEntry, as: string): Promise<LiveSession> {
    const { joinOnEngine, rejoinOnEngine } = await loadEngine()
    const known = { ...(await common(as)), ...(isDesktop && { lineage }) }
    return 'membership' in entry
      ? rejoinOnEngine({ ...known, membership: entry.membership })
      : joinOnEngine({ ...known, invitation: entry.invitation })
  }

  return {
    async start({ name, you, doors, where, settings: { engine } }) {
      if (where === 'engine' && engine !== undefined) {
        const { startOnEngine } = await loadEngine()
        return startOnEngine({ ...(await common(you)), name, lineage, engine })
      }
      return hostSession({ ...(await inMesh(you, () => where === 'server')), name, lineage, doors })
    },
    join: (entry, as) => (isOfEngine(entry) ? joinEngine(entry, as) : joinMesh(entry as MeshEntry, as)),
  }
}

type EngineEntry = { readonly invitation: Invitation } | { readonly membership: EngineMembership }
type MeshEntry = { readonly invitation: Invitation } | { readonly membership: Membership }

const isOfEngine = (entry: Entry): entry is EngineEntry =>
  'membership' in entry ? 'engine' in entry.membership : entry.invitation.engine === true

/** Fetched only by those who need it. */
const loadEngine = () => import('../../../sync/engine/engineSession.ts')

/** Whoever opened a room at the team's server may have to do so again. */
const wasAt = (entry: MeshEntry, server: string): boolean =>
  'membership' in entry && entry.membership.servers.includes(server)

function kindOf({ kind }: Platform): PeerKind {
  if (kind === 'desktop') return 'desktop'
  return isSmallScreen() ? 'phone' : 'laptop'
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
