import { useEffect, useState } from 'react'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'
import { createLibrary, type Library, type LibraryState } from './createLibrary.ts'

/** The library of this window, looked at again whenever the window comes to the front. */
export function useLibrary(): { readonly library: Library; readonly state: LibraryState } {
  const { platform } = useApp()
  const [library] = useState(createLibrary)

  useEffect(() => {
    const stopPorts = platform.onStorePort(library.connectTo)
    const stopEvents = platform.onEvent((event) => {
      if (event.event === 'storeFailed') library.fail(event.code)
    })
    const refresh = () => void library.refresh()
    window.addEventListener('focus', refresh)
    return () => {
      stopPorts()
      stopEvents()
      window.removeEventListener('focus', refresh)
      library.close()
    }
  }, [platform, library])

  return { library, state: useStore(library.state) }
}
