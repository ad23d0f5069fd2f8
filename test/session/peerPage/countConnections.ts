const listeners: ((channel: RTCDataChannel) => void)[] = []

/** From now on hears of every data channel that is made. */
export const onChannel = (listener: (channel: RTCDataChannel) => void): void => void listeners.push(listener)

/** From now on this knows every RTCPeerConnection of the page. */
export function countConnections(): { open(): readonly RTCPeerConnection[] } {
  const made: RTCPeerConnection[] = []
  const Native = RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(config?: RTCConfiguration) {
      super(config)
      made.push(this)
    }
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options)
      for (const listener of listeners) listener(channel)
      return channel
    }
  }
  return { open: () => made.filter(({ connectionState }) => connectionState !== 'closed') }
}
