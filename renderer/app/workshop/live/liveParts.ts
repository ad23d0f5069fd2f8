import type { SessionSettings } from '../../../../shared/ipc/sessionSettings.ts'
import { createGate } from '../../../../shared/session/gate/createGate.ts'
import { createDocSync } from '../../../sync/createDocSync.ts'
import { createImageSync } from '../../../../shared/session/images/createImageSync.ts'
import { createPresenceLines } from '../../../sync/createPresenceLines.ts'
import type { Parts } from '../../../sync/live/parts.ts'
import { createMesh } from '../../../sync/mesh/createMesh.ts'

/** What a session of this app is put together from. Nobody outside is asked for the way unless the settings name them. */
export const liveParts = ({ stun = [], turn = [], relayOnly }: SessionSettings): Parts => ({
  createGate,
  createDocSync,
  createImageSync,
  createPresenceLines,
  openMesh: ({ onLink, ...options }) =>
    createMesh({
      ...options,
      iceServers: [...stun.map((urls) => ({ urls })), ...turn],
      relayOnly: relayOnly ?? false,
      onLink: (link, _peer, carrier) => onLink(link, carrier),
    }),
})
