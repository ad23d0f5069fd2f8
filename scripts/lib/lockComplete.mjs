import { readFileSync } from 'node:fs'

/**
 * What a package-lock.json lacks, one sentence each: optional packages of other platforms (a registry mirror that
 * lags leaves them out in silence, and `npm ci` then fails on those platforms), and integrity hashes.
 */
export function missingFromLock(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  const problems = []
  for (const [folder, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isResolved(packages, folder, name))
        problems.push(`${folder || 'the project'} wants ${name}@${range}, which the lockfile lacks`)
    if (folder && !entry.link && !entry.integrity)
      problems.push(`${folder} has no integrity hash in the lockfile`)
  }
  return problems
}

/** As Node looks for it: in the package's own node_modules, then in those of the folders above. */
function isResolved(packages, folder, name) {
  let at = folder
  for (;;) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
    const above = at.lastIndexOf('/node_modules/')
    at = above < 0 ? '' : at.slice(0, above)
  }
}
