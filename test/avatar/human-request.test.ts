/** Whoever asks for a person is heard without a model; whoever merely mentions one is not connected to anybody. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { asksForHuman } from "../../src/avatar/human-request.ts";

const corpus = parse(readFileSync(new URL("corpora/human-request.yaml", import.meta.url), "utf8")) as { asks: string[]; not: string[] };

test.each(corpus.asks)("a request: %s", (text) => {
  expect(asksForHuman(text)).toBeDefined();
});

test.each(corpus.not)("no request: %s", (text) => {
  expect(asksForHuman(text)).toBeUndefined();
});

test("a request inside a longer message is found where it stands", () => {
  const text = "The restore fails again. Can I talk to a person, please?";
  const found = asksForHuman(text);
  expect(found?.rule).toBe("human.asked.en");
  expect(found?.offset).toBeGreaterThan(text.indexOf("Can I") - 1);
});

test("a request hidden with invisible characters is still a request", () => {
  expect(asksForHuman("a hu\u200bman please")).toBeDefined();
});

/** The eight languages beside English and German; `unseen` is what the rules have not learned from. */
type Abroad = { asks: string[]; not: string[]; unseen: { asks: string[]; not: string[] } };

describe.each(["fr", "es", "it", "pt", "nl", "pl", "ja", "ar"])("in %s", (language) => {
  const read = parse(readFileSync(new URL(`corpora/human-request-${language}.yaml`, import.meta.url), "utf8")) as Abroad;

  test("a request is heard, and what only mentions a person connects nobody", () => {
    expect(Math.min(read.asks.length, read.not.length)).toBeGreaterThanOrEqual(20);
    expect(read.asks.filter((text) => !asksForHuman(text))).toEqual([]);
    expect(read.not.filter((text) => asksForHuman(text))).toEqual([]);
  });

  test("also in other words, and the figures say how often", () => {
    const [heard, wrong] = [read.unseen.asks.filter((text) => asksForHuman(text)).length, read.unseen.not.filter((text) => asksForHuman(text)).length];
    process.stdout.write(
      `${language}, unseen: ${heard} of ${read.unseen.asks.length} requests heard, ${wrong} of ${read.unseen.not.length} look-alikes taken for one\n`,
    );
    expect(heard / read.unseen.asks.length).toBeGreaterThanOrEqual(0.4);
    expect(wrong / read.unseen.not.length).toBeLessThanOrEqual(0.2);
  });
});
