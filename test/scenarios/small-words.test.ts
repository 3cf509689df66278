import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";

// Small words decide much: in which language somebody is answered, and whether there is a question at all.

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ENGLISH = /^I'm Marla, Marlstone's AI assistant\./;
const GERMAN = /^Ich bin Marla, die KI-Assistenz von Marlstone\./;
const openQuestions = async () => (await house.staff<{ items: { text: string }[] }>("GET", "/questions?state=open&limit=200")).items;

describe("the language of an answer", () => {
  // "so" is said in both languages, and every single letter stands in the German list: neither tells anything.
  test.each([
    ["en", "I'm really frustrated, third time I ask!!"],
    ["en-GB", "I'm angry: no reply so far"],
    ["en", "Docker tag so old, bin will die"],
    ["en", "Restore Müller so"],
    ["en", "<script>alert(1)</script>"],
  ])("is the session's (%s) where the words are its own, or tell nothing: %s", async (locale, text) => {
    expect((await (await house.guest(undefined, locale)).says(text))[0]?.text).toMatch(ENGLISH);
  });

  test.each([
    ["en", "Wie stelle ich ein Backup wieder her?", GERMAN],
    ["en-GB", "Backup geht nicht", GERMAN],
    ["en", "Ich habe seit gestern keine Antwort bekommen", GERMAN],
    ["de", "How do I restore a backup on another machine?", ENGLISH],
  ])("is that of the words where they are clearly another than the session's (%s): %s", async (locale, text, language) => {
    expect((await (await house.guest(undefined, locale)).says(text))[0]?.text).toMatch(language);
  });

  test("without a session's is that of the first words, and stays it when a message tells nothing", async () => {
    const english = await house.guest(undefined, null);
    expect((await english.says("How do I take a hot backup without stopping the server?"))[0]?.text).toMatch(ENGLISH);
    for (const text of ["x", "<script>alert(1)</script>"]) expect((await english.says(text))[0]?.text).not.toMatch(/\b(?:ich|nicht|Sie)\b/);

    const german = await house.guest(undefined, null);
    expect((await german.says("Wie stelle ich ein Backup wieder her?"))[0]?.text).toMatch(GERMAN);
    expect((await german.says("x"))[0]?.text).toMatch(/^Mir ist noch nicht klar/);

    const nothing = await house.guest(undefined, null);
    expect((await nothing.says("x"))[0]?.text).toMatch(ENGLISH);
  });
});

describe("a conversation in any of our languages", () => {
  test.each([
    ["fr", "Je suis Marla, l'assistant IA", "Comment restaurer une sauvegarde zorglub ?", "merci", "Avec plaisir"],
    ["es", "Soy Marla, el asistente de IA", "¿Cómo puedo hacer girar el zorglub?", "gracias", "Con mucho gusto"],
    ["it", "Sono Marla, l'assistente IA", "Come posso girare lo zorglub?", "grazie mille", "Di niente"],
    ["pt", "Sou Marla, assistente de IA", "Como faço para girar o zorglub?", "obrigada", "De nada"],
    ["nl", "Ik ben Marla, de AI-assistent", "Hoe kan ik de zorglub draaien?", "bedankt", "Graag gedaan"],
    ["pl", "Nazywam się Marla", "Jak mogę obrócić zorglub?", "dziękuję", "Nie ma za co"],
    ["ja", "AIアシスタント、Marla", "ゾルグルブを回すにはどうすればいいですか。", "ありがとうございます", "どういたしまして"],
    ["ar", "أنا Marla، مساعد الذكاء الاصطناعي", "كيف يمكنني تدوير الزورغلوب؟", "شكرًا", "على الرحب والسعة"],
  ])("is held in %s from the first reply on, whatever the session was opened in", async (_language, disclosure, question, thanks, answer) => {
    const guest = await house.guest(undefined, "en");
    expect((await guest.says(question)).at(-1)?.text).toContain(disclosure);
    expect((await guest.says(thanks)).at(-1)?.text).toContain(answer);
    // A message that tells nothing keeps to the language of what was written before.
    expect((await guest.says("MDB-9999 x86_64")).at(-1)?.text).not.toMatch(/I have kept|I don't know|what you need/);
  });
});

describe("words without a question", () => {
  // Nobody could look these up, now or at a date: a promise to come back to them would be a promise of nothing.
  test.each([
    ["en", "\u200b", "It isn't clear to me yet"],
    ["en", "x", "It isn't clear to me yet"],
    ["en", "?", "It isn't clear to me yet"],
    ["en", "😀", "It isn't clear to me yet"],
    ["en", "yes", "It isn't clear to me yet"],
    ["de", "Ja", "Mir ist noch nicht klar"],
    ["de", "Kannst du mir helfen, bitte?", "Mir ist noch nicht klar"],
    ["en", "ok", "All right."],
    ["en", "no thanks", "All right."],
    ["de", "nein danke", "Alles klar."],
    ["de", "👍", "Alles klar."],
  ])("are answered shortly, and nothing is kept (%s: %j)", async (locale, text, start) => {
    const before = await openQuestions();
    const [reply] = await (await house.guest(undefined, locale)).says(text);
    expect(reply?.text).toContain(`. ${start}`);
    expect(await openQuestions()).toEqual(before);
  });

  test("a question that no page answers is kept as ever", async () => {
    const before = await openQuestions();
    const [reply] = await (await house.guest()).says("Quuxwobble?");
    expect(reply?.text).toContain("I have kept your question");
    expect(await openQuestions()).toHaveLength(before.length + 1);
  });

  test("somebody who asks for a person in such words is not asked what they want", async () => {
    const [reply] = await (await house.guest(undefined, "de")).says("Einen Menschen, bitte");
    expect(reply?.text).toContain("Ihre Frage aufgehoben");
    expect(reply?.text).not.toContain("Mir ist noch nicht klar");
  });

  test("somebody who asks about a question of theirs and about the product is told both", async () => {
    const guest = await house.guest();
    const [found] = await guest.says("What is going on with my requests? They time out after a point-in-time recovery.");
    expect(found?.text).toContain("what our page");
    expect(found?.text).toContain("Nothing of yours is open");
    const before = await openQuestions();
    await guest.says("What about my question? Quuxwobble zaphod frobnication?");
    expect(await openQuestions()).toHaveLength(before.length + 1);
  });
});
