import { deskOptions, openDesk } from './openDesk.ts'

// A desk as a process of its own: its options are the first argument, and its ports the first line that it prints.
const desk = await openDesk(deskOptions.parse(JSON.parse(process.argv[2] ?? '')))
console.log(JSON.stringify({ port: desk.port, storePort: desk.storePort }))
// Whoever started it may be gone without a word.
process.stdin.on('end', () => process.exit(0)).resume()
