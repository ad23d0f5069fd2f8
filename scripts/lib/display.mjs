import { spawn } from 'node:child_process'
import { hasDisplay } from './system.mjs'

/**
 * Gives processes started from now on a display of their own where the machine has none, until this process ends.
 * Resolves to its name, or to nothing if there was a display. `endsWithLastWindow`: it also ends by itself when its last
 * client leaves, so that nothing outlives a starter that was killed.
 */
export async function ensureDisplay({ endsWithLastWindow = false } = {}) {
  if (hasDisplay()) return undefined
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', endsWithLastWindow ? [...args, '-terminate'] : args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // A Ctrl-C in the terminal must not take the display away before the app has quit.
    detached: true,
  })
  const name = await new Promise((resolve, reject) => {
    let text = ''
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3].on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(`:${text.trim()}`)
    })
  })
  server.unref()
  server.stdio[3].unref?.()
  process.on('exit', () => server.kill())
  process.env.DISPLAY = name
  return name
}
