/** The part of Papa Parse 5 that is used here. Its published types pull Node's into the renderer. */
declare module 'papaparse' {
  interface ParseError {
    readonly type: string
    readonly code: string
    readonly message: string
    /** Index of the row, where there is one. */
    readonly row?: number
  }
  interface ParseResult {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly ParseError[]
  }
  interface ParseOptions {
    readonly delimiter?: string
    readonly skipEmptyLines?: boolean | 'greedy'
  }
  const Papa: { parse(text: string, options?: ParseOptions): ParseResult }
  export default Papa
}
