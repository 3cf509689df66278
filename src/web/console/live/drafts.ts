/** What the avatar is writing right now: provisional, keyed by draft, shown greyed until the message comes. */
export type Drafts = { typing: boolean; byId: Record<string, { replyTo: string; text: string }> };

export type DraftEvent =
  | { event: "typing"; data: { typing?: boolean } }
  | { event: "delta"; data: { replyTo: string; draft: string; offset: number; text: string } }
  | { event: "discard"; data: { replyTo: string; draft: string } }
  | { event: "message"; data: { from: string; inReplyTo?: string[] } }
  | { event: "mode"; data: { mode: string } };

export const NO_DRAFTS: Drafts = { typing: false, byId: {} };

/** Folds one event into the drafts. A message of the house ends every draft: it is the truth. */
export function foldDraft(drafts: Drafts, change: DraftEvent): Drafts {
  if (change.event === "typing") return { ...drafts, typing: change.data.typing ?? true };
  if (change.event === "delta") {
    const { draft, replyTo, offset, text } = change.data;
    const before = drafts.byId[draft]?.text ?? "";
    // a gap means that we joined late: what we have is shown, the message will be whole
    return { typing: true, byId: { ...drafts.byId, [draft]: { replyTo, text: before.slice(0, offset) + text } } };
  }
  if (change.event === "discard") {
    const { [change.data.draft]: _gone, ...byId } = drafts.byId;
    return { ...drafts, byId };
  }
  if (change.event === "mode") return change.data.mode === "human" ? NO_DRAFTS : drafts;
  return change.data.from === "contact" ? drafts : NO_DRAFTS;
}
