import { useMemo } from 'react'
import { drawQr } from './drawQr.ts'
import styles from './QrCode.module.css'

interface QrCodeProps {
  readonly text: string
  /** What it leads to; read out. */
  readonly label: string
}

/** Dark on light in every theme: many readers know no other. As large as there is room. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawQr(text), [text])
  return (
    <svg
      className={styles['code']}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
