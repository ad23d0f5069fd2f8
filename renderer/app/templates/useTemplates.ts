import { useCallback, useEffect, useState } from 'react'
import type { Template } from '../../../shared/journey/template.ts'
import { useApp } from '../AppContext.ts'
import { loadOwn, type OwnTemplates } from './ownTemplates.ts'
import { loadAllStock } from './stockTemplates.ts'

export interface AllTemplates extends OwnTemplates {
  readonly stock: readonly Template[]
}

/** All templates there are, as soon as they are loaded; `reload` looks at the user's own ones again. */
export function useTemplates(onError: (error: unknown) => void): {
  readonly all: AllTemplates | undefined
  readonly reload: () => Promise<void>
} {
  const { desktop } = useApp().platform
  const [all, setAll] = useState<AllTemplates>()
  const reload = useCallback(async () => {
    const [stock, own] = await Promise.all([loadAllStock(), loadOwn(desktop)])
    setAll({ stock, ...own })
  }, [desktop])
  useEffect(() => {
    reload().catch(onError)
    // Loaded once; what is wrong is told by whoever is there then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reload])
  return { all, reload }
}
