import type { Template } from '../../../shared/journey/template.ts'
import { STROKE } from '../../../shared/scene/palette.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { directionOf } from '../../../shared/i18n/languages.ts'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'
import { curvePath, curvesOf, stageBars, tellingFrames, type CurveOfTemplate } from './templateOutline.ts'
import { FrameFigures } from './FrameFigures.tsx'
import styles from './TemplatePicture.module.css'

/** Width and height of the picture, in its own units. */
export const PICTURE = { w: 360, h: 200 } as const
const FRAME = { w: 105, h: 63, gap: 12, top: 16 } as const

/** What a template is like at a glance: three of its frames, how its people feel, and its stages. Decorative. */
export function TemplatePicture({ template }: { readonly template: Template }) {
  const rtl = directionOf(useLanguage()) === 'rtl'
  const frames = tellingFrames(template)
  const curves = curvesOf(template, { x: 18, y: 104, w: PICTURE.w - 36, h: 54 })
  const isMap = template.views[0]?.kind === 'map'
  const isBlank = curves.length === 0
  return (
    <svg viewBox={`0 0 ${PICTURE.w} ${PICTURE.h}`} className={styles['picture']} aria-hidden>
      <g transform={rtl ? `translate(${PICTURE.w} 0) scale(-1 1)` : undefined}>
        {isBlank && isMap ? <Table /> : null}
        {isBlank && !isMap ? <EmptyFrames /> : null}
        {!isBlank && [0, 1, 2].map((index) => <FrameBox key={index} x={frameX(index)} y={FRAME.top} />)}
        {curves.map((curve) => (
          <EmotionCurve key={curve.key} curve={curve} />
        ))}
        {!isBlank &&
          stageBars(template, 18, PICTURE.w - 36).map(({ key, x, w, phase }) => (
            <rect key={key} x={x} y={176} width={w} height={8} rx={4} className={styles[`phase-${phase}`]} />
          ))}
      </g>
      {!isBlank &&
        frames.map(({ id, figures }, index) => (
          <svg
            key={id}
            x={frameX(rtl ? 2 - index : index)}
            y={FRAME.top}
            width={FRAME.w}
            height={FRAME.h}
            viewBox="0 0 280 168"
          >
            <FrameFigures figures={figures} />
          </svg>
        ))}
    </svg>
  )
}

const frameX = (index: number): number => 10.5 + index * (FRAME.w + FRAME.gap)

function FrameBox({ x, y }: { readonly x: number; readonly y: number }) {
  return <rect x={x} y={y} width={FRAME.w} height={FRAME.h} rx={5} className={styles['paper']} />
}

function EmotionCurve({ curve }: { readonly curve: CurveOfTemplate }) {
  const theme = useStore(useApp().colorScheme)
  const color = STROKE[theme][curve.color]
  return (
    <>
      <path d={curvePath(curve.points)} fill="none" stroke={color} strokeWidth={2.5} strokeLinecap="round" />
      {curve.points
        .filter(({ key }) => key)
        .map(({ at: [x, y] }) => (
          <circle key={x} cx={x} cy={y} r={3.6} fill={color} className={styles['moment']} />
        ))}
    </>
  )
}

function EmptyFrames() {
  return [0, 1].flatMap((row) =>
    [0, 1, 2].map((index) => (
      <g key={`${row} ${index}`}>
        <FrameBox x={frameX(index)} y={FRAME.top + row * 90} />
        <rect
          x={frameX(index)}
          y={FRAME.top + row * 90 + FRAME.h + 6}
          width={FRAME.w * 0.7}
          height={5}
          rx={2.5}
          className={styles['line']}
        />
      </g>
    )),
  )
}

const ROWS = [48, 78, 108, 138, 168]
const COLUMNS = [82, 146, 210, 274]

function Table() {
  return (
    <>
      <rect x={18} y={18} width={324} height={164} rx={8} className={styles['paper']} />
      {COLUMNS.map((x) => (
        <rect key={x} x={x + 6} y={27} width={52} height={11} rx={3} className={styles['phase-before']} />
      ))}
      {ROWS.map((y) => (
        <g key={y}>
          <path d={`M18 ${y}H342`} className={styles['rule']} />
          {y < 168 && <rect x={28} y={y + 12} width={40} height={5} rx={2.5} className={styles['line']} />}
        </g>
      ))}
      {COLUMNS.map((x) => (
        <path key={x} d={`M${x} 18V182`} className={styles['rule']} />
      ))}
    </>
  )
}
