/**
 * `npm run bench -- open [NOTES] [RUNS]`: from starting the app on a file to the first painted frame of its board, and
 * the part of it that the page takes. An empty workshop in the same run is the baseline of the ratio.
 */
import fs from 'node:fs'
import { writeWorkshop } from './support/manyNotes.ts'
import { benchFolder, openInApp } from './support/realApp.ts'
import { median, report } from './support/report.ts'

const size = Number(process.argv[2] ?? 5000)
const runs = Number(process.argv[3] ?? 3)

interface Opened {
  /** From the start of the process. ms */
  readonly app: number
  /** From the start of the page. ms */
  readonly page: number
}

async function openOnce(folder: string, file: string): Promise<Opened> {
  const { app, page, startedAt } = await openInApp(folder, file)
  await page.waitForFunction(() => performance.getEntriesByName('throughline:board-painted').length > 0)
  const [painted, origin] = await page.evaluate((): [number, number] => [
    performance.getEntriesByName('throughline:board-painted')[0]?.startTime ?? Number.NaN,
    performance.timeOrigin,
  ])
  await app.close()
  return { app: origin + painted - startedAt, page: painted }
}

const folder = benchFolder()
try {
  const files = [await writeWorkshop(folder, 0), await writeWorkshop(folder, size)] as const
  const opened: [Opened[], Opened[]] = [[], []]
  await openOnce(folder, files[0]) // warms the disk cache for both alike
  for (let run = 0; run < runs; run++) {
    opened[0].push(await openOnce(folder, files[0]))
    opened[1].push(await openOnce(folder, files[1]))
  }
  for (const part of ['app', 'page'] as const) {
    const [empty, full] = opened.map((each) => median(each.map((one) => one[part])))
    report(`open.${part}.ms`, 0, empty ?? Number.NaN, 'ms')
    report(`open.${part}.ms`, size, full ?? Number.NaN, 'ms')
    report(`open.${part}.ratio`, size, (full ?? Number.NaN) / (empty ?? Number.NaN), 'x')
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
