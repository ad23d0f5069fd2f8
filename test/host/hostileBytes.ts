/*
 * What somebody may throw at a server. Each function takes numbers from 0 to 1 and makes one thing of them: bytes of HTTP, or
 * one WebSocket frame, most of them wrong in some way.
 */

type Random = () => number

const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T

const noise = (random: Random, most: number): Buffer =>
  Buffer.from(Array.from({ length: Math.floor(random() * most) }, () => Math.floor(random() * 256)))

/** A request that should get nothing. */
export function hostileRequest(random: Random, host: string): Buffer {
  const lines = `Host: ${host}\r\n`
  const requests = [
    () => noise(random, 300),
    () => `GET /../../etc/passwd HTTP/1.1\r\n${lines}\r\n`,
    () => `GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
    () => `POST / HTTP/1.1\r\n${lines}Content-Length: 1000000000\r\n\r\n${'x'.repeat(2000)}`,
    () => `POST / HTTP/1.1\r\n${lines}Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\nx`,
    () => `GET / HTTP/1.1\r\n${lines}${'A: b\r\n'.repeat(3000)}\r\n`,
    () => `GET / HTTP/1.1\r\n${lines}X: ${'y'.repeat(30_000)}\r\n\r\n`,
    () => `GET /health HTTP/1.1\r\n${lines}\r\n`.repeat(50),
    () => `GET / HTTP/1.1\r\n${lines}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    () => `CONNECT evil.example:443 HTTP/1.1\r\n${lines}\r\n`,
    () => `GET http://evil.example/ HTTP/1.1\r\n${lines}\r\n`,
    () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    () => `GET / HTTP/1.1\r\n${lines}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n`,
    () => `GET /?${'%'.repeat(500)} HTTP/1.1\r\n${lines}\r\n`,
    () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]), // the beginning of TLS
  ]
  return Buffer.from(pick<() => string | Buffer>(random, requests)())
}

/** A WebSocket frame with all its bits as given (RFC 6455, section 5.2). */
export function frameOf(
  first: number,
  payload: Buffer,
  { masked = true, length = payload.length } = {},
): Buffer {
  const mask = Buffer.from([1, 2, 3, 4])
  const size = length < 126 ? Buffer.from([length]) : Buffer.alloc(length < 65_536 ? 3 : 9)
  if (size.length === 3) {
    size.writeUInt8(126)
    size.writeUInt16BE(length, 1)
  } else if (size.length === 9) {
    size.writeUInt8(127)
    size.writeBigUInt64BE(BigInt(length), 1)
  }
  if (masked) size.writeUInt8(size.readUInt8() | 0x80)
  const body = masked ? payload.map((byte, i) => byte ^ (mask[i & 3] ?? 0)) : payload
  return Buffer.concat([Buffer.from([first]), size, ...(masked ? [mask] : []), body])
}

/** A frame for somebody who was let in. `room` is the one they may speak in. */
export function hostileFrame(random: Random, room: string): Buffer {
  const text = (value: unknown): Buffer =>
    frameOf(0x81, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
  const topic = `${room}/${Math.floor(random() * 1000)}`
  const frames = [
    () => text('{'),
    () => text('null'),
    () => text('[1]'),
    () => text('"ping"'),
    () =>
      text(
        `{"type":"publish","topic":${JSON.stringify(topic)},"data":{"__proto__":{"x":1},"constructor":1}}`,
      ),
    () => text({ type: pick(random, ['', 'x', 'toString', '__proto__']) }),
    () => text({ type: 'subscribe', topics: Array.from({ length: 4 }, (_, i) => `${topic}${i}`) }),
    () => text({ type: 'subscribe', topics: [1, {}, null] }),
    () => text({ type: 'subscribe', topics: { length: 1e9 } }),
    () => text({ type: 'subscribe', topics: ['x'.repeat(100_000)] }),
    () => text({ type: 'unsubscribe', topics: [topic, '__proto__'] }),
    () => text({ type: 'publish', topic, data: 'x'.repeat(60_000) }),
    () => text({ type: 'publish', topic: 'another/room', data: {} }),
    () => text({ type: 'publish', topic: { toString: 1 }, data: {} }),
    () => text({ type: 'accept', tokens: ['x'.repeat(43)] }),
    () => text({ type: 'origins', origins: ['javascript:alert(1)', 'http://['] }),
    () => text('['.repeat(60_000)),
    () => text('{"a":'.repeat(10_000)),
    () => text(`{"type":"publish","topic":"${topic}","data":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`),
    () => frameOf(0x81, noise(random, 200)), // seldom UTF-8
    () => frameOf(0x82, noise(random, 2000)),
    () => frameOf(0x82, Buffer.from([1 + Math.floor(random() * 8), 0, 0, 0, 1, 2, 3])), // as a host would
    () => frameOf(0x82, Buffer.alloc(65_536)),
    () => frameOf(0x82, Buffer.alloc(0)),
    () => frameOf(0x83 + Math.floor(random() * 5), noise(random, 20)), // opcodes that are none
    () => frameOf(0xf1, Buffer.from('x')), // bits that are reserved
    () => frameOf(0xc1, Buffer.from('x')), // compressed, which was not agreed upon
    () => frameOf(0x81, Buffer.from('{"type":"ping"}'), { masked: false }),
    () => frameOf(0x82, noise(random, 20), { length: 2 ** 32 }),
    () => frameOf(0x82, noise(random, 20), { length: 70_000 }),
    () => frameOf(0x01, Buffer.from('{"type"')), // and never the rest
    () => Buffer.concat(Array.from({ length: 100 }, () => frameOf(0x00, Buffer.from('x')))),
    () =>
      Buffer.concat([
        frameOf(0x01, Buffer.alloc(0)),
        ...Array.from({ length: 100 }, () => frameOf(0x00, Buffer.alloc(0))),
      ]),
    () => frameOf(0x89, Buffer.alloc(126)), // a ping that is too long
    () => Buffer.concat(Array.from({ length: 200 }, () => frameOf(0x89, Buffer.from('x')))),
    () => frameOf(0x09, Buffer.from('x')), // a ping in pieces
    () => frameOf(0x88, Buffer.from([0])), // half a code
    () => frameOf(0x88, Buffer.from([0, 1])), // a code that is none
    () => frameOf(0x88, Buffer.concat([Buffer.from([3, 232]), Buffer.from([0xff, 0xfe])])),
    () => noise(random, 500),
  ]
  return pick(random, frames)()
}
