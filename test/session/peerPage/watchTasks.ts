/** From now on this knows the longest task of the page's main thread, ms; nothing below 50 counts as long. */
export function watchTasks(): { longest(): number } {
  let longest = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  }).observe({ entryTypes: ['longtask'] })
  return { longest: () => longest }
}
