/** The model that needs no key has a small job, and an honest one: it quotes, asks whether that was meant, or says that it does not know. */
import { expect, test } from "vitest";
import { builtIn } from "../../src/avatar/models/built-in.ts";
import type { Article, Hit } from "../../src/knowledge/index.ts";

const article = (id: string): Article => ({ id, title: id, topics: [], lang: "en", body: "", paragraphs: [], version: "1", file: "" });
const hit = (given: Partial<Hit>): Hit => ({
  article: article("page"),
  passage: { heading: "", text: "It says so." },
  score: 1,
  coverage: 0,
  mended: [],
  ...given,
});
const LONG_QUESTION = "How may I ever bring the thing to do what it should?";

test.each([
  ["words alone fit", { coverage: 0.34 }, "quote"],
  ["words alone are about something else", { coverage: 0.33 }, "unknown"],
  ["words and meaning fit", { coverage: 0.5, nearness: 0.4 }, "quote"],
  ["words fit, the meaning so-so", { coverage: 0.5, nearness: 0.3 }, "guess"],
  ["words fit, the meaning does not", { coverage: 0.5, nearness: 0.29 }, "unknown"],
  // Near the subject is not on it: what words would not quote, meaning alone does not either.
  ["the meaning is the same, and no word", { coverage: 0, nearness: 0.9 }, "guess"],
  ["neither fits", { coverage: 0.2, nearness: 0.4 }, "unknown"],
])("where %s (%o): %s", (_when, given, kind) => {
  expect(builtIn(LONG_QUESTION, [hit(given)]).kind).toBe(kind);
});

test("a word that was read as another is told with the answer", () => {
  const mended = [{ written: "certifcate", meant: "certificate" }];
  expect(builtIn(LONG_QUESTION, [hit({ coverage: 1, mended })])).toMatchObject({ kind: "quote", read: ["certificate"] });
  expect(builtIn(LONG_QUESTION, [hit({ coverage: 1 })])).toMatchObject({ kind: "quote", read: [] });
});

test("what is quoted on the side is as sure as what is quoted", () => {
  const [first, sure, unsure] = [
    hit({ coverage: 0.8, nearness: 0.5 }),
    hit({ article: article("sure"), coverage: 0.8, nearness: 0.5, score: 0.8 }),
    hit({ article: article("unsure"), coverage: 0.4, nearness: 0.1, score: 0.8 }),
  ];
  expect(builtIn(LONG_QUESTION, [first, sure, unsure])).toMatchObject({ kind: "quote", more: [{ article: { id: "sure" } }] });
});

// Asked so, an honest word about itself comes first; read as a slip of the pen, it would be quoted a page about taking something.
test.each([
  ["Am I talking to a machine?", "disclosure"],
  ["am I really speaking with a real person", "disclosure"],
  ["Spreche ich hier mit einem Menschen?", "disclosure"],
  ["Are you a bot?", "disclosure"],
])("%s", (question, of) => {
  expect(builtIn(question, [])).toMatchObject({ kind: "courtesy", of });
});
