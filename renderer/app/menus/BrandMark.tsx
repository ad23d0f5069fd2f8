/** The app's mark: one line through a customer's steps. Decorative; the name stands beside it. */
export function BrandMark({ size = 32 }: { readonly size?: number | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M5.5 20.5c4 0 4.5-9 9.5-9s4.5 8 8 8c1.8 0 2.800-1.200 3.500-2.500"
        stroke="#fff"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
      <circle cx="15" cy="11.500" r="3" fill="#ffd976" />
      <circle cx="23" cy="19.500" r="2.250" fill="#fff" />
    </svg>
  )
}
