import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPersonaPrompt } from "../../src/avatar/persona.ts";
import { loadPrompt } from "../../src/avatar/prompts.ts";
import { loadRulebook } from "../../src/rulebook/index.ts";

const AROUND = { links: ["https://marlstone.example/"], marker: "mark1234er" };
const shipped = await readFile("policies.yaml", "utf8");
const promptOf = await loadPersonaPrompt("prompts");

function told(change: (book: string) => string = (book) => book): string {
  return promptOf(loadRulebook(change(shipped), "policies.yaml").book, AROUND).text;
}

test("the model is told who it is, how it speaks and what it does not talk about", () => {
  const prompt = told();
  expect(prompt).toContain("You are Marla (she/her), the AI assistant of Marlstone.");
  expect(prompt).toContain("Your tone: warm, brief and exact. ");
  expect(prompt).toContain("write in the first of these: English, German.");
  expect(prompt).toContain("Topics: party politics, religion. ");
  expect(prompt).not.toMatch(/\{\w+\}/);
});

test("an owner who avoids nothing, and ends the tone with a full stop, gets whole sentences", () => {
  const prompt = told((book) => book.replace(/avoids: .*/, "avoids: []").replace(/tone: .*/, "tone: Formal and dry."));
  expect(prompt).toContain("Your tone: Formal and dry. ");
  expect(prompt).toContain("Topics: none. ");
});

test("what an owner writes is words, even where it looks like a variable", () => {
  expect(told((book) => book.replace(/tone: .*/, 'tone: "{marker} {links}"'))).toContain("Your tone: {marker} {links}. ");
});

test("a face never reaches the model: another one gives the same bytes", () => {
  const other = told((book) => book.replace("hair: bob", "hair: curls").replace('"#cfeae3"', '"#5b3a29"').replace("glasses: none", "glasses: round"));
  expect(other).toBe(told());
});

test("a prompt that asks for something else is refused when it is loaded", async () => {
  const directory = await mkdtemp(join(tmpdir(), "standin-prompts-"));
  await writeFile(join(directory, "avatar.md"), "---\nname: avatar\nversion: 1\nvariables: [name]\n---\nYou are {name}, on the plan {plan}.\n");
  await expect(loadPersonaPrompt(directory)).rejects.toThrow(/uses \{plan\}, which the service does not give\. Known: name, pronouns, .*marker\./);
  await expect(loadPrompt(directory, "again", ["reasons"])).rejects.toThrow(/cannot be read/);
});
