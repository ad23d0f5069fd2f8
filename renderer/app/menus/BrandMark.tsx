import icon from '../../../resources/icons/icon.svg'

/** The app's icon. Decorative; the name stands beside it. */
export function BrandMark({ size = 32 }: { readonly size?: number | undefined }) {
  return <img src={icon} width={size} height={size} alt="" draggable={false} />
}
