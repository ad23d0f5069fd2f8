import type { TFunction } from 'i18next'
import { useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react'
import type { Vec } from '../../shared/geometry/vec.ts'
import { TEXT_FAMILY } from '../../shared/scene/palette.ts'
import { boardTheme } from '../canvas/themeColors.ts'
import { toScreen } from '../editor/camera.ts'
import { revealBox } from '../editor/commands/lookAt.ts'
import type { Editor } from '../editor/editor.ts'
import { goOn, goToText } from '../editor/journey/partFlow.ts'
import { isName, mostIn, partText, setPartText } from '../editor/journey/partTexts.ts'
import type { OpenPart } from '../editor/openPart.ts'
import { stepsByPause } from '../editor/typing.ts'
import { useT } from '../i18n/useT.ts'
import { isComposing } from '../journey/fields/isComposing.ts'
import { coveredByPanel } from '../journey/panel/coveredByPanel.ts'
import styles from './PartField.module.css'
import { partPlace } from './partPlace.ts'

/** A pause this long ends an undo step, in ms. */
const PAUSE_MS = 1500
/** Text is typed at least this large, whatever the zoom of the board. */
const LEAST_SCALE = 0.85
/** Around the text in the field, page units: see the style sheet. */
const PADDING: Vec = [6, 4]

/** The field in which the text of a part of a map or storyboard is typed, laid over it. */
export function PartField({ editor }: { readonly editor: Editor }): ReactNode {
  const open = useSyncExternalStore(editor.openPart.subscribe, editor.openPart.get)
  if (!open || partText(editor, open) === undefined || !partPlace(editor, open, 'light')) return null
  return <Field key={JSON.stringify(open)} editor={editor} open={open} />
}

function Field({ editor, open }: { readonly editor: Editor; readonly open: OpenPart }) {
  const { t } = useT()
  const field = useRef<HTMLTextAreaElement>(null)

  // In the same turn as the field appears: not one key press may get lost.
  useLayoutEffect(() => {
    const element = field.current
    return element ? openField(element, editor, open) : undefined
  }, [editor, open])

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    if (key === 'Escape') editor.openPart.set(null)
    else if (key === 'Enter' && !altKey && (!shiftKey || isName(open))) goOn(editor, open)
    else if (key === 'Tab' && !ctrlKey && !metaKey && !altKey) goToText(editor, open, shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <textarea
      ref={field}
      className={styles['field']}
      dir="auto"
      rows={1}
      spellCheck
      maxLength={mostIn(open)}
      aria-label={labelOf(open, t)}
      data-part-text
      onKeyDown={onKeyDown}
    />
  )
}

function labelOf(open: OpenPart, t: TFunction): string {
  if (open.kind === 'stage') return t('frame.stageName')
  if (open.kind === 'lane') return t('map.laneName')
  if (open.kind === 'journey') return t('frame.journeyName')
  switch (open.part) {
    case 'title':
      return t('frame.title')
    case 'today':
      return t('lane.today')
    case 'place':
      return t('frame.place')
    case 'caption':
    case 'emotion':
    case 'channel':
      return t('frame.caption')
  }
}

/** Fills the field, lays it over its part, and writes what is typed into the document at once. */
function openField(element: HTMLTextAreaElement, editor: Editor, open: OpenPart): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const stepAt = stepsByPause(PAUSE_MS)
  let composing = false

  function place(): void {
    const at = partPlace(editor, open, boardTheme())
    if (!at) return editor.openPart.set(null)
    const camera = editor.camera.get()
    const scale = Math.max(camera.zoom, LEAST_SCALE)
    const [left, top] = toScreen(camera, [at.box.x, at.box.y])
    Object.assign(element.style, {
      transform: `translate(${left - PADDING[0] * scale}px, ${top - PADDING[1] * scale}px) scale(${scale})`,
      width: `${at.box.w}px`,
      fontFamily: TEXT_FAMILY,
      fontSize: `${at.size}px`,
      fontWeight: String(at.weight),
      textAlign: at.centered ? 'center' : 'start',
      color: at.color,
      caretColor: at.color,
      background: at.background,
      height: '0',
    })
    element.style.height = `${Math.max(at.box.h, element.scrollHeight - 2 * PADDING[1])}px`
  }
  /** What somebody else has typed meanwhile. */
  function read(): void {
    const text = partText(editor, open)
    if (text === undefined || composing || text === element.value) return
    const { selectionStart, selectionEnd } = element
    element.value = text
    element.setSelectionRange(selectionStart, selectionEnd)
  }
  function write(): void {
    if (composing) return place()
    if (isName(open) && /[\r\n]/.test(element.value))
      element.value = element.value.replaceAll(/[\r\n]+/g, ' ')
    setPartText(editor, open, element.value, stepAt(performance.now()))
    place()
  }
  read()
  place()
  const at = partPlace(editor, open, boardTheme())
  if (at) revealBox(editor, at.around, coveredByPanel())
  place()
  element.focus({ preventScroll: true })
  if (isName(open)) element.select()
  else element.setSelectionRange(element.value.length, element.value.length)
  element.addEventListener('input', write, options)
  element.addEventListener('compositionstart', () => (composing = true), options)
  element.addEventListener('compositionend', () => ((composing = false), write()), options)
  // Whoever goes elsewhere has done with it; another window does not count.
  element.addEventListener(
    'blur',
    () => document.hasFocus() && editor.openPart.get() === open && editor.openPart.set(null),
    options,
  )
  const { journeys, shapes } = editor.workshop
  const stops = [
    editor.camera.subscribe(place),
    editor.viewport.subscribe(place),
    journeys.subscribe(read),
    shapes.subscribe(place),
  ]
  return () => {
    stop.abort()
    for (const end of stops) end()
    const { activeElement } = document
    if (activeElement === element || activeElement === document.body)
      document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
  }
}
