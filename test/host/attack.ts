import { connect } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { hashOfToken, randomText } from '../../shared/session/seal.ts'
import type { GoodClientOptions, GoodClientResult } from './goodClient.ts'
import { hostileFrame, hostileRequest } from './hostileBytes.ts'
import { inTurn } from './inTurn.ts'
import { seededRandom } from '../support/seededRandom.ts'
import type { ServerProcess } from './serverProcess.ts'

export interface AttackOptions {
  /** How many frames and requests. */
  readonly count: number
  readonly seed: number
  /** Of ours, to have rooms in it; the bundled one knows no keys. */
  readonly key: string | undefined
}

export interface AttackResult {
  /** How many frames and requests were thrown. */
  readonly thrown: number
  readonly ms: number
  /** The server ended. */
  readonly died: boolean
  /** Somebody honest was cut off. */
  readonly cut: boolean
  /** Of honest questions and answers, 99 of 100 took at most so long while it lasted, and before. ms */
  readonly p99: number
  readonly calmP99: number
  /** Most that the server ever had, MB. */
  readonly memory: number
}

const ORIGIN = 'app://throughline'
const AT_ONCE = 24
/** A line that is still open so long after everything was thrown at it is given up by us. ms */
const PATIENCE = 250

/** Throws hostile bytes at a running server, each line from another address of this computer, while two honest lines go on. */
export async function attack(
  server: ServerProcess,
  { count, seed, key }: AttackOptions,
): Promise<AttackResult> {
  const random = seededRandom(seed)
  const [room, other] = [randomText(16) as RoomId, randomText(16) as RoomId]
  const host = `127.0.0.1:${server.port}`
  const pathOf = (line: string, of: RoomId, token: string): string => `${line}?room=${of}&token=${token}`
  const owner = (of: RoomId): string => (key === undefined ? 'none' : ownerToken(key, of, Date.now()))
  const good = await startGood({
    hub: key === undefined ? undefined : `ws://${host}${pathOf('/hub', room, owner(room))}`,
    accept: JSON.stringify({ type: 'accept', tokens: [hashOfToken('in')] }),
    signal: `ws://${host}${pathOf('/signal', room, 'in')}`,
    origin: ORIGIN,
  })
  const targets = [
    { path: pathOf('/signal', room, 'in'), room },
    { path: pathOf('/guest', room, 'in'), room },
    { path: pathOf('/hub', other, owner(other)), room: other }, // an owner who is hostile
  ]

  let [thrown, line, memory] = [0, 0, 0]
  async function throwSome(): Promise<void> {
    if (thrown >= count || server.hasEnded()) return
    const localAddress = addressOf(++line)
    if (random() < 0.25) {
      thrown++
      return deliver(server.port, localAddress, hostileRequest(random, host))
    }
    const target = targets[Math.floor(random() * targets.length)]
    const frames = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
      hostileFrame(random, target?.room ?? ''),
    )
    thrown += frames.length
    await deliver(server.port, localAddress, Buffer.concat([handshake(target?.path ?? '', host), ...frames]))
    if (!server.hasEnded()) memory = Math.max(memory, server.mostMemory())
  }

  const began = performance.now()
  await inTurn(
    Array.from({ length: count }, () => throwSome),
    AT_ONCE,
  )
  const ms = performance.now() - began
  const { calm, times, cut } = await good.end()
  return {
    thrown,
    ms,
    died: server.hasEnded(),
    cut,
    p99: percentile(times, 0.99),
    calmP99: percentile(calm, 0.99),
    memory,
  }
}

/** One of 127.16.0.1 to 127.255.255.254. */
const addressOf = (n: number): string => `127.${16 + ((n >> 16) % 240)}.${(n >> 8) & 255}.${1 + (n & 127)}`

const handshake = (target: string, host: string): Buffer =>
  Buffer.from(
    [
      `GET ${target} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: ${ORIGIN}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  )

/** Sends bytes and waits until the other side has had enough, or we have. */
async function deliver(port: number, localAddress: string, bytes: Buffer): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.on('error', () => undefined) // what we are after
  socket.resume()
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.once('connect', () => socket.write(bytes))
  socket.setTimeout(PATIENCE, () => socket.destroy())
  await closed
}

async function startGood(options: GoodClientOptions): Promise<{ end(): Promise<GoodClientResult> }> {
  const worker = new Worker(path.join(import.meta.dirname, 'goodClient.ts'), { workerData: options })
  await once(worker, 'message')
  return {
    async end() {
      const result = once(worker, 'message')
      worker.postMessage('end')
      const [message] = await result
      return message as GoodClientResult
    },
  }
}

function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Infinity
}
