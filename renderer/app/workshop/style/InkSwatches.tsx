import { INK_COLORS, type InkColor } from '../../../../shared/model/color.ts'
import type { Fill } from '../../../../shared/model/style.ts'
import { FILL, STROKE } from '../../../../shared/scene/palette.ts'
import { useT } from '../../../i18n/useT.ts'
import { Tooltip } from '../../../ui/Tooltip.tsx'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import styles from './StylePanel.module.css'

interface InkSwatchesProps {
  readonly label: string
  readonly value: InkColor | undefined
  readonly onChange: (color: InkColor) => void
}

/** The colours of lines, as they look on this board. */
export function InkSwatches({ label, value, onChange }: InkSwatchesProps) {
  const theme = useStore(useApp().colorScheme)
  return (
    <div role="group" aria-label={label} className={styles['swatches']}>
      {INK_COLORS.map((color) => (
        <Swatch
          key={color}
          color={color}
          paint={STROKE[theme][color]}
          chosen={color === value}
          onChoose={onChange}
        />
      ))}
    </div>
  )
}

interface FillSwatchesProps {
  readonly label: string
  readonly value: Fill | undefined
  readonly onChange: (fill: Fill) => void
}

/** The fills of forms; the first is none. */
export function FillSwatches({ label, value, onChange }: FillSwatchesProps) {
  const theme = useStore(useApp().colorScheme)
  return (
    <div role="group" aria-label={label} className={styles['swatches']}>
      <Swatch color="none" chosen={value === 'none'} onChoose={onChange} />
      {INK_COLORS.map((color) => (
        <Swatch
          key={color}
          color={color}
          paint={FILL[theme][color]}
          chosen={color === value}
          onChoose={onChange}
        />
      ))}
    </div>
  )
}

interface SwatchProps<C extends Fill> {
  readonly color: C
  readonly paint?: string
  readonly chosen: boolean
  readonly onChoose: (color: C) => void
}

function Swatch<C extends Fill>({ color, paint, chosen, onChoose }: SwatchProps<C>) {
  const { t } = useT()
  const named: Fill = color
  const name = t(`inkColor.${named}`)
  return (
    <Tooltip label={name} side="top">
      <button
        type="button"
        className={styles['swatch']}
        aria-label={name}
        aria-pressed={chosen}
        data-none={color === 'none' ? '' : undefined}
        onClick={() => onChoose(color)}
      >
        <span style={{ background: paint }} />
      </button>
    </Tooltip>
  )
}
