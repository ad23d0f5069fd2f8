import { z } from 'zod'
import type { Dispose } from '../util/store.ts'
import type { Client, Contract, Handlers } from './contract.ts'
import { AppError, codeOf, errorCode, type ErrorCode } from './errors.ts'

/** The least that any two processes share: a DOM MessagePort, a MessagePortMain, a child process or a test's pair. */
export interface Port {
  post(message: unknown): void
  listen(onMessage: (message: unknown) => void): Dispose
  /** Ends the line from this side: nothing is heard here any more, and the other side may learn of it. */
  close(): void
}

const request = z.object({ id: z.number(), method: z.string(), input: z.unknown() })
type Request = z.infer<typeof request>

const reply = z.union([
  z.object({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), code: errorCode, message: z.string() }),
])
type Reply = z.infer<typeof reply>

/** Answer calls that arrive on `port`. Input is checked here, on the side that can be harmed. */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, port: Port): Dispose {
  async function run({ method, input }: Request): Promise<unknown> {
    const definition = Object.hasOwn(contract, method) ? contract[method] : undefined
    const handler = handlers[method]
    if (!definition || !handler) throw new AppError('bad-request', `No method ${method}`)
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) throw new AppError('bad-request', `${method}: ${z.prettifyError(parsed.error)}`)
    // The contract pairs this schema with this handler; the loop over methods loses that to the compiler.
    return handler(parsed.data as never)
  }

  return port.listen((message) => {
    const { data: asked } = request.safeParse(message)
    if (!asked) return // not a call, so there is nobody to answer
    run(asked).then(
      (value) => port.post({ id: asked.id, ok: true, value } satisfies Reply),
      (error: unknown) => port.post({ id: asked.id, ok: false, ...describe(error) } satisfies Reply),
    )
  })
}

function describe(error: unknown): { code: ErrorCode; message: string } {
  return { code: codeOf(error), message: error instanceof Error ? error.message : String(error) }
}

/** A typed caller, and a way to end it and its port: whoever still waits then gets `store-lost`. */
export interface Connection<C extends Contract> {
  readonly client: Client<C>
  close(): void
}

/** Call whatever is served at the other end of `port`. */
export function connect<C extends Contract>(contract: C, port: Port): Connection<C> {
  let lastId = 0
  let closed = false
  const waiting = new Map<number, (reply: Reply) => void>()

  const stop = port.listen((message) => {
    const parsed = reply.safeParse(message)
    if (!parsed.success) return
    waiting.get(parsed.data.id)?.(parsed.data)
    waiting.delete(parsed.data.id)
  })

  function send(method: string, input: unknown): Promise<unknown> {
    if (closed) return Promise.reject(new AppError('store-lost', `${method}: the connection has ended`))
    const id = ++lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, (answer) => {
        if (answer.ok) resolve(answer.value)
        else reject(new AppError(answer.code, answer.message))
      })
      port.post({ id, method, input })
    })
  }

  const methods = Object.keys(contract).map((method) => [method, (input: unknown) => send(method, input)])
  return {
    client: Object.fromEntries(methods) as Client<C>,
    close() {
      closed = true
      stop()
      port.close()
      for (const [id, settle] of waiting)
        settle({ id, ok: false, code: 'store-lost', message: 'the connection ended before the answer' })
      waiting.clear()
    },
  }
}
