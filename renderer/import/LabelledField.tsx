import type { ReactNode } from 'react'
import styles from './ImportCsvDialog.module.css'

/** A control that names itself to screen readers, with its name over it for everybody else. */
export function LabelledField({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={styles['labelled']}>
      <span aria-hidden>{text}</span>
      {children}
    </div>
  )
}
