import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manualClock } from "../../src/platform/clock.ts";
import { LANGUAGES } from "../../src/knowledge/index.ts";
import { createTexts, languageOf, textKeys, type Texts } from "../../src/avatar/texts.ts";

const NOW = new Date("2026-11-23T09:00:00.000Z");
const DUE = new Date("2026-11-26T16:00:00.000Z");
const rooms = { clock: manualClock(NOW), timeZone: () => "Europe/Berlin" };

let texts: Texts;
let directory: string;
beforeAll(async () => {
  texts = await createTexts({ ...rooms, directory: "prompts/texts" });
  directory = await mkdtemp(join(tmpdir(), "standin-texts-"));
});
afterAll(() => rm(directory, { recursive: true }));

/** The files with one of them changed. */
async function changed(language: "en" | "de", change: (source: string) => string): Promise<Promise<Texts>> {
  await cp("prompts/texts", directory, { recursive: true });
  const file = join(directory, `${language}.yaml`);
  await writeFile(file, change(await readFile(file, "utf8")));
  return createTexts({ ...rooms, directory });
}

test("dates are written in the language of the reader and the owner's time zone", () => {
  expect(texts.render("later", "en", { due: DUE })).toBe("I have kept your question and will come back to you here by Thursday, 26 November.");
  expect(texts.render("later", "de-CH", { due: DUE })).toBe("Ich habe Ihre Frage aufgehoben und melde mich hier bis Donnerstag, 26. November bei Ihnen.");
  // 00:30 on the 27th in Berlin
  expect(texts.render("later", "en", { due: new Date("2026-11-26T23:30:00.000Z") })).toContain("Friday, 27 November");
});

test("a time stands alone when it is today, else with its day", () => {
  expect(texts.render("joined_granted", "en", { due: new Date("2026-11-23T13:05:00.000Z") })).toContain("by 14:05.");
  expect(texts.render("joined_granted", "de", { due: new Date("2026-11-23T13:05:00.000Z") })).toContain("bis 14:05 Uhr.");
  expect(texts.render("joined_granted", "en", { due: DUE })).toContain("by 17:00 on Thursday, 26 November.");
  expect(texts.render("joined_granted", "de", { due: DUE })).toContain("bis Donnerstag, 26. November, 17:00 Uhr.");
});

test("lengths of time and full dates", () => {
  expect(texts.render("account_response", "en", { minutes: 240 })).toContain("within 4 hours of");
  expect(texts.render("account_response", "de", { minutes: 90 })).toContain("binnen 90 Minuten");
  expect(texts.render("account_response", "en", { minutes: 60 })).toContain("within 1 hour of");
  expect(texts.render("account_renewal", "en", { renewal: DUE })).toContain("Thursday, 26 November 2026");
});

test("a language that we do not have is answered in English", () => {
  expect(["sv", "DE_at", null, undefined, "", "deutsch", "pt-PT"].map(languageOf)).toEqual(["en", "de", "en", "en", "en", "en", "pt"]);
  expect(texts.render("thanks", "sv")).toBe("You're welcome!");
});

test("a half-filled sentence is never said", () => {
  expect(() => texts.render("later", "en")).toThrow("The text later needs {due}");
  expect(() => texts.render("later", "en", { due: "soon" })).toThrow("cannot show {due} as day");
  expect(() => texts.render("claimed", "en", { name: NOW })).toThrow("cannot show {name} as plain");
  expect(texts.render("claimed", "en", { name: "{due:day} $& __proto__" })).toContain("{due:day} $& __proto__ has joined");
});

test.each([
  ["fr", "au plus tard le jeudi 26 novembre.", "au plus tard à 14:05", "au plus tard le jeudi 26 novembre à 17:00", "jeudi 26 novembre 2026"],
  [
    "es",
    "a más tardar el jueves 26 de noviembre.",
    "a más tardar a las 14:05",
    "a más tardar el jueves 26 de noviembre a las 17:00",
    "jueves 26 de noviembre de 2026",
  ],
  ["it", "entro giovedì 26 novembre.", "entro le ore 14:05", "entro le ore 17:00 di giovedì 26 novembre", "giovedì 26 novembre 2026"],
  ["pt", "até quinta-feira, 26 de novembro.", "até às 14:05", "até às 17:00 de quinta-feira, 26 de novembro", "quinta-feira, 26 de novembro de 2026"],
  ["nl", "uiterlijk donderdag 26 november.", "uiterlijk om 14:05 uur", "uiterlijk donderdag 26 november om 17:00 uur", "donderdag 26 november 2026"],
  ["pl", "do 26 listopada (czwartek).", "do godz. 14:05", "do 26 listopada (czwartek), godz. 17:00", "26 listopada 2026 (czwartek)"],
  ["ja", "11月26日（木）までに", "14:05までに", "11月26日（木）17:00までに", "2026年11月26日（木）"],
  ["ar", "في موعد أقصاه الخميس 26 نوفمبر.", "في موعد أقصاه الساعة 14:05.", "الساعة 17:00 من يوم الخميس 26 نوفمبر", "الخميس 26 نوفمبر 2026"],
])("dates stand in a %s sentence as its grammar wants them", (language, day, today, moment, full) => {
  expect(texts.render("later", language, { due: DUE })).toContain(day);
  expect(texts.render("joined_granted", language, { due: new Date("2026-11-23T13:05:00.000Z") })).toContain(today);
  expect(texts.render("joined_granted", language, { due: DUE })).toContain(moment);
  expect(texts.render("account_renewal", language, { renewal: DUE })).toContain(full);
});

test.each([
  ["fr", ["1 heure", "4 heures", "90 minutes"]],
  ["es", ["1 hora", "4 horas", "90 minutos"]],
  ["it", ["1 ora", "4 ore", "90 minuti"]],
  ["pt", ["1 hora", "4 horas", "90 minutos"]],
  ["nl", ["1 uur", "4 uur", "90 minuten"]],
  ["pl", ["1 godziny", "4 godzin", "90 minut"]],
  ["ja", ["1時間以内", "4時間以内", "90分以内"]],
  ["ar", ["خلال ساعة واحدة", "خلال 4 ساعات", "خلال 90 دقيقة"]],
])("lengths of time in %s", (language, expected) => {
  for (const [i, minutes] of [60, 240, 90].entries()) expect(texts.render("account_response", language, { minutes })).toContain(expected[i]);
});

test("two hours have a form of their own in Arabic", () => {
  expect(texts.render("account_response", "ar", { minutes: 120 })).toContain("خلال ساعتين");
});

test("whoever is in danger reads a number that is right where they are", () => {
  const danger = (language: string) => texts.render("overridden_danger", language, { emergency: "112", due: DUE });
  for (const language of LANGUAGES) expect(danger(language)).toContain("112");
  expect(danger("ja")).toMatch(/119番または110番/);
  expect(danger("ar")).toContain("رقم الطوارئ المحلي في البلد الذي أنت فيه");
  expect(danger("fr")).toContain("ou le numéro d'urgence du pays où vous êtes");
});

test("every text renders in every language, and no word of it ranks anybody", async () => {
  const rank =
    /priorit|first in line|other customers|more important|upgrade your plan|premium|vorrang|bevorzug|wichtigere|andere kunden|autres clients|otros clientes|altri clienti|outros clientes|andere klanten|inni klienci|優先|他のお客様|أولوية|عملاء آخر/i;
  for (const language of LANGUAGES) {
    for (const key of textKeys) {
      const source = await readFile(`prompts/texts/${language}.yaml`, "utf8");
      expect(source).toContain(`\n${key}:`);
      const vars = new Proxy(
        {},
        { getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 0 }), get: (_target, name) => value(String(name)) },
      );
      expect(texts.render(key, language, vars)).not.toMatch(rank);
    }
  }
});

function value(name: string): string | number | Date {
  if (["due", "asked", "renewal", "since", "at"].includes(name)) return DUE;
  return name === "minutes" ? 60 : name;
}

test("a broken file stops the start and says what to mend", async () => {
  await expect(changed("de", (source) => source.replace("bis {due:day} bei Ihnen", "bald bei Ihnen"))).rejects.toThrow(
    /de\.yaml: deferred: has \{\}, but English has \{due:day\}/,
  );
  await expect(changed("de", (source) => source.replace("thanks:", "thanx:"))).rejects.toThrow(/de\.yaml: .*thanks/);
  await expect(changed("en", (source) => source.replaceAll("{due:day}", "{due:weekday}"))).rejects.toThrow(/asks for a kind that there is not/);
  await expect(changed("en", (source) => source.replace("reviewed: by the authors, fluent English", "reviewed: ''"))).rejects.toThrow(
    /say who has reviewed it/,
  );
  await expect(changed("en", () => "a: [")).rejects.toThrow(/is not YAML/);
  await expect(createTexts({ ...rooms, directory: "nowhere" })).rejects.toThrow(/nowhere\/en\.yaml cannot be read/);
});
