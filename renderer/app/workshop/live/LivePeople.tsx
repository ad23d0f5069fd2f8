import type { Together } from '../../../session/createTogether.ts'
import { AvatarStack } from '../../../session/people/AvatarStack.tsx'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { ActionButton } from '../ActionButton.tsx'

/** In the bar at the top: who else is here, and how to react. */
export function LivePeople({ together }: { readonly together: Together }) {
  const { actions } = useApp()
  const isLive = useStore(together.live) !== null
  return (
    isLive && (
      <>
        <AvatarStack together={together} onMore={() => actions.run('panel.people')} />
        <ActionButton id="session.react" />
      </>
    )
  )
}
