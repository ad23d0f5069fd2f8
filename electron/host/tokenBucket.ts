/** Lets through so much a second on average, and `burst` at once. */
export interface TokenBucket {
  /** Takes `cost` if there is as much; says whether there was. */
  take(cost?: number): boolean
  /** Takes `cost` in any case; ms until the bucket is out of debt again, 0 if it is not in debt. */
  owe(cost: number): number
  /** Nothing was taken for so long that a new one would be the same. */
  isFull(): boolean
}

/** `now` in ms. */
export function createTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
  let [left, at] = [burst, now()]
  const refill = (): void => {
    const time = now()
    left = Math.min(burst, left + (Math.max(0, time - at) * perSecond) / 1000)
    at = time
  }
  return {
    take(cost = 1) {
      refill()
      if (left < cost) return false
      left -= cost
      return true
    },
    owe(cost) {
      refill()
      left -= cost
      return left >= 0 ? 0 : Math.ceil((-left * 1000) / perSecond)
    },
    isFull() {
      refill()
      return left >= burst
    },
  }
}
