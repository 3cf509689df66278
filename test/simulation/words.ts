import { UNKNOWN_QUESTION } from "./library.ts";
import type { Said } from "./scene.ts";

export type Language = "en" | "de";

/** Said without a mark: it means this only as it stands. */
export const FORGET_ALL = ["Forget everything you know about me.", "Vergiss alles, was du über mich weißt."];

/** What people write, by what they want, in each language that we ship. Safety matters: one of each class at least. */
export const WORDS: Record<Exclude<Said["kind"], "remind" | "nudge" | "upset">, Record<Language, string[]>> = {
  question: {
    en: ["How do I take a hot backup?", "How do I install it on Linux?", "What does the licence allow?", "What does error MDB-1042 mean?"],
    de: ["Wie mache ich eine Sicherung im laufenden Betrieb?", "Wie installiere ich es unter Linux?", "Was bedeutet der Fehler MDB-1042?"],
  },
  human: {
    en: ["I want to talk to a human, please.", "Please let me speak to a person."],
    de: ["Ich möchte bitte mit einem Menschen sprechen.", "Kann ich bitte mit einem Mitarbeiter reden?"],
  },
  safety: {
    en: [
      "Your update has deleted our production data and the customers are lost.",
      "We found a security hole: anyone can log in as administrator without a password.",
      "Your hosted service has been down for an hour and all our shops stand still.",
      "There is smoke coming out of the server room and somebody is hurt.",
      "Our lawyer is going to sue you for breach of contract.",
    ],
    de: [
      "Euer Migrationsskript hat die Kundentabelle geleert.",
      "Wir haben eine Sicherheitslücke gefunden: jeder kommt ohne Passwort als Administrator hinein.",
      "Euer Dienst ist seit einer Stunde komplett ausgefallen.",
      "Im Serverraum brennt es und jemand ist verletzt.",
      "Unser Anwalt wird euch wegen Vertragsbruch verklagen.",
    ],
  },
  unknown: {
    en: [UNKNOWN_QUESTION, "Can it brew coffee in zero gravity on a Tuesday?"],
    de: ["Kann es an einem Dienstag in der Schwerelosigkeit Kaffee kochen?"],
  },
  thanks: { en: ["Thanks, that helped!"], de: ["Danke!", "Vielen Dank, das hat geholfen."] },
  account: { en: ["What is in my contract?"], de: ["Was steht in meinem Vertrag?"] },
  odd: { en: ["🙃 <b>?</b> \u202e gnp.exe", "?", "a\u0300".repeat(40)], de: ["🙃 <b>?</b> \u202e gnp.exe", "ßẞ?", "ü\u0308".repeat(40)] },
  remember: {
    en: ["Please remember that our cluster runs on Debian", "Remember: our nightly window is at two"],
    de: ["Bitte merk dir, dass unser Server unter Debian läuft", "Merken Sie sich: unser Wartungsfenster ist um zwei"],
  },
  known: { en: ["What do you know about me?"], de: ["Was weißt du über mich?"] },
  forget: { en: FORGET_ALL.slice(0, 1), de: FORGET_ALL.slice(1) },
  hello: { en: ["Hello?", "Is anybody there?"], de: ["Hallo?", "Ist da jemand?"] },
};
