import { codeOf, type ErrorCode } from '../../../shared/ipc/errors.ts'
import type { Settings } from '../../../shared/ipc/desktopContract.ts'
import type { JoinWish } from '../../../shared/ipc/sessionCalls.ts'
import type { Port } from '../../../shared/ipc/rpc.ts'
import type { Assets } from '../../../shared/model/asset.ts'
import type { KeptSession } from '../../../shared/session/keptSession.ts'
import { invitationIn } from '../../../shared/session/invite.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { createStore, type Dispose, type Store } from '../../../shared/util/store.ts'
import { createImagePictures, type ImagePictures } from '../../canvas/imagePictures.ts'
import { createTextMeasure, type TextMeasure } from '../../canvas/textMeasure.ts'
import { createEditor } from '../../editor/createEditor.ts'
import type { Editor } from '../../editor/editor.ts'
import { thumbnailOf } from '../../export/thumbnail.ts'
import { entryOf } from './live/entryOf.ts'
import type { LiveControl } from './live/createLiveControl.ts'
import { keptMembership, type KeptMembership } from './live/keptMembership.ts'
import { liveControlOf } from './live/liveControlOf.ts'
import type { Platform } from '../../platform/platform.ts'
import { createAssets } from '../../sync/assets.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { createSaver, type Loaded, type Saver } from '../../sync/saveWorkshop.ts'

/** An open workshop: its document, the editor on it, and what keeps it on disk. */
export interface Session {
  readonly workshop: Workshop
  readonly editor: Editor
  readonly text: TextMeasure
  readonly assets: Assets
  readonly images: ImagePictures
  /** The live session that this workshop is in; nothing while nobody else works on it. */
  readonly live: Store<LiveSession | null>
  /** Starts, joins and leaves such sessions. */
  readonly sessions: LiveControl
  /** Which workshops may be merged with this one. */
  readonly lineage: string
  /** Edits that came back from the recovery journal when it was opened. */
  readonly recovered: number
}

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'open'; readonly session: Session }

export interface SessionHost {
  readonly phase: Store<Phase>
  readonly saver: Saver
  /** The store process was lost and another one has everything now. */
  onStoreRestored(listener: () => void): Dispose
}

/** A thumbnail is made after this long without an edit, in ms. */
const THUMBNAIL_AFTER_MS = 3000

/** A letter of each script that has a font file of its own. */
const SCRIPTS = 'aćжӂس'

interface SessionServices {
  readonly platform: Platform
  readonly settings: Pick<Store<Settings>, 'get'>
  /** The session that this window is to join as soon as it is there. */
  readonly join: JoinWish | undefined
  readonly onError: (error: unknown) => void
}

/** Opens the workshop of this window as soon as a store is there, and lives as long as the window. */
export function createSession({ platform, settings, join, onError }: SessionServices): SessionHost {
  const doc = createDocument()
  const assets = createAssets()
  const images = createImagePictures(assets)
  const saver = createSaver(doc, assets)
  const phase = createStore<Phase>({ kind: 'loading' })
  const restored = new Set<() => void>()
  const text = createTextMeasure()
  // Texts are measured from the first note on, so the fonts of all our scripts must be there; emoji may follow.
  const fonts = text.load(SCRIPTS).catch((error: unknown) => console.warn('a font is missing:', error))

  async function attach(port: Port): Promise<void> {
    try {
      const loaded = await saver.attach(port)
      const kept = keptMembership(platform.desktop, sessionKey(platform, join, loaded))
      const isOpen = () => phase.get().kind === 'open'
      // Side by side, and not again for a workshop that only got another store.
      const [membership] = await Promise.all([isOpen() ? null : kept.read(), fonts])
      if (isOpen()) await announceRestored()
      else open(loaded, kept, membership)
    } catch (error) {
      const code = codeOf(error)
      // The next store gets its chance; only what is wrong with the file is final.
      if (code !== 'store-lost' && phase.get().kind !== 'open') phase.set({ kind: 'failed', code })
      if (code === 'internal') throw error
    }
  }

  function open(
    { readOnly, recovered, lineage }: Loaded,
    kept: KeptMembership,
    membership: KeptSession | null,
  ): void {
    performance.mark('throughline:workshop-loaded')
    const isEmpty = doc.store.clients.size === 0
    const wished = join && entryOf(join, membership)
    // What others have of the workshop comes: a first board of our own would be in its way.
    const entry = wished ?? (isEmpty && membership ? { membership } : undefined)
    if (!readOnly && !(isEmpty && entry)) addFirstBoard(doc)
    const workshop = openWorkshop(doc)
    const editor = createEditor({ workshop, measure: text.measure, readOnly })
    keepThumbnail(editor, images, saver)
    const { persisted } = saver
    const sessions = liveControlOf({
      platform,
      settings,
      editor,
      assets,
      lineage,
      kept,
      persisted,
      onError,
    })
    if (entry) sessions.join(entry, join?.as ?? settings.get().name ?? '').catch(onError)
    else sessions.earlier.set(membership)
    const { live } = sessions
    phase.set({
      kind: 'open',
      session: { workshop, editor, text, assets, images, live, sessions, lineage, recovered },
    })
  }

  /** Only once everything really is durable again. */
  async function announceRestored(): Promise<void> {
    if (await saver.flush()) for (const listener of restored) listener()
  }

  platform.onStorePort((port) => void attach(port))
  platform.onEvent((event) => {
    if (event.event === 'storeLost') saver.detach()
    if (event.event === 'storeFailed' && phase.get().kind === 'loading')
      phase.set({ kind: 'failed', code: event.code })
    if (event.event === 'flush') void saver.flush()
    if (event.event === 'finish') void finish(platform, saver, phase)
    if (event.event === 'join') sessionOf(phase)?.sessions.accept(event.wish).catch(onError)
  })

  return {
    phase,
    saver,
    onStoreRestored(listener) {
      restored.add(listener)
      return () => restored.delete(listener)
    },
  }
}

/** Longest that saying good-bye to others may keep a window from closing, ms. */
const FAREWELL_MS = 1500

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function sessionOf(phase: Store<Phase>): Session | undefined {
  const now = phase.get()
  return now.kind === 'open' ? now.session : undefined
}

/** What is kept of a session is found by the workshop; a browser has none, and finds it by the session that it comes for. */
const sessionKey = ({ kind }: Platform, join: JoinWish | undefined, { lineage }: Loaded): string =>
  kind === 'browser' ? ((join && invitationIn(join.invitation)?.room) ?? lineage) : lineage

/** Before the window closes: everything to disk, then say whether that worked. */
async function finish({ desktop }: Platform, saver: Saver, phase: Store<Phase>): Promise<void> {
  const now = phase.get()
  if (now.kind === 'open') {
    await Promise.race([now.session.sessions.pause(), after(FAREWELL_MS)])
    await saveThumbnail(now.session.editor, now.session.images, saver)
  }
  // Last of all: what is typed while the picture is made counts, too.
  await desktop.finished({ saved: await saver.flush() })
}

/** A workshop is known by its first board; by the next one as long as that is empty. */
async function saveThumbnail(
  { workshop, measure }: Editor,
  images: ImagePictures,
  saver: Saver,
): Promise<void> {
  const boards = workshop.boards.all().map(({ id }) => workshop.shapes.shown(id))
  const shapes = boards.find((each) => each.length > 0) ?? []
  try {
    await saver.saveThumbnail((await thumbnailOf(shapes, { measure, images })) ?? null)
  } catch (error) {
    // A picture for the start screen is not worth stopping anything for.
    console.warn('no thumbnail:', codeOf(error))
  }
}

function keepThumbnail(editor: Editor, images: ImagePictures, saver: Saver): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(
      () => requestIdleCallback(() => void saveThumbnail(editor, images, saver)),
      THUMBNAIL_AFTER_MS,
    )
  }
  editor.workshop.shapes.subscribe(later)
  editor.workshop.boards.subscribe(later)
}
