import { parentLink } from '../../electron/store/parentLink.ts'
import { runStore } from '../../electron/store/runStore.ts'
import { openWorkshop, type OpenWorkshop } from '../../electron/store/workshop.ts'

/** A store with a planted fault: it calls an edit saved when it has heard of it, and writes it a moment later. */
const openHastily: OpenWorkshop = (file, surroundings) => {
  const workshop = openWorkshop(file, surroundings)
  const { append } = workshop.calls
  return {
    ...workshop,
    calls: {
      ...workshop.calls,
      append(input) {
        setTimeout(() => void append(input), 10)
        return { durable: 'file' }
      },
    },
  }
}

runStore(parentLink(), process.argv[2] ?? '', openHastily, () => process.exit(0))
