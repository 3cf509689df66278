import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manualClock } from "../../src/platform/clock.ts";
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
  expect(["fr", "DE_at", null, undefined, "", "deutsch"].map(languageOf)).toEqual(["en", "de", "en", "en", "en", "en"]);
  expect(texts.render("thanks", "fr")).toBe("You're welcome!");
});

test("a half-filled sentence is never said", () => {
  expect(() => texts.render("later", "en")).toThrow("The text later needs {due}");
  expect(() => texts.render("later", "en", { due: "soon" })).toThrow("cannot show {due} as day");
  expect(() => texts.render("claimed", "en", { name: NOW })).toThrow("cannot show {name} as plain");
  expect(texts.render("claimed", "en", { name: "{due:day} $& __proto__" })).toContain("{due:day} $& __proto__ has joined");
});

test("every text renders in both languages, and no word of it ranks anybody", async () => {
  const rank = /priorit|first in line|other customers|more important|upgrade your plan|premium|vorrang|bevorzug|wichtigere|andere kunden/i;
  for (const language of ["en", "de"] as const) {
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
  if (["due", "asked", "renewal", "since"].includes(name)) return DUE;
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
