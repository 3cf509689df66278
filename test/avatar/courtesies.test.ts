import { describe, expect, test } from "vitest";
import { asksForAccount, courtesyIn, saysOnly } from "../../src/avatar/models/courtesies.ts";
import { asksForTickets } from "../../src/avatar/models/tickets-asked.ts";

// A question about the product that sounds like one about us must be looked up, not answered with a fixed text.

test.each(["Is this a bot?", "Is there a human here?", "Bist du ein echter Mensch?", "Sind Sie ein Mensch?", "Am I talking to a real person?"])(
  "somebody wants to know who writes: %s",
  (text) => expect(courtesyIn(text)).toBe("disclosure"),
);

test.each(["Is this a bot account in the audit log, and how do I drop it?", "Is it a real problem?", "Das ist ein Bot-Zugriff, wie sperre ich ihn?"])(
  "nobody asks who writes: %s",
  (text) => expect(courtesyIn(text)).toBeUndefined(),
);

test.each([
  "Do you put paying customers first?",
  "Do premium users get answers faster?",
  "Werden zahlende Kunden zuerst bedient?",
  "Haben Premiumkunden Vorrang?",
  "Haben Premium-Kunden Vorrang?",
  "Werden große Firmen bevorzugt?",
])("somebody asks for the order of people: %s", (text) => expect(courtesyIn(text)).toBe("everyone"));

test.each([
  "Is a bigger cache faster?",
  "Should I vacuum the bigger table first?",
  "Does the premium SSD make it faster?",
  "Wie mache ich eine große Tabelle schneller?",
  "Große Importe gehen bei uns nicht schneller, warum?",
])("nobody is compared: %s", (text) => expect(courtesyIn(text)).toBeUndefined());

test("a long message is read in no time", () => {
  const text = `${"große".padEnd(100_000, "x")} ${"zahlende kund ".repeat(8_000)}`;
  const start = performance.now();
  courtesyIn(text);
  expect(performance.now() - start).toBeLessThan(2_000);
});

describe("a message is nothing but a question about one's own account", () => {
  const about = (text: string) => saysOnly(text, (part) => asksForAccount(part) || asksForTickets(part));

  test.each([
    "Which plan do we have, what is in our contract?",
    "Hello! What about my question? Thanks.",
    "¿Qué pasa con mi consulta?",
    "What about my ticket? And which plan are we on?",
  ])("%s", (text) => expect(about(text)).toBe(true));

  test.each([
    "¿Qué pasa con mi consulta? Tarda diez minutos.",
    "¿Cómo va mi consulta de SQL?",
    "What is going on with my requests? They time out after 30 s.",
    "Was ist mit meiner Anfrage los? Sie läuft seit einer Stunde.",
    "Why is my plan using a sequential scan?",
    "Our plan is to upgrade on Saturday; what do I back up first?",
  ])("or it says more, and that is looked up: %s", (text) => expect(about(text)).toBe(false));
});

test("which contract is ours is a question about our own, which one fits is not", () => {
  expect(asksForAccount("Welchen Vertrag haben wir?")).toBe(true);
  expect(asksForAccount("Welcher Tarif gilt für uns?")).toBe(true);
  expect(asksForAccount("Welcher Tarif passt zu einem kleinen Team?")).toBe(false);
});
