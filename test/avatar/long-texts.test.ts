import { describe, expect, test } from "vitest";
import { asksForHuman } from "../../src/avatar/human-request.ts";
import { memoryWish } from "../../src/avatar/memory/asked.ts";
import { tidied, unfit } from "../../src/avatar/memory/fit.ts";
import { asksForAccount, courtesyIn } from "../../src/avatar/models/courtesies.ts";
import { readMessage } from "../../src/avatar/safety.ts";

// Whoever writes to us chooses the text. A message may have 16 KiB, a burst forty of them, and all that runs in one thread: a pattern that
// walks each place of it anew ("premium-premium-…") stops the service for everybody.

const BURST = 200 * 1024;
/** Milliseconds of our own work: tenfold what the slowest takes. A pattern that walks each place anew takes minutes. */
const FAIR_MS = 3_000;

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ["courtesies", courtesyIn],
  ["a question about one's contract", asksForAccount],
  ["what is asked of the memory", memoryWish],
  ["what a memory must not keep", (text) => unfit(tidied(text))],
];

const SIGNS = ["!", ".", ",", "-", " ", "\n", "x", "1", ". ", "- ", "! , ", "👍", "`", "。"];

describe.each(READERS)("%s", (_, read) => {
  test("are read in a burst of any signs without a long walk", () => {
    for (const sign of SIGNS)
      for (const [before, after] of [
        ["", ""],
        ["ok", "x"],
        ["thanks", "x"],
      ])
        fair(read, `${before}${filled(sign, BURST)}${after}`);
  });

  test("are read in a burst of the words that begin a pattern without a long walk", () => {
    for (const word of ["premium", "paying", "große", "zahlende Kunden", "clients payants", "are you", "my", "merci", "forget that i", "sk"]) {
      for (const between of ["-", " "]) fair(read, filled(`${word}${between}`, BURST));
    }
  });
});

test("a request for a person is read in a burst without a long walk", () => {
  for (const words of ["human ", "the real ", "i would like ", "mit ", "please-", "a "]) fair((text) => asksForHuman(readMessage(text)), filled(words, BURST));
});

// Where two ways lead through the same words, twenty-five of them have millions. Messages are read without accents: "a" and "à" are the same word.
test.each([
  ["", "i would like "],
  ["talk to ", "customer service "],
  ["talk to ", "of your "],
  ["mit ", "echte "],
  ["parlare con ", "il suo "],
  ["praten met ", "echt "],
  ["", "a "],
])("a request for a person is looked for in '%s' and '%s' again and again on one way alone", (first, again) => {
  fair((text) => asksForHuman(readMessage(text)), `${first}${again.repeat(25)}zzz`);
});

test("a word of thanks is one, however many marks stand behind it; a letter that begins with it is none", () => {
  expect(courtesyIn(`Thanks${"!".repeat(2_000)}`)).toBe("thanks");
  expect(courtesyIn(`ok ${"👍".repeat(400)}`)).toBe("alright");
  expect(courtesyIn(`Danke, ${"dir, ".repeat(200)}`)).toBeUndefined();
  expect(courtesyIn("Werden große Kunden bei Ihnen eigentlich schneller bedient?")).toBe("everyone");
  expect(courtesyIn("Haben Premium-Kunden mit Vertrag bei Ihnen Vorrang?")).toBe("everyone");
});

function filled(words: string, length: number): string {
  return words.repeat(Math.ceil(length / words.length)).slice(0, length);
}

/** How busy the machine is besides has no say: it is our own work that is measured. */
function fair(read: (text: string) => unknown, text: string): void {
  const since = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(since);
  expect((user + system) / 1_000, JSON.stringify(text.slice(0, 24))).toBeLessThan(FAIR_MS);
}
