export function checkLocales(root: string, families?: Readonly<Record<string, readonly string[]>>): string[]
