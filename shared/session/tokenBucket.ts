/** Lets through a rate in the long run, and short bursts. */
export interface TokenBucket {
  /** False if there is not enough left now; then nothing is taken. */
  take(amount: number): boolean
  /** ms until so much is there; 0 if it is now. What is larger than the bucket is there once it is full. */
  wait(amount: number): number
}

/** @param rate a second; @param most what fits; @param now ms. Full to begin with. */
export function tokenBucket(rate: number, most: number, now: () => number): TokenBucket {
  let left = most
  let at = now()
  function refill(): void {
    left = Math.min(most, left + ((now() - at) * rate) / 1000)
    at = now()
  }
  return {
    take(amount) {
      refill()
      if (amount > left) return false
      left -= amount
      return true
    },
    wait(amount) {
      refill()
      return Math.max(0, ((Math.min(amount, most) - left) / rate) * 1000)
    },
  }
}
