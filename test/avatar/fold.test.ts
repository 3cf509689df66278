/** Folding must make look-alikes equal, must not care in which pieces a text arrives, and must know where each character came from. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldMapped } from "../../src/avatar/fold.ts";

const SEED = 20_261_122;

test.each([
  ["Ｈｅｌｌｏ", "hello"],
  ["𝐇𝒆𝓵𝔩𝕠", "hello"],
  ["Не11о", "he11o"],
  ["pаsswоrd", "password"],
  ["vul\u200bnera\u00adbility", "vulnerability"],
  ["\u202eabc\u202c", "abc"],
  ["Wörter wie Maß und Ægir", "worter wie mass und aegir"],
  ["Wo\u0308rter", "worter"],
  ["a\t b\r\n  c", "a b c"],
  ["“smart” ‘quotes’ – and…", "\"smart\" 'quotes' - and..."],
  ["🅰🅱", "ab"],
  ["flag\u{e0067}\u{e0062}", "flag"],
  ["", ""],
])("%s becomes %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("folding twice is folding once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test("each folded character points to its origin, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { text: folded, at } = foldMapped(text, true);
      expect(at.length).toBe(folded.length);
      for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] ?? 0);
      for (const index of at) expect(index).toBeLessThan(text.length);
    }),
    { seed: SEED, numRuns: 300 },
  );
});
