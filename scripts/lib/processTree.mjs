import { spawn } from 'node:child_process'
import os from 'node:os'

const PATIENCE = 10_000 // ms from the polite signal to the one that cannot be refused

/**
 * Runs a program in a process group of its own until it ends; resolves to its exit code (128 and more: a signal).
 * SIGINT, SIGTERM or SIGHUP to this process, or the death of its parent (npm), ends the program: it gets exactly one
 * SIGTERM, because Electron does not survive being told twice, and its whole group SIGKILL if that did not help.
 * `toGroup`: the SIGTERM goes to everything below, for a program that does not pass it on.
 */
export async function runTree(command, args, { toGroup = false, ...options } = {}) {
  const grouped = process.platform !== 'win32'
  const child = spawn(command, args, { stdio: 'inherit', ...options, detached: grouped })
  const signal = (name, whole) => {
    const pid = child.pid ?? 0
    if (pid === 0) return // it never started
    try {
      process.kill(grouped && whole ? -pid : pid, name)
    } catch (error) {
      if (error.code !== 'ESRCH') throw error // it has just ended by itself
    }
  }

  let stopping
  const stop = () => {
    if (stopping) return
    signal('SIGTERM', toGroup)
    stopping = setTimeout(() => signal('SIGKILL', true), PATIENCE)
  }
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && stop(), 300)
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const name of names) process.on(name, stop)
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (exitCode, ended) => resolve(exitCode ?? 128 + os.constants.signals[ended]))
    })
    return { code, stopped: stopping !== undefined }
  } finally {
    clearTimeout(stopping)
    clearInterval(watch)
    for (const name of names) process.off(name, stop)
  }
}
