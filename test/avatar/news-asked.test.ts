import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { newsWish } from "../../src/avatar/initiative/asked.ts";

// "Tell me when this is fixed" is somebody's own word that we may write first. Heard where it was not said, it would let us write to people
// who never asked; and whoever takes it back must be understood.

describe("asked for", () => {
  test.each([
    "Tell me when this is fixed",
    "Please let me know once it's released.",
    "Could you let us know as soon as the outage is over?",
    "ok, notify me when there is news, please",
    "Write to me when there's an update!",
    "Thanks! Keep me posted.",
    "Sag mir bitte Bescheid, wenn das behoben ist",
    "Bitte geben Sie mir Bescheid, sobald die neue Version erschienen ist.",
    "Melden Sie sich bitte, wenn es Neuigkeiten gibt",
    "Halten Sie mich auf dem Laufenden",
  ])("%s", (text) => expect(newsWish(text)).toEqual({ kind: "tell", alone: true }));
  test("beside something else, which is answered, too", () =>
    expect(newsWish("Our restore hangs at 80 %. Let me know when that is fixed.")).toEqual({ kind: "tell", alone: false }));
});

describe("taken back", () => {
  test.each([
    "Don't write to me unasked",
    "Please do not write to me any more unless I ask.",
    "stop notifying me",
    "No more updates please",
    "unsubscribe",
    "You needn't let me know when it is fixed.",
    "Schreiben Sie mir bitte nicht mehr ungefragt",
    "Benachrichtige mich nicht mehr",
    "Keine Neuigkeiten mehr, bitte",
  ])("%s", (text) => expect(newsWish(text)).toEqual({ kind: "stop" }));
  test.each(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"])("as the text in %s says it, in each of the two places", (language) => {
    const texts = parse(readFileSync(`prompts/texts/${language}.yaml`, "utf8")) as Record<string, { text: string }>;
    for (const key of ["news_consented", "news_stop"]) {
      const quoted = /[“„«「‘] ?([^”“»」’]+?) ?[”“»」’][^”“»」’]*$/u.exec(texts[key]?.text ?? "")?.[1] ?? "";
      expect(newsWish(quoted), `${key}: ${quoted}`).toEqual({ kind: "stop" });
    }
  });
});

describe("neither", () => {
  test.each([
    "When will this be fixed?",
    "Can you tell me when this was released?",
    "Tell me when version 5 is released?",
    "Tell me when it was fixed",
    "You never tell me when it is fixed",
    "Let me know how backups work",
    "Don't tell me that it is fixed",
    "Stop the server first?",
    "How do I unsubscribe a replica?",
    "Why does it write to me in English?",
    "Sagen Sie mir, wann das behoben wurde",
    "Wie benachrichtige ich Benutzer, wenn ein Backup fertig ist?",
    "How do I let my users know when a backup is done?",
    "",
  ])("%s", (text) => expect(newsWish(text)).toBeUndefined());
});
