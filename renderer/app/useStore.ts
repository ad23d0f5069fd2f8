export { useStore } from '../ui/useStore.ts'
