import './zodWithoutEval.ts'
import { createRoot } from 'react-dom/client'
import { assert } from '../../shared/util/assert.ts'
import { createBrowserPlatform } from '../platform/browser.ts'
import { createDesktopPlatform } from '../platform/desktop.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './App.tsx'
import { createApp } from './createApp.ts'

const platform = window.throughline
  ? createDesktopPlatform(window.throughline)
  : createBrowserPlatform(new URL(location.href))
const services = createApp(platform, await platform.desktop.context())

const root = document.getElementById('root')
assert(root, 'the page to have a #root')
createRoot(root).render(<App services={services} />)
