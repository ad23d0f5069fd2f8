/** `192.168.1.5:4242`, `https://example.org/`, `wss://example.org`: the address of a server as people type it, with whatever scheme. */
const ADDRESS =
  /^(?:(https?|wss?):\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?\/?$/i

/** The origin of a typed address, `http://` unless it says otherwise; nothing if it is none, or has a path. */
export function originOf(typed: string): string | undefined {
  const found = ADDRESS.exec(typed.trim())
  if (!found) return undefined
  const [, scheme = 'http', host = '', port] = found
  const secure = /^(?:https|wss)$/i.test(scheme)
  const url = `${secure ? 'https' : 'http'}://${host}${port === undefined ? '' : `:${port}`}`
  return URL.canParse(url) ? new URL(url).origin : undefined
}

/** An origin as it is read out and typed: without `http://`, which browsers add by themselves. */
export const addressOf = (origin: string): string => origin.replace(/^http:\/\//, '')
