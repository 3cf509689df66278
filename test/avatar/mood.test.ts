/** How somebody seems is read from their own words, by rules, in all ten languages; a fact that only sounds like it is a fact. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { present } from "../../src/avatar/mood/mood.ts";
import { signsOf } from "../../src/avatar/mood/signs.ts";
import { LANGUAGES } from "../../src/knowledge/index.ts";

const presentIn = (messages: { text: string }[]) => present(messages.map(({ text }) => signsOf(text)));

type Corpus = { frustrated: string[]; hurry: string[]; neither: string[] };

describe.each(LANGUAGES)("in %s", (language) => {
  const { frustrated, hurry, neither } = parse(readFileSync(new URL(`corpora/mood-${language}.yaml`, import.meta.url), "utf8")) as Corpus;

  test("what says it is heard, and a look-alike tells nothing", () => {
    const least = language === "en" || language === "de" ? 20 : 10;
    expect(Math.min(frustrated.length + hurry.length, neither.length)).toBeGreaterThanOrEqual(least);
    expect(frustrated.filter((text) => presentIn([{ text }]) !== "frustrated")).toEqual([]);
    expect(hurry.filter((text) => presentIn([{ text }]) !== "hurry")).toEqual([]);
    expect(neither.filter((text) => presentIn([{ text }]) !== undefined)).toEqual([]);
  });
});

describe("it comes at a clear word and goes slowly", () => {
  const after = (...texts: string[]) => presentIn(texts.map((text) => ({ text })));
  const CLEAR = "I'm really fed up with this.";
  const WEAK = "The replica still does not start.";
  const CALM = "It is version 4.3.2 on Debian.";

  test("one clear message is enough; of weak ones it takes two", () => {
    expect(after(CLEAR)).toBe("frustrated");
    expect(after(WEAK)).toBeUndefined();
    expect(after(WEAK, CALM, WEAK)).toBe("frustrated");
  });

  test("it falls after three calm messages, not after two, and a weak one between keeps it", () => {
    expect(after(CLEAR, CALM, CALM)).toBe("frustrated");
    expect(after(CLEAR, CALM, CALM, CALM)).toBeUndefined();
    expect(after(CLEAR, CALM, CALM, WEAK, CALM, CALM)).toBe("frustrated");
    expect(after(WEAK, CALM, CALM, CALM, WEAK)).toBeUndefined();
  });

  test("frustration is told before hurry", () => {
    expect(after("I need this asap.", CLEAR)).toBe("frustrated");
  });
});

describe("only the writer's own voice is read", () => {
  test.each([
    ["code", "How do I read this?\n```\nthis is ridiculous!!!\n```"],
    ["a quoted mail", "> I am fed up with this.\n> It is urgent.\nWhat should I answer them?"],
    ["a log in capitals", "ERROR: DISK IS FULL ON NODE SEVEN\nERROR: GIVING UP NOW"],
  ])("not %s", (_what, text) => {
    expect(signsOf(text)).toEqual({ frustrated: 0, hurry: 0 });
  });

  test("a very long message costs no time", () => {
    const before = performance.now();
    signsOf("still not still not ".repeat(50_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});
