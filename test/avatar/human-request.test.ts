/** Whoever asks for a person is heard without a model; whoever merely mentions one is not connected to anybody. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
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
