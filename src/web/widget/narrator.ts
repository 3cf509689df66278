import type { ChatMessage } from "../../http/contract.ts";
import type { ChatState, Line } from "./state.ts";
import { lastSentenceEnd, speakable } from "./speech.ts";
import { fill, type Texts } from "./texts.ts";

/** Decides what is read aloud between one state of the chat and the next. */
export interface Narrator {
  /** The sentences to announce, in order; mostly none. */
  next(state: ChatState): string[];
}

/**
 * Says each thing once: the sentences of a draft as they become complete, and of the final message only what was not
 * said yet. If the message is not the continuation of what was said (the draft was taken back), it is read in full.
 * What was there before the page was loaded, and what the person typed themselves, is not announced.
 */
export function createNarrator(texts: Texts): Narrator {
  let before: ChatState | undefined;
  let spoken = { draft: "", replyTo: "", text: "" };

  function fromDraft(state: ChatState): string[] {
    const { draft } = state;
    if (!draft) return takenBack(state);
    if (draft.draft !== spoken.draft) spoken = { draft: draft.draft, replyTo: draft.replyTo, text: "" };
    const from = spoken.text.length;
    const end = lastSentenceEnd(draft.text, from);
    if (end === from) return [];
    spoken.text = draft.text.slice(0, end);
    return named(from === 0 ? state.persona : undefined, speakable(draft.text.slice(from, end)));
  }

  function takenBack(state: ChatState): string[] {
    const gone = before?.draft !== undefined && state.discarded === before.draft.draft && before.discarded !== state.discarded;
    if (!gone || spoken.text === "") return [];
    spoken = { draft: "", replyTo: "", text: "" };
    return [texts.rewriting];
  }

  function fromLine(line: Line): string[] {
    if (line.kind === "mode") return [modeText(texts, line.mode)];
    const { item } = line;
    if (item.from === "contact") return [];
    if (item.from === "notice") return named(undefined, item.text);
    return fromMessage(item);
  }

  function fromMessage(item: ChatMessage): string[] {
    const said = item.inReplyTo.includes(spoken.replyTo) ? spoken.text : "";
    if (said !== "" && item.text.startsWith(said)) return named(undefined, speakable(item.text.slice(said.length)));
    return named(item.name, speakable(item.text));
  }

  return {
    next(state) {
      const known = before;
      const fresh = state.lines.filter((line) => line.seq > state.historySeq && !known?.lines.some((old) => old.seq === line.seq));
      const failed = state.pending.filter((one) => one.status === "failed" && known?.pending.some((old) => old.id === one.id && old.status !== "failed"));
      const waits = state.pending.some((one) => one.status === "waiting") && !known?.pending.some((one) => one.status === "waiting");
      const said = [...fresh.flatMap(fromLine), ...fromDraft(state), ...failed.map((one) => one.detail ?? texts.notSent), ...(waits ? [texts.waiting] : [])];
      before = state;
      return said.filter((sentence) => sentence !== "");
    },
  };
}

/** A change of who speaks, in words. */
export function modeText(texts: Texts, mode: { mode: "avatar" | "human"; name?: string | undefined }): string {
  if (mode.mode === "avatar") return texts.assistantAgain;
  return mode.name ? fill(texts.joined, { name: mode.name }) : texts.somebodyJoined;
}

function named(name: string | undefined, text: string): string[] {
  return text === "" ? [] : [name ? `${name}: ${text}` : text];
}
