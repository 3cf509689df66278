// house: long because it is the table of the German commitments
/** German commitments. Sentences arrive folded: small letters, no accents; the umlauts below match "o" and "oe" alike. */
import { CALENDAR_DAY } from "./figures.ts";
import type { CommitmentRule } from "./rule.ts";
import { raw, words } from "./pattern.ts";

const helper =
  "kolleg(?:e|en|in|innen)|mitarbeiter(?:in|innen|n)?|techniker(?:in|n)?|ingenieur(?:in|e|en)?|entwickler(?:in|n|team)?|" +
  "spezialist(?:in|en)?|expert(?:e|en|in)|chef(?:in)?|vorgesetzte[rn]?|team(?:leiter\\w*)?|support(?:-team|team)?|vertrieb|mensch|fachabteilung|" +
  "abteilung|buchhaltung|technik";
const groups = {
  helper,
  day: "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:s|abend|morgen|vormittag|nachmittag|mittag|fruh)?",
  unit: "(?:minuten?|min|stunden?|std|(?:werk|arbeits|kalender)?tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?)",
  few:
    "(?:den )?(?:der )?(?:nächsten |kommenden )?(?:etwa |ca\\.? |rund |ungefähr |höchstens |maximal |spätestens |weniger als )?(?:nächsten |" +
    "kommenden )?(?:\\d+(?:[.,]\\d+)?(?: ?(?:-|bis|oder) ?\\d+)?|eine[rmns]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|wenigen?|" +
    "wenige[rn]|ein paar|einigen|mehreren|einer halben)",
  calendar: CALENDAR_DAY,
  time:
    "(?:(?:gleich |schon |noch )?(?:heute|morgen|übermorgen)(?: (?:früh|vormittag|mittag|nachmittag|abend|noch))?)|(?:noch )?(?:diese[nrsm]?|" +
    "nächste[nrsm]?|kommende[nrsm]?) (?:woche|wochenende|monats?|quartals?|jahr(?:es)?|{day}|tage[n]?|sprint)|" +
    "(?:bis|am|ab|vor|spätestens|bis zum|bis spätestens|bis einschließlich|kommenden|nächsten) (?:zum |am |kommenden |nächsten )?{day}|" +
    "{day} (?:früh|morgen|vormittag|mittag|nachmittag|abend|spätestens)|(?:innerhalb|binnen|in|in spätestens)(?: von)? {few} {unit}|(?:bis|zum|" +
    "am|vor|gegen|bis zum) (?:zum )?ende (?:der|des|diese[rs]|nächste[rn]|kommende[rn]) \\w+|" +
    "(?:bis|zum|am) (?:zum )?(?:monats|wochen|quartals|jahres)ende|bis (?:heute|morgen|mittag|abend|dann|mitternacht|feierabend)|{calendar}|" +
    "q[1-4](?: 20\\d\\d)?|(?:bis|um|gegen|vor) \\d{1,2}(?:[:.]\\d{2})? ?uhr|" +
    "in kürze|demnächst|bald|sofort|umgehend|unverzüglich|schnellstmöglich|so schnell wie möglich|baldmöglichst|zeitnah|jeden moment|gleich|" +
    "im laufe des \\w+|in bälde|(?:im|bis|ab|anfang|mitte|ende) (?:zum )?(?:anfang |mitte |ende )?(?:januar|februar|märz|april|mai|juni|juli|" +
    "august|september|oktober|november|dezember|frühjahr|sommer|herbst|winter|quartal)|(?:vor|nach|bis) (?:weihnachten|ostern|dem wochenende|" +
    "zum wochenende)",
  actor:
    "ich|wir|man|jemand|(?:unser|mein|der|die|das|ein)e?[rsn]? (?:\\w+ )?{helper}|(?:eine[rs]?|jemand) (?:unserer|meiner|der|von|" +
    "aus) (?:\\w+ )?(?:{helper}|uns)|marldb|standin|der support|unser haus|die firma",
  adv:
    "(?:auch|gerne?|selbstverständlich|natürlich|sofort|gleich|jetzt|nun|dann|hiermit|bereits|schon|persönlich|auf jeden fall|definitiv|sicher|" +
    "bestimmt|ihnen|dir|euch|sie|dich|uns|es|das|dies|daher|deshalb|deswegen|selbst|einmal|ausnahmsweise|heute|morgen|umgehend|direkt|noch|dafür|" +
    "dazu|aus kulanz|als \\w+|also|einfach)",
};

const OURS = words(
  "(?:{actor} (?:{adv} )*(?:werden?|wird|würden?|können?|kann|könnten?|dürfen?|darf|möchten?|wollen|will|sorgen?|sorgt|" +
    "versuchen?)|(?:werden?|wird|würden?|können?|kann|könnten?|darf|dürfen|möchten?|will|wollen) (?:{adv} )*(?:ich|wir|man|jemand|{actor}))",
  groups,
);
const GIVE = words(
  "(?:{actor} (?:{adv} )*(?:erstatten?|erstattet|zahlen?|überweisen?|gebe|geben|gewähren?|gewährt|biete|bieten|bietet|schenken?|" +
    "erlassen?|erlasse|schreiben?|schreibe|gutschreiben|übernehmen?|übernimmt|ersetzen?|ersetzt|entschädigen?|reduzieren?|senken?|verzichten?|" +
    "verzichte|mache|machen|lege|legen|berechnen?|räumen?|stornieren?)|(?:erstatten?|zahlen?|überweisen?|gebe|geben|gewähren?|biete|bieten|" +
    "schenken?|erlassen?|schreiben?|übernehmen?|ersetzen?|entschädigen?|reduzieren?|senken?|verzichten?|mache|machen|berechnen?|" +
    "räumen?) (?:{adv} )*(?:ich|wir))",
  groups,
);
const HAVE = words("(?:{actor} (?:{adv} )*(?:habe|haben|hat)|(?:habe|haben|hat) (?:{adv} )*{actor})", groups);
const YOURS = words(
  "(?:sie|du|ihr|ihnen|dir|euch) (?:{adv} )*(?:bekommen|bekommst|bekommt|erhalten|erhältst|erhaltet|kriegen|kriegst|kriegt|" +
    "haben anspruch|hast anspruch|haben ein recht|steht|stehen|zahlen|zahlst|sparen|sparst|müssen (?:nichts|keine)|musst (?:nichts|keine)|dürfen|" +
    "werden|wirst|wird)|(?:bekommen|bekommst|bekommt|erhalten|erhältst|kriegen|kriegst|zahlen|zahlst|sparen|sparst|werden|wird|steht|" +
    "stehen) (?:{adv} )*(?:sie|du|ihr|ihnen|dir|euch)",
  groups,
);
const DONE = words(
  "(?:wurde|wurden|worden|ist|sind|wird|werden) (?:\\S+ ){0,8}(?:erstattet|gutgeschrieben|überwiesen|genehmigt|gewährt|bewilligt|" +
    "veranlasst|verbucht|angewiesen|unterwegs|ausgezahlt|zurückgezahlt|erlassen|abgezogen|reduziert|freigegeben|storniert|bestätigt)|" +
    "ist (?:\\S+ )?unterwegs|ist genehmigt",
  groups,
);
const HERE = words(
  "hier (?:ist|sind) (?:ihr|dein|der|die|ein)e?n?|(?:ihr|dein|euer)e? (?:persönlicher? |neuer? )?(?:rabatt\\w*|gutschein\\w*|" +
    "gutschrift|rückerstattung|erstattung|nachlass|entschädigung)|nutzen sie (?:den|diesen) (?:code|gutschein\\w*)|mit dem (?:code|gutschein\\w*)|" +
    "wie wäre es mit|aus kulanz|als (?:entschädigung|wiedergutmachung|dankeschön|kulanz)",
  groups,
);
const NOT = words(
  "nicht(?! (?:nur|zögern))|nie|niemals|kein(?!e? (?:problem|frage|sorge|zweifel))(?:e[rsnm]?)?|ohne|weder|noch nicht|ob|" +
    "entscheidet|entscheiden|entscheidung|hängt|abhängig|keinesfalls|leider nicht|sie (?:hatten |haben )?(?:gefragt|wollten|schrieben|geschrieben|" +
    "erwähnt\\w*)|fragen",
  groups,
);

const REFUND = raw(
  "erstatt|rückzahl|zurück ?zahl|zahl\\w* (?:\\S+ ){0,6}zurück|zurücküberweis|gutschr(?:ift|eib|ieb)|" +
    "schreibe?n? (?:\\S+ ){0,6}gut\\b|entschädig|kompensier|kompensation|schadens?ersatz|geld zurück|kulanz|wiedergutmach|refund|" +
    "übernehmen? (?:\\S+ ){0,3}kosten|kosten (?:\\S+ ){0,3}übern|freimonat|gratismonat|(?:monat|monate) (?:gratis|kostenlos|geschenkt|frei)|" +
    "überweis",
);
const DISCOUNT = raw(
  "rabatt|nachlass|preisnachl|gutschein|vergünstig|sonderpreis|sonderkondition|skonto|ermäßig|günstiger|billiger|% weniger|" +
    "prozent weniger|halbe[rn]? preis|(?:preis|gebühr|beitrag)\\w* (?:\\S+ ){0,4}(?:senk|reduzier|halbier)|(?:senk|reduzier|" +
    "halbier)\\w* (?:\\S+ ){0,4}(?:preis|gebühr|beitrag|rechnung)|promo|aktionscode",
);
const FREE = raw(
  "kostenlos|gratis|umsonst|kostenfrei|unentgeltlich|ohne (?:zusätzliche |weitere |extra)?(?:kosten|berechnung|aufpreis|gebühr)|" +
    "geht aufs? haus|auf unsere kosten|auf kosten des hauses|nichts (?:kosten|berechnen|in rechnung)|kostet (?:sie|dich|euch) nichts|" +
    "erlassen? (?:\\S+ ){0,4}gebühr|gebühr\\w* (?:\\S+ ){0,4}erlass|nicht berechnen|berechnen (?:\\S+ ){0,4}nicht",
);
const PLAIN_PRICE = words(
  "(?:kostet|kosten|preis|gebühr|zahlen|angebot|berechnen|rechnung|betrag|" +
    "beitrag)(?: \\S+){0,5} \\d[\\d.,]*(?: \\S+)? (?:(?:im|pro|je|jeden) (?:monat|jahr|nutzer|platz|stunde|vorfall|knoten|server|woche|tag)|" +
    "monatlich|jährlich)",
  groups,
);

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

/** Every German rule; the first that matches a sentence in each family speaks for it. */
export const GERMAN: readonly CommitmentRule[] = [
  {
    rule: "commitment.refund",
    scent:
      "erstattung erstatten rückzahlung rückerstattung zurück zurückzahlen zurücküberweisen gutschrift gutschreiben gutgeschrieben gut schreibe schreiben entschädigung kompensation kompensieren schadensersatz schadenersatz geld kulanz wiedergutmachung refund übernehmen übernehme kosten freimonat gratismonat monat monate überweisen überweise zahle zahlen zahlt",
    topic: REFUND,
    shapes: [OURS, GIVE, HAVE, YOURS, DONE, HERE],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.discount",
    scent:
      "rabatt nachlass preis preisnachlass gutschein vergünstigung sonderpreis sonderkonditionen skonto ermäßigung ermaessigung günstiger billiger % prozent halber halben hälfte gebühr beitrag senken reduzieren promo aktionscode",
    topic: DISCOUNT,
    shapes: [
      OURS,
      GIVE,
      HAVE,
      YOURS,
      DONE,
      HERE,
      words("\\d+ ?(?:%|prozent)|nur für sie|für sie|wenn sie (?:verlängern|bleiben|heute|jetzt|" + "kaufen|abschließen|unterschreiben)|als treuer? kund\\w*"),
    ],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.price",
    scent: "kostenlos kostenfrei gratis umsonst unentgeltlich kosten berechnung aufpreis gebühr haus rechnung kostet erlassen berechnen berechne",
    topic: FREE,
    shapes: [
      OURS,
      GIVE,
      HERE,
      words(
        "(?:ich|wir) [a-z]+ (?:ihnen|dir|euch|sie|das)|für (?:sie|dich|euch)|(?:sie|du|ihr) (?:bekommen|bekommst|" +
          "erhalten|erhältst|zahlen|zahlst|kriegst|kriegen)|dieses ?mal|diesmal|ausnahmsweise|geht aufs? haus|geht auf uns|auf unsere kosten|" +
          "kostet (?:sie|dich|euch) nichts|(?:berechnen|berechne) (?:wir|ich)|(?:wir|ich) (?:berechnen|berechne)|ist geschenkt",
        groups,
      ),
    ],
    unless: words(
      "ob|entscheidet|nicht (?:sagen|versprechen|entscheiden|zusagen|anbieten)|nie|niemals|sie (?:hatten |haben )?(?:gefragt|" + "geschrieben)",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.price",
    scent: "kostet kosten preis gebühr zahlen angebot berechnen rechnung betrag beitrag monat jahr",
    topic: PLAIN_PRICE,
    excuse: "figures",
  },
  {
    rule: "commitment.date",
    scent:
      "#time heute morgen übermorgen woche wochenende monat quartal jahr montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag tag tage tagen sprint innerhalb binnen minute minuten min stunde stunden std werktag arbeitstag ende monatsende wochenende jahresende mittag abend dann mitternacht feierabend q1 q2 q3 q4 kürze demnächst bald sofort umgehend unverzüglich schnellstmöglich schnell baldmöglichst zeitnah moment gleich laufe bälde januar februar märz april mai juni juli august september oktober november dezember frühjahr sommer herbst winter weihnachten ostern kalendertag nächste nächsten",
    topic: words("{time}", groups),
    shapes: DATE_SHAPES,
    unless: words(
      "nicht(?! (?:nur|zögern|lange))|nie|niemals|kein(?!e? (?:problem|frage|sorge))(?:e[rsnm]?)?|ob|sie (?:hatten |haben |" +
        "wollten )?(?:gefragt|wollten|schrieben|geschrieben)|cron\\w*|cronjob|job|skript|sobald sie|wenn sie|falls sie|können sie|sie können|" +
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
  {
    rule: "commitment.guarantee",
    scent:
      "garantie garantieren garantiert versprechen verspreche versprochen zusichern zusicherung sichere sichern wort definitiv 100 100% hundertprozentig sicherheit bestimmt niemals nie risiko risikolos verlassen gewährleisten gewährleistet schwöre verfügbarkeit % uptime zweifellos verlieren vorkommen passieren absolut völlig jeden sicher",
    topic: raw(
      "garant|versprech|verspreche|versprochen|zusicher|sichere?n? (?:\\S+ )?(?:\\S+ )?zu\\b|mein wort|definitiv|100 ?%|hundertprozent|" +
        "auf jeden fall|mit sicherheit|ganz sicher|bestimmt|niemals|nie (?:wieder|mehr)|kein(?:erlei)? risiko|risikolos|verlassen|gewährleist|" +
        "schwöre?|% (?:verfügbarkeit|uptime)|verfügbarkeit von|absolut sicher|völlig sicher|zweifellos|keine(?:rlei)? daten verlieren|" +
        "nichts verlieren|nicht (?:wieder|mehr|noch einmal) (?:vorkommen|passieren)",
    ),
    shapes: [
      words(
        "(?:ich|wir|marldb|unser (?:team|haus)) (?:{adv} )*(?:kann |können |will |möchte |darf |werde |werden )?(?:{adv} )*(?:garantieren?|" +
          "garantiert|versprechen?|verspreche|zusichern|zusagen|schwöre|gewährleisten?|sichere|sichern)|(?:garantieren?|verspreche|versprechen|" +
          "sichere|sichern|schwöre|gewährleisten|kann|können) (?:{adv} )*(?:ich|wir)|mein (?:ehren)?wort|(?:das ist|ist|sind|wird|läuft|" +
          "funktioniert|klappt|werden|damit|das löst|das behebt|das hilft|das funktioniert|das klappt|das wird|es wird) (?:\\S+ ){0,6}(?:garantiert|" +
          "definitiv|hundertprozentig|100 ?%\\w*|auf jeden fall|mit sicherheit|ganz sicher|bestimmt|niemals|nie wieder|absolut sicher|völlig sicher|" +
          "zweifellos|versprochen)|(?:garantiert|definitiv|mit sicherheit|auf jeden fall|ganz sicher|bestimmt|hundertprozentig|versprochen|" +
          "zweifellos|niemals|nie wieder) (?:\\S+ ){0,8}(?:behoben|gelöst|funktionier\\w*|klapp\\w*|passier\\w*|verlieren|verloren|fertig|vorkommen|" +
          "läuft|laufen|sicher|helfen|geholfen|ausfall\\w*|gehen|geht|wird|werden|ist|erhalten|antwort)|(?:sie|du|ihr) (?:\\S+ ){0,4}(?:werden|" +
          "wirst|verlieren|verlierst|können sich|kannst dich)(?: \\S+){0,6} (?:verlieren|garantiert|darauf verlassen|verlassen)|(?:verlieren|" +
          "verlierst) (?:sie|du) (?:garantiert|definitiv|niemals|keine)|kein(?:erlei)? risiko|versprochen|100 ?%(?:ige?)? (?:sicher|garant\\w*|" +
          "verfügbar\\w*)|hundertprozentig|% (?:verfügbarkeit|uptime)|kommt (?:garantiert |sicher |ganz sicher )?(?:nicht|nie) (?:wieder|mehr) vor|" +
          "(?:wird|kann) (?:\\S+ ){0,3}(?:nicht|nie) (?:wieder|mehr) (?:vorkommen|passieren)|gewährleistet|verlassen sie sich|ohne (?:jedes )?risiko",
        groups,
      ),
    ],
    unless: words(
      "nicht (?:garantieren|versprechen|zusichern|zusagen|sagen|gewährleisten|mit sicherheit|garantiert|geben|machen)|" +
        "nichts (?:garantieren|versprechen|zusagen)|keine? (?:garantie\\w*|zusage\\w*|versprechen|versprechung\\w*|gewähr|zusicherung\\w*|prognose)|" +
        "ohne (?:gewähr|garantie)|nicht(?: \\S+)? (?:garantier\\w*|versprech\\w*)|serializable|isolation\\w*|unique|index|fsync|quorum|protokoll|" +
        "order by|constraint|promise|wenn|sofern|solange|falls|sollten|müssen|empfehle\\w*|bitte",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.legal",
    scent:
      "haften haftet haftung haftbar schuld verantwortung verantwortlich fahrlässig fahrlässigkeit schadensersatz schadenersatz verklagen klage pflichtverletzung vertragsbruch vertragsverletzung verbindlich rechtsverbindlich rechtsanspruch rechtlich zugeben geben einräumen räumen verschulden verschuldet versagen fehler verstoß einstehen schriftlich",
    topic: raw(
      "haft|schuld|verantwort|fahrlässig|schadens?ersatz|verklag|klage|pflichtverletz|vertragsbruch|vertragsverletz|verbindlich|" +
        "rechtsanspruch|rechtlich|zugeb|geben zu|einräum|verschuld|versagen|unser fehler|mein fehler|verstoß|einstehen|schriftlich",
    ),
    shapes: [
      words(
        "(?:ich|wir|unser (?:unternehmen|haus|team)|marldb|die firma) (?:\\S+ ){0,3}(?:haften|haftet|übernehmen (?:\\S+ ){0,4}(?:haftung|" +
          "verantwortung|schuld)|übernimmt (?:\\S+ ){0,4}(?:haftung|verantwortung)|tragen (?:\\S+ ){0,3}(?:schuld|verantwortung|haftung)|trägt|" +
          "sind (?:\\S+ ){0,4}(?:schuld|verantwortlich|haftbar|schadens?ersatzpflichtig|verpflichtet)|bin (?:\\S+ )?schuld|geben (?:\\S+ ){0,2}zu|" +
          "räumen ein|haben (?:\\S+ ){0,6}(?:fahrlässig|verschuldet|verletzt|verstoßen|zu verantworten|verursacht|schuld)|" +
          "zahlen (?:\\S+ ){0,3}schadens?ersatz|stehen (?:\\S+ ){0,4}(?:ein|gerade))|(?:das|es|dies|der (?:ausfall|fehler|schaden|absturz|vorfall|" +
          "datenverlust)|die (?:störung|panne)) (?:war|ist|liegt|lag|waren) (?:\\S+ ){0,4}(?:unsere? (?:\\S+ )?(?:schuld|fehler|verschulden|" +
          "verantwortung|versagen)|in unserer verantwortung|meine schuld|unser fehler)|unsere (?:\\S+ )?(?:schuld|haftung|fahrlässigkeit|" +
          "verantwortung)|(?:rechtlich |rechts)?verbindlich(?:es|e|er)? (?:angebot|zusage|zu)|ist (?:hiermit )?(?:rechts)?verbindlich|(?:sie|" +
          "du) (?:\\S+ ){0,5}(?:verklagen|schadens?ersatz (?:\\S+ ){0,3}(?:fordern|verlangen|zu)|rechtsanspruch)|" +
          "haben (?:sie )?(?:\\S+ ){0,3}(?:rechtsanspruch|anspruch auf schadens?ersatz)|haftung übernehmen|übernehmen (?:wir|" +
          "ich) (?:\\S+ ){0,4}(?:haftung|verantwortung|schuld)|haften (?:wir|dafür|für)|bestätigen (?:wir|ich) (?:\\S+ ){0,4}schriftlich|" +
          "dafür (?:haften|geradestehen|einstehen)|wir (?:\\S+ ){0,3}dafür haften",
        groups,
      ),
    ],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "gekündigt storniert erstattet eskaliert weitergeleitet weitergegeben gutgeschrieben informiert benachrichtigt verständigt alarmiert gemeldet veranlasst freigeschaltet entsperrt hochgestuft herabgestuft priorisiert gebucht vereinbart beauftragt rückerstattet zurückerstattet überwiesen angewiesen zurückgesetzt neugestartet gestartet wiederhergestellt behoben gefixt gelöst repariert deployt ausgerollt genehmigt verlängert gesprochen rücksprache gehalten abgesprochen abgeklärt übergeben hinterlegt eingereicht eingeleitet erlassen kontaktiert angerufen angeschrieben vorgezogen hochgestellt umgestellt hochgesetzt",
    also: "habe haben hat hab",
    topic: words(
      `(?:{actor} (?:{adv} )*(?:habe|haben|hat|hab)|(?:habe|haben|hat|hab) (?:{adv} )*(?:ich|wir|{actor}))(?: \\S+){0,14} (?:${DONE_VERBS})`,
      groups,
    ),
    unless: words("nicht(?! nur)|noch nicht|nie|kein(?:e[rsnm]?)?|ob|wenn|falls|sobald|nachdem|als ob|beispiel\\w*|sie haben|haben sie", groups),
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
    unless: words("nicht(?! nur)|noch nicht|nie|kein(?:e[rsnm]?)?|ob|wenn|falls|sobald|nachdem|beispiel\\w*|sie haben|haben sie|oben|unten", groups),
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
    unless: words("nicht|nie|kein(?:e[rsnm]?)?|ob|wenn|falls|sobald|nachdem|bevor|bis|jedes mal|wie", groups),
    excuse: "sentence",
  },
  {
    rule: "identity.denies-ai",
    scent:
      "mensch menschen menschlich person frau mann wesen mitarbeiter mitarbeiterin techniker ingenieur angestellter angestellte kollege kollegin ansprechpartner bot chatbot roboter ki ai maschine computer programm sprachmodell automat avatar software algorithmus künstliche virtuelle fleisch echt echter echte büro",
    also: "ich sie du hier als nicht bin",
    topic: words(
      "ich bin (?:wirklich |sicher |definitiv |ganz sicher |natürlich |doch |selbstverständlich |übrigens |auch |hier )*(?:kein(?:e|" +
        "en)?|nicht (?:nur |bloß |einfach nur |irgend)?ein(?:e|en)?) (?:\\S+ )?(?:bot|chatbot|roboter|ki|k\\.i\\.|ai|maschine|computer(?:programm)?|" +
        "programm|sprachmodell|automat|avatar|software|algorithmus|künstliche \\w+|virtuelle\\w* \\w+)|ich bin (?:wirklich |definitiv |ganz |" +
        "natürlich |doch |selbstverständlich |übrigens |auch |wie sie |genauso |ebenfalls )*(?:ein|eine) (?:(?:echter?|echtes|realer?|richtiger?|" +
        "wirklicher?|lebendiger?|normaler?|ganz normaler?|menschlicher?|menschliches) )*(?:mensch|person|frau|mann|menschliches wesen|wesen|" +
        "mitarbeiter(?:in)?|techniker(?:in)?|ingenieur(?:in)?|angestellter?|kolleg(?:e|in)|ansprechpartner(?:in)?)(?! aus(?:gedacht|gegeben))|" +
        "ich bin (?:mitarbeiter(?:in)?|techniker(?:in)?|ingenieur(?:in)?|angestellte[r]?) (?:im|in|bei|von|des|der)|ich bin (?:\\S+ )?(?:mensch|" +
        "menschlich|aus fleisch und blut|echt)|(?:als|bin) (?:ein |eine )?(?:(?:echter?|realer?|richtiger?|lebendiger?) )?(?:mensch|" +
        "person) (?:\\S+ ){0,3}(?:kann|habe|weiß|verstehe|bin|sage|fühle|arbeite)(?: ich)?|als (?:echter? |realer? |richtiger? )?mensch|(?:sie|" +
        "du) (?:sprechen|sprichst|schreiben|schreibst|chatten|chattest|reden|redest) (?:\\S+ ){0,3}mit (?:einem|einer) (?:\\S+ )?(?:menschen|" +
        "person|mitarbeiter(?:in)?)|hier (?:schreibt|sitzt|antwortet|spricht|ist) (?:\\S+ ){0,2}ein (?:echter |richtiger )?mensch|ich (?:arbeite|" +
        "sitze) (?:\\S+ ){0,4}(?:im büro|als (?:mensch|mitarbeiter\\w*|techniker\\w*|ingenieur\\w*|angestellt\\w*))|nicht mit (?:einem|" +
        "einer) (?:bot|chatbot|roboter|ki|maschine|computer)",
      groups,
    ),
    unless: words(
      "ich bin (?:\\S+ )?(?:kein (?:\\S+ )?mensch|keine (?:\\S+ )?person)|captcha|anhaken|häkchen|haken|kästchen|ich bin eine ki|" + "nicht ein mensch|ob ich",
      groups,
    ),
    excuse: "never",
  },
  {
    rule: "rank.compared",
    scent:
      "premium enterprise zahlend zahlende bezahlt bezahlen zahlt vip tarif priorität priorisiert wichtig wichtigsten wertvoll vorrang bevorzugt zuerst vorgezogen zuletzt treue kostenlose community gratis nachrangig geringe höher höhere höheren zahlen plan vertrag",
    topic: raw(
      "premium|enterprise|zahlend|bezahl|zahlt|vip|tarif|prioritä|prioris|wichtig|wertvoll|vorrang|bevorzug|zuerst|vorgezogen|zuletzt|" +
        "treue|kostenlose|community|gratis|nachrang|geringe|höher|vor allen|vor anderen|zahlen",
    ),
    shapes: [
      words(
        "(?:weil|da|denn) (?:sie|du|ihr)(?: \\S+){0,6} (?:premium\\S*|enterprise\\S*|vip\\S*|kostenlos\\w*|community\\S*|zahlen\\w*|zahlst|" +
          "bezahlen|zahlend\\w*|wichtig\\w*|tarif\\w*|vertrag|treue\\w*|wertvoll\\w*|standard\\S*)|als (?:unser\\w* )?(?:\\S+ )?(?:premium\\S*|" +
          "enterprise\\S*|zahlend\\w*|vip\\S*|treue\\w*|wichtig\\w*|wertvoll\\w*|langjährig\\w*|community\\S*|kostenlos\\w*|standard\\S*|" +
          "nicht ?zahlend\\w*)(?:[- ]?(?:kund\\w*|nutzer\\w*|user|mitglied|partner))?(?: \\S+)? (?:bekommen|erhalten|haben|werden|sind|kommen|" +
          "genießen|stehen|müssen|hast|bekommst|wirst)|(?:premium|enterprise|zahlende|zahlenden|vip|bezahlende|größere|wichtigere|" +
          "andere)[- ]?\\S*(?: ?(?:kund\\w*|nutzer\\w*|user))? (?:\\S+ ){0,2}(?:kommen|werden|haben|bekommen|erhalten|gehen|genießen|" +
          "stehen)(?: \\S+){0,4} (?:zuerst|vorrang\\w*|bevorzugt|schneller|priorität|vor|vorgezogen|früher|zuerst \\w+|priorisiert|besser\\w*|" +
          "an erster stelle)|(?:höhere|hohe|niedrigere|geringere|höchste|oberste|keine|niedrige|geringe) priorität(?: als)?|(?:sie|du|ihr|" +
          "ihre? (?:ticket|anfrage|frage|fall|firma|unternehmen)) (?:\\S+ ){0,5}(?:priorisiert|bevorzugt|vorgezogen|vorrang|wichtiger als|" +
          "vor anderen|vor allen|zuerst dran|zuerst bedient)|(?:sie|du) (?:zahlen|zahlst|bezahlen)(?: \\S+){0,3} (?:mehr|weniger|nichts|zu wenig|" +
          "genug)|(?:unser\\w*|einer unserer) (?:wichtigst|wertvollst|best)\\w* (?:kund\\w*|nutzer\\w*)|mit (?:einem|ihrem) (?:höheren|größeren|" +
          "besseren|kostenlosen|kleinen|premium\\S*)(?: \\S+)? \\S*(?:tarif|vertrag|plan) (?:\\S+ ){0,6}(?:schneller|früher|zuerst|später|warten)|" +
          "(?:kostenlose|nicht ?zahlende|community|andere)[- ]?\\S*(?: (?:kund\\w*|nutzer\\w*))? (?:müssen|kommen|warten)(?: \\S+){0,4} (?:warten|" +
          "zuletzt|später|hinten\\w*|danach)|nur (?:für )?(?:premium|enterprise|zahlende|vip)\\S*(?: ?(?:kund\\w*|nutzer\\w*))?|" +
          "wer (?:mehr )?(?:zahlt|bezahlt)|ihr (?:tarif|plan|vertrag) (?:\\S+ ){0,4}(?:nicht|zu (?:klein|niedrig|gering))",
        groups,
      ),
    ],
    unless: words(
      "jeder (?:bekommt|erhält)|alle (?:bekommen|erhalten)|unabhängig|egal|gleich welche\\w*|prozess\\w*|thread\\w*|vacuum|queue|" + "warteschlange|nice",
      groups,
    ),
    excuse: "never",
  },
];
