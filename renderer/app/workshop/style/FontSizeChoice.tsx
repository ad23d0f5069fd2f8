import { useT } from '../../../i18n/useT.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { FONT_SIZES, type FontName } from './styleChoices.ts'
import type { StyleControl } from './StylePanel.tsx'
import styles from './StylePanel.module.css'

/** Size of text: fitted to the shape, or one of a few. Text on the board itself has nothing to fit. */
export function FontSizeChoice({ style, set }: StyleControl) {
  const { t } = useT()
  if (!('font' in style)) return null
  const names = Object.keys(FONT_SIZES) as FontName[]
  // Text on the board itself has a colour and no form: it has nothing to fit.
  const automatic = !('stroke' in style) || 'fill' in style
  const value =
    style.font === 'automatic' ? 'auto' : (names.find((name) => FONT_SIZES[name] === style.font) ?? null)
  return (
    <div className={styles['row']}>
      <span className={styles['label']} aria-hidden>
        {t('styleProperty.font')}
      </span>
      <SegmentedControl
        label={t('styleProperty.font')}
        value={value}
        segments={[...(automatic ? (['auto'] as const) : []), ...names].map((name) => ({
          value: name,
          label: t(`fontSize.${name}`),
        }))}
        onChange={(name) => set({ font: name === 'auto' ? undefined : FONT_SIZES[name] })}
      />
    </div>
  )
}
