/**
 * "I don't want to be called" once woke people at night as a danger to life: it has the words of "I don't want to live any
 * more". A wish not to be called is neither danger nor a lawyer's letter, and who wants their data deleted reports no loss.
 * Whoever says in the same breath that they will sue, or die, is heard as before.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { detectSafety } from "../../src/avatar/safety.ts";

type Texts = Record<string, string[]>;
type Corpus = { said: Texts; wishes: Texts; fresh: Texts; alarms: Record<string, Texts> };

/** Of wishes that nothing was mended by, so many may be alarms. */
const FRESH_FALSE_MOST = 0.06;

function corpus<Part extends keyof Corpus>(name: string, part: Part): Corpus[Part] {
  return (parse(readFileSync(new URL(`corpora/${name}.yaml`, import.meta.url), "utf8")) as Corpus)[part];
}

function alarming(texts: readonly string[]): string[] {
  return texts.filter((text) => detectSafety(text).length > 0);
}

test.each(Object.entries(corpus("no-calls", "said")))("no wish in %s not to be called is an alarm", (_language, texts) => {
  expect(alarming(texts)).toEqual([]);
});

test.each(Object.entries(corpus("everyday-wishes", "wishes")))("no everyday wish in %s is an alarm: mails, data, reminders, discounts", (_language, texts) => {
  expect(alarming(texts)).toEqual([]);
});

test("few of the wishes that nobody had in mind are", () => {
  const fresh = Object.values(corpus("everyday-wishes", "fresh")).flat();
  const alarms = alarming(fresh);
  process.stdout.write(`fresh wishes: ${alarms.length} of ${fresh.length} false alarms\n`);
  expect(alarms.length / fresh.length).toBeLessThanOrEqual(FRESH_FALSE_MOST);
});

test.each(Object.entries(corpus("everyday-wishes", "alarms")))("whoever says in the same words in %s what must reach people is heard", (_language, classes) => {
  const unheard = Object.entries(classes).flatMap(([kind, texts]) => texts.filter((text) => !detectSafety(text).some((one) => one.class === kind)));
  expect(unheard).toEqual([]);
});

// A plain wish is left unread only where it is all that a sentence says.
test.each([
  ["I want my data deleted.", "All our backups are gone since your update."],
  ["Our discount is gone, why?", "And there is smoke in the server room."],
  ["Löschen Sie bitte meine Daten.", "Sonst hören Sie von meinem Anwalt."],
  ["Ich will nicht mit einem Roboter reden.", "Hier brennt es."],
  ["Cancellate i miei dati per favore.", "Tutte le fatture sono sparite."],
  ["私のデータを全部消してください。", "サービスが停止しています。"],
  ["احذفوا بياناتي من فضلكم.", "اختفت كل فواتيرنا."],
])("%s says nothing, and hides nothing: %s", (wish, matter) => {
  expect(detectSafety(wish)).toEqual([]);
  for (const text of [`${wish} ${matter}`, `${matter} ${wish}`]) expect(detectSafety(text), text).not.toEqual([]);
});

test.each([
  ["I want my data deleted, and all our backups are gone since your update", "data_loss"],
  ["Our discount is gone, and so are all our invoices", "data_loss"],
  ["Ich will nicht mit einem Roboter reden, hier brennt es", "danger"],
  ["Der Roboter reagiert nicht mehr auf den Not-Aus", "danger"],
  ["Ein Techniker ist bei einem Absturz vom Gerüst verletzt worden", "danger"],
  ["Cancellate tutte le nostre tabelle dopo l'aggiornamento", "data_loss"],
])("in one sentence neither: %s", (text, kind) => expect(detectSafety(text).map((one) => one.class)).toContain(kind));
