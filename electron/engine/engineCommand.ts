import { parseArgs } from 'node:util'
import { z } from 'zod'

/** What an operator has chosen. */
export interface EngineCommand {
  readonly port: number
  /** All of them without one. */
  readonly address: string | undefined
  /** Names by which it is reached, besides its own addresses. */
  readonly names: readonly string[]
  /** Origins of further pages that may connect. */
  readonly origins: readonly string[]
  /** The folder of the built pages; without one there is no guest page. */
  readonly pages: string | undefined
  readonly rooms: number
  readonly connections: number
}

/** Every option can be given as `--some-name value` or as `THROUGHLINE_SOME_NAME=value`, several values with commas. */
export const ENGINE_USAGE = `A Hocuspocus server with Throughline's roles, for sessions of 50 to 500 people.

  npm run engine

  --port NUMBER            4243 without it
  --address ADDRESS        127.0.0.1 without it: put a reverse proxy with TLS in front; 0.0.0.0 for all addresses
  --hosts NAME,NAME        names by which it is reached, besides its own addresses
  --origins URL,URL        origins of further pages that may connect
  --guest-page FOLDER      the built pages (out/renderer after npm run build); without it, no guest page
  --max-rooms NUMBER       50 without it
  --max-connections NUMBER 2000 without it`

const NAMES = ['port', 'address', 'hosts', 'origins', 'guest-page', 'max-rooms', 'max-connections'] as const
type Name = (typeof NAMES)[number]

/** A sentence for the operator; nothing of it is a bug. */
export class EngineProblem extends Error {}

/** What is asked for; `help` for how to ask. Throws an EngineProblem for what makes no sense. */
export function engineCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EngineCommand | 'help' {
  const given = parse(args)
  if (given['help'] === true) return 'help'
  const text = (name: Name): string | undefined => {
    const value = given[name] ?? env[`THROUGHLINE_${name.toUpperCase().replaceAll('-', '_')}`]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const number = (name: Name, otherwise: number): number => {
    const value = text(name) ?? otherwise
    const parsed = z.coerce.number().int().min(0).max(65_535).safeParse(value)
    if (!parsed.success) throw new EngineProblem(`--${name} should be a whole number, not “${value}”.`)
    return parsed.data
  }
  return {
    port: number('port', 4243),
    address: text('address') ?? '127.0.0.1',
    names: listOf(text('hosts')),
    origins: listOf(text('origins')),
    pages: text('guest-page'),
    rooms: number('max-rooms', 50),
    connections: number('max-connections', 2000),
  }
}

function parse(args: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const options = {
    ...Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }])),
    help: { type: 'boolean' as const },
  }
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new EngineProblem(error instanceof Error ? error.message : String(error))
  }
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
