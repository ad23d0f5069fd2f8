import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Client } from '../../shared/ipc/contract.ts'
import { connect, serve } from '../../shared/ipc/rpc.ts'
import { workshopContract } from '../../shared/ipc/workshopContract.ts'
import { coded } from '../../electron/store/coded.ts'
import type { Workshop } from '../../electron/store/workshop.ts'
import { createMemoryWorkshop } from '../support/memoryWorkshop.ts'
import { pngOf } from '../support/pngOf.ts'
import { portPair } from '../support/portPair.ts'
import { testWorkshop } from '../support/testWorkshop.ts'
import { contentOf, updateWith } from '../support/updates.ts'

type Calls = Parameters<typeof coded<typeof workshopContract>>[0]

function clientOf(calls: Calls): Client<typeof workshopContract> {
  const [near, far] = portPair()
  serve(workshopContract, coded(calls), far)
  return connect(workshopContract, near).client
}

/** What every workshop promises its window. The fake keeps the same promises as the real one. */
function workshopContractTests(
  name: string,
  make: (options?: { readOnly: boolean }) => Pick<Workshop, 'calls' | 'thumbnail'>,
): void {
  describe(`a workshop ${name}`, () => {
    test('a new workshop is empty and has an identity', async () => {
      const loaded = await clientOf(make().calls).load()
      expect(loaded).toMatchObject({ readOnly: false, recovered: 0, updates: [] })
      for (const id of [loaded.guid, loaded.lineage]) expect(id).toMatch(/^[0-9a-f]{32}$/)
    })

    test('what was appended comes back, in order, however many pieces it came in', async () => {
      const client = clientOf(make().calls)
      const doc = new Y.Doc()
      const answers: Promise<{ durable: string }>[] = []
      doc.on('update', (update: Uint8Array) => {
        answers.push(client.append({ update: new Uint8Array(update) }))
      })
      for (let n = 0; n < 700; n++) doc.getMap('test').set(`k${n % 7}`, n)
      expect(new Set((await Promise.all(answers)).map(({ durable }) => durable))).toEqual(new Set(['file']))

      expect(contentOf((await client.load()).updates)).toEqual(doc.getMap('test').toJSON())
    })

    test('the same update twice does no harm', async () => {
      const client = clientOf(make().calls)
      const update = updateWith('a', 1)
      await client.append({ update })
      await client.append({ update })
      expect(contentOf((await client.load()).updates)).toEqual({ a: 1 })
    })

    test('a flush ends after everything that was sent before it', async () => {
      const client = clientOf(make().calls)
      const order: string[] = []
      const all = [
        client.append({ update: updateWith('a', 1) }).then(() => order.push('append')),
        client.flush().then(({ durable }) => order.push(durable)),
      ]
      await Promise.all(all)
      expect(order).toEqual(['append', 'file'])
    })

    test('an update of a megabyte comes back whole', async () => {
      const client = clientOf(make().calls)
      await client.append({ update: updateWith('long', 'سلام '.repeat(200_000)) })
      expect(contentOf((await client.load()).updates)['long']).toHaveLength(1_000_000)
    })

    test('what is not an update, or no thumbnail, is a bad request', async () => {
      const client = clientOf(make().calls)
      await expect(client.append({ update: 'text' as never })).rejects.toMatchObject({ code: 'bad-request' })
      await expect(client.saveThumbnail({ png: new Uint8Array(2 ** 20 + 1) })).rejects.toMatchObject({
        code: 'bad-request',
      })
      await client.saveThumbnail({ png: Uint8Array.of(1, 2) })
    })

    test('an empty board has no thumbnail, also if it had one', async () => {
      const { calls, thumbnail } = make()
      const client = clientOf(calls)
      await client.saveThumbnail({ png: null })
      const png = pngOf(560, 350)
      await client.saveThumbnail({ png })
      expect(new Uint8Array(thumbnail() ?? [])).toEqual(png)
      await client.saveThumbnail({ png: null })
      expect(thumbnail()).toBeNull()
    })

    test('a workshop opened for reading takes no edits', async () => {
      const client = clientOf(make({ readOnly: true }).calls)
      expect(await client.load()).toMatchObject({ readOnly: true })
      await expect(client.append({ update: updateWith('a', 1) })).rejects.toMatchObject({ code: 'read-only' })
      expect(await client.flush()).toEqual({ durable: 'file' })
    })
  })
}

workshopContractTests('in memory', (options) => {
  const workshop = createMemoryWorkshop(options)
  return { calls: workshop.calls, thumbnail: () => workshop.thumbnail }
})
workshopContractTests('in a file', (options) => {
  const t = testWorkshop()
  if (options?.readOnly) t.other().exec("UPDATE meta SET v = 2 WHERE k = 'min_writer'")
  return t.open()
})
