import {
  FileText,
  Globe,
  Laptop,
  Mail,
  MessageCircle,
  Monitor,
  Newspaper,
  Package,
  Phone,
  Presentation,
  Smartphone,
  Store,
  Tablet,
  ThumbsUp,
  Tv,
  Users,
  Watch,
  type LucideIcon,
} from 'lucide-react'
import type { DEVICES } from '../../shared/journey/entities.ts'

/** The signs of the channels everybody knows: the same as on the frames (`shared/scene/glyphs.ts`). */
export const CHANNEL_ICONS: Readonly<Partial<Record<string, LucideIcon>>> = {
  website: Globe,
  app: Smartphone,
  social: ThumbsUp,
  email: Mail,
  phone: Phone,
  chat: MessageCircle,
  shop: Store,
  print: Newspaper,
  post: Package,
  inPerson: Users,
}

export const DEVICE_ICONS: Readonly<Record<(typeof DEVICES)[number], LucideIcon>> = {
  phone: Smartphone,
  laptop: Laptop,
  tablet: Tablet,
  desktop: Monitor,
  tv: Tv,
  watch: Watch,
  kiosk: Presentation,
  paper: FileText,
}
