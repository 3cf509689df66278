import { describe, expect, it } from "vitest";
import type { ChatMessage } from "../../../src/http/contract.ts";
import { createNarrator } from "../../../src/web/widget/narrator.ts";
import { lastSentenceEnd, speakable } from "../../../src/web/widget/speech.ts";
import { type ChatAction, emptyChat, reduce } from "../../../src/web/widget/state.ts";
import { textsOf, type Texts } from "../../../src/web/widget/texts.ts";

const english = textsOf("en") as Texts;

describe("a sentence", () => {
  it.each([
    ["One. Two", "One."],
    ["Use version 4.3 now", ""],
    ["For example (e.g. this) it goes", ""],
    ["Am 26. November kommt", ""],
    ["Das geht z. B. so", ""],
    ['Really?! "Yes." Well', 'Really?! "Yes."'],
    ["# A heading\n\nText", "# A heading\n\n"],
    ["Run:\n\n```sh\nls -a. b\n", "Run:\n\n"],
    ["Run:\n\n```sh\nls\n```\n\nThen", "Run:\n\n```sh\nls\n```\n\n"],
    ["**Done.** Next", "**Done.**"],
  ])("of %j ends after %j", (text, sentence) => {
    expect(text.slice(0, lastSentenceEnd(text, 0))).toBe(sentence);
  });

  it("is read without its marks", () => {
    expect(speakable("## Use **`marl-backup`**, see [the page](https://x.example/y) for *all* snake_case\n- one")).toBe(
      "Use marl-backup, see the page for all snake_case one",
    );
  });
});

describe("the narrator", () => {
  function listen() {
    const narrator = createNarrator(english);
    let state = reduce(emptyChat(0, [], ""), { type: "opened", persona: "Mara", mode: { mode: "avatar" } });
    const heard: string[] = narrator.next(state);
    return {
      heard,
      on(action: ChatAction) {
        state = reduce(state, action);
        heard.push(...narrator.next(state));
      },
    };
  }
  const message = (seq: number, from: ChatMessage["from"], text: string, inReplyTo: string[] = []): ChatMessage => ({
    seq,
    id: `m${seq}`,
    from,
    name: from === "avatar" ? "Mara" : "Ana",
    text,
    sources: [],
    at: "",
    inReplyTo,
  });
  const stream = (text: string, draft = "d1"): ChatAction[] =>
    [...text].map((char, offset) => ({ type: "delta", delta: { replyTo: "m1", draft, offset, text: char } }));

  it("says whole sentences while they come, and at the end only what is new", () => {
    const ears = listen();
    const text = "I am Mara, an AI. It costs nothing. See the page";
    for (const action of stream(text)) ears.on(action);
    ears.on({ type: "message", item: message(2, "avatar", `${text} on backups.`, ["m1"]) });
    expect(ears.heard).toEqual(["Mara: I am Mara, an AI.", "It costs nothing.", "See the page on backups."]);
  });

  it("says that a draft was taken back, and reads the new answer in full", () => {
    const ears = listen();
    for (const action of stream("You get 20 % off. And")) ears.on(action);
    ears.on({ type: "discard", discard: { replyTo: "m1", draft: "d1" } });
    ears.on({ type: "message", item: message(2, "avatar", "I don't know.", ["m1"]) });
    expect(ears.heard).toEqual(["Mara: You get 20 % off.", english.rewriting, "Mara: I don't know."]);
  });

  it("is silent about the past and about one's own words, but not about people", () => {
    const ears = listen();
    ears.on({ type: "history", items: [message(1, "avatar", "Long ago.")] });
    ears.on({ type: "message", item: message(2, "contact", "Hi") });
    ears.on({ type: "mode", mode: { mode: "human", name: "Ana" }, seq: 3 });
    ears.on({ type: "message", item: message(4, "human", "Hello.") });
    expect(ears.heard).toEqual(["Ana has joined the conversation", "Ana: Hello."]);
  });

  it("tells once that something was not sent", () => {
    const ears = listen();
    ears.on({ type: "compose", id: "o1", text: "Hi", at: "" });
    ears.on({ type: "progress", id: "o1", status: "failed", detail: undefined, retry: true });
    ears.on({ type: "quiet" });
    expect(ears.heard).toEqual(["Not sent."]);
  });
});
