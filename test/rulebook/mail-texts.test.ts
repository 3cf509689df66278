import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadMailTexts } from "../../src/rulebook/index.ts";

// A thank-you never says or implies "thanks for not asking" (PRODUCT). Every shipped text is read against the written rule, and the rule is
// read against what people do write in such mails.

const SHIPPED = "prompts/mailouts";
let directory: string;
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), "mailouts-")), "mailouts");
  await cp(SHIPPED, directory, { recursive: true });
});
afterEach(() => rm(join(directory, ".."), { recursive: true }));

/** What is said when this sentence stands in a text. */
async function objection(language: "en" | "de", sentence: string): Promise<string> {
  const path = join(directory, `${language}.yaml`);
  const lines = (await readFile(path, "utf8")).split("\n");
  const greeting = lines.findIndex((line) => line.startsWith('      - "'));
  lines.splice(greeting + 1, 0, `      - ${JSON.stringify(sentence)}`);
  await writeFile(path, lines.join("\n"));
  return loadMailTexts(directory).then(
    () => "",
    (error: Error) => error.message,
  );
}

test("every shipped text keeps the rule: at least two for each occasion, the same in English and German, each with its reviewer", async () => {
  const { en, de } = await loadMailTexts(SHIPPED);
  for (const occasion of ["anniversary", "quiet_quarter", "smooth_upgrade"] as const) {
    expect(en[occasion].length).toBeGreaterThanOrEqual(2);
    expect(de[occasion].map(({ id }) => id)).toEqual(en[occasion].map(({ id }) => id));
  }
});

describe("what a thank-you never says", () => {
  test.each([
    "Thank you for not asking us anything this year.",
    "Thanks for never calling.",
    "Thank you for being so easy to work with and needing so little.",
    "You've hardly bothered us at all.",
    "You have asked so few questions this quarter.",
    "You didn't need support once.",
    "It has been wonderfully quiet.",
    "We have heard nothing from you, and that makes us happy.",
    "You are one of our best customers.",
    "You needed less help than others.",
    "As a thank you, here is a discount.",
    "See https://example.com/thanks",
  ])("%s", async (sentence) => {
    expect(await objection("en", sentence)).toContain("en.yaml: anniversary, together");
  });
  test.each([
    "Danke, dass Sie uns nicht gefragt haben.",
    "Vielen Dank, dass Sie so wenig brauchen.",
    "Sie haben uns kaum gestört.",
    "Sie hatten keine Fragen.",
    "Mit Ihnen ist es angenehm ruhig.",
    "Sie sind pflegeleicht.",
    "Sie brauchen weniger Hilfe als andere Kunden.",
    "Als Dank erhalten Sie einen Rabatt.",
  ])("%s", async (sentence) => {
    expect(await objection("de", sentence)).toContain("de.yaml: anniversary, together");
  });
  test.each(["Thank you for the bug report of last spring.", "We like working with you.", "Please ask whatever you like."])("%s: fine", async (sentence) => {
    expect(await objection("en", sentence)).toBe("");
  });
});

describe("what a reader may not know is not named", () => {
  test.each(["Your plan is {plan}.", "You cost us {cost}.", "It is the end of {period}."])("%s", async (sentence) => {
    expect(await objection("en", sentence)).toContain("may not be named here");
  });
});
