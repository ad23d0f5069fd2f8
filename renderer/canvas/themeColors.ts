import type { Dispose } from '../../shared/util/store.ts'
import type { Theme } from '../../shared/scene/ops.ts'
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
