/**
 * Safety matters in the eight languages beside English and German. Each has a corpus that its rules have learned from, and
 * an "unseen" one that they have not; the figures of both are printed, and what the unseen one misses stays unsaid.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ARABIC } from "../../src/avatar/safety/ar.ts";
import { SPANISH } from "../../src/avatar/safety/es.ts";
import { FRENCH } from "../../src/avatar/safety/fr.ts";
import { ITALIAN } from "../../src/avatar/safety/it.ts";
import { JAPANESE } from "../../src/avatar/safety/ja.ts";
import { DUTCH } from "../../src/avatar/safety/nl.ts";
import { POLISH } from "../../src/avatar/safety/pl.ts";
import { createPrefilter } from "../../src/avatar/safety/prefilter.ts";
import { PORTUGUESE } from "../../src/avatar/safety/pt.ts";
import { readMessage } from "../../src/avatar/safety/reading.ts";
import { detectSafety } from "../../src/avatar/safety.ts";

type Corpus = { true: Record<string, string[]>; lookalike: string[] };

const RULES = { fr: FRENCH, es: SPANISH, it: ITALIAN, pt: PORTUGUESE, nl: DUTCH, pl: POLISH, ja: JAPANESE, ar: ARABIC };
const LANGUAGES = Object.keys(RULES) as (keyof typeof RULES)[];
const FOUND_LEAST = 0.96;
const FALSE_MOST = 0.05;
const UNSEEN_FOUND_LEAST = 0.6;
const UNSEEN_FALSE_MOST = 0.2;

function corpus(name: string): Corpus {
  return parse(readFileSync(new URL(`corpora/${name}.yaml`, import.meta.url), "utf8")) as Corpus;
}

function trueOnes({ true: classes }: Corpus): { class: string; text: string }[] {
  return Object.entries(classes).flatMap(([kind, texts]) => texts.map((text) => ({ class: kind, text })));
}

function measure(name: string) {
  const read = corpus(name);
  const messages = trueOnes(read);
  const missed = messages.filter((one) => detectSafety(one.text).length === 0).map((one) => one.text);
  const alarms = read.lookalike.filter((text) => detectSafety(text).length > 0);
  return { messages, missed, alarms, lookalikes: read.lookalike.length };
}

describe.each(LANGUAGES)("a customer writes in %s", (language) => {
  test("what must reach people is seen, and what only looks like it wakes nobody", () => {
    const { messages, missed, alarms, lookalikes } = measure(`safety-${language}`);
    expect(messages.length).toBeGreaterThanOrEqual(20);
    expect(lookalikes).toBeGreaterThanOrEqual(20);
    tell(`${language}: ${messages.length - missed.length} of ${messages.length} found, ${alarms.length} of ${lookalikes} false alarms`, [...missed, ...alarms]);
    expect(1 - missed.length / messages.length).toBeGreaterThanOrEqual(FOUND_LEAST);
    expect(alarms.length / lookalikes).toBeLessThanOrEqual(FALSE_MOST);
  });

  test("what was seen is named by its class", () => {
    const messages = trueOnes(corpus(`safety-${language}`));
    const wrong = messages.filter((one) => !detectSafety(one.text).some((finding) => finding.class === one.class));
    expect(wrong.length / messages.length, wrong.map((one) => one.text).join("\n")).toBeLessThanOrEqual(0.04);
  });

  test("in words that the rules have not learned from", () => {
    const { messages, missed, alarms, lookalikes } = measure(`safety-unseen-${language}`);
    tell(`${language}, unseen: ${messages.length - missed.length} of ${messages.length} found, ${alarms.length} of ${lookalikes} false alarms`, []);
    expect(1 - missed.length / messages.length).toBeGreaterThanOrEqual(UNSEEN_FOUND_LEAST);
    expect(alarms.length / lookalikes).toBeLessThanOrEqual(UNSEEN_FALSE_MOST);
  });

  test("shouted, and behind a greeting in English", () => {
    for (const { text } of trueOnes(corpus(`safety-${language}`))) {
      if (detectSafety(text).length === 0) continue;
      expect(detectSafety(text.toUpperCase()).length, text.toUpperCase()).toBeGreaterThan(0);
      expect(detectSafety(`Hi team,\n\n${text}`).length, text).toBeGreaterThan(0);
    }
  });

  test("leaving patterns out because a word is missing never hides what they would have seen", () => {
    const prefilter = createPrefilter();
    const patterns = RULES[language].rules
      .flatMap((rule) => [...rule.see, ...(rule.together ?? []).flat()])
      .map((pattern) => ({ pattern, may: prefilter.learn(pattern) }));
    for (const { text } of trueOnes(corpus(`safety-${language}`))) {
      for (const sentence of readMessage(text)) {
        prefilter.mark(sentence.words);
        const hidden = patterns.filter(({ pattern, may }) => !may() && pattern.test(sentence.text));
        expect(
          hidden.map(({ pattern }) => pattern.source.slice(0, 80)),
          sentence.text,
        ).toEqual([]);
      }
    }
  });
});

test.each(["données perdues ", "disparu ", "データが", "消えました。", "بياناتنا ", "¿", "l'", "、"])(
  "a message of one megabyte of %j costs little more than a long one",
  (piece) => {
    const long = piece.repeat(Math.ceil(20_480 / piece.length));
    const huge = piece.repeat(Math.ceil(1_000_000 / piece.length));
    detectSafety(long);
    const short = clock(() => detectSafety(long));
    expect(clock(() => detectSafety(huge))).toBeLessThan(short * 4 + 200);
  },
);

test("a finding says where it was seen, in scripts without spaces, too", () => {
  const text = "いつもお世話になっております。アップデート後、すべてのデータが消えました。";
  expect(text.slice(detectSafety(text)[0]?.offset)).toMatch(/^(?:アップデート後、)?すべてのデータが消えました/);
});

function clock(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** What was missed is said by its text, also when the aim is met. */
function tell(figure: string, texts: readonly string[]): void {
  process.stdout.write(`${[figure, ...texts.map((text) => `  ${text}`)].join("\n")}\n`);
}
