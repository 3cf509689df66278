import { describe, expect, it } from "vitest";
import type { ChatMessage } from "../../../src/http/contract.ts";
import { expressionOf } from "../../../src/web/widget/expression.ts";
import { type ChatAction, type ChatState, emptyChat, reduce } from "../../../src/web/widget/state.ts";

const opened: ChatAction = { type: "opened", persona: "Marla", mode: { mode: "avatar" } };

function after(...actions: ChatAction[]): ChatState {
  return [opened, ...actions].reduce(reduce, emptyChat(0, [], "2026-11-22T09:00:00Z"));
}

function said(seq: number, from: ChatMessage["from"], more: Partial<ChatMessage> = {}): ChatAction {
  const item: ChatMessage = { seq, id: `m${seq}`, from, name: "", text: "…", sources: [], at: "2026-11-22T09:00:00Z", inReplyTo: [], ...more };
  return { type: "message", item };
}

const compose: ChatAction = { type: "compose", id: "own", text: "Hi", at: "2026-11-22T09:00:00Z" };
const accepted: ChatAction = { type: "accepted", id: "own", seq: 1, serverId: "m1" };
const typing: ChatAction = { type: "typing", name: undefined };
const delta: ChatAction = { type: "delta", delta: { replyTo: "m1", draft: "d", offset: 0, text: "Well" } };
const reply = said(2, "avatar", { inReplyTo: ["m1"] });
const regret = said(2, "avatar", { inReplyTo: ["m1"], sorry: true });

describe("the face", () => {
  it("follows a question from its first letter to its answer, and is never at rest while one is owed", () => {
    expect(expressionOf(after(), false)).toBe("neutral");
    expect(expressionOf(after(), true)).toBe("listening");
    expect(expressionOf(after(compose), false)).toBe("thinking");
    expect(expressionOf(after(compose, accepted), false)).toBe("thinking");
    expect(expressionOf(after(compose, accepted, typing), true)).toBe("thinking");
    expect(expressionOf(after(compose, accepted, typing, delta), false)).toBe("answering");
    expect(expressionOf(after(compose, accepted, typing, delta, reply), false)).toBe("neutral");
  });

  it("is sorry when the answer could not give what was asked for, until it is calmed or somebody writes again", () => {
    const sorry = after(compose, accepted, typing, regret);
    expect(expressionOf(sorry, false)).toBe("sorry");
    expect(expressionOf(sorry, true)).toBe("listening");
    expect(expressionOf(reduce(sorry, { type: "calm" }), false)).toBe("neutral");
    expect(expressionOf([said(3, "contact"), said(4, "avatar")].reduce(reduce, sorry), false)).toBe("neutral");
    expect(expressionOf(reduce(sorry, { type: "mode", mode: { mode: "human", name: "Ana" }, seq: 5 }), false)).toBe("neutral");
  });

  it("does not brood over what was said before the page was loaded", () => {
    const item = (said(7, "contact") as { item: ChatMessage }).item;
    expect(expressionOf(after({ type: "history", items: [item] }), false)).toBe("neutral");
  });

  it("is sorry as long as nobody can be reached", () => {
    expect(expressionOf(after({ type: "link", link: "down" }), false)).toBe("sorry");
    expect(expressionOf(after({ type: "signed-out" }), true)).toBe("sorry");
  });
});
