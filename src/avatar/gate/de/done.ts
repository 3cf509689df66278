/** German: what was not done by a tool. */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups } from "./shared.ts";

const DONE_VERBS =
  "gekündigt|storniert|erstattet|eskaliert|weitergeleitet|weitergegeben|gutgeschrieben|informiert|benachrichtigt|verständigt|" +
  "alarmiert|gemeldet|veranlasst|freigeschaltet|entsperrt|hochgestuft|herabgestuft|priorisiert|gebucht|vereinbart|beauftragt|rückerstattet|" +
  "zurückerstattet|überwiesen|angewiesen|zurückgesetzt|neu gestartet|neugestartet|wiederhergestellt|behoben|gefixt|gelöst|repariert|deployt|" +
  "ausgerollt|genehmigt|verlängert|gesprochen|rücksprache gehalten|abgesprochen|abgeklärt|übergeben|hinterlegt|eingereicht|eingeleitet|" +
  "erlassen|kontaktiert|angerufen|angeschrieben|vorgezogen|hochgestellt|umgestellt auf|hochgesetzt";
const WEAK_VERBS =
  "erstellt|angelegt|eröffnet|aufgemacht|geöffnet|aufgenommen|geändert|aktualisiert|gelöscht|entfernt|deaktiviert|aktiviert|" +
  "gesendet|geschickt|geschlossen|zugewiesen|eingerichtet|hinzugefügt|erhöht|gesperrt|beendet|gestartet|gestellt|angepasst|eingetragen|erfasst|" +
  "pausiert|gebeten|gefragt|umgezogen|umgestellt|aufgegeben|abgeschickt|registriert|notiert";
const TICKETY =
  "tickets?|vorg[äa]ng|fall|falle|vorfall|incident|anfrage|antrag|anliegen|kolleg\\w*|team|support|technik\\w*|abo|abonnement|konto|" +
  "account|vertrag|tarif|plan|rechnung|bestellung|zahlung|lizenz\\w*|erstattung|termin|besprechung|anruf|rückruf|kalender|entwicklung\\w*|" +
  "entwickler\\w*|abteilung|vertrieb|buchhaltung|beschwerde|zugang|zugangsdaten|limit|kontingent|api-?key|schlüssel|priorität|kündigung|" +
  "fehlerbericht|bug-?report|chef\\w*";

export const DONE_CLAIMS: readonly CommitmentRule[] = [
  {
    rule: "commitment.done",
    scent:
      "gekündigt storniert erstattet eskaliert weitergeleitet weitergegeben gutgeschrieben informiert benachrichtigt verständigt alarmiert gemeldet veranlasst freigeschaltet entsperrt hochgestuft herabgestuft priorisiert gebucht vereinbart beauftragt rückerstattet zurückerstattet überwiesen angewiesen zurückgesetzt neugestartet gestartet wiederhergestellt behoben gefixt gelöst repariert deployt ausgerollt genehmigt verlängert gesprochen rücksprache gehalten abgesprochen abgeklärt übergeben hinterlegt eingereicht eingeleitet erlassen kontaktiert angerufen angeschrieben vorgezogen hochgestellt umgestellt hochgesetzt",
    also: "habe haben hat hab",
    topic: words(
      `(?:{actor} (?:{adv} )*(?:habe|haben|hat|hab)|(?:habe|haben|hat|hab) (?:{adv} )*(?:ich|wir|{actor}))(?: \\S+){0,14} (?:${DONE_VERBS})`,
      groups,
    ),
    unless: words(
      "nicht(?! nur)|noch nicht|nie|kein(?:e[rsnm]?)?|niemand\\w*|(?:aus|in|bei|von|vom) (?:ihre[rmn]|ihnen|server|trigger|planer)|ob|wenn|falls|sobald|nachdem|als ob|beispiel\\w*|sie haben|haben sie",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "erstellt angelegt eröffnet aufgemacht geöffnet aufgenommen geändert aktualisiert gelöscht entfernt deaktiviert aktiviert gesendet geschickt geschlossen zugewiesen eingerichtet hinzugefügt erhöht gesperrt beendet gestartet gestellt angepasst eingetragen erfasst pausiert gebeten gefragt umgezogen umgestellt aufgegeben abgeschickt registriert notiert",
    also: "habe haben hat hab",
    topic: words(
      `(?:{actor} (?:{adv} )*(?:habe|haben|hat|hab)|(?:habe|haben|hat|hab) (?:{adv} )*(?:ich|wir|{actor}))(?: \\S+){0,10} (?:${TICKETY})(?: \\S+){0,8} (?:${WEAK_VERBS})`,
      groups,
    ),
    unless: words(
      "nicht(?! nur)|noch nicht|nie|kein(?:e[rsnm]?)?|niemand\\w*|(?:aus|in|bei|von|vom) (?:ihre[rmn]|ihnen|server|trigger|planer)|ob|wenn|falls|sobald|nachdem|beispiel\\w*|sie haben|haben sie|oben|unten",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "gekündigt storniert erstattet eskaliert weitergeleitet weitergegeben gutgeschrieben informiert benachrichtigt verständigt alarmiert gemeldet veranlasst freigeschaltet entsperrt hochgestuft herabgestuft priorisiert gebucht vereinbart beauftragt rückerstattet zurückerstattet überwiesen angewiesen zurückgesetzt neugestartet gestartet wiederhergestellt behoben gefixt gelöst repariert deployt ausgerollt genehmigt verlängert gesprochen rücksprache gehalten abgesprochen abgeklärt übergeben hinterlegt eingereicht eingeleitet erlassen kontaktiert angerufen angeschrieben vorgezogen hochgestellt umgestellt hochgesetzt erstellt angelegt eröffnet aufgemacht geöffnet aufgenommen geändert aktualisiert gelöscht entfernt deaktiviert aktiviert gesendet geschickt geschlossen zugewiesen eingerichtet hinzugefügt erhöht gesperrt beendet gestartet gestellt angepasst eingetragen erfasst pausiert gebeten gefragt umgezogen umgestellt aufgegeben abgeschickt registriert notiert",
    also: "wurde wurden ist sind habe",
    topic: words(
      `(?:ihr|ihre|dein|deine|euer|eure|das|die|der|ein|eine) (?:\\S+ ){0,2}(?:${TICKETY}) (?:wurden?|ist|sind|habe ich) (?:\\S+ ){0,5}(?:${DONE_VERBS}|${WEAK_VERBS})|(?:wurde|ist) (?:soeben |bereits |gerade |schon )?(?:an (?:unser|das|die|meine)\\S* (?:\\S+ )?(?:team|kolleg\\w*|technik\\w*|abteilung|support)) (?:\\S+ )?(?:eskaliert|weitergeleitet|weitergegeben|übergeben|gemeldet)`,
      groups,
    ),
    unless: words(
      "nicht|nie|kein(?:e[rsnm]?)?|niemand\\w*|(?:aus|in|bei|von|vom) (?:ihre[rmn]|ihnen|server|trigger|planer)|ob|wenn|falls|sobald|nachdem|bevor|bis|jedes mal|wie",
      groups,
    ),
    excuse: "sentence",
  },
];
