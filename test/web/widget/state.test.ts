import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChatMessage } from "../../../src/http/contract.ts";
import { type ChatAction, type ChatState, emptyChat, reduce, unreadCount } from "../../../src/web/widget/state.ts";

const start = emptyChat(0, [], "2026-11-22T09:00:00Z");

function after(actions: ChatAction[], from: ChatState = start): ChatState {
  return actions.reduce(reduce, from);
}

function said(seq: number, from: ChatMessage["from"], text: string, inReplyTo: string[] = []): ChatMessage {
  return { seq, id: `msg_${seq}`, from, name: from === "avatar" ? "Mara" : "", text, sources: [], at: "2026-11-22T09:00:00Z", inReplyTo };
}

function delta(offset: number, text: string, draft = "d1"): ChatAction {
  return { type: "delta", delta: { replyTo: "msg_1", draft, offset, text } };
}

function texts(state: ChatState): string[] {
  return state.lines.map((line) => (line.kind === "item" ? line.item.text : line.mode.mode));
}

describe("a draft", () => {
  it("grows by offset, whatever is repeated", () => {
    const pieces = ["Your ", "backup ", "is ", "fine."];
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 20 }), (repeats) => {
        const order = pieces.flatMap((_, index) => [index, ...repeats.filter((again) => again <= index)]);
        const offset = (index: number) => pieces.slice(0, index).join("").length;
        const state = after(order.map((index) => delta(offset(index), pieces[index] as string)));
        expect(state.draft?.text).toBe("Your backup is fine.");
      }),
    );
  });

  it("is not shown without its beginning", () => {
    expect(after([delta(40, "the middle")]).draft).toBeUndefined();
  });

  it("gives way to the message that answers the same, and late deltas change nothing", () => {
    const state = after([delta(0, "Provisional"), { type: "message", item: said(2, "avatar", "The truth", ["msg_0", "msg_1"]) }, delta(11, " and late")]);
    expect(state.draft).toBeUndefined();
    expect(texts(state)).toEqual(["The truth"]);
  });

  it("disappears when it is taken back, with its late deltas; the next draft is shown", () => {
    const gone = after([delta(0, "20 % off"), { type: "discard", discard: { replyTo: "msg_1", draft: "d1" } }, delta(8, "!")]);
    expect(gone.draft).toBeUndefined();
    expect(after([delta(0, "Let me see", "d2")], gone).draft?.text).toBe("Let me see");
  });

  it("of another person's answer stays when a contact's message comes in between", () => {
    expect(after([delta(0, "Half"), { type: "message", item: said(2, "contact", "and one more thing") }]).draft?.text).toBe("Half");
  });
});

describe("what this person says", () => {
  const compose: ChatAction = { type: "compose", id: "own_1", text: "Hi", at: "2026-11-22T09:00:00Z" };

  it("stands there at once, and once, whether the answer or the event comes first", () => {
    const accepted: ChatAction = { type: "accepted", id: "own_1", seq: 1, serverId: "msg_1" };
    const event: ChatAction = { type: "message", item: said(1, "contact", "Hi") };
    for (const order of [
      [accepted, event],
      [event, accepted],
    ]) {
      const state = after([compose, ...order]);
      expect(texts(state)).toEqual(["Hi"]);
      expect(state.pending).toEqual([]);
    }
  });

  it("keeps its place in the order of things said", () => {
    const state = after([
      compose,
      { type: "accepted", id: "own_1", seq: 2, serverId: "msg_2" },
      { type: "message", item: said(1, "contact", "from the other tab") },
    ]);
    expect(texts(state)).toEqual(["from the other tab", "Hi"]);
    expect(state.cursor).toBe(1);
  });
});

describe("who speaks", () => {
  it("shows a change once, and a replay changes nothing", () => {
    const joined: ChatAction = { type: "mode", mode: { mode: "human", name: "Ana" }, seq: 3 };
    const back: ChatAction = { type: "mode", mode: { mode: "avatar" }, seq: 5 };
    const state = after([joined, back, joined, back]);
    expect(texts(state)).toEqual(["human", "avatar"]);
    expect(state.mode).toEqual({ mode: "avatar" });
    expect(state.cursor).toBe(5);
  });

  it("says nothing about what was so from the start", () => {
    expect(
      after([
        { type: "opened", persona: "Mara", mode: { mode: "human", name: "Ana" } },
        { type: "mode", mode: { mode: "human", name: "Ana" }, seq: 3 },
      ]).lines,
    ).toEqual([]);
  });
});

it("counts what is new to this person, not what they said", () => {
  const state = after([{ type: "history", items: [said(1, "contact", "a"), said(2, "avatar", "b", ["msg_1"]), said(3, "human", "c")] }]);
  expect(unreadCount(state)).toBe(2);
  expect(unreadCount(after([{ type: "read", seq: 2 }], state))).toBe(1);
});

it("forgets who was writing when the line breaks, but keeps the words", () => {
  const state = after([
    { type: "typing", name: "Mara" },
    { type: "link", link: "down" },
  ]);
  expect(state.typing).toBeUndefined();
  expect(after([delta(0, "Half"), { type: "link", link: "down" }]).draft?.text).toBe("Half");
});
