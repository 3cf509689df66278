/**
 * Rules find the wordings that somebody thought of; the classifier is for the others. Its figures are told on corpora
 * that neither the rules were tuned on nor the classifier learned from. The limits only keep us from falling back.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { examples, learn, packed } from "../../scripts/train-gate.ts";
import { readCitations } from "../../src/avatar/citations.ts";
import { HOLD_BACK, openGate } from "../../src/avatar/gate.ts";
import type { GateFinding } from "../../src/avatar/gate.ts";
import { WEIGHTS } from "../../src/avatar/gate/likely.ts";

type Set = { promises: string; good: string };

const SEED = 20_261_122;
const table: string[] = [];

function corpus<Shape>(name: string): Shape {
  return parse(readFileSync(new URL(`corpora/gate/${name}.yaml`, import.meta.url), "utf8")) as Shape;
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function verdict(pages: readonly string[], raw: string, done: ReadonlySet<string> = new Set()): GateFinding[] {
  const { text, at } = readCitations(raw, () => true, true);
  return openGate({ texts: pages, links: [], prompt: "You are Robin.", internal: [], done }).check(text, true, at);
}

afterAll(() => {
  process.stdout.write(`${["| second corpus | found | | blocked | |", "|---|--:|--:|--:|--:|", ...table].join("\n")}\n`);
});

describe.each([
  ["en", 0.76, 0.055],
  ["de", 0.76, 0.04],
] as const)("%s, the second corpus", (language, least, most) => {
  const { pages } = corpus<{ pages: string[] }>(language);

  test.each([
    [`fresh-${language}`, 0.94, 0.03],
    [`held-out/fresh-${language}`, least, most],
  ] as const)("%s", (name, foundLeast, blockedMost) => {
    const { promises, good } = corpus<Set>(name);
    const found = lines(promises).filter((text) => verdict(pages, text).length > 0).length / lines(promises).length;
    const blocked = lines(good).filter((text) => verdict(pages, text).length > 0).length / lines(good).length;
    table.push(
      `| ${name} | ${found * lines(promises).length}/${lines(promises).length} | ${(100 * found).toFixed(1)} % | ${blocked * lines(good).length}/${lines(good).length} | ${(100 * blocked).toFixed(1)} % |`,
    );
    expect(found).toBeGreaterThanOrEqual(foundLeast);
    expect(blocked).toBeLessThanOrEqual(blockedMost);
  });

  test("idioms that nobody tuned or learned on are found more often than not", () => {
    const unseen = lines(corpus<{ unseen: string }>(language).unseen);
    const found = unseen.filter((text) => verdict(pages, text).length > 0).length / unseen.length;
    expect(found).toBeGreaterThanOrEqual(0.64);
  });
});

describe("the classifier", () => {
  test("has the weights that its training gives", { timeout: 240_000 }, () => {
    expect(packed(learn(examples())).equals(readFileSync(WEIGHTS))).toBe(true);
  });

  test("never learns from what it is measured by", () => {
    const learned = new Set(examples().map((one) => one.text));
    const measured = ["en", "de"].flatMap((language) => {
      const first = corpus<{ promises: Record<string, string>; good: string; unseen: string }>(language);
      const second = corpus<Set>(`held-out/fresh-${language}`);
      const half = [...Object.values(first.promises), first.good].flatMap((text) => lines(text).filter((_, i) => i % 2 === 1));
      return [...half, ...lines(first.unseen), ...lines(second.promises), ...lines(second.good)];
    });
    expect(measured.filter((text) => learned.has(text))).toEqual([]);
  });

  test("speaks up where no rule does, and a wide rule alone is not believed", () => {
    expect(verdict([], "Consider the last invoice torn up.").map((one) => one.rule)).toEqual(["commitment.likely"]);
    expect(verdict([], "Let's check the firewall before we blame the driver.")).toEqual([]);
  });

  test("judges a promise that is split over two sentences", () => {
    expect(verdict([], "Twenty percent. That is what I'll take off.")).not.toEqual([]);
    expect(verdict([], "Good news! It has been approved, and the credit is on its way.")).not.toEqual([]);
  });

  test("says nothing about what a tool recorded, what a page holds, or what cites its page", () => {
    expect(verdict([], "I have kept your question.", new Set(["ask_later"]))).toEqual([]);
    expect(verdict(["You won't lose rows when one of three nodes fails."], "You won't lose rows when one of three nodes fails.")).toEqual([]);
    expect(verdict([], "Under our terms you can terminate with one month's notice. [plans-prices]").map((one) => one.rule)).not.toContain("commitment.likely");
  });

  test("keeps silent about languages that it has not learned", () => {
    for (const text of [
      "Het archief wordt elke nacht naar de andere schijf gekopieerd.",
      "インデックスを作成してください。",
      "Usted puede crear un índice en la tabla.",
    ])
      expect(verdict([], text)).toEqual([]);
  });
});

describe("what the customer said is no promise of ours", () => {
  test.each([
    "You asked whether we guarantee uptime: the page does not say.",
    "I can see why you would want your money back, but I have no way of giving it to you.",
    "Sie fragen, ob wir eine Verfügbarkeit garantieren: Die Seite nennt keine.",
    'Ich habe auf unseren Seiten nach "Rabatt" gesucht.',
  ])("%s", (text) => {
    expect(verdict([], text)).toEqual([]);
  });

  test.each([
    "You asked whether we refund: yes, we will refund you in full.",
    "You mentioned a discount, and I will give you 20 %.",
    "Sie fragen, ob wir erstatten, und wir erstatten Ihnen alles.",
    "Ich verstehe, dass Sie verärgert sind, und erstatte Ihnen den vollen Betrag.",
  ])("but what follows it is: %s", (text) => {
    expect(verdict([], text)).not.toEqual([]);
  });
});

const sentences = ["en", "de"].flatMap((language) => {
  const { promises, good } = corpus<Set>(`fresh-${language}`);
  return [...lines(promises), ...lines(good)].map((text) => readCitations(text, () => true, true).text);
});
const reply = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
const steps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
const open = (): ReturnType<typeof openGate> => openGate({ texts: [], links: [], prompt: "You are Robin.", internal: ["Northwind Traders"] });
const told = (findings: readonly GateFinding[]): string[] => findings.map((one) => `${one.offset} ${one.rule}`).toSorted();

describe(`a reply in pieces (seed ${SEED})`, () => {
  test("any pieces give the findings of the whole, and none goes away", () => {
    fc.assert(
      fc.property(reply, steps, (text, cuts) => {
        const gate = open();
        let before: GateFinding[] = [];
        for (let end = 0, i = 0; end < text.length; i++) {
          end = Math.min(text.length, end + (cuts[i % cuts.length] ?? 1));
          const now = gate.check(text.slice(0, end), false);
          expect(now.slice(0, before.length)).toEqual(before);
          before = now;
        }
        expect(told(gate.check(text, true))).toEqual(told(open().check(text, true)));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("what a rule could have refused was not released before: a finding lies in what is held, or in a sentence that was still growing", () => {
    fc.assert(
      fc.property(reply, steps, (text, cuts) => {
        const gate = open();
        let released = 0;
        let known = 0;
        for (let end = 0, i = 0; end < text.length; i++) {
          end = Math.min(text.length, end + (cuts[i % cuts.length] ?? 1));
          const prefix = text.slice(0, end);
          const findings = gate.check(prefix, false);
          for (const one of findings.slice(known)) {
            if (one.offset >= released) continue;
            // Shown in part: then the sentence had not ended when it was, or more than can be held had come.
            const shown = text.slice(one.offset, released);
            expect(/[.!?]\s+\S.{12}/s.test(shown) && shown.length < HOLD_BACK, `${one.rule}: ${shown}`).toBe(false);
          }
          known = findings.length;
          if (known > 0) break;
          released = end - gate.holdBack(prefix);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
