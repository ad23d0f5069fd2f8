import type { Dispose } from '../../shared/util/store.ts'
import type { Theme } from '../../shared/scene/ops.ts'
import { MOST_PERSON_COLORS } from '../../shared/session/certificate.ts'
import type { OverlayColors } from './overlayPicture.ts'

/** The overlay's colours, read from the design tokens of the theme in force. */
export function overlayColors(): OverlayColors {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    accent: token('--accent', '#4f4bd2'),
    accentFaint: token('--selection', 'rgba(79,75,210,0.22)'),
    found: token('--found', '#d97706'),
    guide: token('--guide', '#d6336c'),
    good: token('--success-text', '#1d7049'),
    bad: token('--danger-text', '#b42330'),
    other: token('--accent-text', '#4541c4'),
    handle: token('--surface-raised', '#ffffff'),
  }
}

/** What is drawn for people of a session: the palette's colours, and that of what is written on them. */
export interface PersonColors {
  readonly of: (color: number) => string
  readonly text: string
}

export function personColors(): PersonColors {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const colors = Array.from({ length: MOST_PERSON_COLORS }, (_, color) => read(`--person-${color}`))
  return { of: (color) => colors[color] ?? colors[0] ?? '', text: read('--person-text') }
}

/** Calls back when the theme changes, by choice or because the system's does. */
export function onThemeChange(listener: () => void): Dispose {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', listener)
  }
}

/** The theme in force: what the board is drawn for. */
export function boardTheme(): Theme {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
