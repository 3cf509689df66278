/** The words of the wide German net: who of ours acts, and what a sentence about software sounds like. */
import { words } from "../pattern.ts";

const helper =
  "kolleg(?:e|en|in|innen)|mitarbeiter(?:in|innen|n|s)?|techniker(?:in|n|s)?|ingenieur(?:in|e|en|s)?|entwickler(?:in|n|team|s)?|(?:\\w+)?spezialist(?:in|en)?|expert(?:e|en|in)|fach(?:mann|frau|leute|kraft)|" +
  "chef(?:in)?|\\w+chef(?:in)?|vorgesetzte[rn]?|team(?:leiter\\w*|leitung)?|support(?:-team|team)?|vertrieb|menschen?|fachabteilung|abteilung|buchhaltung|technik|entwicklung|leitung|geschäftsleitung|geschäftsführung|ansprechpartner(?:in)?|bereitschaft\\w*|produktteam|personal|leute";

/** The sentence is about a program, a text or a page, or it asks. */
const software =
  "\\S*`\\S*|(?:tabellen?|spalten?|zeilen?|felde?r?|schema\\w*|abfragen?|sql|code|jobs?|warteschlangen?|apis?|schnittstellen?|\\w*schnittstelle|vorlagen?|planers?|parameter|variablen?|null|webhooks?|beispiel\\w*|export\\w*|berichte?|hauptbuch|shop|platten?|speicher|" +
  "transaktion(?:en)?|isolation|quorum|cache|insert|select|funktion|promises|javascript|json|yaml|seiten?|tarifseite|steuer|cloud|welche|können sie|haben sie|sehen sie|was haben sie|erstattungs\\w+|rabattlogik|lizenz schließt)";

export const WIDE_GROUPS = {
  helper,
  software,
  adv: "(?:auch|gerne?|selbstverständlich|natürlich|sofort|gleich|jetzt|nun|dann|hiermit|bereits|schon|persönlich|definitiv|sicher|bestimmt|ihnen|dir|euch|sie|dich|uns|mich|mir|es|das|dies|daher|deshalb|selbst|ausnahmsweise|heute|morgen|umgehend|direkt|noch|dafür|dazu|also|einfach|soeben|gerade|eben|vorhin|sich|wie gewünscht|damit|da|hier|so|alle[ns]?|beide|doch|ja|mal|kurz)",
  /** Somebody of ours, said so that a customer's own people are not meant. */
  ours: `(?:(?:eine[rsmn]?|ein|unsere?[rnms]?|meine?[rnms]?|einer (?:unserer|meiner)|die|das|der|den|dem) (?:\\w+ ){0,2}(?:${helper})(?: (?:aus|von|in) (?:unserem|unserer|dem|der|uns|meinem)(?: \\w+)?)?|jemand(?:en|em)?(?: (?:von|aus|bei) (?:uns|unserem|dem|der)(?: \\w+)?)?|einer (?:aus|von) (?:meinem|unserem|uns|dem)(?: team)?|leute aus unserem \\w+|wer von uns)`,
};

/** Somebody takes it back, or leaves it to people. */
export const BACK = words(
  "(?:ich|wir) (?:\\S+ ){0,3}(?:nicht|nichts|keine?[nrsm]?)(?! (?:nur|zögern|berechn\\w+|in rechnung))|(?:kann|darf|möchte|will|könnte|habe|weiß|bin) (?:ich|wir) (?:\\S+ ){0,6}?(?:nicht|nichts|keine?[nrsm]?)|(?:nicht|nichts|keine?[nrsm]?) (?:\\S+ ){0,3}(?:kann|darf|möchte|weiß) ich|" +
    "(?:darf|kann|möchte|will) ich(?: \\S+){0,4} (?:nicht|nichts|keine?n?)|niemand (?:kann|wird|hat)|entscheiden|entscheidet|keine (?:garantie|zusage)|nicht (?:bitte )?als zusage|nicht (?:kenne|weiß|sagen|zusagen|versprechen|entscheiden)|ob \\w+|hängt (?:\\S+ )?ab|" +
    "sie (?:hatten |haben )?(?:\\S+ ){0,5}?(?:gefragt|geschrieben|erwähnt)|sie (?:fragen|schreiben|möchten|erwähnen)|rechtsfragen|anwalt|wer dafür haftet|vergeben, und raten",
  WIDE_GROUPS,
);

/** "3000 im Monat", "zweihundert im Jahr": an amount with its period is a price. */
export const PLAIN_MONEY_DE =
  "(?:\\d[\\d.,]*|\\w*(?:hundert|tausend|zig|ßig)) (?:im|pro|je|die|den|das|jeden|in der) (?:monat|jahr|stunde|arbeitsplatz|platz|nutzer|knoten|server|anruf|vorfall|kopf|quartal)";
