import type { FaceState } from "../shared/face.ts";
import type { ChatState } from "./state.ts";

/** How long a regret stays on the face. */
export const SORRY_MS = 20_000;

/** What the avatar's face shows: what it is doing comes before how the last answer went. `writing`: the contact is. */
export function expressionOf(state: ChatState, writing: boolean): FaceState {
  if (state.phase === "signed-out" || state.link === "down") return "sorry";
  if (state.draft) return "answering";
  if (state.typing || isOwed(state)) return "thinking";
  if (writing) return "listening";
  return state.sorry ? "sorry" : "neutral";
}

/** Something was said since the page was loaded, and no answer has come. */
function isOwed({ lines, pending, historySeq }: ChatState): boolean {
  if (pending.some((one) => one.status === "sending")) return true;
  const last = lines.at(-1);
  return last?.kind === "item" && last.item.from === "contact" && last.seq > historySeq;
}
