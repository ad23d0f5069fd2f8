import { useEffect, useState } from 'react'
import { useApp, type WindowContext } from '../AppContext.ts'

/** The workshop's name, which is its file's; follows renames. */
export function useWorkshopName(context: WindowContext): string {
  const { platform } = useApp()
  const [name, setName] = useState(context.role.kind === 'workshop' ? context.role.name : '')
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.event === 'renamed') setName(event.name)
      }),
    [platform],
  )
  return name
}
