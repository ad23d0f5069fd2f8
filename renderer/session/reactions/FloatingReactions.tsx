import { useEffect, useRef } from 'react'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { toScreen } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import type { Together } from '../createTogether.ts'
import styles from './FloatingReactions.module.css'

/** As many as can be told apart. */
const MOST_AT_ONCE = 40

interface FloatingReactionsProps {
  readonly editor: Editor
  readonly together: Together
}

/** Emoji that rise from where somebody points, or else from their avatar; without motion where that is not wanted. */
export function FloatingReactions({ editor, together }: FloatingReactionsProps) {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      together.reactions.onReaction(({ person, emoji }) => {
        if (!layer.current || layer.current.childElementCount >= MOST_AT_ONCE) return
        layer.current.append(floating(emoji, placeOf(person, editor, together), nameOf(person, together)))
      }),
    [editor, together],
  )
  return <div ref={layer} className={styles['layer']} aria-hidden />
}

function floating(emoji: string, [x, y]: Vec, { name, color }: { name: string; color: number }): HTMLElement {
  const element = document.createElement('div')
  element.className = styles['reaction'] ?? ''
  element.style.left = `${x}px`
  element.style.top = `${y}px`
  element.style.setProperty('--person', `var(--person-${color})`)
  // Those of a whole group do not lie on top of each other.
  element.style.setProperty('--drift', `${Math.round((Math.random() - 0.5) * 60)}px`)
  const picture = document.createElement('span')
  picture.textContent = emoji
  const who = document.createElement('bdi')
  who.textContent = name
  element.append(picture, who)
  element.addEventListener('animationend', () => element.remove())
  return element
}

/** Screen units. */
function placeOf(person: PersonId, editor: Editor, { live, others }: Together): Vec {
  const { w, h } = editor.viewport.get()
  const isMe = live.get()?.me === person
  const pointer = isMe ? editor.pointer.get() : undefined
  if (pointer) return pointer
  const presence = others.get().find((other) => other.person === person)?.presence
  if (presence?.cursor && presence.board === editor.board.get()) {
    const [x, y] = toScreen(editor.camera.get(), presence.cursor)
    if (x >= 0 && y >= 0 && x <= w && y <= h) return [x, y]
  }
  const avatar = document.querySelector(`header [data-person="${person}"]`)?.getBoundingClientRect()
  // From an avatar at the top there is no way up.
  if (avatar) return [avatar.left + avatar.width / 2, avatar.bottom + 150]
  return [w / 2, h - 130]
}

function nameOf(person: PersonId, { live }: Together): { name: string; color: number } {
  const member = live
    .get()
    ?.members.get()
    .find((each) => each.person === person)
  return { name: member?.name ?? '', color: member?.color ?? 0 }
}
