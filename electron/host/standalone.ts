import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createHostServer } from './createHostServer.ts'
import { packGuestPage, readGuestPage, type GuestPage } from './guestPage.ts'
import { OptionProblem, standaloneOptions, USAGE, type StandaloneOptions } from './standaloneOptions.ts'

/** How often an operator is told how much is going on, if that has changed. ms */
const REPORT_EVERY = 60_000

async function run({ port, address, pages, ...options }: StandaloneOptions): Promise<void> {
  const page: GuestPage = pages === undefined ? new Map() : readGuestPage(pages)
  const server = createHostServer({ ...options, page })
  const got = await server.listen(port, address)
  packGuestPage(page).catch(() => undefined) // it is served as it is
  console.log(`signalling: listens on ${address ?? 'all addresses'}, port ${got}`)
  if (page.size === 0) console.log('signalling: has no guest page (--guest-page)')

  let said = ''
  const report = setInterval(() => {
    const { rooms, connections } = server.health()
    const now = `signalling: ${rooms} rooms, ${connections} connections`
    if (now !== said) console.log(now)
    said = now
  }, REPORT_EVERY)

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      clearInterval(report)
      void server.close().then(() => console.log('signalling: ended'))
    })
}

function begin(): Promise<void> | void {
  const wish = standaloneOptions(process.argv.slice(2), process.env, (file) => readFileSync(file, 'utf8'))
  if (wish.kind === 'help') return console.log(USAGE)
  if (wish.kind === 'new-key') return console.log(randomBytes(32).toString('base64url'))
  return run(wish.options)
}

try {
  await begin()
} catch (error) {
  // What the operator can mend in words; of the rest, where it happened.
  console.error(error instanceof OptionProblem ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 1
}
