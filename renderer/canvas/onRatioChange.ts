import type { Dispose } from '../../shared/util/store.ts'

/** Calls back when a screen unit is another number of device pixels: another screen, or the page zoomed. */
export function onRatioChange(listener: () => void): Dispose {
  let stop: Dispose = () => undefined
  function listen(): void {
    // A query for the present ratio ends being true when there is another.
    const present = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    const hear = () => {
      stop()
      listen()
      listener()
    }
    present.addEventListener('change', hear)
    stop = () => present.removeEventListener('change', hear)
  }
  listen()
  return () => stop()
}
