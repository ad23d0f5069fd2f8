/** Emoji that belong together. The screen reader names each of them in its own language. */
export interface StampSet {
  readonly id: StampSetId
  readonly stamps: readonly string[]
}

export type StampSetId =
  | 'frequent'
  | 'votes'
  | 'faces'
  | 'hands'
  | 'people'
  | 'nature'
  | 'places'
  | 'things'
  | 'signs'

const inWords = (text: string): readonly string[] => text.split(' ')

/** What workshops use comes first, then a selection of all kinds. */
export const STAMP_SETS: readonly StampSet[] = [
  { id: 'frequent', stamps: inWords('👍 👎 ❤️ ⭐ ❗ ❓ ✅ ❌ 🔥 💡 😀 😐 😞 😡 🎉 👀') },
  { id: 'votes', stamps: inWords('🔴 🟠 🟡 🟢 🔵 🟣 ⚫ ⚪') },
  {
    id: 'faces',
    stamps: inWords('😃 😄 😁 😂 🙂 😉 😊 😍 🤩 😎 🤔 🤨 😶 🙄 😬 😴 😕 😟 😢 😭 😱 😤 🤯 🥳'),
  },
  { id: 'hands', stamps: inWords('👏 🙌 🙏 🤝 💪 ✌️ 🤞 👌 👉 👈 👆 👇 ✋ 👋 ✊ 🫶') },
  {
    id: 'people',
    stamps: inWords('👤 👥 👨‍👩‍👧 👶 🧒 🧑 🧓 🧑‍💼 🧑‍🔧 🧑‍🍳 🧑‍⚕️ 🧑‍🏫 🧑‍💻 👮 🤵 🤰 🧑‍🦽 🚶 🏃 🧍 🛌 🗣️ 🤖 🦸'),
  },
  {
    id: 'nature',
    stamps: inWords('☀️ 🌙 ⛅ 🌧️ ⛈️ ❄️ 🌈 🌊 🌍 🌱 🌳 🌸 🍀 🍂 🐶 🐱 🐝 🦋 🍎 🍕 ☕ 🍺 🍷 🎂'),
  },
  {
    id: 'places',
    stamps: inWords('🏠 🏢 🏨 🏥 🏦 🏪 🏫 ⛪ 🏖️ 🏔️ 🚗 🚕 🚌 🚆 ✈️ 🚢 🚲 🛵 🅿️ ⛽ 🧭 🗺️ 📍 🚪'),
  },
  {
    id: 'things',
    stamps: inWords(
      '📱 💻 🖥️ 🖨️ 📷 🎥 📞 📧 📨 📦 🛒 🛍️ 💳 💶 🧾 📄 📋 📊 📈 📉 📅 ⏰ ⏳ 🔑 🔒 🔓 🔔 🔍 🛠️ ⚙️ 🧰 🧹 🎁 🏆 🎯 🧩 🔗 📎 ✏️ 📌',
    ),
  },
  {
    id: 'signs',
    stamps: inWords(
      '⚠️ 🚫 ⛔ ❎ ✔️ ➕ ➖ ➡️ ⬅️ ⬆️ ⬇️ 🔄 🔁 ⏸️ ▶️ ⏩ 💯 💬 💭 💤 💢 ✨ 🚩 🏁 1️⃣ 2️⃣ 3️⃣ 🅰️ 🅱️ 🆕 🆗 ♿',
    ),
  },
]
