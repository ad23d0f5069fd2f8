import { createBrowserPlatform } from './browser.ts'
import { createDesktopPlatform } from './desktop.ts'
import type { Platform } from './platform.ts'

/** What this page runs on: the desktop app if preload says so, else a browser. */
export function openPlatform(): Platform {
  return window.throughline
    ? createDesktopPlatform(window.throughline)
    : createBrowserPlatform(new URL(location.href))
}
