import type { ChatMessage, Delta, Discard, Mode } from "../../http/contract.ts";

/**
 * What one chat looks like, as data, and how each event changes it. Pure: no fetch, no DOM, no clock. The rules that
 * matter: a `message` is the truth and replaces every draft of the same answer; a delta is applied by its offset, so a
 * repeated or late one does no harm; a line is known by its seq, so a replay after a reconnect changes nothing.
 */
export type Line = { kind: "item"; seq: number; item: ChatMessage } | { kind: "mode"; seq: number; mode: Mode };

/** Said by this person and not yet accepted. `waiting`: the server asked us to slow down. `retry`: trying the same again may help. */
export type Pending = { id: string; text: string; at: string; status: "sending" | "waiting" | "failed"; detail: string | undefined; retry: boolean };

export type Draft = { replyTo: string; draft: string; text: string };

export type ChatState = {
  /** signed-out: the host's token is not good (any more) and only the host can give a new one */
  phase: "opening" | "ready" | "signed-out";
  link: "up" | "down";
  persona: string | undefined;
  mode: Mode;
  /** by seq */
  lines: Line[];
  pending: Pending[];
  draft: Draft | undefined;
  /** the last draft that was taken back: its late deltas are not shown */
  discarded: string | undefined;
  typing: { name: string | undefined } | undefined;
  /** the last answer could not give what was asked for; a while later it is let go */
  sorry: boolean;
  /** up to here it was said before this page was loaded */
  historySeq: number;
  /** up to here the stream has told us everything: where to resume */
  cursor: number;
  /** up to here this person has seen it */
  read: number;
};

export type ChatAction =
  | { type: "opened"; persona: string; mode: Mode }
  | { type: "signed-out" }
  | { type: "link"; link: "up" | "down" }
  | { type: "history"; items: ChatMessage[] }
  | { type: "message"; item: ChatMessage }
  | { type: "mode"; mode: Mode; seq: number | undefined }
  | { type: "typing"; name: string | undefined }
  | { type: "quiet" }
  | { type: "calm" }
  | { type: "delta"; delta: Delta }
  | { type: "discard"; discard: Discard }
  | { type: "compose"; id: string; text: string; at: string }
  | { type: "progress"; id: string; status: Pending["status"]; detail: string | undefined; retry: boolean }
  | { type: "accepted"; id: string; seq: number; serverId: string }
  | { type: "withdraw"; id: string }
  | { type: "read"; seq: number };

export function emptyChat(read: number, unsent: { id: string; text: string }[], at: string): ChatState {
  return {
    phase: "opening",
    link: "up",
    persona: undefined,
    mode: { mode: "avatar" },
    lines: [],
    pending: unsent.map(({ id, text }) => ({ id, text, at, status: "sending", detail: undefined, retry: true })),
    draft: undefined,
    discarded: undefined,
    typing: undefined,
    sorry: false,
    historySeq: 0,
    cursor: 0,
    read,
  };
}

export function reduce(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "opened":
      return { ...state, phase: "ready", persona: action.persona, mode: action.mode };
    case "signed-out":
      return { ...state, phase: "signed-out" };
    case "link":
      // Who was writing when the line broke, we no longer know; what was written stays until the truth comes.
      return state.link === action.link ? state : { ...state, link: action.link, typing: undefined };
    case "history":
      return takeHistory(state, action.items);
    case "message":
      return takeMessage(state, action.item);
    case "mode":
      return takeMode(state, action.mode, action.seq);
    case "typing":
      return state.draft ? state : { ...state, typing: { name: action.name } };
    case "quiet":
      return { ...state, typing: undefined };
    case "calm":
      return state.sorry ? { ...state, sorry: false } : state;
    case "delta":
      return takeDelta(state, action.delta);
    case "discard":
      return takeDiscard(state, action.discard);
    case "read":
      return action.seq > state.read ? { ...state, read: action.seq } : state;
    default:
      return reducePending(state, action);
  }
}

type PendingAction = Extract<ChatAction, { type: "compose" | "progress" | "accepted" | "withdraw" }>;

function reducePending(state: ChatState, action: PendingAction): ChatState {
  const others = state.pending.filter((one) => one.id !== action.id);
  const mine = state.pending.find((one) => one.id === action.id);
  switch (action.type) {
    case "compose": {
      const { id, text, at } = action;
      return { ...state, pending: [...others, { id, text, at, status: "sending", detail: undefined, retry: true }] };
    }
    case "progress": {
      const { id, status, detail, retry } = action;
      return { ...state, pending: state.pending.map((one) => (one.id === id ? { ...one, status, detail, retry } : one)) };
    }
    case "withdraw":
      return { ...state, pending: others };
    case "accepted": {
      if (!mine || state.lines.some((line) => line.seq === action.seq)) return { ...state, pending: others };
      const item: ChatMessage = { seq: action.seq, id: action.serverId, from: "contact", name: "", text: mine.text, sources: [], at: mine.at, inReplyTo: [] };
      // Not the cursor: a line of another tab with a smaller seq may still be on its way.
      return { ...state, pending: others, lines: insert(state.lines, { kind: "item", seq: action.seq, item }) };
    }
  }
}

function takeHistory(state: ChatState, items: ChatMessage[]): ChatState {
  const told = items.reduce((next, item) => takeMessage(next, item), state);
  return { ...told, historySeq: Math.max(told.historySeq, ...items.map((item) => item.seq)) };
}

function takeMessage(state: ChatState, item: ChatMessage): ChatState {
  const fromUs = item.from === "contact";
  const answersDraft = state.draft !== undefined && item.inReplyTo.includes(state.draft.replyTo);
  return {
    ...state,
    lines: insert(state.lines, { kind: "item", seq: item.seq, item }),
    pending: fromUs ? state.pending.filter((one) => one.id !== item.id) : state.pending,
    draft: answersDraft ? undefined : state.draft,
    typing: item.from === "avatar" || item.from === "human" ? undefined : state.typing,
    // Whatever is said next has the face follow that.
    sorry: item.sorry ?? false,
    cursor: Math.max(state.cursor, item.seq),
  };
}

function takeMode(state: ChatState, mode: Mode, seq: number | undefined): ChatState {
  if (seq === undefined) return { ...state, mode };
  // A replay of an older change must not undo a newer one.
  const newest = state.lines.every((line) => line.kind !== "mode" || line.seq <= seq);
  const changed = mode.mode !== state.mode.mode || mode.name !== state.mode.name;
  return {
    ...state,
    mode: newest ? mode : state.mode,
    lines: newest && changed ? insert(state.lines, { kind: "mode", seq, mode }) : state.lines,
    draft: mode.mode === "human" ? undefined : state.draft,
    typing: undefined,
    sorry: false,
    cursor: Math.max(state.cursor, seq),
  };
}

function takeDelta(state: ChatState, { replyTo, draft, offset, text }: Delta): ChatState {
  if (draft === state.discarded || isAnswered(state.lines, replyTo)) return state;
  const known = state.draft?.draft === draft ? state.draft.text : "";
  // We came in the middle and have not got the beginning: better to wait for the whole than to show a torso.
  if (offset > known.length) return state;
  const whole = known + text.slice(known.length - offset);
  return { ...state, draft: { replyTo, draft, text: whole }, typing: undefined };
}

function takeDiscard(state: ChatState, { draft }: Discard): ChatState {
  return { ...state, discarded: draft, draft: state.draft?.draft === draft ? undefined : state.draft };
}

function isAnswered(lines: Line[], replyTo: string): boolean {
  return lines.some((line) => line.kind === "item" && line.item.inReplyTo.includes(replyTo));
}

/** By seq; a line that is there already is replaced. Nearly always the new one is the last, so we look from the end. */
function insert(lines: Line[], line: Line): Line[] {
  let at = lines.length;
  while (at > 0 && (lines[at - 1] as Line).seq > line.seq) at--;
  const same = at > 0 && (lines[at - 1] as Line).seq === line.seq;
  return [...lines.slice(0, same ? at - 1 : at), line, ...lines.slice(at)];
}

/** How many lines of ours this person has not seen yet. */
export function unreadCount({ lines, read }: ChatState): number {
  return lines.filter((line) => line.kind === "item" && line.item.from !== "contact" && line.seq > read).length;
}

export function lastSeq({ lines }: ChatState): number {
  return lines.at(-1)?.seq ?? 0;
}
