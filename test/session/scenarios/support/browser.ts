import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright'
import { chromiumPath } from '../../../../scripts/lib/chromium.mjs'
import type { Network } from '../../network/createNetwork.ts'

/** Pages show each other their addresses, as Electron's do: where they are not told, multicast would have to say them. */
const AS_ELECTRON = '--disable-features=WebRtcHideLocalIpsWithMdns'
const QUIET = ['--disable-quic', '--disable-background-networking', '--disable-component-update']

/** Chromium, on machine `at` of a network or on this one. `folder` keeps a script for as long as it runs. */
export async function openBrowser(on?: {
  readonly network: Network
  readonly at: number
  readonly folder: string
}): Promise<Browser> {
  const installed = (await chromiumPath()) ?? chromium.executablePath()
  const args = [AS_ELECTRON, ...QUIET]
  if (!on) return chromium.launch({ executablePath: installed, args })
  const executablePath = path.join(on.folder, 'chromium.sh')
  writeFileSync(executablePath, `#!/bin/sh\nexec ${on.network.on(on.at, [installed]).join(' ')} "$@"\n`)
  chmodSync(executablePath, 0o755)
  return chromium.launch({ executablePath, args })
}
