import type { Editor } from '../../../editor/editor.ts'
import type { Together } from '../../../session/createTogether.ts'
import { FollowFrame } from '../../../session/follow/FollowFrame.tsx'
import { useBroughtToast } from '../../../session/follow/useBroughtToast.ts'
import { useWarnBeforeLoss } from '../../../session/lamp/useWarnBeforeLoss.ts'
import { KnockCard } from '../../../session/people/KnockCard.tsx'
import { PeopleAnnouncer } from '../../../session/people/PeopleAnnouncer.tsx'
import { FloatingReactions } from '../../../session/reactions/FloatingReactions.tsx'
import { ReactionPalette } from '../../../session/reactions/ReactionPalette.tsx'
import { useStore } from '../../useStore.ts'

interface LiveLayerProps {
  readonly editor: Editor
  readonly together: Together
}

/**
 * What a live session lays over the board. On a wall only what the whole room should see, and who knocks: the facilitator's
 * screen may be the only one.
 */
export function LiveLayer({ editor, together }: LiveLayerProps) {
  const isWall = useStore(together.wall)
  // The panel shows who knocks, too.
  const isPanel = useStore(editor.view).panel === 'people'
  useBroughtToast(together)
  useWarnBeforeLoss(together)
  return (
    <>
      <FloatingReactions editor={editor} together={together} />
      <PeopleAnnouncer live={together.live} />
      {(isWall || !isPanel) && <KnockCard live={together.live} />}
      {!isWall && (
        <>
          <FollowFrame together={together} />
          <ReactionPalette together={together} />
        </>
      )}
    </>
  )
}
