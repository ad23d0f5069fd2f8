import '../../../renderer/app/zodWithoutEval.ts'
import { newPeer } from './newPeer.ts'
import type { PeerApi } from './peerApi.ts'

/** A page that is one peer of a session, without a canvas: see `PeerApi`. */
function takePlace(): void {
  const peer = newPeer()
  const api: PeerApi = {
    ...peer,
    async fresh() {
      await peer.leave()
      takePlace()
    },
  }
  Object.assign(window, { peer: api })
}
takePlace()
