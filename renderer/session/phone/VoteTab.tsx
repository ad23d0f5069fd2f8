import { Star, ThumbsUp } from 'lucide-react'
import type { Moment } from '../../../shared/journey/entities.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { votesOn } from '../../../shared/model/votes.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { may } from '../../../shared/session/role.ts'
import { voteForNote, votedFor } from '../../editor/commands/voteForNote.ts'
import { voteForMoment } from '../../editor/journey/voteForMoment.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useStore } from '../../ui/useStore.ts'
import styles from './phone.module.css'
import type { PhoneProps } from './PhoneView.tsx'
import { placeForNote } from './placeForNote.ts'
import { useWorkshop } from './useWorkshop.ts'

/** Notes that are listed to be voted for; more than that nobody reads on a phone. */
const MOST_NOTES = 100

/** A vote for each moment that matters, and for notes where the facilitator is. */
export function VoteTab({ editor, live }: PhoneProps) {
  const { t } = useT()
  useWorkshop(editor.workshop)
  const mayVote = may(useStore(live.role), 'add')
  const { journeys, shapes } = editor.workshop
  const moments = journeys.all('moments').filter(({ text }) => text.trim() !== '')
  const notes = shapes
    .shown(placeForNote(editor, live).board)
    .filter((shape): shape is Note => shape.kind === 'note' && shape.text.trim() !== '')
    .toReversed()
    .slice(0, MOST_NOTES)
  if (moments.length === 0 && notes.length === 0)
    return <p className={styles['quiet']}>{t('phone.nothingToVote')}</p>
  return (
    <>
      {moments.length > 0 && (
        <section aria-label={t('phone.moments')}>
          <h2>{t('phone.moments')}</h2>
          <ul className={styles['list']}>
            {moments.map((moment) => (
              <MomentRow key={moment.id} {...{ editor, live, moment, mayVote }} />
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section aria-label={t('phone.notes')}>
          <h2>{t('phone.notes')}</h2>
          <ul className={styles['list']}>
            {notes.map((note) => (
              <NoteRow key={note.id} {...{ editor, live, note, mayVote }} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface RowProps extends Pick<PhoneProps, 'editor' | 'live'> {
  readonly mayVote: boolean
}

function MomentRow({ editor, live, moment, mayVote }: RowProps & { readonly moment: Moment }) {
  const { t } = useT()
  const { ballots } = editor.workshop
  const mine = ballots.of(live.me, moment.id, 'vote') !== undefined
  const count = moment.votes + ballots.about(moment.id, 'vote').length
  return (
    <li className={styles['row']}>
      <span dir="auto">{moment.text}</span>
      <Vote
        icon={Star}
        label={t('phone.voteFor', { text: moment.text })}
        {...{ count, mine }}
        disabled={!mayVote}
        onVote={() => voteForMoment(editor, live.me, moment.id, !mine)}
      />
    </li>
  )
}

function NoteRow({ editor, live, note, mayVote }: RowProps & { readonly note: Note }) {
  const { t } = useT()
  const mine = votedFor(editor, live.me, note.id) !== undefined
  return (
    <li className={styles['row']}>
      <i className={styles['dot']} style={{ background: PAPER[note.style.color] }} aria-hidden />
      <span dir="auto">{note.text}</span>
      <Vote
        icon={ThumbsUp}
        label={t('phone.voteFor', { text: note.text })}
        count={votesOn(editor.workshop.shapes, note.id)}
        mine={mine}
        disabled={!mayVote}
        onVote={() => voteForNote(editor, live.me, note.id, !mine)}
      />
    </li>
  )
}

interface VoteProps {
  readonly icon: typeof Star
  readonly label: string
  readonly count: number
  readonly mine: boolean
  readonly disabled: boolean
  readonly onVote: () => void
}

function Vote({ icon, label, count, mine, disabled, onVote }: VoteProps) {
  const { number } = useFormat()
  return (
    <button
      type="button"
      className={styles['vote']}
      aria-pressed={mine}
      aria-label={`${label}, ${number(count)}`}
      disabled={disabled}
      onClick={onVote}
    >
      <Icon icon={icon} size={18} />
      <span aria-hidden>{number(count)}</span>
    </button>
  )
}
