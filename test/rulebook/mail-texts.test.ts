import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadMailKey, loadMailLayout, loadMailTexts } from "../../src/rulebook/index.ts";

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

describe("the layout that an owner may edit", () => {
  const edited = async (change: (source: string) => string) => {
    const path = join(directory, "layout.mjml");
    await writeFile(path, change(await readFile(path, "utf8")));
    return loadMailLayout(directory).then(
      () => "",
      (error: Error) => error.message,
    );
  };

  test("is taken as it is shipped, without its comments, and with other colours and words", async () => {
    expect(await loadMailLayout(SHIPPED)).toMatch(/^<mjml lang="\{language\}"/);
    expect(await edited((source) => source.replaceAll("#2f7d5b", "#b3261e").replace("{business}</mj-text>", "{business}, Halden</mj-text>"))).toBe("");
  });

  test.each([
    ["a paragraph's place", "{paragraph}</p>", "</p>", "<p>{paragraph}</p> is missing"],
    ["who writes", "{business}", "", "{business} is missing"],
    ["why it comes", "{why}", "", "{why} is missing"],
    ["the way to end it", 'href="{unsubscribe}"', 'href="#"', 'href="{unsubscribe}" is missing'],
    ["nothing else: a picture", "{why}", '<img src="cid:logo" />{why}', "“src=” would fetch something"],
    ["nothing else: a picture of MJML's", "<mj-divider", "<mj-image /><mj-divider", "“<mj-image” would fetch something"],
    ["nothing else: a font from elsewhere", "<mj-style>", '<mj-style>@import "x";', "“@import” would fetch something"],
    ["nothing else: a picture behind it", "<mj-style>", "<mj-style>.paper { background: url(x) }", "“url(” would fetch something"],
    ["nothing else: another file", "<mj-head>", '<mj-head><mj-include path="/etc/passwd" />', "“<mj-include” would fetch something"],
    ["nothing else: another link", "{why}", '{why} <a href="mailto:us@marlstone.example">us</a>', "leads elsewhere"],
  ])("has %s", async (_what, before, after, objects) => {
    expect(await edited((source) => source.replace(/<!--.*?-->/s, "").replace(before, after))).toContain(objects);
  });

  test("a layout or a key that is not there is named with its path", async () => {
    await rm(join(directory, "layout.mjml"));
    await expect(loadMailLayout(directory)).rejects.toThrow(/layout\.mjml cannot be read/);
    await expect(loadMailKey(join(directory, "dkim.pem"))).rejects.toThrow(/MAIL_DKIM_KEY_FILE: .*dkim\.pem cannot be read/);
  });
});
