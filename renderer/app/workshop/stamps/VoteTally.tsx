import { useSyncExternalStore } from 'react'
import { votesOf } from '../../../../shared/model/votes.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useFormat } from '../../../i18n/useFormat.ts'
import { useT } from '../../../i18n/useT.ts'
import styles from './StampPicker.module.css'

/** The stamps on the one shape that is selected, counted. */
export function VoteTally({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const { number } = useFormat()
  const tally = useSyncExternalStore(editor.workshop.shapes.subscribe, () => tallyOf(editor))
  if (tally === '') return null
  return (
    <span className={styles['tally']} role="img" aria-label={t('stamp.tally', { tally })}>
      {tally.split(' ').map((one) => {
        const [emoji = '', count = ''] = one.split(':')
        return (
          <span key={emoji}>
            {emoji} {number(Number(count))}
          </span>
        )
      })}
    </span>
  )
}

/** As text, since that is the same as long as the votes are: `👍:3 🔥:1`. */
function tallyOf({ workshop, selection }: Editor): string {
  const [id, other] = selection.get()
  if (id === undefined || other !== undefined) return ''
  return [...votesOf(workshop.shapes, id)]
    .toSorted(([, a], [, b]) => b - a)
    .map(([emoji, count]) => `${emoji}:${count}`)
    .join(' ')
}
