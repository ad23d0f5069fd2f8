import { LinkedChannel, type ChannelRules } from './linkedChannel.ts'

/** Both sides open the channel with this number, so none has to be told of the other's. */
const CHANNEL = 0

/** The RTCPeerConnection that y-webrtc is given: the browser's, whose data channels are links. */
export function linkedConnection(
  rules: ChannelRules,
  onChannel: (connection: RTCPeerConnection, channel: LinkedChannel) => void,
): typeof RTCPeerConnection {
  return class extends RTCPeerConnection {
    override createDataChannel(): RTCDataChannel {
      const native = super.createDataChannel('line', { negotiated: true, id: CHANNEL, ordered: true })
      const channel = new LinkedChannel(native, this, rules)
      onChannel(this, channel)
      // simple-peer uses no more of a channel than this one has.
      return channel as unknown as RTCDataChannel
    }
  }
}
