/**
 * Runs in the page before anything else: what preload is in the desktop app. So the built page takes the same way as
 * there, with a store that hands over the document at `address`, and nothing in the product knows of benchmarks.
 * Self-contained, since it travels as text.
 */
export function standInDesktop(address: string): void {
  interface Call {
    readonly id: number
    readonly method: string
    readonly input?: { readonly hash?: string }
  }
  const settled = async (): Promise<void> => undefined
  const nothing = (): void => undefined

  async function imageOf(hash: string): Promise<unknown> {
    const response = await fetch(`${address}/${hash}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const size = new DataView(bytes.buffer)
    // Every PNG begins with its width and height, after the signature and the head of its first chunk.
    return { hash, mime: 'image/png', w: size.getUint32(16), h: size.getUint32(20), bytes }
  }

  async function answer({ method, input }: Call): Promise<unknown> {
    if (method === 'getAsset') return imageOf(input?.hash ?? '')
    if (method === 'lackingAssets') return []
    if (method !== 'load') return method === 'saveThumbnail' ? undefined : { durable: 'file' }
    const response = await fetch(address)
    const update = new Uint8Array(await response.arrayBuffer())
    const updates = update.length > 0 ? [update] : []
    return { guid: 'bench', lineage: 'bench', readOnly: false, recovered: 0, updates }
  }

  function connectStore(): void {
    const { port1, port2 } = new MessageChannel()
    port2.addEventListener('message', ({ data }: MessageEvent<Call>) => {
      void answer(data).then((value) => port2.postMessage({ id: data.id, ok: true, value }))
    })
    port2.start()
    window.postMessage('throughline:store-port', '*', [port1])
  }

  const own: Readonly<Record<string, unknown>> = {
    connectStore,
    onEvent: () => nothing,
    context: async () => ({
      role: { kind: 'workshop', name: 'Bench', folder: '', readOnly: false },
      settings: { language: 'en', theme: 'light' },
      platform: 'linux',
      afterCrash: false,
    }),
  }
  const preload = new Proxy(own, { get: (calls, name) => calls[String(name)] ?? settled })
  Object.defineProperty(window, 'throughline', { value: preload })
}
