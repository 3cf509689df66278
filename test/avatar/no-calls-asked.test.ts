import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { newsWish } from "../../src/avatar/initiative/asked.ts";
import { noCalls } from "../../src/avatar/initiative/calls.ts";

// "Please don't call me" is obeyed by the service itself: whoever is not heard is rung against their word (PRODUCT promise 10). And whoever did not say it
// loses calls that they want, for good: so a function, a name, a time of day or a wonder why nobody rings is no such word.

const { said: SAID, not_said: NOT_SAID } = parse(readFileSync("test/avatar/corpora/no-calls.yaml", "utf8")) as Record<
  "said" | "not_said",
  Record<string, string[]>
>;

const rows = (table: Record<string, readonly string[]>) => Object.entries(table).flatMap(([language, texts]) => texts.map((text) => [language, text] as const));

describe("no calls, and nothing else", () => {
  test.each(rows(SAID))("%s: %s", (_language, text) => expect(noCalls(text)?.replace("I am serious.", "")).toBe(""));
  test.each(Object.keys(SAID))("as the text in %s says it", (language) => {
    const texts = parse(readFileSync(`prompts/texts/${language}.yaml`, "utf8")) as Record<string, { text: string }>;
    const quoted = /[“„«「‘] ?([^”“»」’]+?) ?[”“»」’][^”“»」’]*$/u.exec(texts["phone_voicemail"]?.text ?? "")?.[1] ?? "";
    expect(noCalls(quoted), quoted).toBe("");
  });
});

test.each([
  ["Please don't call me any more. How do I take a hot backup?", "How do I take a hot backup?"],
  ["Our restore hangs at 80 %.\nAnd stop calling me\n", "Our restore hangs at 80 %."],
  ["Don't call me. Tell me when this is fixed.", "Tell me when this is fixed."],
  ["もう電話しないでください。バックアップはどうすればいいですか？", "バックアップはどうすればいいですか？"],
])("beside something else, which is left to be answered: %s", (text, rest) => expect(noCalls(text)).toBe(rest));

test.each(["Please don't call or write to me.", "Stop calling me and writing to me", "Never contact or call me again"])(
  "%s: neither calls nor words of ours, and both are heard",
  (text) => expect(newsWish(noCalls(text) ?? "")).toEqual({ kind: "stop" }),
);

test.each([
  "Don't call me, I'd rather talk to a human here",
  "Please don't call me any more, I'd prefer to chat with a colleague",
  "Rufen Sie mich nicht an, ich möchte lieber hier mit einem Menschen schreiben",
])("%s: who asks for a person besides is heard in that, too", (text) => {
  expect(noCalls(text)).toBe(text);
  expect(noCalls(text.slice(0, text.indexOf(",")))).toBe("");
});

describe("neither", () => {
  test.each(rows(NOT_SAID))("%s: %s", (_language, text) => expect(noCalls(text)).toBeUndefined());
});

test("an endless message is read at once", () => {
  const long = `${"please don't call me, i'd rather ".repeat(4_000)} ${"ruf mich bitte doch ".repeat(4_000)}.\n`.repeat(2);
  const began = performance.now();
  expect(noCalls(long)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(1_000);
});
