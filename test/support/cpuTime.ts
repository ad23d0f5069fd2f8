/** ms that this thread has worked so far: what others do on a busy machine does not count. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
