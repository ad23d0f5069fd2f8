import { desktopContract } from '../../shared/ipc/desktopContract.ts'
import { desktopOf, expect, test } from './support/app.ts'

test.describe('a page', () => {
  test('has no Node, and of the desktop exactly what the contract names', async ({ launch }) => {
    const { page } = await launch()
    const found = await page.evaluate(() => ({
      node: ['process', 'require', 'module', 'Buffer', 'global', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      offered: Object.keys((globalThis as unknown as Record<string, object>)['throughline'] ?? {}),
      frames: window.length,
    }))
    expect(found).toEqual({ node: [], offered: expect.any(Array), frames: 0 })
    expect(found.offered.toSorted()).toEqual(
      [...Object.keys(desktopContract), 'onEvent', 'connectStore'].toSorted(),
    )
  })

  test('runs no script but its own, and loads nothing from elsewhere', async ({ launch }) => {
    const { page } = await launch()
    await page.evaluate(() => {
      const marks: string[] = []
      const violations = new Set<string>()
      Object.assign(globalThis, { marks, violations, mark: (name: string) => marks.push(name) })
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.add(event.effectiveDirective),
      )
      const refuses = (name: string, attempt: () => void): void => {
        try {
          attempt()
        } catch {
          marks.push(`${name} refused`)
        }
      }
      // Later, since a debugger may evaluate and what it calls now may, too.
      setTimeout(() => {
        const image = document.createElement('img')
        image.src = 'https://example.invalid/x.png'
        const frame = document.createElement('iframe')
        frame.src = 'https://example.invalid/'
        const style = document.createElement('style')
        style.append('body { --planted: 1 }')
        document.body.append(image, frame, style)
        refuses('script', () => document.createElement('script').append(`mark('script')`))
        refuses('handler', () => image.setAttribute('onerror', `mark('handler')`))
        refuses('html', () => (image.outerHTML = `<img src=x onerror="mark('html')">`))
        // oxlint-disable-next-line no-eval -- this is what must be refused
        refuses('eval', () => (0, eval)(`mark('eval')`))
        refuses('worker', () => new Worker(URL.createObjectURL(new Blob([`postMessage('ran')`]))))
        void fetch('https://example.invalid/').then(
          () => marks.push('remote'),
          () => marks.push('remote refused'),
        )
      })
    })
    const found = () =>
      page.evaluate(() => {
        const { marks, violations } = globalThis as unknown as { marks: string[]; violations: Set<string> }
        return { marks: marks.toSorted(), violations: [...violations].toSorted() }
      })
    await expect
      .poll(async () => (await found()).violations)
      .toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'style-src-elem']))
    await expect
      .poll(async () => (await found()).marks)
      .toEqual(['eval', 'handler', 'html', 'remote', 'script', 'worker'].map((each) => `${each} refused`))
  })

  test('gets the content policy with every answer, and no file from outside of its folder', async ({
    launch,
  }) => {
    const { page } = await launch()
    const answers = await page.evaluate(async () => {
      const ask = async (url: string) => {
        const { status, headers } = await fetch(url)
        const [policy, sniff] = ['content-security-policy', 'x-content-type-options'].map((name) =>
          headers.get(name),
        )
        return { url, status, policy: policy?.split(';')[0], sniff }
      }
      const outside = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/main/index.js',
        '/..%5cmain%5cindex.js',
        '//etc/passwd',
      ]
      return Promise.all(
        ['/', '/index.html', '/nothing.js', ...outside].map((each) => ask(`app://throughline${each}`)),
      )
    })
    const always = { policy: "default-src 'none'", sniff: 'nosniff' }
    expect(answers).toEqual(
      answers.map(({ url }) => ({
        url,
        status: ['app://throughline/', 'app://throughline/index.html'].includes(url) ? 200 : 404,
        ...always,
      })),
    )
  })

  test('stays where it is and opens no window', async ({ launch }) => {
    const { app, page } = await launch()
    const address = page.url()
    for (const target of [
      'https://example.invalid/',
      'file:///etc/passwd',
      'about:blank',
      'data:text/html,x',
    ])
      expect([target, await page.evaluate((url) => window.open(url), target)]).toEqual([target, null])
    await page.evaluate(() => {
      location.href = 'https://example.invalid/'
      const form = document.createElement('form')
      form.action = 'app://throughline/index.html?sent'
      document.body.append(form)
      form.submit()
      form.remove()
    })
    // A navigation that was allowed would have begun before the page answers again.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(page.url()).toBe(address)
    expect(app.windows()).toHaveLength(1)
  })

  test('can load itself again, and nothing else of ours', async ({ launch }) => {
    const { page } = await launch()
    const address = page.url()
    for (const other of ['other', 'index.html', '?other']) {
      await page.evaluate((to) => {
        Object.assign(globalThis, { before: true })
        location.href = `app://throughline/${to}`
      }, other)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
      expect([page.url(), await page.evaluate(() => 'before' in globalThis)]).toEqual([address, true])
    }
    await page.evaluate(() => setTimeout(() => location.reload()))
    await page.waitForFunction(() => !('before' in globalThis) && document.readyState === 'complete')
    expect(page.url()).toBe(address)
    await expect(page.locator('main')).toBeVisible()
  })

  test('has files replaced only after the system has asked', async ({ launch }) => {
    const { app, page } = await launch()
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        Object.assign(globalThis, { options: given.at(-1) })
        return { canceled: true, filePath: '' }
      }
    })
    const desktop = await desktopOf(page)
    await desktop.evaluate((api) =>
      api.exportFile({ suggestedName: 'Board', kind: 'png', data: new Uint8Array(1) }),
    )
    const { properties } = await app.evaluate(
      () => (globalThis as unknown as { options: { properties: string[] } }).options,
    )
    expect(properties).toContain('showOverwriteConfirmation')
  })

  test('gets no permission', async ({ launch }) => {
    const { page } = await launch()
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
      const query = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'denied',
      )
      return [...(await Promise.all(names.map(query))), media]
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('that calls with something else than the contract says is refused', async ({ launch }) => {
    const { app, page } = await launch()
    const desktop = await desktopOf(page)
    const wrong = [null, 1, 'x', [], true, WRONG_FIELDS, ...strangeObjects(200)]
    const answers = await desktop.evaluate(async (api, payloads) => {
      const calls = Object.entries(api).filter(([name]) => name !== 'onEvent' && name !== 'connectStore')
      const codeOf = (error: unknown) => /Error: ([a-z-]+): /.exec(String(error))?.[1] ?? String(error)
      const ask = async (call: (input: unknown) => Promise<unknown>, payload: unknown) =>
        call(payload).then((value) => `done: ${JSON.stringify(value)}`, codeOf)
      return Promise.all(
        calls.map(async ([name, call]) => [
          name,
          [...new Set(await Promise.all(payloads.map((payload) => ask(call as never, payload))))],
        ]),
      )
    }, wrong)
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(Object.keys(desktopContract).map((method) => [method, ['bad-request']])),
    )
    expect(app.windows()).toHaveLength(1)
  })
})

/** Every field that a call knows, with a value that it does not. */
const WRONG_FIELDS = {
  language: 42,
  theme: 42,
  id: 42,
  name: 42,
  suggestedName: 42,
  kind: 42,
  data: 42,
  command: 42,
  enabled: 42,
  checked: 42,
  saved: 42,
}

function strangeObjects(count: number): object[] {
  const values = ['   ', -1, null, {}, [], 'x'.repeat(10_000), Number.NaN]
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      Object.keys(WRONG_FIELDS).map((field, at) => [
        field,
        field === 'id' ? index : values[(index + at) % 7],
      ]),
    ),
  )
}
