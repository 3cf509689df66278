import { expect, test } from "vitest";
import { asksForTickets } from "../../src/avatar/models/tickets-asked.ts";

// Without a model nobody calls the tool: the plain question is recognised by rule, in every language that we ship.

test.each([
  "what about my question?",
  "Any update on my ticket?",
  "Is there any news regarding our support request",
  "is my question still open?",
  "Was ist eigentlich mit meiner Frage?",
  "Gibt es schon Neuigkeiten zu meiner Anfrage?",
  "Où en est ma demande ?",
  "¿Qué pasa con mi consulta?",
  "A che punto è la mia richiesta?",
  "Como está o meu pedido?",
  "Hoe staat het met mijn vraag?",
  "Co z moim pytaniem?",
  "先日の質問はどうなりましたか",
  "ماذا حدث لسؤالي؟",
])("it is asked for: %s", (text) => {
  expect(asksForTickets(text)).toBe(true);
});

test("a question with such words in it is a question", () => {
  for (const text of [
    "I have a question about my backup",
    "My request fails with MDB-1042",
    "Ich habe eine Frage zu meiner Anfrage an die API",
    "How do I close open connections?",
    "What is the status of replication?",
    "質問があります",
  ])
    expect(asksForTickets(text), text).toBe(false);
});
