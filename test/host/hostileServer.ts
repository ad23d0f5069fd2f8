import { attack } from './attack.ts'
import { startOurs } from './serverProcess.ts'
import { startJoinable, tryWrongJoins } from './wrongJoins.ts'

/*
 * `node test/host/hostileServer.ts 20000`: throws so many hostile frames and requests at our server, and prints what came of
 * it, and of ten thousand wrong tokens, one JSON object a line. Ends with 1 if it was too much for it.
 */
const count = Number(process.argv[2] ?? 20_000)
/** Tries to come in with a token that is not good. */
const JOINS = 10_000
const key = 'a key that only this run knows'
const server = await startOurs(key)
const { thrown, ms, died, cut, p99, calmP99, memory } = await attack(server, {
  count,
  seed: Date.now() & 0xffff,
  key,
})
await server.end()
const joinable = await startJoinable(Math.ceil(JOINS / 18))
const joins = await tryWrongJoins(joinable, JOINS)
await joinable.close()

const say = (name: string, value: number, unit: string, size = thrown): void =>
  console.log(
    JSON.stringify({ name: `host.hostile.${name}`, size, value: Math.round(value * 10) / 10, unit }),
  )
say('deaths', Number(died), 'count')
say('cut', Number(cut), 'count')
say('time', ms / 1000, 's')
say('ping.p99', p99, 'ms')
say('ping.calm.p99', calmP99, 'ms')
say('memory', memory, 'MB')
say('uninvited', joins.admitted, 'count', joins.tried)
if (died || cut || joins.admitted + joins.limited > 0 || p99 > calmP99 + 20 || memory > 128)
  process.exitCode = 1
