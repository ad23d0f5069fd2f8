import './zodWithoutEval.ts'
import { createRoot } from 'react-dom/client'
import { assert } from '../../shared/util/assert.ts'
import { openPlatform } from '../platform/openPlatform.ts'
import { refuseHtmlFromText } from '../platform/refuseHtmlFromText.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './App.tsx'
import { CrashScreen } from './CrashScreen.tsx'
import { createApp } from './createApp.ts'

refuseHtmlFromText()
const platform = openPlatform()
const services = createApp(platform, await platform.desktop.context())

const element = document.getElementById('root')
assert(element, 'the page to have a #root')
const root = createRoot(element, {
  // React has taken everything down by then; saying nothing would leave an empty window.
  onUncaughtError(error) {
    console.error(error)
    queueMicrotask(() => root.render(<CrashScreen translator={services.translator} />))
  },
})
root.render(<App services={services} />)
