/** Lets through a rate in the long run, and short bursts. */
export interface TokenBucket {
  /** Takes `amount`, 1 if nothing is said. False if there is not enough left now; then nothing is taken. */
  take(amount?: number): boolean
  /** Takes it in any case; ms until the bucket is out of debt again, 0 if it is not in debt. */
  owe(amount: number): number
  /** ms until so much is there; 0 if it is now. What is larger than the bucket is there once it is full. */
  wait(amount: number): number
  /** Nothing was taken for so long that a new one would be the same. */
  isFull(): boolean
}

/** @param rate a second; @param most what fits; @param now ms. Full to begin with. */
export function tokenBucket(rate: number, most: number, now: () => number): TokenBucket {
  let [left, at] = [most, now()]
  function refill(): void {
    const time = now()
    left = Math.min(most, left + (Math.max(0, time - at) * rate) / 1000)
    at = time
  }
  return {
    take(amount = 1) {
      refill()
      if (amount > left) return false
      left -= amount
      return true
    },
    owe(amount) {
      refill()
      left -= amount
      return left >= 0 ? 0 : Math.ceil((-left * 1000) / rate)
    },
    wait(amount) {
      refill()
      return Math.max(0, ((Math.min(amount, most) - left) / rate) * 1000)
    },
    isFull() {
      refill()
      return left >= most
    },
  }
}
