import { expect, test } from "vitest";
import { readCostFacts } from "../../../src/web/console/conversations/cost-facts.ts";
import { lineUp } from "../../../src/web/console/conversations/lineup.ts";

const said = (id: string, from: string, inReplyTo: string[] = []) => ({ id, from, inReplyTo });
const MESSAGES = [said("m1", "contact"), said("m2", "contact"), said("r1", "avatar", ["m1", "m2"]), said("m3", "contact")];

function placed(turns: { id: string; covers: string[]; reply?: string | null }[]) {
  const { rows, loose } = lineUp(MESSAGES, turns);
  return {
    rows: Object.fromEntries(rows.filter((row) => row.turns.length > 0).map((row) => [row.message.id, row.turns.map(({ id }) => id)])),
    loose: loose.map(({ id }) => id),
  };
}

test("a turn stands beside its reply", () => {
  expect(placed([{ id: "t1", covers: ["m1", "m2"], reply: "r1" }])).toEqual({ rows: { r1: ["t1"] }, loose: [] });
});

test("without the reply's id it stands beside the reply that covers the same messages", () => {
  expect(placed([{ id: "t1", covers: ["m2"], reply: null }])).toEqual({ rows: { r1: ["t1"] }, loose: [] });
});

test("a crashed turn without any reply stands beside the last message that it had read", () => {
  expect(placed([{ id: "t2", covers: ["gone", "m3"], reply: null }])).toEqual({ rows: { m3: ["t2"] }, loose: [] });
});

test("no turn is ever hidden: what fits nowhere is loose", () => {
  expect(placed([{ id: "t3", covers: ["elsewhere"], reply: "nowhere" }])).toEqual({ rows: {}, loose: ["t3"] });
});

test("a cost's facts are read, and what is missing is left out", () => {
  expect(readCostFacts({ model: "gpt-5-mini", usage: { input_tokens: 12, output_tokens: 3 }, estimated: true })).toEqual({
    model: "gpt-5-mini",
    input: 12,
    output: 3,
    estimated: true,
  });
  expect(readCostFacts({ inputTokens: 5, status: "timeout" })).toEqual({ input: 5, status: "timeout", estimated: false });
  expect(readCostFacts({ minutes: 12, billed: 15 })).toEqual({ minutes: 15, estimated: false });
  expect(readCostFacts({ model: 7, usage: "no" })).toEqual({ estimated: false });
});
