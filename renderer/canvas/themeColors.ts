import type { Dispose } from '../../shared/util/store.ts'
import type { OverlayColors } from './overlayPicture.ts'

/** The overlay's colours, read from the design tokens of the theme in force. */
export function overlayColors(): OverlayColors {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    accent: token('--color-selection', '#4c6ef5'),
    accentFaint: token('--color-selection-faint', 'rgba(76,110,245,0.12)'),
    handle: token('--color-handle', '#ffffff'),
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
