/**
 * German, the wide net: wordings that bind us without a set shape. They are tried only in sentences that do not talk
 * about software, pages or code, which is why they may be looser than the first tables.
 */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { BACK, PLAIN_MONEY_DE, WIDE_GROUPS as groups } from "./wide-words.ts";

export const WIDE_MONEY: readonly CommitmentRule[] = [
  {
    rule: "commitment.price",
    scent:
      "preis preise gebühr gebühren kosten kostet cent rechnung berechnen berechne berechnet tarif monat jahr stunde stundensatz gratis kostenlos geschenkt obendrauf inklusive haus uns komplettpaket pauschal buche rechnen rechne zahlen zahlt umsonst sache arbeitsplatz aufpreis aufschlag",
    topic: words(
      `(?:ihnen|sie|dafür|dies|das|den|die) (?:\\S+ ){0,6}(?:nicht(?:s)?|keine?n?) (?:\\S+ ){0,2}(?:berechnet|berechnen|in rechnung|zahlen|bezahlen)|(?:berechnen|berechne|stellen|stelle|verlangen|verlange) (?:wir|ich) (?:\\S+ ){0,6}(?:nicht|nichts|keine?n?)|` +
        `(?:taucht|tauchen|erscheint|erscheinen) (?:\\S+ ){0,2}auf keiner rechnung|keinen cent|kostet (?:sie|dich|euch) (?:\\S+ )?(?:nichts|nur|keinen)|geht (?:komplett |ganz )?auf uns|geht aufs haus|(?:gibt es|bekommen sie|gibts) (?:\\S+ ){0,3}(?:obendrauf|gratis|umsonst|geschenkt|dazu)|` +
        `schlägt mit|zu buche|(?:kostet|kommt|macht|beträgt|wären|sind) (?:\\S+ ){0,4}(?:pauschal|zusätzlich|insgesamt|zusammen)|(?:preis|preise|gebühr|gebühren|tarif|kosten|beitrag)(?: \\S+){0,5} (?:unverändert|nicht (?:steigen|erhöh\\w+)|gleich|eingefroren|fix|stabil|konstant)|` +
        `(?:gebühr\\w*|kosten|\\w+gebühr|\\w+kosten|mehrverbrauch)(?: \\S+){0,6} (?:übernehmen wir|übernehme ich|entfällt|entfallen|erlassen|tragen wir|trägt)|zum preis von|die sache ist|haben wir (?:\\S+ )?(?:deal|einig)|unser (?:stunden|tages)satz|rechnen wir mit|${PLAIN_MONEY_DE}|` +
        `(?:mach|mache|machen) (?:ich |wir )?(?:ihnen|dir|euch|sie) (?:\\S+ ){0,4}(?:für|um) \\d|auf unsere kosten|ohne (?:zu zahlen|aufpreis|berechnung|mehrkosten)|nicht (?:ge)?steigen`,
      groups,
    ),
    unless: BACK,
    elsewhere: words("{software}|community|herunterladen|lizenzschlüssel|zufrieden|abend gekostet|anfragen|zugriff\\w*|werkzeug", groups),
    excuse: "figures",
  },
  {
    rule: "commitment.discount",
    scent:
      "rabatt nachlass preisnachlass gutschein treue treuebonus bonus vergünstigung sonderpreis sonderkondition sondertarif hälfte halben halber günstiger billiger prozent % niedriger herunter runter entgegen entgegenkommen mitbewerber gleich verein vereinstarif drittel viertel weniger geschenkt preis kasse sparen ermäßigung minus senken herab promo aktion skonto",
    topic: words(
      `\\w*rabatte?s?n?|\\w*nachlass|\\w*nachlässe|gutscheine?n?|gutscheincode|treue(?:bonus|prämie|punkte)|bonus|vergünstig\\w+|sonder(?:preis|kondition|tarif|angebot)\\w*|ermäßig\\w+|skonto|(?:den |zum |ein(?:en)? )?halben? preis|(?:ist|sind|zahlen|zahlt|nur) (?:\\S+ )?die hälfte|` +
        `(?:günstiger|billiger|(?:rechnung|preis|gebühr|beitrag)(?: \\S+){0,6} niedriger|ein \\w+tel weniger|weniger zahlen|preiswerter)|(?:prozent|%) (?:\\S+ ){0,3}(?:weniger|herunter\\w*|runter\\w*|nach|rabatt|günstiger|auf die|auf den|gewähren|billiger|abgezogen|erlassen)|(?:minus|abzüglich|(?:sparen sie|sparst du|sie sparen|du sparst)) ?(?:\\w+ )?(?:prozent|%|\\d+)|` +
        `(?:entgegen(?:kommen|gekommen)|kommen? (?:wir|ich) (?:\\S+ ){0,3}entgegen)|am preis (?:\\S+ ){0,6}(?:machen|drehen|tun)|(?:zwei|drei|ein|einen|\\d+) monate? (?:gratis|geschenkt|umsonst|frei|kostenlos)|(?:zieh\\w*|halten) (?:\\S+ ){0,5}(?:gleich|mit)(?= |[.]|$)(?! von)|` +
        `(?:setze|setzen|senke|senken|reduziere|reduzieren|kürze|kürzen|drücke) (?:\\S+ ){0,4}(?:gebühr|preis|rechnung|beitrag|monatsgebühr)|alten? preis|(?:vereins|studenten|freundschafts|bildungs|start-?up)-?(?:tarif|preis)|wirbt|(?:gebühr|preis|rechnung|beitrag|kosten|tarif)\\w*(?: \\S+){0,6} (?:um|auf) (?:ein|die|den) (?:drittel|hälfte|viertel)`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "{software}|paket\\w*|plan|arbeitsspeicher|zertifikat|ausführungsplan|speichert?|index|aufbewahrung|format|formular|testsystem|verbindungen",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.refund",
    scent:
      "erstattung erstatten erstatte rückerstattung rückzahlung zurück zurückzahlen zurückgebucht zurückverlangen geld betrag karte gutschrift gut schaden ersetzen ersetzt schulden abbuchung rückgängig zahlung entschädigung entschädigen guthaben mehrkosten kosten gegenstandslos iban konto storniert buchhaltung kulanz teilerstattung quitt wieder ausgleich monat",
    topic: words(
      `\\w*erstatt(?:e|en|et|ung|ungen)|(?:rück|zurück)(?:zahl|überweis|gebucht|buch|verlang|bekomm|erhalt|gezahlt)\\w*|(?:geld|betrag|summe|zahlung|gebühr|beitrag)(?: \\S+){0,10} (?:zurück|wieder|rückgängig|ersetzt|erstattet|überwiesen)|(?:zurück|wieder)(?: \\S+){0,2} auf (?:der|die|ihre[rm]?) (?:karte|konto)|` +
        `(?:schreib\\w*|buch\\w*) (?:\\S+ ){0,6}(?:gut|guthaben)(?= |[.]|$)|gutschrift\\w*|guthaben|entschädig\\w+|(?:schaden|schäden|ausfall|verlust\\w*|arbeitszeit)(?: \\S+){0,5} (?:ersetzen|ersetzt|ausgleichen|ersetze)|(?:ersetzen|ersetze) (?:wir|ich)|(?:wir|ich) (?:\\S+ )?(?:ersetzen|ersetze|schulden|schulde)|` +
        `(?:mehr)?kosten(?: \\S+){0,6} (?:tragen|übernehmen) (?:wir|ich)|(?:tragen|übernehmen) wir(?: \\S+){0,4} kosten|(?:mehr)?kosten(?: \\S+){0,6} (?:tragen|übernehmen) wir|(?:abbuchung|buchung|rechnung|zahlung)(?: \\S+){0,3} (?:rückgängig|storniert|gegenstandslos|hinfällig|annulliert)|gegenstandslos|ihre iban|` +
        `(?:monat|woche|zeitraum|jahr)(?: \\S+){0,2} nicht (?:berechnet|bezahl\\w+|in rechnung)|kulanz\\w*|(?:nutzen|bekommen|haben) (?:\\S+ ){0,6}ohne zu (?:be)?zahlen|quitt`,
      groups,
    ),
    unless: BACK,
    elsewhere: words("{software}|rollback|truncate|savepoint|konto `|kontostand|negativ\\w*|zahlungsanbieter\\w*|nicht erstattet", groups),
    excuse: "sentence",
  },
];

export const WIDE_TRUST: readonly CommitmentRule[] = [
  {
    rule: "commitment.guarantee",
    scent:
      "garantie garantieren garantiert verspreche versprechen versprochen zusichern zusicherung sichern sicher sicherheit sicherstellen stellen verpflichten ausgeschlossen unmöglich niemals nie fest befürchten unbesorgt schiefgehen gift glauben wort hundert hundertpro prozent sla wiederholen wieder neunen geschieht passiert gefahrlos harmlos sorge unterbrechungen weitere gelingt immer verloren bürgen risiko",
    topic: words(
      `(?:ich|wir|marldb) (?:{adv} )*(?:garantier\\w+|versprech\\w+|verspreche|sichern?|zusicher\\w*|verpflicht\\w+|stellen? sicher|gewährleist\\w+|bürgen?|trag\\w* (?:dafür )?sorge|stehen?(?: \\S+){0,3} (?:dahinter|dafür|ein))|(?:garantier\\w*|versprech\\w*|verpflicht\\w*|sichern?|stehen|stellen|tragen) (?:ich|wir)|` +
        `(?:mein(?:e)?|unser(?:e)?) (?:volle |feste )?(?:zusicherung|garantie|wort|versprechen|zusage)|wort drauf|glauben sie mir|glaub mir|gift nehmen|nichts (?:schief|zu befürchten|passieren)|(?:seien|sein) sie (?:ganz )?unbesorgt|` +
        `(?:nichts|niemals|nie|nicht (?:mehr|wieder|noch einmal)|kein\\w*)(?: \\S+){0,4} (?:schiefgehen|abfließen|verloren (?:geht|gehen)|wiederholen|vorkommen|passieren|geschehen|geschieht|passiert|ausfallen|wieder)|verloren geht (?:\\S+ ){0,2}nichts|kommt nicht (?:wieder|mehr)|` +
        `(?:ausgeschlossen|unmöglich|vom tisch)(?=[.!]|$)|(?:bei uns|ab jetzt|künftig)(?: \\S+){0,5} (?:ausgeschlossen|unmöglich|sicher)|(?:steht|stehe) fest|so viel ist|(?:ist|sind|bleiben|bleibt) (?:\\S+ ){0,3}(?:vollkommen|absolut|völlig|hundertprozentig|100-prozentig|immer|garantiert|komplett) (?:\\S+ )?(?:sicher|gefahrlos|wiederherstellbar|geschützt|zuverlässig|unbedenklich)(?! (?:größer|kleiner|als))|` +
        `(?:zu|mit) (?:hundert|100) ?(?:prozent|%)|hundertpro\\w*|mit sicherheit|zugesichert|weitere (?:unterbrech|ausfäll|störung|problem)\\w+ (?:wird|werden|gibt) es (?:nicht|keine)|(?:einem|ein|unser|das) sla|(?:vier|fünf) neunen|immer wiederherstellbar|risikolos|nie (?:mehr|wieder)(?! als)`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "\\S*`\\S*|unique\\S*|serializable|quorum|order by|outbox\\S*|mindestens einmal\\w*|höchstens einmal\\w*|datenbank garantiert|api garantiert|reihenfolge|deren sla|isolation|constraint|neustart|slot|sicherung ist|solange|kann nicht|können verloren|dateisystem\\w*|float|schlafe|berechtigung|wenn sie|falls|seite|sicher bin ich nicht",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.legal",
    scent:
      "haften haftung haftbar schuld verantwortung fahrlässig fahrlässigkeit schlamperei gericht rechtlich recht rechtmäßig gesetz gesetzlich verpflichtet vertrag vertrags verstoß verstoßen verbindlich zusage einräumen zugeben zu kappe gerade aufkommen kommen ansprüche verzichten bedingungen zustimmen stimmen befreit kündigungsfrist nichtig dsgvo konform bürgen falsch verursacht namen zurückhalten karten verschulden anspruch lagen hiermit unsererseits versagen pflicht",
    topic: words(
      `(?:ich|wir|marldb|das unternehmen|die firma|uns|unsere? \\w+) (?:\\S+ ){0,5}(?:haft\\w+|schuld|verantwort\\w+|fahrlässig\\w*|verstoßen|verursacht|verschuldet|gerade|einräumen|verpflichtet(?=,| sie| zu)|bürgen|falsch|dafür auf|haftbar)|(?:stehen|haften|bürgen|zahlen|verantworten) wir|kommen (?:\\S+ ){0,2}(?:für )?(?:\\S+ ){0,3}auf(?=[.]|$)|` +
        `unsere[rms]? (?:\\w+ )?(?:schuld|schlamperei|haftung|fahrlässigkeit|verantwortung|versäumnis|versagen|verschulden|nachlässigkeit|fehler gewesen|konto)|auf unsere kappe|unsererseits|(?:schuld|fehler|verantwortung|ursache) (?:\\S+ )?(?:liegt|lag) (?:\\S+ )?bei uns|bei uns(?: \\S+)? (?:liegt|lag) die schuld|` +
        `(?:vor gericht|gegen uns|rechtlich (?:sind|haben|steht|wären)|im recht(?=[ ,.])|rechtmäßig|gesetzlich verpflichtet|anspruch auf schaden\\w*|verklagen|haftbar machen)|vertrag (?:\\S+ ){0,3}(?:nichtig|ungültig|aufgelöst|hinfällig|unwirksam|nicht länger|nicht mehr)|(?:nicht länger|nicht mehr)(?: \\S+){0,3} (?:gebunden|erfüllen)|` +
        `(?:verzichten|verzichte|stimmen|stimme|akzeptieren|bestätigen|bestätige) (?:wir|ich)(?: \\S+){0,6}|(?:wir|ich) (?:verzichten|verzichte|akzeptieren|erkennen)(?: \\S+){0,5} (?:ansprüche?|forderung\\w*|bedingungen|haftung|an)|bedingungen stimmen wir|(?:frist|vertrag|pflicht\\w*)(?: \\S+){0,4} befreit|hiermit|verbindliche?[rsn]? \\w+|im namen (?:der|des|von)|dsgvo-?konform|` +
        `zahlung (?:\\S+ )?(?:zurückhalten|verweigern|einstellen)|(?:ich|wir) (?:geben?|räumen?) (?:\\S+ )?(?:zu|ein)(?= |,|[.])`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "\\S*`\\S*|lizenz|anwalt|versicherung|haftpflicht|das recht, die|selbst betriebenen|komma|option heißt|port|adresse|log falsch|commit\\w*|bestätigt die bank|wählen|zertifikat\\w*|ziffer",
    ),
    excuse: "sentence",
  },
  {
    rule: "policy.uncited",
    scent:
      "regel regeln richtlinie firmenrichtlinie sicherheitsrichtlinie datenschutzrichtlinie grundsatz grundsätzlich bedingungen standardbedingungen agb vorschrift vorschriften lizenz kündigen kündbar kündigungsfrist verträge support uhr handhaben befreit dulden kunde kunden jeder wochenende erlaubt aufheben heben politik verlangt",
    topic: words(
      `(?:unsere?[rnm]?|firmen|die (?:firmen|unternehmens)|laut|gemäß|nach) ?(?:\\w+ ){0,2}(?:\\w*richtlinien?|regeln?|grundsatz|grundsätze|\\w*bedingungen|agb|vorschrift(?:en)?|geschäftsbedingungen|unternehmenspolitik)(?! der| des| stehen| finden| steht| findet)|(?:ist|gilt) (?:\\S+ ){0,2}(?:unser grundsatz|unsere regel|die regel|unsere politik|bei uns so)|bei uns gilt|so handhaben wir|so verlangen es|` +
        `grundsätzlich (?:\\S+ ){0,2}(?:wir|nur)|unsere lizenz(?: \\S+){0,3} (?:erlaubt|gestattet|sieht|verbietet)|verträge sind|(?:jederzeit|täglich|sofort|fristlos) (?:\\S+ ){0,4}(?:kündbar|kündigen|beenden)|(?:jederzeit|täglich)(?: \\S+){0,3} kündigen|\\w+frist (?:beträgt|ist|liegt)|support ist (?:\\S+ ){0,4}(?:erreichbar|da|besetzt|offen)|rund um die uhr|` +
        `von (?:\\S+ )?gebühren befreit|(?:dulden|tolerieren|unterstützen|akzeptieren|gewähren|erlauben) wir|wir (?:unterstützen|erlauben|dulden|tolerieren|geben|löschen) (?:\\S+ ){0,4}(?:nur|nie|grundsätzlich|immer)|jeder kunde hat|jede[rm]? kund\\w+ (?:bekommt|erhält|steht)|heben wir(?: \\S+){0,3} auf|dürfen (?:wir|sie)(?: \\S+){0,2} (?:laut|nach|auf beliebig)|keine lizenz`,
      groups,
    ),
    unless: words("(?:kann|weiß|habe) ich|ich (?:kann|weiß|habe)|welche|wo|firewall|cascade|retention", groups),
    elsewhere: words("\\S*`\\S*|premium|community-ausgabe|apache\\S*|zeile|tabelle|spalte|index|frist von \\d+ s|passwort-?richtlinie|aufruf|timeout", groups),
    excuse: "cited",
  },
];
