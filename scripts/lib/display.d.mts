export function ensureDisplay(options?: { endsWithLastWindow?: boolean }): Promise<string | undefined>
