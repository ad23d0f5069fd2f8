import type { Vec } from '../../../shared/geometry/vec.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { createMover, type Mover } from './createMover.ts'
import type { Glide } from './glide.ts'
import styles from './cursorTags.module.css'

/** One pointer as it is shown. */
export interface ShownCursor {
  readonly person: PersonId
  readonly name: string
  readonly color: number
  /** Page units. */
  readonly glide: Glide
  /** It has not moved for a while. */
  readonly idle: boolean
}

/** Pointers with names over the board. The compositor moves them: nothing is painted for it. */
export interface CursorTags {
  show(cursors: readonly ShownCursor[], view: ViewNow): void
  dispose: Dispose
}

/** How the board is seen in this frame. */
export interface ViewNow {
  readonly toScreen: (point: Vec) => Vec
  readonly now: number
  /** It has moved since the last frame. */
  readonly moves: boolean
}

interface Tag {
  readonly element: HTMLElement
  readonly name: HTMLElement
  readonly mover: Mover
  said: string
  idle: boolean
}

export function createCursorTags(host: HTMLElement): CursorTags {
  const layer = document.createElement('div')
  layer.className = styles['layer'] ?? ''
  layer.setAttribute('aria-hidden', 'true')
  const tags = new Map<PersonId, Tag>()

  function tagOf({ person, name, color }: ShownCursor): Tag {
    const known = tags.get(person)
    if (known) return known
    const tag = createTag(person, color)
    tag.name.textContent = tag.said = name
    tags.set(person, tag)
    layer.append(tag.element)
    if (!layer.isConnected) host.append(layer)
    return tag
  }

  function place(tag: Tag, { name, glide, idle }: ShownCursor, { toScreen, now, moves }: ViewNow): void {
    tag.mover.place(glide, toScreen, now, moves)
    if (idle !== tag.idle) tag.element.toggleAttribute('data-idle', (tag.idle = idle))
    if (name !== tag.said) tag.name.textContent = tag.said = name
  }

  return {
    show(cursors, view) {
      const shown = new Set(cursors.map(({ person }) => person))
      for (const [person, { element }] of tags) {
        if (shown.has(person)) continue
        element.remove()
        tags.delete(person)
      }
      for (const cursor of cursors) place(tagOf(cursor), cursor, view)
      if (tags.size === 0) layer.remove()
    },
    dispose: () => layer.remove(),
  }
}

const ARROW = 'M2 2 L2 17 L6.2 13.2 L8.9 19.3 L11.8 18 L9.1 12 L14.7 11.7 Z'

function createTag(person: PersonId, color: number): Tag {
  const element = document.createElement('div')
  element.className = styles['cursor'] ?? ''
  element.dataset['cursor'] = person
  element.style.setProperty('--person', `var(--person-${color})`)
  element.append(arrow())
  const name = document.createElement('bdi')
  name.className = styles['name'] ?? ''
  element.append(name)
  return { element, name, mover: createMover(element), said: '', idle: false }
}

function arrow(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 18 22')
  svg.setAttribute('class', styles['arrow'] ?? '')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', ARROW)
  svg.append(path)
  return svg
}
