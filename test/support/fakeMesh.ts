import type { MeshLines, MeshLinesOptions } from '../../renderer/sync/live/parts.ts'
import { every, type Clock } from '../../shared/session/clock.ts'
import type { Link } from '../../shared/session/link.ts'
import type { Machine } from './fakeServer.ts'
import { pipePair, type PipePair } from './pipePair.ts'

interface Member {
  readonly options: MeshLinesOptions
  readonly page: Machine
  secret: string
  over: boolean
  readonly links: Map<Member, Link>
}

export interface FakeMesh {
  open(options: MeshLinesOptions, page: Machine, clock: Clock): MeshLines
  /** Whether two pages find each other directly. */
  reach: (a: Machine, b: Machine) => boolean
}

/** How often those who have no line look for one, ms. */
const LOOK_MS = 500
const LATENCY = 5

/** Direct lines between pages that know the same secret. A page that is gone or stands still is not heard, and nobody is told. */
export function fakeMesh(clock: Clock): FakeMesh {
  const members = new Set<Member>()
  const mesh: FakeMesh = {
    reach: () => true,
    open(options, page) {
      const member: Member = { options, page, secret: options.secret, over: false, links: new Map() }
      members.add(member)
      return {
        setSignalling() {},
        setSecret: (secret) => void (member.secret = secret),
        async dispose() {
          member.over = true
          members.delete(member)
          for (const link of member.links.values()) link.close()
        },
      }
    },
  }
  const hears = (a: Member, b: Member): boolean =>
    a.page.alive && b.page.alive && !a.page.frozen && !b.page.frozen && mesh.reach(a.page, b.page)

  every(clock, LOOK_MS, () => {
    const all = [...members]
    for (const [at, a] of all.entries())
      for (const b of all.slice(at + 1))
        if (a.options.room === b.options.room && a.secret === b.secret && hears(a, b)) connect(a, b)
  })

  function connect(a: Member, b: Member): void {
    const isOver = (link: Link | undefined) => !link || link.state === 'closed'
    if (!isOver(a.links.get(b)) && !isOver(b.links.get(a))) return
    a.links.get(b)?.close()
    b.links.get(a)?.close()
    const pair = pipePair(clock, { latency: LATENCY, binding: ['sha-256 AA', 'sha-256 BB'] })
    follow(pair, a, b)
    for (const [from, to, pipe] of [[a, b, pair.ends[0]] as const, [b, a, pair.ends[1]] as const]) {
      const link = from.options.makeLink(pipe)
      from.links.set(to, link)
      from.options.onLink(link, undefined)
    }
  }
  /** Holds the line while one of its ends does not hear. */
  function follow(pair: PipePair, a: Member, b: Member): void {
    let held = false
    const stop = every(clock, 20, () => {
      if ((a.over || b.over) && hears(a, b)) return stop()
      if (hears(a, b) === !held) return
      held = !held
      if (held) pair.hold()
      else pair.release()
    })
  }
  return mesh
}
