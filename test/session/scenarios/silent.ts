import { once } from 'node:events'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { createNetwork, type Network } from '../network/createNetwork.ts'
import { broken, type Run } from './support/scenario.ts'

/** The machine that the session is on. */
const HERE = 1

/** A whole session of two real apps on a machine whose only way out leads to a switch that counts. */
export async function silent(
  run: Run,
  meanwhile?: (network: Network) => Promise<void>,
): Promise<readonly string[]> {
  const network = await createNetwork(2)
  try {
    const script = path.join(import.meta.dirname, 'support/wholeSession.ts')
    const child = network.run(HERE, [process.execPath, script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    const said: string[] = []
    if (child.stdout) createInterface(child.stdout).on('line', (line) => said.push(line))
    await meanwhile?.(network)
    await ended
    const { outside, groups } = await network.strays()
    const packets = sum(outside)
    run.report('session.silent.packets', 2, packets, 'packets')
    run.report('session.silent.multicast', 2, sum(groups), 'packets')
    run.say(`to addresses outside: ${listed(outside)}; to groups, by the system and mDNS: ${listed(groups)}`)
    return [
      ...broken('packets to addresses outside', packets),
      ...(said.includes('done') ? [] : ['the session did not come to its end']),
    ]
  } finally {
    await network.dispose()
  }
}

const sum = (counted: ReadonlyMap<string, number>): number =>
  [...counted.values()].reduce((all, n) => all + n, 0)
const listed = (counted: ReadonlyMap<string, number>): string =>
  [...counted].map(([address, count]) => `${address} ${count}`).join(', ') || 'none'
