import { expect, test } from "vitest";
import { contextOf } from "../../src/avatar/context.ts";
import type { ChatMessage } from "../../src/avatar/models/model.ts";
import { WINDOW_MESSAGES, type Turn, type TurnMessage } from "../../src/conversations/index.ts";

// A provider reads what it has read before at a tenth of the price, as far as it begins with the same bytes. So what stays comes first, and what was
// said long ago leaves in blocks, not one message a turn.

const PROMPT = "You answer customers. ".repeat(100);

/** The turn that answers the newest of the messages, with as many earlier ones as the database gives. */
function turnAt(all: TurnMessage[]): Turn {
  const covers = all.slice(-1);
  return { covers, messages: all.slice(-1 - WINDOW_MESSAGES) } as Turn;
}

/** Requests of a conversation in which each question is answered by one message of so many characters. */
function* requests(turns: number, characters: number): Generator<ChatMessage[]> {
  const all: TurnMessage[] = [];
  let seq = 0;
  const say = (author: "contact" | "avatar") => {
    seq++;
    all.push({
      id: `msg_${seq}`,
      publicId: `m${seq}`,
      seq,
      author,
      text: `${author} ${seq} `.padEnd(characters, "x"),
      modelText: null,
      at: "2026-03-02T09:00:00Z",
    } as TurnMessage);
  };
  for (let turn = 0; turn < turns; turn++) {
    say("contact");
    // The pages differ from question to question.
    yield contextOf({ turn: turnAt(all), prompt: PROMPT, hits: [{ article: { id: `page-${turn}`, title: "A page", body: "…" } }] as never, known: [] });
    say("avatar");
  }
}

function sharedBytes(one: ChatMessage[], other: ChatMessage[]): number {
  let at = 0;
  while (at < one.length && JSON.stringify(one[at]) === JSON.stringify(other[at])) at++;
  return Buffer.byteLength(JSON.stringify(one.slice(0, at)));
}

test.each([
  { what: "short messages, until the window is full and after", characters: 200 },
  { what: "long messages, until the bytes are full and after", characters: 1_200 },
])("$what: three requests of four begin with all that was said before", ({ characters }) => {
  const all = [...requests(60, characters)];
  let whole = 0;
  for (let turn = 1; turn < all.length; turn++) {
    const [before, now] = [all[turn - 1] as ChatMessage[], all[turn] as ChatMessage[]];
    expect(now[0]).toEqual({ role: "system", content: PROMPT });
    // Prompt and history, less the pages and the question of that turn.
    const history = before.slice(0, -2);
    if (sharedBytes(history, now) === Buffer.byteLength(JSON.stringify(history))) whole++;
    // What is new stands at the end, in its order.
    expect(now.slice(-2).map(({ role }) => role)).toEqual(["system", "user"]);
  }
  expect(whole / (all.length - 1)).toBeGreaterThanOrEqual(0.7);
});

test("what was said just before is never lost to a block", () => {
  for (const request of requests(60, 400)) {
    const history = request.slice(1, -2);
    const asked = Number(/contact (\d+)/.exec(request.at(-1)?.content ?? "")?.[1]);
    expect(history.length).toBeGreaterThanOrEqual(Math.min(asked - 1, 12));
    if (history.length > 0) expect(history.at(-1)?.content).toContain(`avatar ${asked - 1} `);
  }
});
