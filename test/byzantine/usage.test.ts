import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tokens } from "../support/stub-model.ts";
import { openScene, type Case, type Scene } from "./scene.ts";
import { ANSWER, chunk, DONE, event, HONEST, sends, STOP, TAIL, TOKENS, usage, USAGE, words } from "./wire.ts";

// What it says it has used. It is believed within what was possible, in all its kinds and to the micro-unit; whatever else stands
// at the most that the step can have cost, is marked, and people hear of it.

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const told = { outcome: "answered", cost: "bill", says: ANSWER } as const;
const lied = { outcome: "answered", cost: "ceiling", says: ANSWER } as const;
const says = (...tokens: unknown[]) => [sends(words(ANSWER) + STOP + tokens.map(usage).join("") + DONE)];
const bill = (given: Partial<Tokens>): Tokens => ({ input: 700, cached: 0, output: 40, ...given });
const wrong = (given: object) => says({ ...TOKENS, ...given });
/** As text, for numbers that JSON.stringify would mend. */
const written = (given: string) => [sends(`${words(ANSWER)}${STOP}${event(`{"choices":[],"usage":${given}}`)}${DONE}`)];

const cases: Case[] = [
  { ...told, name: "the truth", does: says(TOKENS) },
  { ...told, name: "without a total", does: says({ prompt_tokens: 700, completion_tokens: 40 }) },
  { ...told, name: "by their newer names", does: says({ input_tokens: 700, output_tokens: 40 }) },
  { ...told, name: "some from a cache", bill: bill({ cached: 500 }), does: wrong({ prompt_tokens_details: { cached_tokens: 500 } }) },
  { ...told, name: "all from a cache", bill: bill({ cached: 700 }), does: wrong({ prompt_tokens_details: { cached_tokens: 700, audio_tokens: 0 } }) },
  {
    ...told,
    name: "from a cache, by DeepSeek's name",
    bill: bill({ cached: 300 }),
    does: wrong({ prompt_cache_hit_tokens: 300, prompt_cache_miss_tokens: 400 }),
  },
  {
    ...told,
    name: "thoughts, spoken and heard words as parts",
    does: wrong({ prompt_tokens_details: { audio_tokens: 90 }, completion_tokens_details: { reasoning_tokens: 20, audio_tokens: 10 } }),
  },
  {
    ...told,
    name: "thoughts beside the words",
    bill: bill({ output: 240 }),
    does: wrong({ total_tokens: 940, completion_tokens_details: { reasoning_tokens: 200 } }),
  },
  { ...told, name: "details that are null", does: wrong({ prompt_tokens_details: null, completion_tokens_details: null, cost: "free" }) },
  { ...told, name: "the most that was allowed", bill: bill({ output: 800 }), does: wrong({ completion_tokens: 800, total_tokens: 1_500 }) },
  {
    ...told,
    name: "with each chunk, growing",
    bill: bill({}),
    does: [sends(event(chunk({ content: ANSWER }).replace(/}$/, ',"usage":{"prompt_tokens":700,"completion_tokens":3}}')) + TAIL)],
  },
  { ...told, name: "before the words", does: [sends(USAGE + words(ANSWER) + STOP + DONE)] },
  { ...told, name: "in the middle of the words", does: [sends(words(ANSWER.slice(0, 20)) + USAGE + words(ANSWER.slice(20)) + STOP + DONE)] },
  { ...told, name: "with the last chunk", does: [sends(words(ANSWER) + event(chunk({}, "stop").replace(/}$/, `,"usage":${JSON.stringify(TOKENS)}}`)) + DONE)] },
  { ...told, name: "twice, the same", does: says(TOKENS, TOKENS) },
  { ...told, name: "twice, and the second is the account", does: says({ prompt_tokens: 5, completion_tokens: 1 }, TOKENS) },
  { ...told, name: "null before it", does: [sends(HONEST.replaceAll('"object"', '"usage":null,"object"'))] },
  { ...lied, name: "after the end", does: [sends(words(ANSWER) + STOP + DONE + USAGE)] },
  { ...lied, name: "none", does: [sends(words(ANSWER) + STOP + DONE)] },
  ...[{}, [], [1, 2], "plenty", 7, true, { usage: TOKENS }].map((value): Case => ({ ...lied, name: JSON.stringify(value), does: says(value) })),
  { ...lied, name: "only a total", does: says({ total_tokens: 740 }) },
  { ...lied, name: "only the question", does: says({ prompt_tokens: 700 }) },
  { ...lied, name: "only the answer", does: says({ completion_tokens: 40 }) },
  { ...lied, name: "the truth, and then nonsense", does: says(TOKENS, { prompt_tokens: -1, completion_tokens: 40 }) },
  ...[-5, 0, 40.5, "40", 1e308, 2 ** 60, 9_000_000, null, [40], { value: 40 }, true].map((tokens): Case => ({
    ...lied,
    name: `${JSON.stringify(tokens)} tokens of an answer`,
    does: wrong({ completion_tokens: tokens, total_tokens: undefined }),
  })),
  ...[-700, 0, 700.5, "700", 1e308, 2 ** 60, 9_000_000, null, [700]].map((tokens): Case => ({
    ...lied,
    name: `${JSON.stringify(tokens)} tokens of a question`,
    does: wrong({ prompt_tokens: tokens, total_tokens: undefined }),
  })),
  ...["NaN", "Infinity", "1e999", "-0.0", "0x28", "1_000"].map((tokens): Case =>
    tokens === "1e999" || tokens === "-0.0"
      ? { ...lied, name: `${tokens} tokens`, does: written(`{"prompt_tokens":700,"completion_tokens":${tokens}}`) }
      : {
          name: `${tokens} tokens, which is not JSON`,
          outcome: "fallback",
          cost: "ceiling",
          does: written(`{"prompt_tokens":700,"completion_tokens":${tokens}}`),
        },
  ),
  { ...lied, name: "more than a step may cost", does: wrong({ completion_tokens: 801, total_tokens: 1_501 }) },
  { ...lied, name: "a total that hides a fortune", does: wrong({ total_tokens: 1_000_000 }) },
  { ...lied, name: "more from a cache than there was", does: wrong({ prompt_tokens_details: { cached_tokens: 701 } }) },
  { ...lied, name: "more heard than there was", does: wrong({ prompt_tokens_details: { audio_tokens: 701 } }) },
  { ...lied, name: "less than nothing from a cache", does: wrong({ prompt_tokens_details: { cached_tokens: -1 } }) },
  { ...lied, name: "thoughts beyond the answer's limit", does: wrong({ completion_tokens_details: { reasoning_tokens: 5_000 } }) },
  { ...lied, name: "more spoken than answered", does: wrong({ completion_tokens_details: { audio_tokens: 41 } }) },
  { ...lied, name: "__proto__ with the truth in it", does: written(`{"__proto__":${JSON.stringify(TOKENS)}}`) },
];

test.each(cases)("$name", (one) => scene.play(one));

test("many lies are one alert, until somebody has seen it", async () => {
  type Alert = { id: string; rule: string; text: string; acknowledgedAt: string | null };
  const alerts = async () => (await scene.house.staff<{ items: Alert[] }>("GET", "/alerts?limit=200")).items.filter((one) => one.acknowledgedAt === null);
  const asks = async () => (await scene.house.guest()).says("How do I restore a backup?");
  scene.stub.switchTo(() => sends(words(ANSWER) + STOP + DONE));
  await Promise.all([asks(), asks(), asks()]);
  await asks();
  const [alert, ...more] = await alerts();
  expect(more).toEqual([]);
  expect(alert).toMatchObject({ rule: "model.usage", text: expect.stringMatching(/^The model gpt-4o-mini does not say credibly what it used\. .*estimated/) });
  await scene.house.staff("POST", `/alerts/${encodeURIComponent(alert?.id ?? "")}/acknowledge`);
  expect(await alerts()).toEqual([]);
  await asks();
  expect(await alerts()).toMatchObject([{ rule: "model.usage" }]);
});
