import type { Dispose } from '../../../shared/util/store.ts'

/** Keeps the display on where the system lets pages do so; elsewhere it goes dark when it always does. */
export function keepAwake(): Dispose {
  let lock: WakeLockSentinel | undefined
  let over = false

  async function ask(): Promise<void> {
    if (over || document.hidden || !('wakeLock' in navigator)) return
    try {
      const next = await navigator.wakeLock.request('screen')
      if (over) await next.release()
      else lock = next
    } catch (error) {
      console.warn('the display may go dark:', error)
    }
  }
  // The system takes it away whenever the page is not seen.
  const again = () => void ask()
  document.addEventListener('visibilitychange', again)
  void ask()
  return () => {
    over = true
    document.removeEventListener('visibilitychange', again)
    lock?.release().catch(() => undefined)
  }
}
