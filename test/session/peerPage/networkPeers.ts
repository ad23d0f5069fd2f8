import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from 'playwright'
import { chromiumPath } from '../../../scripts/lib/chromium.mjs'
import { createNetwork, type Network } from '../network/createNetwork.ts'
import { openPeer, type PeerPage } from './peers.ts'
import { peerServerAt, type PeerPlace } from './signalling.ts'

const PORT = 4242

/** Peers that each run on a machine of their own, and the server on machine 0. */
export interface NetworkPeers {
  readonly network: Network
  readonly server: PeerPlace
  /** Peer `i` is on machine `i + 1`. */
  readonly peers: readonly PeerPage[]
  /** Kills the browser of a peer at once; the others hear nothing of it. */
  kill(i: number): void
  /** Ends the server at once, and starts it again. */
  stopServer(): Promise<void>
  startServer(): Promise<void>
  close(): Promise<void>
}

/** Needs the page to be built, root, and Linux (see `noNetworks`). */
export async function openNetworkPeers(count: number): Promise<NetworkPeers> {
  const network = await createNetwork(count + 1)
  const folder = mkdtempSync(path.join(tmpdir(), 'tl-network-'))
  const server = peerServerAt(network.address(0), PORT)
  let serving: ReturnType<Network['run']> | undefined
  async function startServer(): Promise<void> {
    const script = path.join(import.meta.dirname, 'serve.ts')
    serving = network.run(0, [process.execPath, script, network.address(0), String(PORT)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (serving.stdout) for await (const _ of createInterface(serving.stdout)) break
  }
  const stopServer = (): Promise<void> =>
    new Promise((resolve) => {
      if (!serving || serving.exitCode !== null) return resolve()
      serving.once('exit', () => resolve())
      serving.kill('SIGKILL')
    })

  const machines = Array.from({ length: count }, (_, i) => i + 1)
  const close = async (browsers: readonly Browser[] = []): Promise<void> => {
    await Promise.all(browsers.map((each) => each.close().catch(() => undefined)))
    await stopServer()
    await network.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await startServer()
    const browsers = await Promise.all(machines.map((machine) => browserOn(network, machine, folder, server)))
    const peers = await Promise.all(browsers.map((each) => openPeer(each, server)))
    return {
      network,
      server,
      peers,
      kill: (i) => network.kill(i + 1),
      stopServer,
      startServer,
      close: () => close(browsers),
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Chromium on a machine, as Electron is: pages are secure, and peers see each other's addresses. */
async function browserOn(
  network: Network,
  machine: number,
  folder: string,
  { page }: PeerPlace,
): Promise<Browser> {
  const executablePath = path.join(folder, `chromium-${machine}`)
  const command = network.on(machine, [(await chromiumPath()) ?? chromium.executablePath()])
  writeFileSync(executablePath, `#!/bin/sh\nexec ${command.join(' ')} "$@"\n`)
  chmodSync(executablePath, 0o755)
  return chromium.launch({
    executablePath,
    args: [
      `--unsafely-treat-insecure-origin-as-secure=${new URL(page).origin}`,
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  })
}
