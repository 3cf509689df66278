/**
 * Safety matters as people say them who know no technical word: short, misspelt, hesitant, polite, in ten languages. Half
 * of the messages taught the rules, the other half nothing. A third set was written when the rules were done, to see what
 * comes of words that nobody had in mind. Figures are printed; what the unseen ones miss stays unsaid.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { detectSafety, SCANNED_HEAD } from "../../src/avatar/safety.ts";
import { LANGUAGES } from "../../src/knowledge/index.ts";

type Corpus = { true: Record<string, string[]>; lookalike: string[] };
type Figures = { found: number; of: number; alarms: number; lookalikes: number; named: number };

/** What each set must hold. Those of the last were measured once and are floors that say how far there is to go, not aims. */
const HALVES = [
  { set: "safety-everyday", title: "that the rules have learned from", found: 0.98, false: 0.02, named: 0.95 },
  { set: "safety-everyday-unseen", title: "that nothing has learned from", found: 0.92, false: 0.08, named: 0.95 },
  { set: "safety-everyday-fresh", title: "that nobody had in mind when the rules were written", found: 0.3, false: 0.06, named: 0.7 },
] as const;

function corpus(name: string): Corpus {
  return parse(readFileSync(new URL(`corpora/${name}.yaml`, import.meta.url), "utf8")) as Corpus;
}

function trueOnes({ true: classes }: Corpus): { class: string; text: string }[] {
  return Object.entries(classes).flatMap(([kind, texts]) => texts.map((text) => ({ class: kind, text })));
}

function measured(name: string): Figures {
  const read = corpus(name);
  const messages = trueOnes(read);
  const seen = messages
    .map((one) => ({ ...one, classes: detectSafety(one.text).map((finding) => finding.class as string) }))
    .filter((one) => one.classes.length > 0);
  return {
    found: seen.length,
    of: messages.length,
    alarms: read.lookalike.filter((text) => detectSafety(text).length > 0).length,
    lookalikes: read.lookalike.length,
    named: seen.filter((one) => one.classes.includes(one.class)).length,
  };
}

describe.each(HALVES)("everyday words $title", ({ set, found, false: most, named }) => {
  test("what must reach people is seen in every language, and what only sounds like it wakes nobody", () => {
    const all = LANGUAGES.map((language) => ({ language, ...measured(`${set}-${language}`) }));
    const sum = (part: keyof Figures): number => all.reduce((total, one) => total + one[part], 0);
    const lines = all.map((one) => `  ${one.language}: ${one.found} of ${one.of} found, ${one.alarms} of ${one.lookalikes} false alarms`);
    process.stdout.write(`${set}: ${sum("found")} of ${sum("of")} found, ${sum("alarms")} of ${sum("lookalikes")} false alarms\n${lines.join("\n")}\n`);
    expect(sum("found") / sum("of")).toBeGreaterThanOrEqual(found);
    expect(sum("alarms") / sum("lookalikes")).toBeLessThanOrEqual(most);
    expect(sum("named") / sum("found")).toBeGreaterThanOrEqual(named);
  });
});

test("the halves have not one message in common, and are as large as they say", () => {
  const texts = HALVES.map(({ set }) =>
    LANGUAGES.flatMap((language) => [...trueOnes(corpus(`${set}-${language}`)).map((one) => one.text), ...corpus(`${set}-${language}`).lookalike]),
  );
  expect(new Set(texts.flat()).size).toBe(texts.flat().length);
  for (const { set } of HALVES.slice(0, 2)) {
    expect(LANGUAGES.flatMap((language) => trueOnes(corpus(`${set}-${language}`))).length).toBeGreaterThanOrEqual(100);
    expect(LANGUAGES.flatMap((language) => corpus(`${set}-${language}`).lookalike).length).toBeGreaterThanOrEqual(60);
  }
});

test("what another rule has named is not named twice", () => {
  expect(detectSafety("All our data is gone since the update.").filter((one) => one.rule.includes("everyday"))).toEqual([]);
});

// The rules look for several things in one sentence; whoever fills a message with one of them must not stop the service.
test.each(["my lawyer will ", "nichts geht ", "je vois les ", "tutti i clienti ", "nie ma ", "al onze ", "請求書が全部", "كل فواتير ", "em lugar ", "no va "])(
  "%j again and again is read without a long walk",
  (piece) => {
    const text = piece.repeat(Math.ceil(SCANNED_HEAD / piece.length));
    const start = performance.now();
    detectSafety(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  },
);
