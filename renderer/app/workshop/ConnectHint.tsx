import { useSyncExternalStore } from 'react'
import { textOf } from '../../../shared/model/shape.ts'
import { cutText } from '../../../shared/util/cutText.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './ConnectHint.module.css'

/** Longer names are cut, in UTF-16 units. */
const MOST_NAME = 60

/** While somebody chooses by key what to connect: what it would be, and which keys do what. */
export function ConnectHint({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const connecting = useSyncExternalStore(editor.connecting.subscribe, editor.connecting.get)
  const target = connecting && editor.workshop.shapes.get(connecting.to)
  const kind = target ? t(`kind.${target.kind}`) : ''
  const text = target ? cutText(textOf(target).replace(/\s+/g, ' ').trim(), MOST_NAME) : ''
  const words = !target ? '' : text === '' ? t('connect.toKind', { kind }) : t('connect.to', { kind, text })
  return (
    <>
      <VisuallyHidden live="assertive">{words}</VisuallyHidden>
      {target && (
        <div className={styles['hint']} aria-hidden="true">
          <strong className={styles['target']}>{words}</strong>
          <span>
            <Kbd>Tab</Kbd> {t('connect.next')}
          </span>
          <span>
            <Kbd>Enter</Kbd> {t('connect.confirm')}
          </span>
          <span>
            <Kbd>Esc</Kbd> {t('connect.giveUp')}
          </span>
        </div>
      )}
    </>
  )
}
