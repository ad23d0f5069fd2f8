/** What is typed goes its own way round; what stands in an empty field, the interface's. */
export const dirOf = (value: string): 'auto' | undefined => (value === '' ? undefined : 'auto')
