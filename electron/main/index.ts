// Before anything else is read, so that stack traces name sources. Everything happens in app.ts.
process.setSourceMapsEnabled(true)
const { startApp } = await import('./app.ts')
// Bundled code sits in chunks: only this entry knows the folder where its siblings are.
startApp(import.meta.dirname)
