import { z } from 'zod'

/** One call: what goes in, what comes out. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
}

/** Everything one side may ask of another. A value, so that the trusted side can check against it. */
export type Contract = Readonly<Record<string, Call>>

export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  input,
  output,
})

/** The caller's side of a contract. */
export type Client<C extends Contract> = {
  readonly [M in keyof C]: (input: z.input<C[M]['input']>) => Promise<z.output<C[M]['output']>>
}

/** The answering side of a contract. */
export type Handlers<C extends Contract> = {
  readonly [M in keyof C]: (
    input: z.output<C[M]['input']>,
  ) => z.input<C[M]['output']> | Promise<z.input<C[M]['output']>>
}

/** A Uint8Array of at most `most` bytes. */
export const bytes = (most: number) =>
  z.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.byteLength <= most,
    `expected at most ${most} bytes`,
  )
