/** The board's element, which has its keys while it has the focus. Nothing where no board is shown. */
export const theCanvas = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-canvas]')
