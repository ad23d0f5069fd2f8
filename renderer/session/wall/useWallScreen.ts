import { useEffect } from 'react'
import { keepAwake } from './keepAwake.ts'

/** As long as it is shown: the whole screen, awake. Leaving the full screen, with Escape or otherwise, leaves the wall. */
export function useWallScreen(onLeave: () => void): void {
  useEffect(() => {
    const { documentElement: page } = document
    page.dataset['wall'] = ''
    const wake = keepAwake()
    const stop = new AbortController()
    const options = { signal: stop.signal }
    let wasFull = false
    const onChange = () => {
      if (document.fullscreenElement) wasFull = true
      else if (wasFull) onLeave()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onLeave()
    }
    document.addEventListener('fullscreenchange', onChange, options)
    window.addEventListener('keydown', onKey, options)
    // Where that is not allowed the wall fills the window.
    page.requestFullscreen?.().catch((error: unknown) => console.warn('not the whole screen:', error))
    return () => {
      stop.abort()
      wake()
      delete page.dataset['wall']
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [onLeave])
}
