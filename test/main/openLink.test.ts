import { expect, test } from 'vitest'
import { openLink } from '../../electron/main/openLink.ts'

const opened: string[] = []
const open = async (url: string): Promise<void> => void opened.push(url)

test.each(['https://example.org/a?b=c', 'http://x.org/', 'mailto:host@example.org'])(
  '%s is opened',
  async (link) => {
    await openLink(link, open)
    expect(opened.at(-1)).toBe(link)
  },
)

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'smb://host/share',
  'ms-msdt:/id',
  'https://',
  'C:\\Windows\\calc.exe',
  '',
])('%s is not', async (link) => {
  const before = opened.length
  await expect(openLink(link, open)).rejects.toThrow('not an address')
  expect(opened).toHaveLength(before)
})
