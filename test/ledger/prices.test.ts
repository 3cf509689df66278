import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PriceError, SNAPSHOT, amount, ceiling, isFree, priceOf, unknownModelHelp } from "../../src/ledger/prices.ts";
import type { Price, PriceBook, Rate } from "../../src/ledger/prices.ts";
import { credibleUsage } from "../../src/ledger/usage.ts";
import type { Usage } from "../../src/ledger/usage.ts";

const at = new Date("2026-11-22T12:00:00Z");
const book: PriceBook = { business: { currency: "EUR" }, prices: {}, exchange: { USD: { rate: "0.92", date: "2026-11-02" } } };
const dollars: PriceBook = { business: { currency: "USD" }, prices: {}, exchange: {} };

function used(usage: Partial<Usage>): Usage {
  return { input: 0, cachedInput: 0, cacheWrite: 0, output: 0, reasoning: 0, ...usage };
}
function known(name: string, from = book, when = at): Price {
  const price = priceOf(name, from, when);
  if (!price) throw new Error(`no price for ${name}`);
  return price;
}

test("the snapshot is the installed package", () => {
  const { version } = JSON.parse(readFileSync("node_modules/@pydantic/genai-prices/package.json", "utf8")) as { version: string };
  expect(SNAPSHOT).toBe(`genai-prices ${version}`);
});

test("a price is plain data that can be stored with the attempt", () => {
  const price = known("gpt-4o-mini");
  expect(price).toEqual({
    model: "openai/gpt-4o-mini",
    source: SNAPSHOT,
    currency: "USD",
    input: { base: "0.15" },
    output: { base: "0.6" },
    cachedInput: { base: "0.075" },
    exchange: { from: "USD", to: "EUR", rate: "0.92", date: "2026-11-02" },
  });
  expect(JSON.parse(JSON.stringify(price))).toEqual(price);
});

// Computed by hand: tokens × dollars per million tokens = micro-dollars; × rate = micro-euros; then rounded up, once.
test.each([
  // 1000 × 0.15 + 500 × 0.60 = 450; × 0.92 = 414
  { model: "gpt-4o-mini", usage: { input: 1_000, output: 500 }, euros: 414n, dollars: 450n },
  // 600 × 0.15 + 400 × 0.075 + 500 × 0.60 = 90 + 30 + 300 = 420; × 0.92 = 386.4
  { model: "gpt-4o-mini", usage: { input: 1_000, cachedInput: 400, output: 500 }, euros: 387n, dollars: 420n },
  // 1 × 0.15 = 0.15; × 0.92 = 0.138
  { model: "gpt-4o-mini", usage: { input: 1 }, euros: 1n, dollars: 1n },
  // 7 × 0.15 + 3 × 0.60 = 2.85; × 0.92 = 2.622
  { model: "gpt-4o-mini", usage: { input: 7, output: 3 }, euros: 3n, dollars: 3n },
  // 2000 × 1.25 + 900 × 10 = 11500, thinking is output; × 0.92 = 10580
  { model: "gpt-5", usage: { input: 2_000, output: 900, reasoning: 700 }, euros: 10_580n, dollars: 11_500n },
  // 600 × 2.5 + 400 heard × 32 + 100 × 10 + 50 spoken × 64 = 1500 + 12800 + 1000 + 3200 = 18500; × 0.92 = 17020
  { model: "gpt-audio", usage: { input: 1_000, audioInput: 400, output: 150, audioOutput: 50 }, euros: 17_020n, dollars: 18_500n },
  // 200000 × 3 + 1000 × 15 = 615000, the tier begins above 200000; × 0.92 = 565800
  { model: "claude-sonnet-4-5", usage: { input: 200_000, output: 1_000 }, euros: 565_800n, dollars: 615_000n },
  // 200001 × 6 + 1000 × 22.5 = 1222506; × 0.92 = 1124705.52
  { model: "claude-sonnet-4-5", usage: { input: 200_001, output: 1_000 }, euros: 1_124_706n, dollars: 1_222_506n },
  // 1000 fresh × 3 + 3000 read × 0.3 + 1000 written × 3.75 + 100 × 15 = 3000 + 900 + 3750 + 1500 = 9150; × 0.92 = 8418
  { model: "anthropic/claude-sonnet-4-5", usage: { input: 5_000, cachedInput: 3_000, cacheWrite: 1_000, output: 100 }, euros: 8_418n, dollars: 9_150n },
])("$model with $usage costs $euros millionths of a euro", ({ model, usage, euros, dollars: inDollars }) => {
  expect(amount(known(model), used(usage))).toBe(euros);
  expect(amount(known(model, dollars), used(usage))).toBe(inDollars);
});

test("some vendors charge by the hour of the day: the price at the time of the attempt holds", () => {
  expect(known("deepseek-chat", dollars, new Date("2026-11-22T12:00:00Z")).input.base).toBe("0.27");
  expect(known("deepseek-chat", dollars, new Date("2026-11-22T20:00:00Z")).input.base).toBe("0.135");
});

test("a fee for each request is part of cost and ceiling", () => {
  const price: Price = { ...known("gpt-4o-mini", dollars), requests: "5" };
  // 5 dollars per thousand requests are 5000 micro-dollars each
  expect(amount(price, used({ input: 1_000 }))).toBe(5_150n);
  expect(ceiling(price, 1_000, 0)).toBe(5_150n);
});

test("a ceiling counts every byte as a token, all at the dearest rate", () => {
  // 10000 × 0.15 + 800 × 0.60 = 1980; × 0.92 = 1821.6
  expect(ceiling(known("gpt-4o-mini"), 10_000, 800)).toBe(1_822n);
  // 10000 × 7.5 (writing the cache in the upper tier) + 800 × 22.5 = 93000; × 0.92 = 85560
  expect(ceiling(known("claude-sonnet-4-5"), 10_000, 800)).toBe(85_560n);
});

describe("the rulebook's prices", () => {
  const rate = (price: string, currency: string) => ({ price, currency });
  const own: PriceBook = {
    ...book,
    prices: {
      "gpt-4o-mini": { input: rate("1", "EUR"), output: rate("2", "EUR"), cachedInput: rate("0.5", "EUR") },
      "llama3.1:8b": { input: rate("0", "USD"), output: rate("0", "USD") },
    },
  };

  test("win over the snapshot, and need no rate in the own currency", () => {
    const price = known("gpt-4o-mini", own);
    expect(price).toMatchObject({ source: "rulebook", currency: "EUR", exchange: null });
    expect(amount(price, used({ input: 10, cachedInput: 4, output: 3 }))).toBe(14n);
  });

  test("may name every kind of tokens; the ceiling reckons with the dearest", () => {
    const kinds = {
      cachedInput: rate("1", "EUR"),
      cacheWrite: rate("3", "EUR"),
      audioInput: rate("40", "EUR"),
      reasoning: rate("9", "EUR"),
      audioOutput: rate("80", "EUR"),
    };
    const price = known("gpt-audio", { ...book, prices: { "gpt-audio": { input: rate("2", "EUR"), output: rate("8", "EUR"), ...kinds } } });
    // 10 plain × 2 + 20 read × 1 + 30 written × 3 + 40 heard × 40 + 5 plain × 8 + 6 thought × 9 + 7 spoken × 80
    const usage = { input: 100, cachedInput: 20, cacheWrite: 30, audioInput: 40, output: 18, reasoning: 6, audioOutput: 7 };
    expect(amount(price, used(usage))).toBe(20n + 20n + 90n + 1_600n + 40n + 54n + 560n);
    expect(ceiling(price, 100, 18)).toBe(100n * 40n + 18n * 80n);
  });

  test("make a local model an honest zero", () => {
    const price = known("llama3.1:8b", own);
    expect(isFree(price)).toBe(true);
    expect(amount(price, used({ input: 1_000_000, output: 1_000_000 }))).toBe(0n);
  });

  test("without a rate for their currency are refused with the lines to paste", () => {
    expect(() => priceOf("gpt-4o", { ...book, exchange: {} }, at)).toThrow(PriceError);
    expect(() => priceOf("gpt-4o", { ...book, exchange: {} }, at)).toThrow("exchange:\n  USD:\n    rate: 0.92");
  });

  test("are never found on the object's own ancestors", () => {
    for (const name of ["constructor", "__proto__", "toString"]) expect(priceOf(name, book, at)).toBeUndefined();
  });
});

test("the built-in model costs nothing, a well-known one something", () => {
  expect(isFree(known("built-in"))).toBe(true);
  expect(isFree(known("gpt-4o-mini"))).toBe(false);
});

test("a provider may stand before the name", () => {
  expect(known("langchain:anthropic/claude-sonnet-4-5")).toEqual(known("claude-sonnet-4-5"));
});

test("an unknown model has no price, and the help is the lines to paste", () => {
  for (const name of ["stub", "llama3.1:8b", "gpt-99", "", "/", "nobody/nothing"]) expect(priceOf(name, book, at)).toBeUndefined();
  expect(unknownModelHelp("llama3.1:8b")).toBe(
    'No price is known for the model "llama3.1:8b", so its cost could not be booked.\nAdd it to policies.yaml, per million tokens, in USD or your own currency. A model on your own machine costs 0:\n\nprices:\n  "llama3.1:8b":\n    input: 0 USD\n    output: 0 USD',
  );
});

const bounds = { requestBytes: 1_000, maxOutputTokens: 100 };

test.each([
  { when: "plain", raw: { prompt_tokens: 50, completion_tokens: 10, total_tokens: 60 }, usage: { input: 50, output: 10 } },
  {
    when: "OpenAI with details",
    raw: {
      prompt_tokens: 50,
      completion_tokens: 10,
      prompt_tokens_details: { cached_tokens: 20, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 4 },
    },
    usage: { input: 50, cachedInput: 20, output: 10, reasoning: 4 },
  },
  {
    when: "details are null",
    raw: { prompt_tokens: 50, completion_tokens: 10, prompt_tokens_details: null, completion_tokens_details: null },
    usage: { input: 50, output: 10 },
  },
  {
    when: "the newer names",
    raw: { input_tokens: 50, output_tokens: 10, input_tokens_details: { cached_tokens: 5 } },
    usage: { input: 50, cachedInput: 5, output: 10 },
  },
  {
    when: "DeepSeek",
    raw: { prompt_tokens: 50, completion_tokens: 10, prompt_cache_hit_tokens: 30, prompt_cache_miss_tokens: 20 },
    usage: { input: 50, cachedInput: 30, output: 10 },
  },
  {
    when: "Gemini leaves the thinking out of the output",
    raw: { prompt_tokens: 50, completion_tokens: 10, total_tokens: 90 },
    usage: { input: 50, output: 40 },
  },
  {
    when: "Grok counts the thinking beside the output",
    raw: { prompt_tokens: 50, completion_tokens: 10, completion_tokens_details: { reasoning_tokens: 30 } },
    usage: { input: 50, output: 40, reasoning: 30 },
  },
  {
    when: "spoken and heard",
    raw: { prompt_tokens: 50, completion_tokens: 10, prompt_tokens_details: { audio_tokens: 30 }, completion_tokens_details: { audio_tokens: 6 } },
    usage: { input: 50, audioInput: 30, output: 10, audioOutput: 6 },
  },
  { when: "exactly the bounds", raw: { prompt_tokens: 1_000, completion_tokens: 100 }, usage: { input: 1_000, output: 100 } },
])("usage is read: $when", ({ raw, usage }) => {
  expect(credibleUsage(raw, bounds)).toEqual({ ok: true, usage: used(usage) });
});

test.each([
  { when: "nothing", raw: undefined, problem: "missing" },
  { when: "null", raw: null, problem: "missing" },
  { when: "a list", raw: [], problem: "missing" },
  { when: "no output", raw: { prompt_tokens: 5 }, problem: "missing" },
  { when: "a negative number", raw: { prompt_tokens: -5, completion_tokens: 1 }, problem: "not_whole_numbers" },
  { when: "a fraction", raw: { prompt_tokens: 5.5, completion_tokens: 1 }, problem: "not_whole_numbers" },
  { when: "text", raw: { prompt_tokens: "5", completion_tokens: 1 }, problem: "not_whole_numbers" },
  { when: "beyond all numbers", raw: { prompt_tokens: 2 ** 60, completion_tokens: 1 }, problem: "not_whole_numbers" },
  { when: "not a number", raw: { prompt_tokens: Number.NaN, completion_tokens: 1 }, problem: "not_whole_numbers" },
  { when: "a negative detail", raw: { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: { cached_tokens: -1 } }, problem: "not_whole_numbers" },
  {
    when: "more cached than sent",
    raw: { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 6 } },
    problem: "parts_exceed_whole",
  },
  {
    when: "more heard and cached than sent",
    raw: { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 3, audio_tokens: 3 } },
    problem: "parts_exceed_whole",
  },
  {
    when: "more spoken than there was output",
    raw: { prompt_tokens: 5, completion_tokens: 1, completion_tokens_details: { audio_tokens: 2 } },
    problem: "parts_exceed_whole",
  },
  { when: "more tokens than bytes", raw: { prompt_tokens: 1_001, completion_tokens: 1 }, problem: "too_much_input" },
  { when: "more output than asked for", raw: { prompt_tokens: 5, completion_tokens: 101 }, problem: "too_much_output" },
  { when: "a total beyond what was asked for", raw: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 1_000_000 }, problem: "too_much_output" },
  { when: "no input at all", raw: { prompt_tokens: 0, completion_tokens: 1 }, problem: "too_little" },
  { when: "words for nothing", raw: { prompt_tokens: 5, completion_tokens: 0 }, problem: "too_little" },
])("usage is not believed: $when", ({ raw, problem }) => {
  expect(credibleUsage(raw, { ...bounds, replyBytes: 12 })).toEqual({ ok: false, problem });
});

test("no credible usage ever costs more than the ceiling", () => {
  const decimal = fc.tuple(fc.nat(50), fc.nat(999_999)).map(([units, places]) => `${units}.${String(places).padStart(6, "0")}`);
  const rate: fc.Arbitrary<Rate> = fc.record(
    { base: decimal, tiers: fc.array(fc.record({ above: fc.nat(3_000), price: decimal }), { maxLength: 3 }) },
    { requiredKeys: ["base"] },
  );
  const price: fc.Arbitrary<Price> = fc.record(
    {
      model: fc.constant("x"),
      source: fc.constant("rulebook" as const),
      currency: fc.constant("USD"),
      input: rate,
      output: rate,
      cachedInput: rate,
      cacheWrite: rate,
      audioInput: rate,
      reasoning: rate,
      audioOutput: rate,
      requests: decimal,
      exchange: fc.option(fc.record({ from: fc.constant("USD"), to: fc.constant("EUR"), rate: decimal, date: fc.constant("2026-11-02") })),
    },
    { requiredKeys: ["model", "source", "currency", "input", "output", "exchange"] },
  );
  const raw = fc.record({
    prompt_tokens: fc.nat(4_000),
    completion_tokens: fc.nat(1_000),
    total_tokens: fc.option(fc.nat(5_000), { nil: undefined, freq: 1 }),
    prompt_tokens_details: fc.record({ cached_tokens: fc.nat(400), cache_write_tokens: fc.nat(400), audio_tokens: fc.nat(400) }),
    completion_tokens_details: fc.record({ reasoning_tokens: fc.nat(100), audio_tokens: fc.nat(100) }),
  });
  let believed = 0;
  fc.assert(
    fc.property(price, raw, fc.nat(4_000), fc.nat(1_000), (one, said, requestBytes, maxOutputTokens) => {
      const checked = credibleUsage(said, { requestBytes, maxOutputTokens });
      if (!checked.ok) return;
      believed++;
      expect(amount(one, checked.usage)).toBeLessThanOrEqual(ceiling(one, requestBytes, maxOutputTokens));
    }),
    { numRuns: 5_000 },
  );
  expect(believed).toBeGreaterThan(50);
});
