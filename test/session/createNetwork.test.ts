import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { createNetwork, noNetworks, type Network } from './network/createNetwork.ts'

// Where no networks can be made (no Linux, not root), that is said, and there is nothing else to test.
const reason = noNetworks()

let network: Network

/** Answers every datagram. */
const ECHO = `const s=require('dgram').createSocket('udp4');s.on('message',(m,r)=>s.send(m,r.port,r.address));s.bind(7000,()=>console.log('up'))`
/** Sends `n` datagrams and prints for each that comes back how long it took, ms. */
const ASK = (to: string, n: number) =>
  `const s=require('dgram').createSocket('udp4');const at=[];s.on('message',m=>console.log(performance.now()-at[+m]));` +
  `let i=0;const t=setInterval(()=>{if(i===${n}){clearInterval(t);setTimeout(()=>process.exit(),400);return}at[i]=performance.now();s.send(String(i++),7000,'${to}')},5)`

/** Runs on machine 1 of three. */
async function inNetwork(measure: () => Promise<void>): Promise<void> {
  if (reason !== undefined) return expect(reason).toMatch(/\w/)
  network = await createNetwork(3)
  const echo = network.run(1, [process.execPath, '-e', ECHO])
  try {
    if (echo.stdout) for await (const _ of createInterface(echo.stdout)) break
    await measure()
  } finally {
    echo.kill('SIGKILL')
    await network.dispose()
  }
}

async function ask(from: number, n: number): Promise<number[]> {
  const child = network.run(from, [process.execPath, '-e', ASK(network.address(1), n)])
  const times: number[] = []
  if (child.stdout) for await (const line of createInterface(child.stdout)) times.push(Number(line))
  return times
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

test('packets take as long and get lost as often as was asked for', () =>
  inNetwork(async () => {
    expect(await ask(0, 20)).toHaveLength(20)
    await network.shape({ delay: 40, loss: 0 })
    const slow = await ask(0, 20)
    expect(slow).toHaveLength(20)
    expect(median(slow)).toBeGreaterThan(80)
    expect(median(slow)).toBeLessThan(160)
    await network.shape({ delay: 0, loss: 0.5 })
    const some = await ask(0, 60)
    expect(some.length).toBeGreaterThan(2)
    expect(some.length).toBeLessThan(40)
  }))

test('a parted network is parted until it heals', () =>
  inNetwork(async () => {
    await network.part([0], [1, 2])
    expect(await ask(0, 5)).toEqual([])
    expect(await ask(2, 5)).toHaveLength(5)
    await network.heal()
    expect(await ask(0, 5)).toHaveLength(5)
    expect((await network.counts()).packets).toBeGreaterThan(20)
  }))

test('whatever is meant for an address that no machine has is counted', () =>
  inNetwork(async () => {
    expect(await ask(0, 5)).toHaveLength(5)
    expect((await network.strays()).outside).toEqual(new Map())
    const lost = `require('dgram').createSocket('udp4').send('x',7000,'192.0.2.99',()=>setTimeout(()=>process.exit(),200))`
    await once(network.run(0, [process.execPath, '-e', lost]), 'exit')
    expect([...(await network.strays()).outside.keys()]).toEqual(['192.0.2.99'])
  }))
