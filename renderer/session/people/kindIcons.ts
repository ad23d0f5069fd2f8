import { Laptop, MonitorCheck, Smartphone, type LucideIcon } from 'lucide-react'
import type { PeerKind } from '../../../shared/session/certificate.ts'

/** What somebody is here with. */
export const KIND_ICONS: Readonly<Record<PeerKind, LucideIcon>> = {
  desktop: MonitorCheck,
  laptop: Laptop,
  phone: Smartphone,
}
