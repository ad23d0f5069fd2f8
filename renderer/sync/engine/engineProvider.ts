import { HocuspocusProvider } from '@hocuspocus/provider'

type Send = Parameters<HocuspocusProvider['send']>

/**
 * Hocuspocus' provider, which says nothing but who we are until the server has shown that it enforces roles (`greet`): a
 * server without our extension gets no byte of the workshop.
 */
export class EngineProvider extends HocuspocusProvider {
  #greeted = false

  greet(): void {
    this.#greeted = true
    super.startSync()
  }
  override startSync(): void {
    if (this.#greeted) super.startSync()
  }
  override onClose(): void {
    this.#greeted = false
    super.onClose()
  }
  override send(message: Send[0], content: object): void {
    if (this.#greeted || 'token' in content) super.send(message, content)
  }
}
