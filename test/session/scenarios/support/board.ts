import type { SessionNow } from '../../peerPage/peerApi.ts'
import type { Seat } from './seats.ts'

export const now = ({ page }: Seat): Promise<SessionNow> => page.evaluate(() => window.peer.session())
export const texts = ({ page }: Seat): Promise<readonly string[]> => page.evaluate(() => window.peer.texts())
export const write = ({ page }: Seat, text: string): Promise<string> =>
  page.evaluate((given) => window.peer.addNote(given), text)
export const acknowledged = ({ page }: Seat): Promise<readonly string[]> =>
  page.evaluate(() => window.peer.acknowledged())

/** Has everybody all of these? */
export async function haveAll(seats: readonly Seat[], wanted: readonly string[]): Promise<boolean> {
  const all = await Promise.all(seats.map(texts))
  return all.every((each) => {
    const have = new Set(each)
    return wanted.every((text) => have.has(text))
  })
}

const hashes = (seats: readonly Seat[]): Promise<string[]> =>
  Promise.all(seats.map(({ page }) => page.evaluate(() => window.peer.contentHash())))

/** How many show another board than the first. */
export async function diverged(seats: readonly Seat[]): Promise<number> {
  const [first, ...others] = await hashes(seats)
  return others.filter((hash) => hash !== first).length
}

/** How many of these notes are nowhere to be seen at one or more of the seats. */
export async function lost(seats: readonly Seat[], wanted: ReadonlySet<string>): Promise<number> {
  const all = (await Promise.all(seats.map(texts))).map((each) => new Set(each))
  return [...wanted].filter((text) => all.some((have) => !have.has(text))).length
}

/** Notes that are there more than once. */
export async function duplicated(seats: readonly Seat[]): Promise<number> {
  const all = await Promise.all(seats.map(texts))
  return Math.max(...all.map((each) => each.length - new Set(each).size))
}

/** Whom somebody takes for host; nothing if nobody, or themselves if they are. */
export async function hostSeenBy(seat: Seat): Promise<string | undefined> {
  const { members } = await now(seat)
  return members.find(({ hosting, reach }) => hosting && reach !== 'gone')?.name
}

/** What each of them sees, for whoever asks why something did not come. */
export async function described(seats: readonly Seat[]): Promise<string> {
  const lines = seats.map(async (seat) => {
    const { phase, role, members, refused, refusals, safety } = await now(seat)
    const all = members.map(({ name, reach, hosting }) => `${name} ${reach}${hosting ? ' (host)' : ''}`)
    const count = (await texts(seat)).length
    return `${seat.name}: ${JSON.stringify(phase)}, ${role}, ${count} notes, ${refused} refused there, here ${refusals.length} (${refusals.slice(-3).join('; ')}), safe ${safety.safe}: ${all.join(', ')}`
  })
  return (await Promise.all(lines)).join('\n')
}
