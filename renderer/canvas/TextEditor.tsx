import { useLayoutEffect, useRef, useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Store } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import styles from './TextEditor.module.css'
import { openTextField } from './textField/openTextField.ts'

interface TextEditorProps {
  readonly editor: Editor
  /** Counts up when a font has arrived, which changes how the text is set. */
  readonly generation: Store<number>
  readonly label: string
  readonly onNextNote: () => void
  /** Gets the focus back when typing ends. */
  readonly canvas: RefObject<HTMLElement | null>
}

/** A text field laid exactly over the shape that is being edited. Real DOM, so that IME, bidi and spelling just work. */
export function TextEditor({ editor, ...props }: TextEditorProps): ReactNode {
  const id = useSyncExternalStore(editor.editing.subscribe, editor.editing.get)
  return id === null ? null : <Field key={id} id={id} editor={editor} {...props} />
}

function Field({
  id,
  editor,
  generation,
  label,
  onNextNote,
  canvas,
}: TextEditorProps & { readonly id: ShapeId }): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLDivElement>(null)

  // In the same turn as the field appears: not one key press may get lost.
  useLayoutEffect(() => {
    const elements = frame.current && field.current && { frame: frame.current, field: field.current }
    const host = canvas.current
    if (!elements) return
    const close = openTextField(elements, { editor, id, generation, onNextNote })
    return () => {
      const { activeElement } = document
      if (activeElement === elements.field || activeElement === document.body)
        host?.focus({ preventScroll: true })
      close()
    }
  }, [id, editor, generation, onNextNote, canvas])

  return (
    <div ref={frame} className={styles['frame']}>
      {/* Its content is made of nodes by openTextField: React knows nothing of it. */}
      <div
        ref={field}
        className={styles['field']}
        role="textbox"
        aria-multiline
        aria-label={label}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck
        data-note-text
      />
    </div>
  )
}
