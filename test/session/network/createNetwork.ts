import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** What a line between two machines is like, one way. */
export interface Line {
  /** ms */
  readonly delay: number
  /** 0 to 1 */
  readonly loss: number
  /** Bytes a second that each machine may send; 0 for any number. */
  readonly rate?: number
}

/** Some machines on one switch, each a network namespace of its own with no way to anywhere else. */
export interface Network {
  /** IPv4 address of machine `i`. */
  address(i: number): string
  /** The command that runs `command` on machine `i`: first word and arguments. */
  on(i: number, command: readonly string[]): readonly string[]
  /** Starts a process on machine `i`. */
  run(i: number, command: readonly string[], options?: SpawnOptions): ChildProcess
  /** Processes that run on machine `i`. */
  pids(i: number): readonly number[]
  shape(line: Line): Promise<void>
  /** Only machines of one group reach each other. */
  part(...groups: readonly (readonly number[])[]): Promise<void>
  heal(): Promise<void>
  /** Packets and bytes that crossed the switch, and packets that it lost. */
  counts(): Promise<{ packets: number; bytes: number; lost: number }>
  /**
   * Addresses that no machine has to which something was sent, or that were asked for, and how often; and the same of groups:
   * multicast, with which systems look after themselves.
   */
  strays(): Promise<{ readonly outside: Counted; readonly groups: Counted }>
  dispose(): Promise<void>
}

type Counted = ReadonlyMap<string, number>

/** Why networks cannot be made here; nothing if they can. */
export function noNetworks(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux'
  if (process.getuid?.() !== 0) return 'only root may make network namespaces'
  const { status } = spawnSync('ip', ['-V'])
  return status === 0 ? undefined : 'there is no `ip` command (Debian package iproute2)'
}

let made = 0

/** Makes `count` machines, at most 64. Their default route leads to the switch, where nobody answers. */
export async function createNetwork(count: number): Promise<Network> {
  const reason = noNetworks()
  if (reason) throw new Error(`No networks here: ${reason}`)
  const name = `tl${process.pid.toString(36)}${made++}`
  const spaces = Array.from({ length: count }, (_, i) => `${name}-${i}`)
  const address = (i: number): string => `192.0.2.${i + 1}` // TEST-NET-1 (RFC 5737): nobody has these
  const wire = spawn('perl', [path.join(import.meta.dirname, 'switch.pl'), `${name}x`, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface(wire.stdout)[Symbol.asyncIterator]()
  const answer = async (): Promise<string> => {
    const { value, done } = await answers.next()
    if (done) throw new Error('the switch has ended')
    return value
  }
  let turn: Promise<unknown> = Promise.resolve()
  /** One command at a time, each with its answer. */
  function tell(command: string): Promise<string> {
    const told = turn.then(() => {
      wire.stdin.write(`${command}\n`)
      return answer()
    })
    turn = told.catch(() => undefined)
    return told
  }
  const dispose = async (): Promise<void> => {
    const ended = new Promise((resolve) => wire.once('exit', resolve))
    wire.stdin.end()
    if (wire.exitCode === null) await ended
    for (const space of spaces) spawnSync('ip', ['netns', 'delete', space])
  }
  try {
    await answer()
    spaces.forEach((space, i) => {
      const device = `${name}x${i}`
      ip('netns', 'add', space)
      ip('link', 'set', device, 'netns', space)
      inside(space, 'link', 'set', 'lo', 'up')
      inside(space, 'addr', 'add', `${address(i)}/24`, 'dev', device)
      inside(space, 'link', 'set', device, 'up')
      // Chromium gathers no candidates where there is no route to the world (sync.md, 1).
      inside(space, 'route', 'add', 'default', 'dev', device)
    })
  } catch (error) {
    await dispose()
    throw error
  }
  const on = (i: number, command: readonly string[]): readonly string[] => [
    'ip',
    'netns',
    'exec',
    spaces[i] ?? '',
    ...command,
  ]
  return {
    address,
    on,
    run(i, command, options = {}) {
      const [first = '', ...rest] = on(i, command)
      return spawn(first, rest, options)
    },
    pids(i) {
      const { stdout } = spawnSync('ip', ['netns', 'pids', spaces[i] ?? ''], { encoding: 'utf8' })
      return stdout.split('\n').filter(Boolean).map(Number)
    },
    shape: async ({ delay, loss, rate = 0 }) => void (await tell(`shape ${delay} ${loss} ${rate}`)),
    part: async (...groups) => void (await tell(`group ${groups.map((group) => group.join(',')).join(' ')}`)),
    async heal() {
      await tell('heal')
      // Whoever asked in vain for a neighbour's address asks again only after a second: what is whole again works at once.
      for (const space of spaces) inside(space, 'neigh', 'flush', 'all')
    },
    async counts() {
      const [, packets = 0, bytes = 0, lost = 0] = (await tell('counts')).split(' ').map(Number)
      return { packets, bytes, lost }
    },
    async strays() {
      const [outside = '', groups = ''] = (await tell('strays')).split('|')
      return { outside: countedIn(outside), groups: countedIn(groups) }
    },
    dispose,
  }
}

const countedIn = (text: string): Counted =>
  new Map(
    text.split(' ').flatMap((word): [string, number][] => {
      const [address = '', count] = word.split('=')
      return count === undefined ? [] : [[address, Number(count)]]
    }),
  )

const inside = (space: string, ...args: string[]): void => ip('-n', space, ...args)

function ip(...args: string[]): void {
  const { status, stderr } = spawnSync('ip', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`)
}
