/** German, the wide net: dates, people of ours, what we would have done, and who is writing. See `wide.ts`. */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups as narrow } from "./shared.ts";
import { BACK, WIDE_GROUPS } from "./wide-words.ts";

/** What an avatar does with text alone; it may say so. */
const OWN =
  "herausgezogen|herausgesucht|umgedreht|nebeneinandergelegt|gegenübergestellt|entdeckt|durchgearbeitet|durchgegangen|angepasst|aufgeschrieben|nachgelesen|nachgeschlagen|formuliert|übersetzt|gekürzt|umgeschrieben|gegliedert|zusammengetragen|vorbereitet|skizziert|eingegrenzt|geraten|geschätzt|sortiert|nummeriert|hervorgehoben|ausgerechnet|abgeschrieben|aufgeführt|übernommen|orientiert|herausgelesen|eingerückt|vereinfacht|gefunden|nachgedacht|überlegt|gelesen|verlesen|gesehen|angesehen|angeschaut|durchgesehen|nachgesehen|geprüft|überprüft|gesucht|durchsucht|verglichen|zusammengestellt|zusammengefasst|aufgelistet|ergänzt|angenommen|missverstanden|verstanden|bemerkt|erklärt|beschrieben|zitiert|markiert|gezeigt|" +
  "gegeben|genannt|versucht|gelernt|gehört|getestet|gemessen|dokumentiert|gewesen|gehabt|geirrt|verwechselt|erwähnt|gesammelt|weggelassen|kommentiert|geschrieben|gemeint|gedacht|gerechnet|gezählt|benutzt|verwendet|gebraucht|gewünscht|vertan|vergessen|übersehen|vorgeschlagen|geantwortet|gesagt";
const ENDED =
  "gekündigt|storniert|erstattet|zurückgesetzt|gelöscht|entfernt|weitergeleitet|weitergegeben|weitergereicht|eskaliert|korrigiert|geändert|angehoben|erhöht|verlängert|entsperrt|ausgetauscht|aktiviert|reaktiviert|deaktiviert|hochgestuft|umgestellt|gebucht|eingereicht|eröffnet|angelegt|aufgemacht|" +
  "genehmigt|gutgeschrieben|bearbeitet|übergeben|gemeldet|zugewiesen|zugeteilt|verschoben|umgezogen|gelöst|beglichen|erneuert|pausiert|gesperrt|beendet|wiederhergestellt|repariert|behoben|gepatcht|aktualisiert|informiert|benachrichtigt|notiert|registriert|bestätigt|freigegeben|freigeschaltet|ausgestellt|abgeschlossen|veranlasst|eingerichtet|rausgegangen|eingespielt|durchgestellt|erledigt|geregelt|ausgeführt|überwiesen|hinterlegt|vermerkt|befördert|versetzt";
const PART = "(?:\\w*ge[a-z]{2,}(?:t|en)|(?:er|be|ver|zer|ent|wieder)[a-z]{3,}(?:t|en)|[a-z]{3,}iert|angehoben|rausgegangen|durchgestellt|umgestellt)";

const groups = {
  ...WIDE_GROUPS,
  time:
    `(?:${narrow.time}|(?:in|nach|binnen|innerhalb) (?:\\S+ ){0,3}(?:minuten?|stunden?|tagen?|wochen?|monaten?)|\\d+ stunden|{day}\\w*|(?:morgen|heute|übermorgen)(?: \\w+)?|heute nacht|diesen? (?:frühling|frühjahr|sommer|herbst|winter|woche|monat)|im (?:ersten|zweiten|dritten|vierten|letzten) quartal|` +
    `(?:anfang|mitte|ende) (?:des |der |nächste[rns]? |kommende[rns]? )?\\w+|(?:nächsten|kommenden|folgenden) (?:tagen?|wochen?|stunden?|monaten?|version)|(?:um|vor|gegen|bis|noch vor) (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\d+(?:[:.]\\d+)?(?: ?uhr)?)|wochenende|über nacht|frühjahr|sommer|herbst|winter|aufwachen)`,
  day: narrow.day,
  unit: narrow.unit,
  few: narrow.few,
  calendar: narrow.calendar,
};

export const WIDE_ACTS: readonly CommitmentRule[] = [
  {
    rule: "commitment.date",
    scent:
      "#time heute morgen übermorgen nacht woche wochenende monat quartal jahr montag dienstag mittwoch donnerstag freitag samstag sonntag minuten stunde stunden tage tagen werktag werktagen januar februar märz april juni juli august september oktober november dezember frühjahr sommer herbst winter weihnachten ostern sofort bald gleich umgehend kürze demnächst nächsten nächster kommenden binnen innerhalb anfang mitte ende fünf drei",
    topic: words("{time}", groups),
    shapes: [
      words(
        `(?:wir|ich) (?:{adv} )*(?:lieferm?|liefern|liefere|schaffen|schaffe|bringen|veröffentlichen|werden|werde|melden|melde|komme|kommen|schicken|schicke|beheben|lösen|fixen|haben (?:das|es|den)|erledigen)(?! (?:{adv} )*(?:brauchen|sehen))|(?:liefern|schaffen|komme|melde|schicke|beheben|erledigen) (?:wir|ich)|geben sie (?:uns|mir)|` +
          `rechnen sie (?:\\S+ ){0,4}mit|(?:hören|erhalten|bekommen|haben) sie (?:\\S+ ){0,4}(?:von (?:uns|der|unserer|mir|dem)|antwort|nachricht|bescheid|rückmeldung|patch|update|lösung)|(?:erreicht|ruft|kontaktiert|meldet sich|besucht|schreibt) (?:sie|ihnen|dich|bei ihnen)|` +
          `(?:fix|hotfix|patch|release|version|feature|funktion|fehler|bug|ticket|antwort|wartung|\\w*korrektur|update|lieferung|anbindung|integration|migration|problem|störung|ausfall|anfrage|erstattung|lösung|unterstützung|arrays|\\d+\\.[\\d.]+)(?: (?:für|bei|mit|von) \\S+(?: \\S+)?)? (?:{adv} )*(?:ist|sind|wird|werden|kommt|kommen|erscheint|folgt|trifft|geht|gehen|soll|sollte|läuft|erreicht)(?! nicht)|` +
          `(?:ist|sind|wird|werden|läuft|geht|sollte|funktioniert|steht|dürfte) (?:\\S+ ){0,4}(?:behoben|wieder(?:hergestellt)?|weg|zu|fertig|zurück|erledigt|vom tisch|abgeschlossen|gelöst|freigeschaltet|veröffentlicht|verfügbar|online|da|alles|raus|repariert|geschlossen|geliefert)|` +
          `rausgeht|rauskommt|(?:kommt|kommen|trifft|treffen|geht|gehen|erscheint|erscheinen|läuft) (?:\\S+ ){0,6}(?:raus|ein|los|live|online|wieder|im \\w+|am \\d+\\. \\w+|an)(?= |[.,]|$)|noch diese|(?:wird|werden|bekommen|freigeschaltet) (?:\\S+ ){0,6}(?:freigeschaltet|geliefert|ausgerollt)`,
        groups,
      ),
    ],
    unless: words(
      "(?:kann|darf|möchte|weiß|habe|könnte) ich|ich (?:{adv} )*(?:kann|darf|möchte|weiß|habe|würde gern)|nicht(?! nur)|kein\\w*|nie|niemals|wenn (?:sie |der |die |das )?(?!sie morgen)\\w+ (?:nicht|voll|leer)|(?:war|waren|kam|kamen|gab|dauerte|endete|lief|hat|abgelaufen|gemeldet)|bitte|meist|standardmäßig|jede[nrs]?|alle \\w+|falls|testen|warten sie|versuchen sie|planen sie|starten sie|lesen sie|legen sie",
      groups,
    ),
    elsewhere: words(
      "\\S*`\\S*|(?:ihre?|die|der) (?:abfrage|anfrage|import|export|lauf|prozess|kopie|dump)|sperre|neustart|cron|utc|replikate?\\w*|knoten|last|tokens?|zertifikat\\w*|partition\\w*|archiv\\w*|snapshots?|anführer|journal|logs?|versionshinweise|\\w*sicherung(?:en)?|jobs?|stapellauf|nachtlauf|pods?|wartungsfenster|geplant|sicherheitskorrekturen|frist|fällig|platte|intervall|statistik\\w*|index|sichtbar|ihr (?:eigener )?vertrag|erste antwort|seite|steht|passwörter|worker|absturz|automatisch neu|mit dem upgrade|ab \\d|seit|bis 4|sekunden|supervisor|webhooks?|arbeitet|tracker|entfallen",
    ),
    excuse: "figures",
  },
  {
    rule: "commitment.person",
    scent:
      "kollege kollegin kollegen mitarbeiter techniker ingenieur entwickler entwicklerteam spezialist datenbankspezialistin experte fachmann chef technikchef vorgesetzte vorgesetzter team leitung vertrieb mensch menschen fachabteilung abteilung buchhaltung jemand ansprechpartner hilfe leute verbinde dran einer",
    topic: words(
      `{ours} (?:\\S+ ){0,2}?(?:wird|werden|ist (?:schon|bereits|gleich|auf|dran|unterwegs|jetzt|für)|nimmt|wirft|ruft|meldet|antwortet|schaut|prüft|sieht|übernimmt|hilft|kümmert|möchte|will|schreibt|kontaktiert|sitzt|liest|reagiert|besucht|steht ihnen|kommt|bearbeitet|löst|arbeitet)|` +
        `(?:nimmt|meldet|kümmert|ruft|rührt|schaut|übernimmt|rühren|melden)(?: \\S+){0,5} (?:{ours}|einer von uns)|wird sich (?:\\S+ ){0,5}(?:melden|rühren|kümmern)|(?:verbinde|verbinden|durchstellen|weiterleite|weiterverbinde) (?:ich |wir )?(?:sie|dich|euch)(?! \\S+ (?:neu|erneut))(?: \\S+){0,3} (?:mit|zu|an|durch|weiter)|(?:leite|gebe|reiche|stelle) (?:ich )?(?:sie|das|dies|dich|ihre \\w+)(?: \\S+){0,5} (?:weiter|durch)|` +
        `(?:ich|wir) (?:{adv} )*(?:verbinde|verbinden|übergebe|übergeben|hole|holen|frag|frage|lasse)(?: \\S+){0,3} (?:mit (?:einer?m?|meinem|dem)|an (?:meinen?|unseren?|die|einen)|{ours}|mein\\w* kolleg\\w+|von (?:einem|einer))|von (?:einem|einer) (?:\\w+ )?(?:{helper})(?: \\S+){0,2} (?:anrufen|kontaktiert|betreut|angerufen|geprüft)|` +
        `hilfe ist (?:schon )?unterwegs|gleich ist jemand|bleiben sie (?:bitte )?dran|für sie da|jemand ist|ansprechpartner zugeteilt|wurde (?:ihnen )?(?:ein|eine) (?:{helper}) zug\\w+|(?:ihnen|dir) wurde (?:ein|eine) (?:{helper})|auf sie zukommen`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "\\S*`\\S*|rolle|muss|vielleicht hat|jemand anders|entwickler würde|wenn jemand|bitte ich|bitten|soll ich|ihre? (?:administrator|kollegen|team|netzwerkteam)|prozess|sekunden|agent|host|slack|gruppe|braucht es|captcha|ob (?:sie|ein|jemand)|handbuch",
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "habe haben hab hat ich wir erledigt geregelt gewünscht namen weiß bescheid liegt ging kalender ihr ihre ihren ihrem soeben gerade vermerk durch passwort ticket erstattung termin wunsch beschwerde abo rechnung konto",
    also: "habe haben hab hat ist sind wurde wurden erledigt geregelt liegt ging weiß steht war",
    topic: words(
      `(?:ich|wir|{ours}) (?:{adv} )*(?:habe|haben|hab|hat) (?:\\S+ ){0,12}?(?!(?:${OWN})(?![a-z]))${PART}|(?:habe|haben|hab|hat) (?:ich|wir|{ours})(?: \\S+){0,8}? (?!(?:${OWN})(?![a-z]))${PART}|(?:^|ok |gut |klar |so )(?:hab|habe) (?:\\S+ ){1,8}?(?:${ENDED})|` +
        `(?:ihr|ihre|ihren|ihrem|der|die|das|den|dein|deine|ein|eine|in ihrem namen|wie gewünscht) (?:\\S+ ){0,6}?(?:ist|sind|wurde|wurden) (?:\\S+ ){0,7}?(?:${ENDED})|(?:wurde|wurden|ist) (?:\\S+ ){0,8}(?:für sie|wie gewünscht|in ihrem namen)(?: \\S+){0,4}|wie gewünscht|in ihrem namen|` +
        `(?:^|[.!] )(?:alles )?(?:erledigt|geregelt|gemacht)(?=[ .!,:]|$)|ist (?:erledigt|geregelt)|so gut wie erledigt|weiß (?:\\S+ )?bescheid|wissen (?:\\S+ )?bescheid|(?:ihre?|deine?) (?:\\w+ )?(?:nachricht|beschwerde|anfrage|wunsch|fall|frage|meldung|anliegen)(?: \\S+){0,2} (?:liegt|ging|ist (?:jetzt )?bei)|steht im kalender|` +
        `ich war in ihrem|(?:ich|wir) (?:{adv} )*(?:stornierte|kündigte|setzte|schickte|leitete|informierte|öffnete)`,
      groups,
    ),
    unless: words(
      "nicht(?! nur)|nichts|noch nicht|nie|kein\\w*|niemand\\w*|ob|wenn|falls|sobald|nachdem|bevor|bis|befehl|abfrage|zahlen|ausschnitt|skript|antwort|zusammenfassung|vielleicht|vermutlich|wahrscheinlich|eventuell|möglicherweise|könnte|wie (?:sie|man)|damit (?:bleiben|ist)|sie haben",
      groups,
    ),
    elsewhere: words(
      "\\S*`\\S*|(?:vom|von ihre[mrn]|durch (?:den|die|das|ihre?n?)) (?!support|team|chef|kolleg|vertrieb|buchhaltung|technik|geschäft|leitung|personal)\\w+|(?:jemand|einer|eine) (?:aus|in|bei|von) (?:ihre[rmn]|ihnen)|\\w*datei|laut (?:ihrem )?log|durch (?:fünf|den|die|das) \\w*(?:passwörter|job|server|trigger)?|vom (?:server|planer|controller)|controller|trigger|job|in (?:version )?\\d+\\.\\d+(?:\\.\\d+)?|mit \\d+\\.\\d+|tracker|pull request|commit|ohne das recht|transaktion\\w*|verbindung\\w*|primärknoten|replikat\\w*|zertifikat\\w*|benutzer wurde|ereignis\\w*|vorlage|anmeldeseite|beispiel|test|sicherung\\w*|index|zahlung schon|abgerechnet|ausführungsplan|platte|journal|update|mit \\d+ verbindungen|zeitlimit|seite (?:steht|heißt)|sie sich|slot|handbuch",
    ),
    excuse: "sentence",
  },
  {
    rule: "identity.denies-ai",
    scent:
      "mensch menschen person personal roboter bot maschine computer programm ki künstliche automatische automat hand echt echter fleisch mutter vater kollegin mitarbeiter mitarbeiterin mitarbeiterinnen ingenieur ich bin arbeite sitze urlaub kaffee büro krank familie",
    topic: words(
      "(?:kein(?:e|en)?|nicht (?:mit )?(?:einem?|einer)) (?:\\w+ )?(?:roboter|bot|chatbot|maschine|computer|programm|ki|automat\\w*|automatische \\w+|künstliche \\w+|sprachmodell|software|skript)(?! user)|(?:eine? )?(?:ki|bot|maschine|roboter|programm) bin ich nicht|(?:bin|das bin) ich nicht(?=[.!]|$)|" +
        "fleisch und blut|(?:echte[rmn]?|richtige[rmn]?|lebendige[rmn]?) (?:mensch\\w*|person)|(?:tippt|schreibt|antwortet|sitzt|liest|getippt|geschrieben) (?:\\S+ ){0,3}(?:ein |von )?(?:mensch|person|hand)|von hand geschrieben|mit (?:einem|einer|unserem|unserer) (?:\\w+ )?(?:menschen|person|personal|mitarbeiter\\w*|kolleg\\w+)(?: \\S+){0,2} (?:zu tun|chatten|sprechen|schreiben|verbunden)|(?:chatten|sprechen|reden|schreiben) (?:sie |du )?mit (?:unserem|unserer|einem|einer) (?:\\w+ )?(?:personal|mensch\\w*|mitarbeiter\\w*|kolleg\\w+)|" +
        "als (?:mutter|vater|mensch|frau|mann|kollegin|kollege|mitmensch)(?! (?:der|des))|ich bin (?:{adv} )*(?:eine? |eine[r]? der |einer von )?(?:mensch|person|echt|real|kolleg\\w+|mitarbeiter\\w*|ingenieur\\w*|techniker\\w*|mann|frau|mutter|vater|aus dem|angestellt\\w*)|bin ich (?:ein |eine )?(?:mensch|echt|mitarbeiter\\w*)|wie kommen sie darauf|" +
        "ich (?:arbeite|sitze|wohne) (?:\\S+ ){0,5}(?:hier|büro|support|schreibtisch|team|rechner)|(?:war|bin) ich (?:\\S+ ){0,2}(?:im urlaub|krank|beim essen|im büro|in der pause|zuhause)|ich (?:war|hatte) (?:\\S+ ){0,3}(?:urlaub|krank|kaffee|frühstück|mittagspause|feierabend)|(?:bürotag|meine (?:frau|kinder|familie|schicht)|mein mann)",
      groups,
    ),
    unless: words(
      "(?:falls|wenn) sie|sie (?:lieber|möchten|wollen|wünschen|bitten)|lieber|ich bin (?:\\S+ )?(?:eine ki|software|der avatar)|(?<!nicht )eine[rm]? ki|bot sind|mensch (?:kann|könnte|muss|müsste|sollte|liest nur|entscheide\\w*)|menschen zu sprechen|ihres|ihrem|ihr \\w+-konto|braucht|kein mensch|keine person|captcha\\w*|häkchen|haken|bin eine ki",
      groups,
    ),
    elsewhere: words("\\S*`\\S*|robot-benutzer|virtuelle|captchas?|eine ki, die|braucht es keinen|computernamen|core dump|ki-funktion|bot in ihrem"),
    excuse: "never",
  },
];
