import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asksForDiscount, objectsToDiscount } from "../../src/avatar/models/discount-asked.ts";

// Whoever asks what their discount is gets what policy says, however they word it and in each of our languages; what belongs to sales stays a
// question like any other. An objection is heard with the discount named before it or after it.

const ASKED = [
  "What is my discount, and what would change it?",
  "How much discount do we have right now?",
  "Which discount do I get?",
  "Do I currently have a discount?",
  "Tell me about our no-claims level",
  "Welchen Rabatt habe ich?",
  "Wie viel Rabatt bekommen wir?",
  "Wie steht es um unseren Schadensfreiheitsrabatt?",
  "Was würde meinen Rabatt ändern?",
  "Haben wir einen Rabatt?",
  "Quelle remise ai-je ?",
  "Est-ce que nous avons une remise ?",
  "Qu'est-ce qui changerait notre réduction ?",
  "¿Qué descuento tengo?",
  "¿Tenemos algún descuento?",
  "Che sconto ho?",
  "Quanto sconto abbiamo adesso?",
  "Que desconto tenho?",
  "Qual desconto nós temos?",
  "Welke korting heb ik?",
  "Hoeveel korting krijgen we?",
  "Jaką mam zniżkę?",
  "Ile wynosi mój rabat?",
  "割引はいくらですか",
  "当社の割引は何で変わりますか",
  "كم الخصم الذي لدي؟",
  "ما هو الخصم الخاص بي؟",
];
test.each(ASKED)("a question about one's own discount: %s", (question) => {
  expect(asksForDiscount(question)).toBe(true);
  expect(objectsToDiscount(question)).toBe(false);
});

test.each([
  "How do I restore a backup?",
  "How much discount do we get if we pay for two years?",
  "Do we get a discount for students?",
  "Where do I enter my discount code?",
  "Wie viel Rabatt bekommen wir, wenn wir zwei Jahre zahlen?",
  "Hoeveel korting krijgen we als we voor twee jaar betalen?",
])("no question about it: %s", (question) => expect(asksForDiscount(question)).toBe(false));

test.each([
  "I object to my discount",
  "About the discount you took away: I object",
  "I don't agree with losing the discount",
  "It is unfair that our discount was cut",
  "Mein Rabatt wurde gekürzt, dagegen lege ich Widerspruch ein",
  "Mit dem neuen Rabatt bin ich nicht einverstanden",
  "Ma remise a baissé, je conteste",
  "No estoy de acuerdo con el descuento",
  "Il mio sconto è sceso: non sono d'accordo",
  "Não concordo com o novo desconto",
  "Over mijn korting: ik maak bezwaar",
  "Nie zgadzam się z obniżeniem zniżki",
  "割引が下がったことに納得できません",
  "لا أوافق على تخفيض الخصم",
])("an objection to it: %s", (message) => expect(objectsToDiscount(message)).toBe(true));

test.each(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"])("the words that the letter asks for are heard (%s)", (language) => {
  const letter = /^discount_object:\n {2}text: "(.*)"$/m.exec(readFileSync(`prompts/texts/${language}.yaml`, "utf8"))?.[1] ?? "";
  const words = /[“„«「]\s*(.+?)\s*[”“»」]/u.exec(letter)?.[1] ?? "";
  expect(words).not.toBe("");
  expect(objectsToDiscount(words)).toBe(true);
});
