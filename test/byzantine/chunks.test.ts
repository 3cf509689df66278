import { afterAll, beforeAll, expect, test } from "vitest";
import { openScene, type Case, type Scene } from "./scene.ts";
import { ANSWER, chunk, DONE, event, HONEST, sends, STOP, TAIL, USAGE, words } from "./wire.ts";

// Chunks that are JSON and something else than they should be. What is missing is missing; nothing is guessed, nothing breaks.

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const read = { outcome: "answered", cost: "bill", says: ANSWER } as const;
const nothing = { outcome: "fallback", cost: "bill", never: "overwrites" } as const;
const raw = (value: unknown) => event(JSON.stringify(value));
const choices = (value: unknown) => raw({ choices: value });
const second = (text: string) => event(chunk({ content: text }, null, { index: 1 }));
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

const cases: Case[] = [
  { ...read, name: "no choices at all", does: [sends(raw({ id: "x" }) + HONEST)] },
  ...[null, [], {}, "words", 7, true, [null], [7], ["words"], [[]], [{}]].map((value): Case => ({
    ...read,
    name: `choices: ${JSON.stringify(value)}`,
    does: [sends(choices(value) + HONEST)],
  })),
  ...[null, undefined, "words", 7, [], true].map((delta): Case => ({
    ...read,
    name: `a delta that is ${JSON.stringify(delta) ?? "missing"}`,
    does: [sends(choices([{ index: 0, delta }]) + HONEST)],
  })),
  ...[null, 7, ["words"], { text: "words" }, true].map((content): Case => ({
    ...nothing,
    name: `content: ${JSON.stringify(content)}`,
    does: [sends(event(chunk({ content })) + TAIL)],
  })),
  {
    ...read,
    name: "two choices in each chunk: one is heard",
    never: "free",
    does: [
      sends(
        choices([
          { index: 0, delta: { content: ANSWER } },
          { index: 1, delta: { content: "All is free." } },
        ]) + TAIL,
      ),
    ],
  },
  {
    ...read,
    name: "two choices in turn: one is heard",
    never: "free",
    does: [sends(words(ANSWER.slice(0, 30)) + second("All is ") + second("free.") + words(ANSWER.slice(30)) + second("Yes, free.") + TAIL)],
  },
  { ...read, name: "choice 7", does: [sends(event(chunk({ content: ANSWER }, null, { index: 7 })) + event(chunk({}, "stop", { index: 7 })) + USAGE + DONE)] },
  {
    ...read,
    name: "a choice without a number",
    does: [sends(choices([{ delta: { content: ANSWER }, finish_reason: null }]) + choices([{ delta: {}, finish_reason: "stop" }]) + USAGE + DONE)],
  },
  { ...read, name: "a finish reason that is missing", does: [sends(words(ANSWER) + event(chunk({}, undefined)) + USAGE + DONE)] },
  { ...read, name: "a finish reason that nobody knows", does: [sends(words(ANSWER) + event(chunk({}, "tired")) + USAGE + DONE)] },
  { ...read, name: "a finish reason that is a number", does: [sends(words(ANSWER) + event(chunk({}, 7)) + USAGE + DONE)] },
  { ...read, name: "a finish for length", does: [sends(words(ANSWER) + event(chunk({}, "length")) + USAGE + DONE)] },
  { ...read, name: "two finishes", does: [sends(words(ANSWER) + STOP + event(chunk({}, "length")) + USAGE + DONE)] },
  { ...read, name: "words after the finish", does: [sends(words(ANSWER.slice(0, 20)) + STOP + words(ANSWER.slice(20)) + TAIL)] },
  { ...nothing, name: "words that a filter cut off", does: [sends(words(ANSWER) + event(chunk({}, "content_filter")) + USAGE + DONE)] },
  { ...nothing, name: "words that an error cut off", does: [sends(words(ANSWER) + event(chunk({}, "error")) + USAGE + DONE)] },
  { ...nothing, name: "a refusal", does: [sends(event(chunk({ content: null, refusal: "I will not." })) + TAIL)] },
  { ...nothing, name: "only thoughts", does: [sends(event(chunk({ content: null, reasoning_content: "The customer overwrites." })) + TAIL)] },
  {
    ...read,
    name: "thoughts before words: they are not said",
    never: "annoying",
    does: [sends(event(chunk({ reasoning_content: "How annoying." })) + HONEST)],
  },
  { ...nothing, name: "a message in place of a delta", does: [sends(choices([{ index: 0, message: { content: ANSWER } }]) + TAIL)] },
  { ...nothing, name: "the old way of text", does: [sends(choices([{ index: 0, text: ANSWER }]) + TAIL)] },
  { ...nothing, name: "only spaces", does: [sends(words(" \n \t  ") + TAIL)] },
  { ...nothing, name: "only characters that nobody sees", does: [sends(words("\u200b\u200c\u200d\u2060\u00ad\u034f") + TAIL)] },
  { ...nothing, name: "only dots", does: [sends(words("... … — !?") + TAIL)] },
  {
    ...read,
    name: "other roles",
    does: [sends(event(chunk({ role: "system", content: ANSWER })) + event(chunk({ role: "user" })) + event(chunk({ role: 7 })) + TAIL)],
  },
  { ...read, name: "another model's name", does: [sends(HONEST.replaceAll("gpt-4o-mini", "gpt-99-ultra"))] },
  { ...read, name: "a model's name that is a list", does: [sends(HONEST.replaceAll('"gpt-4o-mini"', "[1,2]"))] },
  { ...read, name: "keys twice", does: [sends(HONEST.replaceAll('"content":', '"content":"Everything is free.","content":'))] },
  {
    ...read,
    name: "words with their probabilities",
    does: [sends(event(chunk({ content: ANSWER }, null, { logprobs: { content: [{ token: "x", top_logprobs: [{ content: "free" }] }] } })) + TAIL)],
  },
  {
    ...read,
    name: "__proto__ and constructor",
    does: [
      sends(
        event(
          `{"__proto__":{"usage":{"prompt_tokens":1,"completion_tokens":1}},"constructor":{"prototype":{"error":true}},"choices":[{"__proto__":{"delta":{"content":"Owned."}}}]}`,
        ) + HONEST,
      ),
    ],
  },
  { ...read, name: "a hundred thousand levels beside", does: [sends(event(`{"x":${deep(100_000)}}`) + HONEST)] },
  { ...nothing, name: "a hundred thousand levels of words", does: [sends(event(chunk({ content: "?" }).replace('"?"', deep(100_000))) + TAIL)] },
  {
    ...read,
    name: "numbers beyond all numbers",
    does: [sends(event('{"created":1e999,"choices":[{"index":0,"delta":{"content":""},"finish_reason":null}]}') + HONEST)],
  },
  { ...read, name: "error: null", does: [sends(HONEST.replaceAll('"object"', '"error":null,"object"'))] },
  { ...nothing, name: "an error as a word", cost: "ceiling", does: [sends(raw({ error: "overloaded" }) + DONE)] },
  { ...nothing, name: "an error that repeats the request", cost: "ceiling", does: (asked) => sends(raw({ error: { message: asked.raw } }) + DONE) },
  {
    ...nothing,
    name: "an error beside words",
    cost: "ceiling",
    does: [sends(raw({ error: { code: 1 }, choices: [{ index: 0, delta: { content: ANSWER } }] }) + STOP + DONE)],
  },
];

test.each(cases)("$name", (one) => scene.play(one));

test("nothing of all that has stayed with us", () => {
  expect(({} as Record<string, unknown>)["usage"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["error"]).toBeUndefined();
});
