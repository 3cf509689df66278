import type { Turn } from "../conversations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";

/** The language of fixed texts: that of the words where they tell clearly, else of what the contact last wrote clearly here, else the session's. */
export function languageOf(turn: Turn, text: string, of: Knowledge["languageOf"]): string {
  const spoken = of(text);
  if (spoken.clear) return spoken.lang;
  for (const message of turn.messages.toReversed()) {
    const before = message.author === "contact" ? of(message.text) : undefined;
    if (before?.clear) return before.lang;
  }
  return turn.conversation.locale?.slice(0, 2).toLowerCase() ?? spoken.lang;
}
