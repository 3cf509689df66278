import { expect, test } from "vitest";
import { wantsNoCalls } from "../../src/care/phone/stop-words.ts";

// In an automatic call people say "no more calls" in their own words, not in ours: whoever is not heard is rung again against their will (PRODUCT promise 10).
// What they say kindly, or in passing, ends nothing that they have agreed to.

test.each([
  ["en", ["Stop.", "Don't ever call me again", "I would rather not be rung", "I no longer want these calls", "No calls, please", "Quit calling me"]],
  ["en", ["Leave me alone", "Lose my number", "Please take my number off your list", "Remove my number", "Do not contact me again", "Please cease calling"]],
  ["de", ["Rufen Sie mich nicht mehr an", "Ruft hier bitte nie wieder an!", "Ich möchte nicht mehr angerufen werden", "Bitte keine weiteren Anrufe"]],
  ["de", ["Hören Sie auf", "Hör auf damit", "Lassen Sie mich in Ruhe", "Streichen Sie meine Nummer", "Nehmen Sie mich von der Liste"]],
  ["fr", ["Ne m'appelez plus", "ne m’appelle pas", "Je ne veux plus d'appels", "je ne veux plus être appelé", "Laissez-moi tranquille", "Cessez"]],
  ["es", ["No me llame más", "no quiero más llamadas", "No quiero que me llamen", "déjeme en paz", "deje de llamarme"]],
  ["it", ["Non mi chiami più", "non voglio più chiamate", "Non voglio essere chiamato", "Mi lasci in pace", "smettetela"]],
  ["pt", ["Não me ligue mais", "não quero mais chamadas", "Não quero receber ligações", "Pare de ligar", "Deixe-me em paz", "para de me ligar", "Para!"]],
  ["nl", ["Bel me niet meer", "Ik wil niet meer gebeld worden", "Geen telefoontjes meer", "Hou daar mee op", "laat me met rust"]],
  ["pl", ["Proszę do mnie więcej nie dzwonić", "Nie chcę takich telefonów", "Dajcie mi spokój", "Przestańcie dzwonić"]],
  ["ja", ["もう電話しないでください", "もうかけてこないでください", "電話はいりません", "やめろ"]],
  ["ar", ["لا تتصلوا بي", "لا أريد هذه المكالمات", "كفوا عن الاتصال", "لا اريد مكالمات"]],
])("%s: %j is heard", (_, sentences) => {
  expect(sentences.filter((sentence) => !wantsNoCalls(sentence))).toEqual([]);
});

test("what is said kindly, or in passing, is none", () => {
  const kind = [
    ["Hello?", "Who is this?", "Thank you, how nice of you to call", "I did not expect that, lovely", "Your support works non-stop", "I'll ring you back"],
    ["Danke, das freut mich", "Ich höre Sie auf beiden Ohren", "Ich rufe Sie morgen zurück", "Das ist aber nett, dass Sie anrufen"],
    ["Merci d'avoir appelé", "Je vous rappelle plus tard", "Gracias por llamar, para mí es un placer", "Obrigado, para mim está tudo bem"],
    ["Grazie della chiamata", "Mi pare una bella cosa", "Bedankt voor het bellen", "Dziękuję za telefon", "お電話ありがとうございます", "شكرا على الاتصال", ""],
  ].flat();
  expect(kind.filter((sentence) => wantsNoCalls(sentence))).toEqual([]);
});
