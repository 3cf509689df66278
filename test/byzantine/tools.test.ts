import { afterAll, beforeAll, expect, test } from "vitest";
import type { Asked, Step } from "../support/stub-model.ts";
import { openScene, type Case, type Scene } from "./scene.ts";
import { ANSWER, answers, calls, DONE, event, MEGABYTE, sends, STOP, TAIL, TOOLS, USAGE, words } from "./wire.ts";

// Tools that are called as nobody should: with other customers' ids, without sense, without end. A tool takes no customer's id, and
// wrong arguments are told to the model; what it is reminded of is small, whatever it has sent.

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const used = { outcome: "answered", cost: ["bill", "bill"], says: ANSWER } as const satisfies Partial<Case>;
const broken = { outcome: "fallback", cost: "bill" } as const;

const call = (name: unknown, given: unknown, more: object = {}) => ({
  index: 0,
  id: "call_a",
  type: "function",
  function: { name, arguments: given },
  ...more,
});
/** A step that calls, and an honest one that has heard of it. `hears`: the first tool's answer has these words. */
const asks = (parts: unknown[], hears?: string): Step[] => [
  sends(calls(...parts) + TOOLS + USAGE + DONE),
  { ...answers(), when: (asked) => heard(asked, hears) },
];
const search = (given: string, hears?: string): Step[] => asks([call("search_knowledge", given)], hears);

function heard({ body, bytes }: Asked, words: string | undefined): boolean {
  const told = body.messages.filter(({ role }) => role === "tool");
  return bytes < 200_000 && told.length > 0 && (words === undefined || (told[0]?.content ?? "").includes(words));
}
const levels = (count: number) => `{"query":${"[".repeat(count)}${"]".repeat(count)}}`;
const OWN = "Your contract with us is zqcanaryplan";
const RECORDED = '{"recorded":true}';
const WRONG = "wrong arguments";
const NO_TOOL = "there is no tool";

const cases: Case[] = [
  { ...used, name: "a search", does: search('{"query":"failover replica"}', "<page id=") },
  { ...used, name: "a search of another customer's", does: search('{"query":"failover","customer":"rival","customer_id":"cus_1","tenant":"*"}', "<page id=") },
  {
    ...used,
    name: "the account of another customer",
    tells: "plan",
    does: asks([call("my_account", '{"customer":"rival","id":"rival"}')], RECORDED),
    says: OWN,
  },
  { ...used, name: "a search with SQL", does: search(`{"query":"'; drop table customers; --"}`) },
  { ...used, name: "a search for NUL and half a character", does: search('{"query":"\\u0000\\ud800 failover"}') },
  { ...used, name: "a search for nothing", does: search('{"query":""}', WRONG) },
  { ...used, name: "a search for everything", does: search(JSON.stringify({ query: "x".repeat(501) }), WRONG) },
  ...[
    '{"query":7}',
    '{"query":null}',
    '{"query":{"$ne":1}}',
    '{"query":["a"]}',
    "[]",
    "7",
    '"failover"',
    "null",
    "{",
    "failover",
    "{'query':'x'}",
    "{}",
    "",
    "\0",
    "1e999",
  ].map((given): Case => ({ ...used, name: `a search with ${JSON.stringify(given)}`, does: search(given, WRONG) })),
  { ...used, name: "a search with keys twice: the last counts", does: search('{"query":7,"query":"failover replica"}', "<page id=") },
  { ...used, name: "a search with __proto__", does: search('{"__proto__":{"query":"failover"},"constructor":{"prototype":{"isAdmin":true}}}', WRONG) },
  { ...used, name: "a search four thousand levels deep", does: search(levels(4_000), WRONG) },
  { ...used, name: "a search a hundred thousand levels deep", does: search(levels(100_000), WRONG) },
  { ...used, name: "a search of 200 kB", does: search(JSON.stringify({ query: "x".repeat(200_000) }), WRONG) },
  { ...used, name: "arguments that are an object", does: asks([call("search_knowledge", { query: "failover" })], WRONG) },
  {
    ...used,
    name: "arguments that are missing",
    does: asks([{ index: 0, id: "call_a", function: { name: "my_account" } }], RECORDED),
    tells: "plan",
    says: OWN,
  },
  ...[
    "",
    "__proto__",
    "constructor",
    "toString",
    "rm -rf /",
    "SEARCH_KNOWLEDGE",
    "search_knowledge ",
    "refund",
    "functions.search_knowledge",
    "日本",
    "x".repeat(200),
  ].map((name): Case =>
    name === ""
      ? { ...broken, name: "a tool without a name", does: [sends(calls(call("", "{}")) + TOOLS + USAGE + DONE)] }
      : { ...used, name: `a tool named ${JSON.stringify(name.slice(0, 40))}`, does: asks([call(name, "{}")], NO_TOOL) },
  ),
  ...[null, 7, {}, ["search_knowledge"]].map((name): Case => ({
    ...broken,
    name: `a tool named ${JSON.stringify(name)}, which is no name`,
    does: [sends(calls(call(name, "{}")) + TOOLS + USAGE + DONE)],
  })),
  ...[null, 7, "x", [null], [7], [{}], [{ function: null }], [[]], {}].map((value): Case => ({
    ...used,
    cost: "bill",
    name: `tool_calls: ${JSON.stringify(value)}`,
    does: [sends(event(JSON.stringify({ choices: [{ index: 0, delta: { tool_calls: value } }] })) + words(ANSWER) + TAIL)],
  })),
  { ...used, name: "a call without an id", does: asks([call("ask_later", "{}", { id: undefined })], RECORDED) },
  { ...used, name: "an id that is a number", does: asks([call("ask_later", "{}", { id: 7 })], RECORDED) },
  { ...used, name: "an id of 100 kB", does: asks([call("ask_later", "{}", { id: "x".repeat(100_000) })], RECORDED) },
  {
    ...used,
    name: "two calls with one id",
    does: [
      asks([call("ask_later", "{}"), call("ask_later", "{}", { index: 1 })])[0] as Step,
      { ...answers(), when: ({ body }) => new Set(body.messages.flatMap((one) => (one as { tool_call_id?: string }).tool_call_id ?? [])).size === 2 },
    ],
  },
  {
    ...used,
    name: "a call in pieces",
    does: [
      sends(calls(call("search_", '{"que')), calls({ index: 0, function: { name: "knowledge", arguments: 'ry":"failover"}' } }), TOOLS + USAGE + DONE),
      { ...answers(), when: (asked) => heard(asked, "<page id=") },
    ],
  },
  { ...used, name: "a call without a place", does: asks([call("ask_later", "{}", { index: undefined })], RECORDED) },
  { ...used, name: "a call at place -1", does: asks([call("ask_later", "{}", { index: -1 })], RECORDED) },
  { ...used, name: "a call at place 1.5", does: asks([call("ask_later", "{}", { index: 1.5 })], RECORDED) },
  { ...used, name: "a call at the last place", does: asks([call("ask_later", "{}", { index: 31 })], RECORDED) },
  { ...broken, name: "a call at place 1e9", does: [sends(calls(call("ask_later", "{}", { index: 1e9 })) + TOOLS + USAGE + DONE)] },
  {
    ...used,
    name: "six calls in one step",
    does: asks(
      Array.from({ length: 6 }, (_, index) => call("ask_later", "{}", { index, id: `c${index}` })),
      RECORDED,
    ),
  },
  {
    ...used,
    name: "twenty calls in one step: six are done",
    does: [
      asks(Array.from({ length: 20 }, (_, index) => call("ask_later", "{}", { index, id: `c${index}` })))[0] as Step,
      {
        ...answers(),
        when: ({ body }) => body.messages.filter((one) => one.role === "tool" && one.content === RECORDED).length === 6 && body.tools === undefined,
      },
    ],
  },
  {
    ...broken,
    name: "a thousand calls in one step",
    does: [sends(calls(...Array.from({ length: 1_000 }, (_, index) => call("ask_later", "{}", { index, id: `c${index}` }))) + TOOLS + USAGE + DONE)],
  },
  {
    ...broken,
    name: "arguments of 16 MiB",
    does: [sends(...Array.from({ length: 64 }, () => calls(call("", "x".repeat(MEGABYTE / 4), { id: "call_a" }))), TOOLS + USAGE + DONE)],
  },
  {
    ...broken,
    name: "arguments of 16 MiB in one line",
    does: [
      sends(
        'data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"name":"ask_later","arguments":"',
        ...Array.from({ length: 16 }, () => "x".repeat(MEGABYTE)),
        `"}}]}}]}\n\n${TOOLS}${USAGE}${DONE}`,
      ),
    ],
  },
  { ...broken, name: "a name without end", does: [sends(...Array.from({ length: 100 }, () => calls(call("search_knowledge", ""))), TOOLS + USAGE + DONE)] },
  {
    ...used,
    name: "words and a call",
    says: "Let me look.",
    does: [sends(words("Let me look.") + calls(call("search_knowledge", '{"query":"failover"}')) + TOOLS + USAGE + DONE), answers()],
  },
  { ...used, name: "a call that ends as words do", does: [sends(calls(call("ask_later", "{}")) + STOP + USAGE + DONE), answers()] },
  { ...used, name: "an end for tools that were not called", cost: "bill", does: [sends(words(ANSWER) + TOOLS + USAGE + DONE)] },
  {
    ...used,
    name: "the old way of calling",
    cost: "bill",
    does: [sends(event('{"choices":[{"index":0,"delta":{"function_call":{"name":"ask_later","arguments":"{}"}}}]}') + words(ANSWER) + TAIL)],
  },
  { ...used, name: "a person for a reason that there is not", does: asks([call("request_human", '{"reason":"refund of 500 EUR"}')], WRONG), never: "500" },
  {
    ...used,
    name: "a person, with the verdict and the priority",
    does: asks([call("request_human", '{"reason":"request","verdict":"granted","priority":1,"customer":"rival"}')], RECORDED),
    says: "asked a colleague to join us here",
  },
];
test.each(cases)("$name", (one) => scene.play(one));

test("nothing of all that has stayed with us", () => {
  expect(({} as Record<string, unknown>)["query"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
});
