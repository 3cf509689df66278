import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { asksForHuman } from "../../src/avatar/human-request.ts";
import { reminderWish } from "../../src/avatar/reminders/asked.ts";
import { readWhen } from "../../src/avatar/reminders/when.ts";
import { readMessage } from "../../src/avatar/safety.ts";

// "Remind me on Monday": read by rule in English and German, as one says it in a chat. What is not sure is asked back, never guessed.

const NOW = new Date("2026-11-25T13:30:00Z"); // a Wednesday, 14:30 in Berlin
const wall = { now: NOW, timeZone: "Europe/Berlin", opens: "09:00" };
const berlin = (at: Date | undefined) => at?.toLocaleString("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });

describe("when", () => {
  test.each([
    ["tomorrow", "2026-11-26 09:00"],
    ["tomorrow at 9", "2026-11-26 09:00"],
    ["tomorrow at 5", "2026-11-26 17:00"],
    ["tomorrow at 5 am", "2026-11-26 05:00"],
    ["tomorrow morning", "2026-11-26 09:00"],
    ["tomorrow at noon", "2026-11-26 12:00"],
    ["tonight", "2026-11-25 18:00"],
    ["today at 16:15", "2026-11-25 16:15"],
    ["at 3pm", "2026-11-25 15:00"],
    ["at 9:30", "2026-11-26 09:30"],
    ["the day after tomorrow", "2026-11-27 09:00"],
    ["on Monday", "2026-11-30 09:00"],
    ["next Wednesday at 10 a.m.", "2026-12-02 10:00"],
    ["in 3 days", "2026-11-28 09:00"],
    ["in two weeks at 11:00", "2026-12-09 11:00"],
    ["in a month", "2026-12-25 09:00"],
    ["in half an hour", "2026-11-25 15:00"],
    ["in 2 hours", "2026-11-25 16:30"],
    ["next week", "2026-11-30 09:00"],
    ["on 1 December", "2026-12-01 09:00"],
    ["on Tuesday, December 1st at 2 pm", "2026-12-01 14:00"],
    ["on the 3rd of January", "2027-01-03 09:00"],
    ["2026-12-01", "2026-12-01 09:00"],
    ["2026-12-01T10:30", "2026-12-01 10:30"],
    ["2026-12-01T10:30:00Z", "2026-12-01 11:30"],
    ["morgen", "2026-11-26 09:00"],
    ["morgen früh", "2026-11-26 09:00"],
    ["morgen um 9 Uhr", "2026-11-26 09:00"],
    ["übermorgen um halb zehn", "2026-11-27 09:30"],
    ["heute Abend", "2026-11-25 18:00"],
    ["am Montag", "2026-11-30 09:00"],
    ["nächsten Freitag um 14:30 Uhr", "2026-11-27 14:30"],
    ["in drei Tagen", "2026-11-28 09:00"],
    ["in zwei Wochen", "2026-12-09 09:00"],
    ["in einem Monat", "2026-12-25 09:00"],
    ["in einer halben Stunde", "2026-11-25 15:00"],
    ["nächste Woche", "2026-11-30 09:00"],
    ["am 24.12. um 10 Uhr", "2026-12-24 10:00"],
    ["am Dienstag, den 1.12.2026", "2026-12-01 09:00"],
    ["am 3. März", "2027-03-03 09:00"],
    // past, and said so by the policy
    ["on 2026-11-01", "2026-11-01 09:00"],
  ])("%s", (text, expected) => {
    expect(berlin(readWhen(text, wall)?.at)).toBe(expected);
  });

  test.each([
    "soon",
    "later",
    "on Monday or Tuesday",
    "every Monday",
    "jeden Tag",
    "montags",
    "12/1",
    "am 31.2.",
    "today",
    "heute",
    "at 9 and at 10",
    "on Monday 1 December",
  ])("is not sure: %s", (text) => {
    expect(readWhen(text, wall)).toBeUndefined();
  });

  test("an hour that no day has moves nothing into another day", () => {
    expect(berlin(readWhen("2026-12-01T99:99", wall)?.at)).toBe("2026-12-01 09:00");
  });

  test("nine o'clock is nine o'clock on both sides of a change of the clocks", () => {
    const before = { ...wall, now: new Date("2027-03-27T11:00:00Z") }; // the Saturday before
    expect(readWhen("tomorrow at 9", before)?.at.toISOString()).toBe("2027-03-28T07:00:00.000Z");
    expect(readWhen("in 3 days", { ...wall, now: new Date("2026-10-23T11:00:00Z") })?.at.toISOString()).toBe("2026-10-26T08:00:00.000Z");
  });
});

describe("what is asked", () => {
  test.each([
    ["Please remind me on Monday about the certificate.", "2026-11-30 09:00", "the certificate"],
    ["Can you remind me tomorrow at 9 to renew our TLS certificate?", "2026-11-26 09:00", "renew our TLS certificate"],
    ["Remind me to renew the certificate in two weeks", "2026-12-09 09:00", "renew the certificate"],
    ["Set a reminder for tomorrow: check the replica", "2026-11-26 09:00", "check the replica"],
    ["Bitte erinnern Sie mich in zwei Wochen daran, das Zertifikat zu erneuern", "2026-12-09 09:00", "das Zertifikat zu erneuern"],
    ["Erinnere mich morgen um 9 an das Backup", "2026-11-26 09:00", "das Backup"],
    ["Kannst du mich am Montag an die Migration erinnern?", "2026-11-30 09:00", "die Migration"],
    ["Remind me tomorrow", "2026-11-26 09:00", "Remind me tomorrow"],
    ["Remind me about the backup", undefined, "Remind me about the backup"],
    ["Erinnere mich bitte an das Backup", undefined, "Erinnere mich bitte an das Backup"],
  ])("%s", (text, at, what) => {
    const wish = reminderWish(text, wall);
    expect(wish).toMatchObject({ kind: "remind", what });
    expect(berlin(wish?.kind === "remind" ? wish.at : undefined)).toBe(at);
  });

  test.each([
    "Remind me how a hot backup works",
    "Can you remind me what the limit is?",
    "Erinnere mich nochmal, wie das Backup geht",
    "Does the scheduler remind me of failed backups?",
    "How do I take a backup tomorrow?",
    "Please remember that we run Debian",
    "Your reminder mail never came",
  ])("no reminder: %s", (text) => {
    expect(reminderWish(text, wall)).toBeUndefined();
  });

  test.each([
    ["Forget the reminder", false],
    ["please cancel that reminder", false],
    ["Cancel all reminders", true],
    ["Don't remind me", false],
    ["Vergiss die Erinnerung", false],
    ["Bitte löschen Sie alle Erinnerungen", true],
    ["Erinnere mich nicht mehr", false],
  ])("to be forgotten: %s", (text, all) => {
    expect(reminderWish(text, wall)).toEqual({ kind: "forget", all });
  });
});

// A text that tells somebody what to write, and does not understand it then, makes a fool of them.
describe.each(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"])("what the texts tell people to write is understood (%s)", (language) => {
  const texts = parse(readFileSync(`prompts/texts/${language}.yaml`, "utf8")) as Record<string, { text: string }>;
  const toWrite = (key: string) => [...(texts[key]?.text ?? "").matchAll(/[“„«「]\s*([^”“»」]+?)\s*[”“»」]/gu)].map((match) => match[1] ?? "");

  test("a reminder is forgotten", () => {
    expect(toWrite("reminder_set")).toHaveLength(1);
    expect(reminderWish(toWrite("reminder_set")[0] ?? "", wall)).toEqual({ kind: "forget", all: false });
    for (const phrase of toWrite("reminder_many")) expect(reminderWish(phrase, wall), phrase).toMatchObject({ kind: "forget" });
  });

  test("a person is asked for", () => {
    expect(toWrite("mood_offer")).toHaveLength(1);
    expect(asksForHuman(readMessage(toWrite("mood_offer")[0] ?? ""))).toBeDefined();
  });
});

describe("which reminders are kept", () => {
  test.each([
    "Which reminders do you keep for me?",
    "What are my reminders?",
    "show me my reminders",
    "Do I have any reminders?",
    "What will you remind me of?",
    "Welche Erinnerungen haben Sie für mich gespeichert?",
    "Woran erinnerst du mich?",
    "Zeig mir bitte meine Erinnerungen",
    "Quels rappels gardez-vous pour moi ?",
    "¿Qué recordatorios tengo?",
    "Quali promemoria ho?",
    "Quais são os meus lembretes?",
    "Welke herinneringen heb ik?",
    "Jakie mam przypomnienia?",
    "リマインダーは何がありますか？",
    "ما هي تذكيراتي؟",
  ])("%s", (text) => {
    expect(reminderWish(text, wall)).toEqual({ kind: "list" });
  });

  // What a product sends is written on a page.
  test.each([
    "Which reminders does Marlstone send before an invoice is due?",
    "Do you have reminders for expiring certificates?",
    "How do I set reminders for my team?",
    "What are my reminders set to when a backup fails?",
    "Welche Erinnerungen verschickt Marlstone vor der Verlängerung?",
    "Quels rappels sont envoyés avant une facture ?",
  ])("is a question: %s", (text) => {
    expect(reminderWish(text, wall)).toBeUndefined();
  });
});
