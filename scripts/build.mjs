/** `npm run build`: makes `out/` from the sources, whether or not they have changed. */
import { ensureBuilt } from './lib/build.mjs'

if (!(await ensureBuilt({ force: true, log: console.error }))) process.exit(1)
