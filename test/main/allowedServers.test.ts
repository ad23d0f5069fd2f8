import { expect, test } from 'vitest'
import { createAllowedServers } from '../../electron/main/allowedServers.ts'

const mayReach = (named: readonly string[], url: string): boolean => {
  const servers = createAllowedServers()
  servers.allow(1, named)
  return servers.mayReach(1, url)
}

test('a page reaches the servers that it named, by HTTP and by WebSocket, and no others', () => {
  const lan = 'http://192.168.1.5:4242'
  expect(mayReach([lan], 'ws://192.168.1.5:4242/hub?room=x')).toBe(true)
  expect(mayReach(['ws://192.168.1.5:4242'], `${lan}/health`)).toBe(true)
  expect(mayReach(['https://sessions.example.org'], 'wss://sessions.example.org:443/signal')).toBe(true)
  for (const url of [
    'ws://192.168.1.5:4243/',
    'ws://192.168.1.6:4242/',
    'wss://192.168.1.5:4242/',
    'ws://192.168.1.5.evil.example:4242/',
    'ws://evil.example:4242/?192.168.1.5:4242',
    'ws://user@192.168.1.5:4242/',
    'ws://192.168.1.5:4242@evil.example/',
    'ftp://192.168.1.5:4242/',
    'file:///192.168.1.5:4242',
    'ws://192.168.1.5',
    '',
  ])
    expect([url, mayReach([lan], url)]).toEqual([url, false])
})

test('what names no server allows nothing', () => {
  for (const named of [
    '',
    'http://',
    '*',
    'http://*',
    'null',
    'file:///',
    'app://throughline',
    '192.168.1.5:4242',
  ])
    expect([named, mayReach([named], 'ws://192.168.1.5:4242/')]).toEqual([named, false])
})

test('each page has its own, only the newest that it named, and the next page has none', () => {
  const servers = createAllowedServers()
  const url = 'ws://10.0.0.1:4242/'
  expect(servers.mayReach(1, url)).toBe(false)
  servers.allow(1, [url])
  expect([servers.mayReach(1, url), servers.mayReach(2, url), servers.mayReach(undefined, url)]).toEqual([
    true,
    false,
    false,
  ])
  servers.allow(1, ['ws://10.0.0.2:4242'])
  expect(servers.mayReach(1, url)).toBe(false)
  servers.allowOwn(1, url)
  servers.allow(1, [])
  expect(servers.mayReach(1, url)).toBe(true)
  servers.forget(1)
  expect(servers.mayReach(1, url)).toBe(false)
})
