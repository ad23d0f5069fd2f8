import { parentLink } from '../../../../electron/store/parentLink.ts'
import { controlContract } from '../../../../shared/ipc/controlContract.ts'
import { serve } from '../../../../shared/ipc/rpc.ts'
import { workshopContract } from '../../../../shared/ipc/workshopContract.ts'

// The store's side of the line without its database, whose binary older runtimes cannot load.
const link = parentLink()
const left: string[] = []
const unused = (): never => {
  throw new Error('not part of this test')
}

serve(
  controlContract,
  {
    locate: ({ id }) => ({ file: `${process.argv[2]}/${id}` }),
    recent: () => left.map((name) => ({ id: name, name, file: name })),
    create: unused,
    open: unused,
    close: unused,
    saveCopy: unused,
    rename: unused,
    clearRecent: unused,
    copiesOf: () => [],
  },
  link.control,
)
link.onConnect((to, client) => {
  const updates: Uint8Array<ArrayBuffer>[] = []
  const stop = serve(
    workshopContract,
    {
      load: () => ({ guid: '', lineage: '', readOnly: false, recovered: 0, updates }),
      append({ update }) {
        updates.push(update)
        return { durable: 'file' as const }
      },
      putAsset: unused,
      getAsset: unused,
      lackingAssets: unused,
      flush: unused,
      saveThumbnail: unused,
    },
    client,
  )
  return () => {
    stop()
    left.push(to.role === 'workshop' ? to.session : to.role)
  }
})
link.onEnd(() => process.exit(0))
link.ready()
