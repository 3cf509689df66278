import { afterEach, expect, test } from "vitest";
import { isAboutBill } from "../../../src/care/no-claims/bills.ts";
import { BEN, openDesk, type Desk } from "../../escalations/desk.ts";
import { inYears, START } from "./years.ts";

// Whoever asks about a bill asks about our doing. Such help may be granted and charged like any other, but it never counts against a discount: nobody is
// to pay twice for asking whether they paid too much.

let desk: Desk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

async function levelAfter(words: string, topic: string): Promise<[string, string | undefined]> {
  desk = await openDesk();
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const chat = await oakfold.opens();
  await chat.says(words, undefined, topic);
  await chat.says("Can I speak to a person, please?", { by: "contact" }, topic);
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 20, outcome: "Explained" }, BEN);
  await desk.advance(inYears(4, 1));
  const [incident] = await desk.noClaims.incidents({ customer: oakfold.id, limit: 5 });
  const stand = await desk.noClaims.standOf(oakfold.id);
  expect((await desk.noClaims.check()).differences).toEqual([]);
  return [incident?.fault ?? "none", stand?.level];
}

test.each([
  ["a page about plans answers it", "What does the standard plan cost from May on?", "plans", ["withdrawn", "4"]],
  ["no page answers it, its words say it", "There is a mistake in our last invoice.", "other", ["withdrawn", "4"]],
  ["no page answers it, and it is about something else", "There is a mistake in our last export.", "other", ["customer", "1"]],
  ["a page about backups answers it", "The backup of our invoices fails.", "backup", ["customer", "1"]],
] as const)("charged help: %s", async (_why, words, topic, expected) => {
  expect(await levelAfter(words, topic)).toEqual(expected);
});

test.each([
  ["You charged us twice in May.", "Can you send the bill again?", "We were billed for ten seats.", "Where is the credit note?"],
  ["In der letzten Rechnung stimmt etwas nicht.", "Sie haben doppelt abgebucht!", "Wann kommt die Gutschrift?", "Die Jahresrechnung fehlt uns."],
  ["Il y a une erreur dans la facture.", "Vous avez prélevé deux fois.", "La facturation de mai est fausse."],
  ["Hay un error en la factura.", "Nos han cobrado dos veces."],
  ["C’è un errore nella fattura.", "Ci avete addebitato due volte."],
  ["Há um erro na fatura.", "Fui cobrado duas vezes."],
  ["Er zit een fout in de factuur.", "Er is twee keer afgeschreven."],
  ["Na fakturze jest błąd.", "Obciążono nas dwa razy."],
  ["請求書に間違いがあります。", "二重に請求されました。"],
  ["هناك خطأ في الفاتورة.", "أين الفواتير؟"],
])("a bill is known by its words: %s", (...lines) => {
  for (const line of lines) expect([line, isAboutBill(line)]).toEqual([line, true]);
});

test.each([
  "The battery is charged, and Bill has restarted the server.",
  "Berechnung und Rechner laufen langsam.",
  "Le facteur est passé.",
  "El factor de replicación es tres.",
  "Il fattore di replica è tre.",
  "Het factuele aantal replica's klopt niet.",
  "リクエストが失敗します。",
  "الفترة الزمنية طويلة.",
])("these are none: %s", (line) => {
  expect(isAboutBill(line)).toBe(false);
});
