/** Somebody is answered in the language that they write; code, error texts and names do not decide which that is. */
import { expect, test } from "vitest";
import { spokenIn } from "../../src/knowledge/spoken.ts";

test.each([
  ["en", "The server is down"],
  ["de", "Backup geht nicht"],
  ["fr", "Je n'arrive pas à me connecter"],
  ["es", "¿Cómo restauro una copia de seguridad?"],
  ["it", "Non riesco ad accedere"],
  ["pt", "Não consigo entrar no painel"],
  ["nl", "De server is down, we zien niets meer"],
  ["pl", "Nie mogę się zalogować"],
  ["ja", "バックアップを復元するにはどうすればいいですか"],
  ["ar", "لا أستطيع تسجيل الدخول"],
  ["fr", "Voici l'erreur :\n```\nwhy is the server not there and who has it\n```"],
  ["de", 'Ich bekomme "the file is not where you said it would be" beim Start'],
  ["es", "No puedo entrar y el registro dice:\n2026-11-22 10:00:01 FATAL: the database system is not there"],
])("%s is plain from: %s", (lang, text) => {
  expect(spokenIn(text)).toEqual({ lang, clear: true });
});

test.each([
  "x",
  "ok",
  "Restore Müller so",
  "Docker tag so old, bin will die",
  "Please call محمد",
  "Tell 田中さん to restart the server",
  "merci",
  "No funciona",
  "MDB-1042",
])("nothing is plain from: %s", (text) => {
  expect(spokenIn(text).clear).toBe(false);
});

test("Persian is written with Arabic letters, and is not answered in Arabic", () => {
  expect(spokenIn("چطور می‌توانم نسخه پشتیبان بگیرم")).toEqual({ lang: "en", clear: false });
});
