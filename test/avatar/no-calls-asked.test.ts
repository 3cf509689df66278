import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { newsWish } from "../../src/avatar/initiative/asked.ts";
import { noCalls } from "../../src/avatar/initiative/calls.ts";

// "Please don't call me" is obeyed by the service itself: whoever is not heard is rung against their word (PRODUCT promise 10). And whoever did not say it
// loses calls that they want, for good: so a function, a name, a time of day or a wonder why nobody rings is no such word.

const SAID: Record<string, readonly string[]> = {
  en: [
    "Please don't call me",
    "Please don't call me any more.",
    "don’t call me again!",
    "Do not ever call me again.",
    "Never call me again",
    "Stop calling me",
    "Stop ringing me, please.",
    "Please stop calling us.",
    "Stop calling me! I am serious.",
    "Please do not phone me.",
    "Hi Marla, please don't call me any more. Thank you!",
    "Please don't call me, just write to me.",
    "Don't call me, email me instead.",
    "Don't call me, I'd rather have it in writing",
    "Don't call me, I'll call you if I need something.",
    "Please don't call this number again.",
    "Don't call me on this number, please",
    "I don't want to be called.",
    "I do not want any more phone calls from you.",
    "I no longer wish to receive calls",
    "I don't want you to call me any more",
    "I'd rather not be called, thanks",
    "No more calls, please.",
    "No phone calls please",
    "Stop these phone calls.",
    "I have already asked you not to call me",
    "I told you to stop calling me!",
    "You may no longer call me.",
    "I withdraw my consent to be called.",
    "Please take me off your call list",
    "Put me on your do-not-call list, please.",
    "Could you please not call me?",
    "Can you stop calling me?",
    "Would you please stop ringing us?",
    "Make sure nobody calls me again.",
    "Opt out of phone calls",
    "Please don't call me unless I ask for it.",
    "Hello,\nplease don't call me any more\nThanks",
    "Please don't\ncall me any more.",
    "Please don't call.",
    "Don't call, email me instead",
    "Please do not call again",
    "Don't you ever call me again!",
    "dont call me plz",
    "Please don't contact me by phone.",
    "I don't want to be contacted by telephone",
    "We do not take phone calls.",
    "As I said, please stop calling me",
    "From now on please don't call me",
    "@Marla please don't call me",
    "Don't call me, ever.",
  ],
  de: [
    "Rufen Sie mich bitte nicht mehr an",
    "Rufen Sie mich bitte nicht an.",
    "Bitte rufen Sie mich nicht mehr an!",
    "Bitte rufen Sie mich nie wieder an.",
    "Ruf mich nicht mehr an",
    "Ruft uns bitte nicht mehr an.",
    "Rufen Sie hier nicht mehr an.",
    "Rufen Sie nie wieder an!",
    "Rufen Sie mich bitte nicht ungefragt an.",
    "Bitte nicht mehr anrufen",
    "Bitte mich nicht anrufen.",
    "Bitte rufen Sie mich nicht an, schreiben Sie mir lieber.",
    "Bitte nicht anrufen, sondern per Mail.",
    "Hören Sie auf, mich anzurufen!",
    "Hör bitte auf mich anzurufen",
    "Schluss mit den Anrufen!",
    "Keine Anrufe mehr, bitte.",
    "Bitte keine weiteren Anrufe",
    "Ich möchte nicht mehr angerufen werden.",
    "Wir wollen nicht angerufen werden",
    "Ich möchte keine Anrufe mehr von Ihnen bekommen.",
    "Ich wünsche keine Telefonanrufe.",
    "Ich möchte nicht, dass Sie mich anrufen.",
    "Ich möchte nicht, dass mich jemand anruft",
    "Sie dürfen mich nicht mehr anrufen",
    "Ich habe Ihnen schon gesagt, dass Sie mich nicht mehr anrufen sollen!",
    "Unterlassen Sie bitte weitere Anrufe.",
    "Ich widerrufe hiermit meine Einwilligung in Anrufe.",
    "Streichen Sie mich bitte von Ihrer Anrufliste.",
    "Können Sie mich bitte nicht mehr anrufen?",
    "Würden Sie bitte aufhören, mich anzurufen?",
    "Guten Tag Marla, bitte rufen Sie mich nicht mehr an. Danke!",
    "Bitte rufen Sie nicht an.",
    "Wie gesagt: Rufen Sie mich nicht mehr an.",
    "Kontaktieren Sie mich bitte nicht telefonisch",
    "Lassen Sie mich bitte mit Ihren Anrufen in Ruhe!",
  ],
  fr: [
    "Ne m'appelez plus",
    "Bonjour, ne m’appelez plus s'il vous plaît.",
    "Arrêtez de m'appeler !",
    "Merci de ne plus m'appeler",
    "Je ne veux plus être appelé.",
  ],
  es: ["No me llamen más", "Por favor, no me llame.", "Dejen de llamarme", "No quiero más llamadas", "¡No me llames más, por favor!"],
  it: ["Non mi chiami più", "Per favore, non mi telefoni più.", "Smettetela di chiamarmi!", "Non voglio più essere chiamato", "Non chiamatemi più, grazie"],
  pt: ["Não me ligue mais", "Por favor, não me liguem mais.", "Pare de me ligar", "Não quero mais receber ligações", "Parem de ligar para mim!"],
  nl: ["Bel me niet meer", "Bel mij alstublieft niet meer op.", "Stop met mij te bellen", "Ik wil niet meer gebeld worden", "Niet meer bellen alstublieft"],
  pl: ["Nie dzwoń do mnie", "Proszę do mnie nie dzwonić.", "Proszę już więcej nie dzwonić", "Przestańcie do mnie dzwonić!", "Nie chcę więcej telefonów od was"],
  ja: ["もう電話しないで", "もう電話しないでください。", "二度と電話をかけないでください", "電話はやめてください", "私に電話しないで"],
  ar: ["لا تتصل بي", "لا تتصل بي مرة أخرى من فضلك", "من فضلك لا تتصلوا بي", "توقفوا عن الاتصال بي", "لا أريد مكالمات"],
};

const NOT_SAID: Record<string, readonly string[]> = {
  en: [
    "Don't call this function",
    "don't call the API twice",
    "Never call commit() inside a trigger",
    "Stop calling it a bug",
    "Stop calling the webhook, please",
    "Why don't you call me?",
    "Why do you never call me?",
    "Call me back",
    "Please call me",
    "Don't call me Bob",
    "Don't call me stupid.",
    "Stop calling me a beginner",
    "I don't call that support",
    "Nobody called me",
    "You didn't call me",
    "You don't call me",
    "Don't call me before 10",
    "Please don't call me today.",
    "Don't call me tonight, call me tomorrow",
    "Don't call me yet",
    "Don't call me, I'm in a meeting",
    "Don't call me at the office, please use my mobile",
    "Don't call me, but call my mobile instead",
    "Don't call me unless it is urgent",
    "No need to call me back",
    "Why did you stop calling me?",
    "Can you not call me instead?",
    "Could you call me?",
    "My boss said don't call me",
    "How do I stop calling the old endpoint?",
    "No calls arrive at the callback",
    "no calls",
    "> Please don't call me any more.",
    "They wrote: please don't call me",
    "Please don't call my boss",
    "Do not call me back-end developer",
    "Stop calling send() in a loop",
    "Stop calling, use the batch endpoint",
    "Please don't call, it blocks the thread",
    "Don't call use() here",
    "Don't call me text editor",
    "Don't call it from a trigger",
    "do not call",
    "Please don't call back",
    "Tomorrow please don't call me",
    "Don't contact me by phone before ten",
    "I was told not to call you",
    "Should I stop calling the API?",
    "We do not take phone calls into account",
    "",
  ],
  de: [
    "Rufen Sie mich nicht vor 10 Uhr an",
    "Bitte rufen Sie mich heute nicht an.",
    "Rufen Sie mich bitte nicht abends an",
    "Rufen Sie mich nicht an?",
    "Warum rufen Sie mich nicht an?",
    "Rufen Sie mich bitte zurück",
    "Rufen Sie mich bitte an",
    "Niemand hat mich angerufen",
    "Sie haben mich nicht angerufen.",
    "Ich wurde nicht angerufen",
    "Rufen Sie die Methode nicht mehr auf",
    "Bitte die API nicht mehr aufrufen",
    "Nennen Sie mich nicht Herr Müller",
    "Rufen Sie meinen Chef nicht an",
    "Mein Kollege möchte nicht angerufen werden",
    "Wir bekommen keine Anrufe mehr",
    "Bei uns kommen keine Anrufe mehr an.",
    "Keine Anrufe im Log",
    "Keine Anrufe mehr seit gestern",
    "Ich möchte nicht mehr warten",
    "Rufen Sie mich nicht im Büro an, sondern auf dem Handy",
    "Bitte rufen Sie mich nicht an, solange der Umzug läuft",
    "Wie verhindere ich, dass Nutzer mich anrufen?",
    "Kann man Anrufe abbestellen?",
    "Ruf mich ruhig an",
    "Er sagte, ruf mich nicht mehr an",
    "Können Sie mich nicht anrufen?",
    "Bitte nicht anrufen, bevor das Backup fertig ist",
    "Rufen Sie nicht die Hotline an",
    "Bitte rufen Sie nicht vor Montag an",
    "Kontaktieren Sie mich telefonisch",
    "Bitte rufen Sie mich nicht nur an, schreiben Sie auch",
  ],
  fr: ["Ne m'appelez pas avant 10 heures", "Ne m'appelez plus Robert", "Pourquoi ne m'appelez-vous pas ?", "Appelez-moi", "N'appelez plus cette fonction"],
  es: ["No me llamo Ana", "No me llame antes de las diez", "No me llames Roberto", "¿Por qué no me llaman?", "No llames a esta función"],
  it: ["Non mi chiamo Bob", "Non mi chiami prima delle dieci", "Non mi chiamate mai", "Perché non mi chiamate?", "Non chiamare questa funzione"],
  pt: ["Não me ligue antes das dez", "Ninguém me ligou", "Por que não me ligam?", "Não me chame de Beto", "Me ligue, por favor"],
  nl: ["Bel me niet voor tien uur", "Waarom belt u me niet?", "Ik ben niet gebeld", "Bel me terug", "Noem me niet Jan"],
  pl: ["Nie dzwoń do mnie przed dziesiątą", "Nikt do mnie nie dzwonił", "Dlaczego do mnie nie dzwonicie?", "Proszę do mnie zadzwonić"],
  ja: ["10時前に電話しないでください", "電話がかかってきません", "なぜ電話しないのですか", "電話してください", "この関数を呼ばないでください"],
  ar: ["لا تتصل بي قبل العاشرة", "لماذا لا تتصل بي؟", "لم يتصل بي أحد", "لا تتصل الخدمة بقاعدة البيانات", "اتصل بي من فضلك"],
};

const rows = (table: Record<string, readonly string[]>) => Object.entries(table).flatMap(([language, texts]) => texts.map((text) => [language, text] as const));

describe("no calls, and nothing else", () => {
  test.each(rows(SAID))("%s: %s", (_language, text) => expect(noCalls(text)?.replace("I am serious.", "")).toBe(""));
  test.each(Object.keys(SAID))("as the text in %s says it", (language) => {
    const texts = parse(readFileSync(`prompts/texts/${language}.yaml`, "utf8")) as Record<string, { text: string }>;
    const quoted = /[“„«「‘] ?([^”“»」’]+?) ?[”“»」’][^”“»」’]*$/u.exec(texts["phone_voicemail"]?.text ?? "")?.[1] ?? "";
    expect(noCalls(quoted), quoted).toBe("");
  });
});

test.each([
  ["Please don't call me any more. How do I take a hot backup?", "How do I take a hot backup?"],
  ["Our restore hangs at 80 %.\nAnd stop calling me\n", "Our restore hangs at 80 %."],
  ["Don't call me. Tell me when this is fixed.", "Tell me when this is fixed."],
  ["もう電話しないでください。バックアップはどうすればいいですか？", "バックアップはどうすればいいですか？"],
])("beside something else, which is left to be answered: %s", (text, rest) => expect(noCalls(text)).toBe(rest));

test.each(["Please don't call or write to me.", "Stop calling me and writing to me", "Never contact or call me again"])(
  "%s: neither calls nor words of ours, and both are heard",
  (text) => expect(newsWish(noCalls(text) ?? "")).toEqual({ kind: "stop" }),
);

test.each([
  "Don't call me, I'd rather talk to a human here",
  "Please don't call me any more, I'd prefer to chat with a colleague",
  "Rufen Sie mich nicht an, ich möchte lieber hier mit einem Menschen schreiben",
])("%s: who asks for a person besides is heard in that, too", (text) => {
  expect(noCalls(text)).toBe(text);
  expect(noCalls(text.slice(0, text.indexOf(",")))).toBe("");
});

describe("neither", () => {
  test.each(rows(NOT_SAID))("%s: %s", (_language, text) => expect(noCalls(text)).toBeUndefined());
});

test("an endless message is read at once", () => {
  const long = `${"please don't call me, i'd rather ".repeat(4_000)} ${"ruf mich bitte doch ".repeat(4_000)}.\n`.repeat(2);
  const began = performance.now();
  expect(noCalls(long)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(1_000);
});
