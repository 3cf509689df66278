import { expect, test } from "vitest";
import { RulebookError, loadRulebook } from "../../src/rulebook/index.ts";

/** The shortest complete book, with a persona of one's own. */
function book(persona: string): string {
  return `persona:
${persona.replace(/^/gm, "  ")}
business: { name: Acme, timeZone: Europe/Berlin, currency: EUR }
plans:
  community: { fee: 0 EUR, fund: community, humans: false }
  visitor: { fee: 0 EUR, fund: visitors, humans: false }
funds: { community: 50 EUR, visitors: 5 EUR }
staff: { hourly: 75 EUR }
models: { cheapBelow: 0.50 EUR }
`;
}

const ADA = "name: Ada\npronouns: they/them\nlanguages: [en]";

function complaints(persona: string): string[] {
  try {
    loadRulebook(book(persona), "policies.yaml");
  } catch (error) {
    if (error instanceof RulebookError) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("a book from before there were faces is still a book: it is warm, brief and exact, avoids nothing and wears the house's face", () => {
  expect(loadRulebook(book(ADA), "policies.yaml").book.persona).toMatchObject({
    name: "Ada",
    tone: "warm, brief and exact",
    avoids: [],
    face: { skin: "#cfeae3", hair: "bob", clothes: "jumper", glasses: "none" },
  });
});

test("an owner changes what they like, and the rest stays", () => {
  const persona = `${ADA}\ntone: dry\navoids: [religion]\nface: { hair: curls, skin: "#5B3A29" }`;
  expect(loadRulebook(book(persona), "policies.yaml").book.persona).toMatchObject({
    tone: "dry",
    avoids: ["religion"],
    face: { hair: "curls", skin: "#5b3a29", clothes: "jumper" },
  });
});

test.each([
  {
    broken: "a colour has no quotes, so that YAML takes it for a comment",
    persona: `${ADA}\nface:\n  skin: #5b3a29`,
    says: 'policies.yaml:6:11  persona.face.skin: expected a colour of six digits in quotes such as "#cfeae3", found nothing. Write "skin: "#cfeae3"".',
  },
  {
    broken: "a colour is a word",
    persona: `${ADA}\nface: { hairColour: brown }`,
    says: 'policies.yaml:5:23  persona.face.hairColour: expected a colour of six digits in quotes such as "#0f5144", found "brown". Write "hairColour: "#0f5144"".',
  },
  {
    broken: "nobody can draw the hair",
    persona: `${ADA}\nface: { hair: mohawk }`,
    says: 'policies.yaml:5:17  persona.face.hair: expected one of bob, short, long, bun, curls, scarf, none, found "mohawk". Write "hair: bob".',
  },
  {
    broken: "a part of the face is misspelt",
    persona: `${ADA}\nface: { glases: round }`,
    says: 'policies.yaml:5:11  persona.face.glases: the rulebook has no "glases" here. Did you mean "glasses"?',
  },
  {
    broken: "nobody speaks the language",
    persona: ADA.replace("[en]", "[en, xx]"),
    says: 'policies.yaml:4:19  persona.languages.1: expected a language code such as en, found "xx". Write "- en".',
  },
  {
    broken: "the tone is an essay",
    persona: `${ADA}\ntone: ${"very ".repeat(24)}kind`,
    says: 'policies.yaml:5:9  persona.tone: expected how it speaks, in a few words (at most 120 letters), found "very very very very very very very very …". Write "tone: warm, brief and exact".',
  },
  {
    broken: "a topic has two lines",
    persona: `${ADA}\navoids: ["religion\\nand more"]`,
    says: 'policies.yaml:5:12  persona.avoids.0: expected a topic in a few words (at most 60 letters), found "religion and more". Write "- party politics".',
  },
  {
    broken: "there are too many topics",
    persona: `${ADA}\navoids: [${Array.from({ length: 13 }, (_, i) => `topic ${i}`).join(", ")}]`,
    says: "policies.yaml:5:11  persona.avoids: the list is too long. Keep the 12 entries that matter most.",
  },
])("when $broken, the line says what and how", ({ persona, says }) => {
  expect(complaints(persona)).toEqual([says]);
});
