/**
 * Safety has no budget, so it must be seen: by rules, in every language we ship, in any style. These tests read corpora:
 * the first was written with the rules, each later one before the rules had met it and learned afterwards. What the
 * rules missed at first contact is written in the corpora's heads and in the report; here they must not forget.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { examples, learn, LEARNED, packed } from "../../scripts/train-safety.ts";
import { WEIGHTS } from "../../src/avatar/safety/classifier.ts";
import { ENGLISH } from "../../src/avatar/safety/en.ts";
import { GERMAN } from "../../src/avatar/safety/de.ts";
import { createPrefilter } from "../../src/avatar/safety/prefilter.ts";
import { readMessage } from "../../src/avatar/safety/reading.ts";
import { detectSafety, SCANNED_HEAD, SCANNED_TAIL } from "../../src/avatar/safety.ts";

type Corpus = { true: Record<string, string[]>; lookalike: string[] };

const FOUND_LEAST = 0.99;
const FALSE_MOST = 0.03;
const SETS = [
  "safety",
  "safety-held-out",
  "safety-third",
  "safety-fourth",
  "safety-fifth",
  "safety-sixth",
  "safety-round-7",
  "safety-round-8",
  "safety-round-9",
  "safety-round-10",
  "safety-round-11",
  "safety-round-12",
  "safety-everyday",
  "safety-wishes",
];
/** What nothing has learned from. Its wording is harder than most mail; the figures tell how far there is to go. */
const UNSEEN = "safety-unseen";
const UNSEEN_FOUND_LEAST = 0.58;
const UNSEEN_FALSE_MOST = 0.07;

function corpus(name: string): Corpus {
  return parse(readFileSync(new URL(`corpora/${name}.yaml`, import.meta.url), "utf8")) as Corpus;
}

function read(language: string, sets: readonly string[] = SETS): { class: string; text: string }[] {
  return sets.flatMap((set) => Object.entries(corpus(`${set}-${language}`).true).flatMap(([kind, texts]) => texts.map((text) => ({ class: kind, text }))));
}

describe.each(["en", "de"])("a customer writes in %s", (language) => {
  test("and what must reach people is seen", () => {
    const messages = read(language);
    const missed = messages.filter((one) => detectSafety(one.text).length === 0);
    const found = 1 - missed.length / messages.length;
    tell(
      `${language}: ${messages.length - missed.length} of ${messages.length} found`,
      missed.map((one) => one.text),
    );
    expect(found).toBeGreaterThanOrEqual(FOUND_LEAST);
  });

  test("and what was seen is named by its class, so that the right people are woken", () => {
    const messages = read(language);
    const wrong = messages.filter((one) => !detectSafety(one.text).some((finding) => finding.class === one.class));
    expect(wrong.length / messages.length, wrong.map((one) => one.text).join("\n")).toBeLessThanOrEqual(0.03);
  });

  test("and what only looks like it wakes nobody", () => {
    const texts = SETS.flatMap((set) => corpus(`${set}-${language}`).lookalike);
    const alarms = texts.filter((text) => detectSafety(text).length > 0);
    tell(`${language}: ${alarms.length} of ${texts.length} false alarms`, alarms);
    expect(alarms.length / texts.length).toBeLessThanOrEqual(FALSE_MOST);
  });

  test("in words that nothing has learned from, and the figures say what first contact is like", () => {
    const messages = read(language, [UNSEEN]);
    const lookalikes = corpus(`${UNSEEN}-${language}`).lookalike;
    const found = messages.filter((one) => detectSafety(one.text).length > 0).length;
    const alarms = lookalikes.filter((text) => detectSafety(text).length > 0).length;
    // The texts stay unsaid: who reads them would mend the rules by them.
    tell(`${language}, unseen: ${found} of ${messages.length} found, ${alarms} of ${lookalikes.length} false alarms`, []);
    expect(found / messages.length).toBeGreaterThanOrEqual(UNSEEN_FOUND_LEAST);
    expect(alarms / lookalikes.length).toBeLessThanOrEqual(UNSEEN_FALSE_MOST);
  });

  test("in a hurry, in capitals, as one line of many", () => {
    for (const one of read(language)) {
      expect(detectSafety(one.text.toUpperCase()).length, one.text).toBe(detectSafety(one.text).length);
    }
  });
});

describe("however it is written", () => {
  test.each([
    ["Alle Daten wurden geloescht", "data_loss"],
    ["Alle Daten wurden gelöscht", "data_loss"],
    ["our databse is corruptd since the upgarde", "data_loss"],
    ["I found a vul\u200bnera\u200bbility in your console", "security"],
    ["I found a vulnеrability in your console", "security"],
    ["Hi team, kurze Info: unsere Produktion ist down since your update", "outage"],
    ["our lаwyer will contact you", "legal"],
  ])("%s", (text, kind) => {
    expect(detectSafety(text).map((one) => one.class)).toContain(kind);
  });

  test("a finding says where it was seen, for the human who looks", () => {
    const text = "Hello, thanks for the quick help yesterday. All our data is gone!";
    expect(text.slice(detectSafety(text)[0]?.offset)).toMatch(/^data is gone|^our data|^All our/);
  });
});

describe("the classifier", () => {
  test("has the weights that its training gives", { timeout: 120_000 }, () => {
    expect(packed(learn(examples(LEARNED))).equals(readFileSync(WEIGHTS))).toBe(true);
  });

  test("never learns from what it is measured by", () => {
    const learned = new Set(
      ["en", "de"].flatMap((language) => [...read(language).map((one) => one.text), ...SETS.flatMap((set) => corpus(`${set}-${language}`).lookalike)]),
    );
    const unseen = ["en", "de"].flatMap((language) => [...read(language, [UNSEEN]).map((one) => one.text), ...corpus(`${UNSEEN}-${language}`).lookalike]);
    expect(unseen.filter((text) => learned.has(text))).toEqual([]);
    expect(LEARNED.map((set) => `safety${set}`)).toEqual(SETS);
  });

  test("speaks up where no rule does, and takes back what a rule alone would have raised", () => {
    const spoken = "An unknown device is paired with our fleet tracker and it isn't one of ours.";
    expect(detectSafety(spoken)).toMatchObject([{ rule: "security.classifier", class: "security" }]);
    for (const text of ["Our replica stopped last night.", "A human, please: our restore fails."]) expect(detectSafety(text), text).toEqual([]);
  });

  // "Menschen" stands in many reports of harm: the first sentence that a German customer writes was taken for danger to life.
  test.each(["Ich will mit einem Menschen sprechen.", "Ich will mit einem Mitarbeiter reden", "I want to talk to a human", "Einen Menschen, bitte!"])(
    "has nothing to say to a plain request for a person: %s",
    (text) => {
      expect(detectSafety(text)).toEqual([]);
      expect(detectSafety(`${text} Im Serverraum brennt es und ein Kollege ist verletzt.`)).toMatchObject([{ class: "danger" }]);
    },
  );

  test("reads a long mail part by part", () => {
    const filler = "The weather is fine and we are all well here. ".repeat(20);
    const matter = "An unknown device is paired with our fleet tracker and it isn't one of ours. ";
    expect(detectSafety(`${filler}${matter}${filler}`)).not.toEqual([]);
  });
});

test("a message that was read once gives the same findings", () => {
  for (const one of read("de")) expect(detectSafety(readMessage(one.text))).toEqual(detectSafety(one.text));
});

describe("a message of one megabyte", () => {
  test.each(["a ", "data ", "your update took ", "(", "x", "wir haben alle daten nicht ", "lost our ", "\n", "ä"])(
    "of %j costs little more than a long one",
    (piece) => {
      const long = piece.repeat(Math.ceil((SCANNED_HEAD + SCANNED_TAIL) / piece.length));
      const huge = piece.repeat(Math.ceil(1_000_000 / piece.length));
      detectSafety(long);
      const short = clock(() => detectSafety(long));
      expect(clock(() => detectSafety(huge))).toBeLessThan(short * 4 + 200);
    },
  );

  test("is read at both ends, because people say first or last what burns", () => {
    const filler = "The weather is fine and we are all well here. ".repeat(20_000);
    expect(detectSafety(`All our data is gone. ${filler}`)).not.toEqual([]);
    expect(detectSafety(`${filler} All our data is gone.`)).not.toEqual([]);
  });
});

test("leaving patterns out because a word is missing never hides what they would have seen", () => {
  const prefilter = createPrefilter();
  const patterns = [...ENGLISH.rules, ...GERMAN.rules]
    .flatMap((rule) => [...rule.see, ...(rule.together ?? []).flat(), ...(rule.weigh ?? []).map((one) => one.of)])
    .map((pattern) => ({ pattern, may: prefilter.learn(pattern) }));
  for (const one of [...read("en"), ...read("de")]) {
    for (const sentence of readMessage(one.text)) {
      prefilter.mark(sentence.words);
      const hidden = patterns.filter(({ pattern, may }) => !may() && pattern.test(sentence.text));
      expect(
        hidden.map(({ pattern }) => pattern.source.slice(0, 80)),
        sentence.text,
      ).toEqual([]);
    }
  }
});

test("any text at all gives findings whose offsets lie inside it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      for (const one of detectSafety(text)) expect(one.offset).toBeLessThan(Math.max(1, text.length));
    }),
    { seed: 20_261_122, numRuns: 150 },
  );
});

function clock(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** What was missed is said by its text, also when the aim is met. */
function tell(figure: string, texts: readonly unknown[]): void {
  process.stdout.write(`${[figure, ...texts.map((text) => `  ${typeof text === "string" ? text : JSON.stringify(text)}`)].join("\n")}\n`);
}
