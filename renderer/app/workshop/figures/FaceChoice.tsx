import { MOODS, type Mood } from '../../../../shared/model/shape.ts'
import { HAIRS, type Hair } from '../../../../shared/scene/figures/part.ts'
import { useT } from '../../../i18n/useT.ts'
import { Tooltip } from '../../../ui/Tooltip.tsx'
import { FigurePicture, type FigureLook } from './FigurePicture.tsx'
import { MOOD_NAMES } from './figureName.ts'
import styles from './FaceChoice.module.css'

interface MoodChoiceProps {
  readonly look: FigureLook
  /** Nothing where people differ. */
  readonly value: Mood | undefined
  readonly onChange: (mood: Mood) => void
}

/** Five faces, from upset to delighted. */
export function MoodChoice({ look, value, onChange }: MoodChoiceProps) {
  const { t } = useT()
  return (
    <Faces label={t('cast.mood')}>
      {MOODS.map((mood) => (
        <Face
          key={mood}
          label={t(`figureMood.${MOOD_NAMES[mood]}`)}
          look={{ ...look, mood }}
          chosen={mood === value}
          onChoose={() => onChange(mood)}
        />
      ))}
    </Faces>
  )
}

interface HairChoiceProps {
  readonly look: FigureLook
  readonly value: string | undefined
  readonly onChange: (hair: Hair) => void
}

/** The same head with each kind of hair. */
export function HairChoice({ look, value, onChange }: HairChoiceProps) {
  const { t } = useT()
  return (
    <Faces label={t('cast.hair')}>
      {HAIRS.map((hair) => (
        <Face
          key={hair}
          label={t(`figureHair.${hair}`)}
          look={{ ...look, hair }}
          chosen={hair === value}
          onChoose={() => onChange(hair)}
        />
      ))}
    </Faces>
  )
}

/** What is seen of somebody standing: the head, with all kinds of hair. */
const HEAD = '29 -4 66 66'

function Faces({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles['faces']}>
      {children}
    </div>
  )
}

interface FaceProps {
  readonly label: string
  readonly look: FigureLook
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Face({ label, look, chosen, onChoose }: FaceProps) {
  return (
    <Tooltip label={label} side="top">
      <button
        type="button"
        className={styles['face']}
        aria-label={label}
        aria-pressed={chosen}
        onClick={onChoose}
      >
        <FigurePicture figure="person.standing" look={look} part={HEAD} />
      </button>
    </Tooltip>
  )
}
