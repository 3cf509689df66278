/** German: dates, people who would come, and what would be built. */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups, NOT } from "./shared.ts";

const ACT =
  "behoben|fertig|gelöst|erledigt|repariert|veröffentlicht|verfügbar|ausgeliefert|geliefert|freigegeben|bereit|online|wieder (?:da|" +
  "online|verfügbar|erreichbar|hergestellt)|wiederhergestellt|bearbeitet|beantwortet|abgeschlossen|umgesetzt|eingebaut|behandelt|geprüft|" +
  "korrigiert|gefixt|gepatcht|geschlossen|zurückgemeldet|kontaktiert|angerufen|gemeldet|fällig|geplant|vorgesehen|da";
const DO =
  "melde[nt]?|meldet|rufe?n?|ruft|kontaktier(?:e|en|t)|komme?n?|kommt|liefer(?:n|t|e)|beheb(?:e|en|t)|lös(?:e|en|t)|fixen?|fixt|" +
  "schick(?:e|en|t)|sende[nt]?|veröffentlich(?:e|en|t)|erledig(?:e|en|t)|kümmer(?:e|n|t)|reparier(?:e|en|t)|bearbeite[nt]?|prüf(?:e|en|t)|" +
  "antworte[nt]?|beantworte[nt]?|bring(?:e|en|t)|geb(?:e|en)|gibt|erschein(?:t|en)|release[nt]?|übernehme?n?|übernimmt|schau(?:e|en|t)|nehme?n?|" +
  "nimmt|richte[nt]?|stell(?:e|en|t)|schließ(?:e|en|t)|hör(?:e|en|t|st)|meldest";
const THING =
  "(?:das|der|die|den|ihr|dein|euer|unser|ein|eine|dieser?|dieses) ?(?:\\S+ ){0,3}(?:fix|patch|release|update|upgrade|feature|" +
  "funktion|version|hotfix|fehler|bug|problem|ticket|anfrage|fall|konto|rechnung|dienst|support|lösung|migration|antwort|rückruf|anruf|störung|" +
  "ausfall|system|erstattung|beta|frage|meldung|server|cluster|instanz|korrektur|fehlerbehebung|lieferung)|version [\\d.]+|[\\d.]+|es|das|alles|" +
  "dies|marldb(?: [\\d.]+)?";
const ANSWER =
  "antwort|rückmeldung|rückruf|anruf|fix|lösung|update|nachricht|mail|e-mail|rechnung|angebot|zugang|bestätigung|termin|bescheid|" +
  "feedback|patch|ergebnis|gutschrift|erstattung|hotfix|information\\w*|ansprechpartner|mensch\\w*|kolleg\\w*";

const DATE_SHAPES = [
  words(`{actor} (?:{adv} )*(?:werden?|wird)(?! (?:{adv} )*(?:erklär|zeig|beschreib))|(?:werden?|wird) (?:{adv} )*(?:ich|wir|jemand|{actor})`, groups),
  words(`{actor} (?:\\S+ ){0,3}(?:${DO})|(?:${DO}) (?:{adv} )*(?:ich|wir|sich (?:\\S+ ){0,3}(?:{helper}|jemand)|jemand|{actor})`, groups),
  words(`(?:${DO}) sich (?:\\S+ ){0,4}(?:{helper}|jemand|wer)`, groups),
  words(
    `(?:ist|sind|wird|werden|sein|kommt|erscheint|folgt) (?:\\S+ ){0,10}(?:${ACT})|(?:kommt|erscheint|folgt) (?:\\S+ ){0,3}(?:${THING})|(?:${THING}) (?:\\S+ ){0,4}(?:kommt|erscheint|folgt|steht bereit|läuft wieder|geht wieder|funktioniert wieder|geht online|wird ausgeliefert|ist (?:\\S+ ){0,4}(?:${ACT}))`,
    groups,
  ),
  words(
    `(?:sie|du|ihr) (?:\\S+ ){0,2}(?:erhalten|bekommen|bekommst|bekommt|hören|hörst|erhältst|kriegen|kriegst|werden|wirst|haben|hast|können|kannst)(?: \\S+){0,6} (?:${ANSWER}|von (?:uns|mir|ihm|ihr)|rechnen|kontaktiert|angerufen|informiert|erwarten)|(?:erhalten|bekommen|bekommst|hören|hörst|erhältst|werden|wirst|haben|hast|können|kannst) (?:sie|du|ihr)(?: \\S+){0,6} (?:${ANSWER}|von (?:uns|mir)|rechnen|kontaktiert|angerufen|informiert|erwarten)`,
    groups,
  ),
  words(
    "{actor} (?:{adv} )*(?:haben|hat|habe) (?:\\S+ ){0,8}(?:fertig|bereit|für sie|gelöst|behoben)|geht (?:\\S+ ){0,4}(?:live|online)|" +
      "kommt (?:\\S+ ){0,4}raus",
    groups,
  ),
  words(`(?:${THING}) (?:wird|werden) `.trimEnd(), groups),
  words(
    "(?:wir sehen uns|wir sprechen uns|wir hören uns|lieferdatum|liefertermin|erscheinungstermin|frist|zieltermin|termin (?:ist|steht|für)|" +
      "voraussichtlich|versprochen|zugesagt)",
    groups,
  ),
];

export const TIME: readonly CommitmentRule[] = [
  {
    rule: "commitment.date",
    scent:
      "#time heute morgen übermorgen woche wochenende monat quartal jahr montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag tag tage tagen sprint innerhalb binnen minute minuten min stunde stunden std werktag arbeitstag ende monatsende wochenende jahresende mittag abend dann mitternacht feierabend q1 q2 q3 q4 kürze demnächst bald sofort umgehend unverzüglich schnellstmöglich schnell baldmöglichst zeitnah moment gleich laufe bälde januar februar märz april mai juni juli august september oktober november dezember frühjahr sommer herbst winter weihnachten ostern kalendertag nächste nächsten",
    topic: words("{time}", groups),
    shapes: DATE_SHAPES,
    unless: words(
      "nicht(?! (?:nur|zögern|lange))|nie|niemals|kein(?!e? (?:problem|frage|sorge))(?:e[rsnm]?)?|ob|sie (?:hatten |haben |" +
        "wollten )?(?:gefragt|wollten|schrieben|geschrieben)|cron\\w*|cronjob|index|indizes|replikat\\w*|cache|import|jede[nrs]? \\w+|laut (?:\\w+ )?log|job|skript|sobald sie|wenn sie|falls sie|können sie|sie können|" +
        "müssen sie|sollten sie|sehen sie|führen sie|starten sie|prüfen sie|bitte",
      groups,
    ),
    excuse: "figures",
  },
  {
    rule: "commitment.person",
    scent:
      "kollege kollegin kollegen mitarbeiter techniker ingenieur entwickler spezialist experte expertin chef vorgesetzter vorgesetzte team teamleiter support vertrieb mensch fachabteilung abteilung buchhaltung technik jemand",
    topic: words(
      "(?:(?:ein|eine|einer|eines|jemand|mein|meine|unser|unsere|der|die|das)(?: (?:unserer|meiner|aus (?:dem|unserem)|vom|von|" +
        "der))?(?: \\w+)? (?:{helper}|uns)|jemand)(?: \\S+){0,3} (?:wird (?:sich |sie |ihnen |dich |dir |das |es )?(?:\\S+ ){0,5}(?:melden|anrufen|" +
        "kontaktieren|kümmern|übernehmen|helfen|anschauen|ansehen|antworten|schreiben|prüfen|beheben|lösen|zurückrufen)|(?:meldet|kümmert) sich|" +
        "ruft (?:sie|dich|euch)|kontaktiert (?:sie|dich|euch)|übernimmt|schaut (?:sich|es|das|drauf)|hilft ihnen|prüft|schreibt (?:ihnen|dir))|" +
        "(?:meldet|kümmert) sich (?:\\S+ ){0,4}(?:{helper}|jemand)|wird sich (?:\\S+ ){0,5}(?:{helper}|jemand) (?:\\S+ ){0,4}(?:melden|kümmern)",
      groups,
    ),
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.roadmap",
    scent: "einbauen umsetzen veröffentlichen ausliefern beheben implementieren entwickeln unterstützen nachliefern bauen nächsten nächste roadmap version",
    topic: words(
      "(?:wir|unser (?:team|entwicklerteam)|marldb|das team) (?:{adv} )*(?:werden|wird|planen|" +
        "haben beschlossen) (?:\\S+ ){0,8}(?:einbauen|umsetzen|veröffentlichen|ausliefern|beheben|implementieren|entwickeln|unterstützen|" +
        "nachliefern|bauen)|(?:wird|werden) (?:\\S+ ){0,4}(?:teil der nächsten|in (?:der nächsten )?version [\\d.]*|" +
        "im nächsten release) (?:\\S+ ){0,3}(?:enthalten|sein|kommen|behoben)?|(?:steht|ist) (?:schon |bereits )?auf unserer roadmap",
      groups,
    ),
    unless: NOT,
    excuse: "sentence",
  },
];
