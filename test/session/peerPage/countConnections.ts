/** From now on this knows every RTCPeerConnection of the page. */
export function countConnections(): { open(): readonly RTCPeerConnection[] } {
  const made: RTCPeerConnection[] = []
  const Native = RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(config?: RTCConfiguration) {
      super(config)
      made.push(this)
    }
  }
  return { open: () => made.filter(({ connectionState }) => connectionState !== 'closed') }
}
