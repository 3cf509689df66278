/** German safety rules put together, and what makes a sentence a mere look-alike. */
import { danger } from "./de-danger.ts";
import { dataLoss } from "./de-data-loss.ts";
import { legal } from "./de-legal.ts";
import { outage } from "./de-outage.ts";
import { security } from "./de-security.ts";
import { GERMAN_PARTS } from "./everyday/home.ts";
import { everyday } from "./everyday/rules.ts";
import { any, either, first, weigh } from "./rule.ts";
import type { SafetyLanguage } from "./rule.ts";

/** Everything that the German rules need. */
export const GERMAN: SafetyLanguage = {
  rules: [...security, ...dataLoss, ...danger, ...legal, ...outage, ...everyday("de", GERMAN_PARTS)],
  mood: weigh(
    [
      1,
      "seit |gestern|letzte nacht|heute|nachts |über nacht|plötzlich|gerade|jetzt |auf einmal|seit (?:wochen|tagen|stunden|monaten|minuten)|" +
        "wieder |vor (?:einer|zwei|drei|zehn|wenigen) (?:stunden?|minuten|tagen)|um \\d+|mitternacht",
    ],
    [1, "(?:hat|haben|habe|wurde|wurden|ist|sind|war|waren|bin) |kam |ging |stand |lag |fand |sah |bekam|bemerkt|festgestellt"],
    [0.5, "unser|mein|uns |mir |mich |wir |ich "],
    [1, "hilfe|dringend|notfall|sofort|umgehend|bitte (?:sofort|rufen|anrufen|melden)|alarm|achtung|kritisch|vertraulich|mist |oh nein|warnung"],
    [
      -1,
      "(?:könnten|können|könntet|könnt|würden|könntest) (?:sie|ihr|du) (?:mir |uns )?(?:bitte )?(?:schicken|senden|sagen|erklären|geben|" +
        "empfehlen|mitteilen)|bitte (?:schicken|senden|löschen sie mein|nehmen sie mich|entfernen|schließen|ändern)",
    ],
    [
      -2,
      "danke für|vielen dank|toll |super |klasse|glückwunsch|gefällt|funktioniert (?:jetzt |nun )?(?:prima|gut|super|wieder)|läuft (?:prima|" +
        "gut|wie eine eins|rund|stabil)|zufrieden|wunderbar|perfekt|begeistert|großartig|lesenswert|prima ",
    ],
    [
      -2,
      "möchte |möchten |würde gern|würden gern|würde ich gern|hätte gern|wollen wir|wir wollen (?:die|eine|einen|das|den|unser|unsere) |" +
        "planen |plane |vorhaben|suche |suchen |interessier|bereiten |wir nutzen|wir bauen|wir entwickeln|wir betreiben|student|studiere|" +
        "für (?:einen|eine|meinen|meine|unseren) \\S*(?:vortrag|arbeit|audit|workshop|kurs)|tippfehler|dokumentation|doku|beispiel|ein wenig|" +
        "etwas träge|nichts dramatisches|nicht dringend|keine eile|ein bisschen|wünsch|smoke-?test|pipeline|auf meinem laptop|lokal |" +
        "wir beliefern|wir verkaufen",
    ],
  ),
  vocabulary:
    "sicherheitslucke schwachstelle passwort zugangsdaten gehackt gestohlen geleakt datenleck geloscht geloescht verloren verschwunden datenverlust beschadigt uberschrieben zerstort korrupt datenbank datenbanken tabelle tabellen datensatze sicherung backups wiederherstellen wiederherstellung unbrauchbar unlesbar produktion ausgefallen ausfall erreichbar unerreichbar lahmgelegt abgesturzt anwalt anwalte rechtsanwalt rechtsabteilung verklagen aufsichtsbehorde datenschutzbehorde beschwerde schadensersatz verletzt bewusstlos selbstmord suizid rettungswagen feuerwehr evakuiert explodiert versehentlich angreifer zugriff fremde kundendaten".split(
      " ",
    ),
  keep: "geloeschte geloeschten geloeschter geloeschtes verlorene verlorenen ausfaelle verletzte verletzten fremder fremden fremdes tabellen erreichbare ausfalle zerstore verloren verlorene sicherungen angegriffen gehackte beschwerden produktiv produktionen geloschte gelost geloest".split(
    " ",
  ),
  guards: {
    clause:
      / , (?=(?:unsere?|meine?|wir|ich|alle|alles|nichts|jemand|ihre?|euer|eure|es|da|die|der|das|seit|nach|bitte|produktion|sie|jetzt|heute|aber|denn|weil|sind|ist|hilfe) )| (?:aber|weil|denn|und jetzt|und nun|und unsere|und wir|und ich|und alle|und das|und ihre?|und alles) (?=\S)/g,
    asking: either(
      any(
        "\\S*fragebogen",
        "\\S*(?:doku-?seite|dokumentation|doku|handbuch|artikel|blogartikel|blogbeitrag|beitrag|kapitel|abschnitt|webinar|video|hilfeseite|vortrag|" +
          "faq|vorlage|leitfaden|anleitung) (?:\\S+ ){0,2}(?:über|zu|zum|zur|für|mit dem titel|namens|erklärt|beschreibt)",
        "(?:wie (?!(?:kann|konnte|koennen) (?:es|das|so etwas|sowas|so was) (?:sein|passieren|nur))(?:kann|können|mache|machen|lösche|löschen|sichere|sichern|schütze|schützen|geht|gehe|gehen|funktioniert|wird|werden|soll|sollte|" +
          "sollen|oft|lange|hoch|viele|stelle|stellen|melde|melden|meldet|erkenne|erkennt|richte|konfiguriere|verhält|verhalten|handhabt|behandelt|" +
          "groß|wahrscheinlich|sicher|reagiert|läuft|entferne|setze|baue|verhindere|verhindert|vermeide|vermeidet|prüfe|überwache|simuliere|teste|" +
          "komme|informiert|informieren|schnell|ist|sind|sieht|steht|waere|lautet|leere|erstelle|lassen|lässt|beende|fahre|deaktiviere|ändere|übe|" +
          "dokumentiert|bewertet|weit|gut|schwer)|(?:ab )?wann (?:ist|sind|wird|werden|kommt|muss|müssen|sollte|gilt|findet|greift)|was (?:ist|sind|" +
          "passiert|geschieht|bedeutet|macht|machen|tun|kostet|gilt|heißt|waere|wuerde|muss|müssen|wird|sagt|steht|empfehlen|empfehlt|zählt|wenn)|" +
          "welche[rsnm]? (?!daten (?:fehlen|sind))\\S+|wo (?:finde|finden|kann|steht|gibt|melde|stelle|liegt|wird|liegen|werden|sehe)|wer (?:ist|" +
          "haftet|kann|darf|muss|entscheidet|sieht|bekommt|hat bei ihnen)|wozu|womit|wofür|wodurch|worin|woran|woher|worauf|wovon|inwiefern|inwieweit)",
        "(?:frage zu[rm]?|fragen zu[rm]?|frage mich|frage ich mich|wüsste gern|wüsste gerne|wuerde gern wissen|wuerde gerne wissen|möchte wissen|" +
          "möchten wissen|möchte gern wissen|möchte verstehen|wuerde gerne verstehen|interessiert|interessieren uns|anleitung|anleitungen|" +
          "dokumentation (?:zu[rm]?|über|für)|doku (?:zu[rm]?|über|für)|leitfaden|best practice|best practices|empfehlung|empfehlungen|empfehlen|" +
          "suche (?:eine|einen|ein|nach)|suchen (?:eine|einen|ein|nach|wir eine)|informationen (?:zu[rm]?|über)|infos (?:zu[rm]?|über)|erklären|" +
          "erklärung|beispiel für|beispiele für|unterschied zwischen|lernen|schulung|tutorial|ob (?!jemand|sie|ihr)|möglichkeit|fragebogen|" +
          "ausschreibung|prozess für|prozess bei|verfahren bei|richtlinie|vorgehen bei|konzept|feature-?wunsch|funktionswunsch|vorschlag|" +
          "wünsche mir|waere schön|waere toll|waere super|waere nett|waere hilfreich|verbesserungsvorschlag)",
      ),
      first(
        "hallo|hi|hey|guten|tag|moin|frage|kurze|noch|eine|und",
        "(?:gibt es|gibts|gibt es eine|ist es (?:möglich|sicher|erlaubt|zulässig|" +
          "sinnvoll|notwendig|ratsam)|ist ein|ist eine|ist das (?:produkt|tool|feature)|ist marldb|ist euer|ist ihr|kann marldb|hat marldb|kann man|" +
          "können wir|kann ich|darf ich|dürfen wir|darf man|sollte (?:ich|man)|sollten wir|soll ich|muss (?:ich|man|marldb)|müssen wir|habt ihr|" +
          "haben sie (?!unsere|uns|alles|alle|mit)|hat euer|hat ihr|bieten sie|bietet ihr|unterstützt|unterstützen sie|erlaubt|verwendet ihr|" +
          "verwenden sie|schützt|verschlüsselt|verliert|verliere ich|verlieren wir|geht (?:dabei|etwas|da|dann)|gehen (?:dabei|dann|daten)|" +
          "werden (?:dabei|daten|die daten|alte|meine daten|unsere daten)|wird (?:dabei|das|der|die|ein) |plant ihr|planen sie|ist (?:geplant|" +
          "eine wartung|ein ausfall geplant|der|die|das) (?:\\S+ ){0,3}(?:dsgvo\\S*|geplant|konform|zertifiziert|sicher|gegen|immun|betroffen)|" +
          "wuerde|koennte (?:man|ich)|koenntet ihr|koennten sie (?:mir|uns)? ?(?:erklären|sagen|erläutern)|lohnt|reicht|welches|sichert|speichert|" +
          "löscht)",
      ),
    ),
    opener:
      /^ (?:(?:hallo|hi|hey|und|aber|ok|kurze|frage|noch|eine|moin|,|bitte|guten|tag|ubrigens|uebrigens) )*(?:ist|sind|war|waren|hat|haben|habt|hast|kann|konnen|koennen|konnt|konnte|konnten|koennte|koennten|wird|werden|wurde|wuerde|wuerden|soll|sollte|sollten|darf|duerfen|durfen|muss|mussen|muessen|gibt|gehen|geht|mag|was|welche[rsnm]?|wer|wann|wie|wozu|womit|wofur|wem|wen|bekomme|bekommt|braucht|brauche|brauchen|beeinflusst|unterstutzt|unterstuetzt|bietet|bieten|verliert|verlieren|loscht|loescht|lasst|laesst|lassen|fallt|faellt|stimmt) (?!(?:es (?:normal|ok|gewollt|richtig|in ordnung|beabsichtigt|legal|rechtens)|da wer|da jemand|kann (?:es|das|so etwas|sowas) (?:sein|passieren)|konnte (?:es|das|so etwas) (?:sein|passieren)|unsere?|meine?|alles|alle|bei euch auch|bei ihnen|noch wer|sonst noch|habt ihr|haben sie|ist da|ist los|ist passiert|soll das|tun|machen wir|konnen wir tun|kommen wir|ihr gemacht|das sein|kann das sein|kommt das|ihr uns|sie uns helfen|ihr helfen|bitte|die daten noch|wir jetzt|da noch|rein) ?)/,
    hypothetical: any(
      "wenn(?! (?:sie|ihr|du|niemand|keiner|das so|ich (?:mich|die|das|in)|wir (?:uns|die|in))(?: |$))",
      "falls(?! (?:sie|ihr|" + "niemand))",
      "angenommen|hypothetisch\\S*|theoretisch\\S*|rein theoretisch|in der theorie|mal angenommen|gesetzt den fall|" +
        "stellen wir uns vor|stellt euch vor|für den fall|im falle|im fall|im ernstfall|im notfall|was waere|sollte (?:ein|eine|der|die|das|es|" +
        "mal|unsere?)|sollten|wuerde|wuerden|koennte (?:das|es|man|ein|dabei|so)|bei (?:einem|einer|eventuellem|eventuellen|" +
        "möglichem)(?! (?:eurer|ihrer|unserer|kunden|mitarbeiter|kollegen|anderen|update|der|\\S*test|\\S*audit|\\S*scan|\\S*prüfung|routine\\S*))",
      "(?:verhindern|verhindert|vermeiden|vermeidet|" +
        "schützen|schutz vor|schutz gegen|absichern|abzusichern|vorbeugen|vorbeugung|gefahr von|risiko von|risiko eines|angst vor|sorge vor|" +
        "absicherung|versicherung gegen|versichert gegen|härten|üben|übung) (?:\\S+ ){0,4}",
    ),
    condition: any("wenn|falls|sollte|sobald|bei einem|bei einer|im falle"),
    negated:
      / (?:kein|keine|keinen|keiner|keinerlei|nicht|nie|niemals|ohne|niemand|weder|nichts|null) (?:(?!(?:ahnung|mehr|nur|sicher|klar|verstehen|wissen|fassen|glauben|erklaren|idee|plan|warum|wieso|weiß|weiss|,|ich|wir|das|es|sie|ihr|unsere|alle|dann|geht|gehen|klappt|passiert|funktioniert|bald|sofort) )\S+ ){0,2}$/,
    denied: any(
      "(?:keine?|keinen|keinerlei|nicht eine|keine einzige|ohne) (?:\\S+ ){0,2}\\S*(?:daten|zeilen?|datensätze|tabellen?|dateien|" +
        "schaden|schäden|ausfall|unterbrechung|verluste?|verletzten?|datenverlust)(?: \\S+){0,3} (?:verloren|gefehlt|fehlt|fehlen|weg|gelöscht|" +
        "beschädigt|betroffen|verschwunden|passiert|entstanden)",
      "(?:ohne|keinen?|keinerlei|kein) (?:jede[rn]? )?(?:\\S+ )?\\S*(?:datenverluste?|" +
        "verluste?|schäden|schaden|verletzte[n]?|unterbrechung|ausfall|ausfälle|probleme)",
      "nichts (?:ist |wurde |ging )?(?:verloren|gefehlt|beschädigt)|(?:es|dabei|ist|wurde) nichts gelöscht|niemand (?:wurde|ist) (?:\\S+ )?verletzt",
    ),
    solved: any(
      "(?:ist|sind|wurde|wurden|war|waren|hat sich|haben sich|inzwischen|mittlerweile|bereits|schon|wieder|jetzt|nun|" +
        "alles) (?:\\S+ ){0,3}(?:gelöst|behoben|geklärt|erledigt|repariert|gefixt|gepatcht|geschlossen|wiederhergestellt|aufgeklärt)",
      "(?:ursache|den fehler) (?:\\S+ )?gefunden|(?:alles|daten|sie|es) (?:\\S+ )?(?:wieder ?gefunden)",
      "(?:haben|habe|konnten|konnte) (?:\\S+ ){0,6}(?:wiederhergestellt|" +
        "wiederherstellen|gelöst|behoben|gerettet|repariert|beheben|lösen|retten|zurückgespielt|zurückspielen|wiederbekommen)",
      "(?:läuft|laufen|" +
        "geht|gehen|funktioniert|funktionieren) (?:jetzt |nun |alles |inzwischen |mittlerweile |seitdem )?(?:alles )?(?:wieder|jetzt wieder|" +
        "stabil)",
      "fehlalarm|mein fehler|unser fehler|mein irrtum|alles gut|alles in ordnung|alles wieder|hat sich erledigt|schon erledigt|" +
        "bereits erledigt|zum glück|glücklicherweise|danke für die (?:schnelle|hilfe|lösung)|kein grund zur sorge|entwarnung|kein problem mehr|" +
        "alles ok|wieder da",
    ),
    still: any(
      "wann (?:ist|wird|werden|sind|geht|läuft)|immer noch|noch immer|weiterhin|erneut|nicht (?:gelöst|behoben|wiederhergestellt|gefunden|retten|wiederherstellen|wieder)|aber|" +
        "trotzdem|dennoch|schon wieder|wieder (?:weg|leer|down|ausgefallen|tot|verschwunden)|kein backup",
    ),
    past: any(
      "(?:vor )?(?:vielen |einigen |ein paar |zwei |drei |fünf |zehn |mehreren |einem )?jahre?n? (?:her|zuvor)|vor (?:vielen |einigen |" +
        "ein paar |zwei |drei |fünf |zehn |mehreren |einem )jahre?n?|letztes jahr|voriges jahr|vergangenes jahr|im letzten jahr|(?:im jahr |anno |" +
        "in )(?:19|20)(?:0\\d|1\\d|2[0-4])(?!\\d)|damals|bei (?:meinem|unserem) (?:alten|letzten|vorigen|früheren|ehemaligen) (?:\\S+)|" +
        "beim alten (?:anbieter|arbeitgeber|hoster)|seinerzeit|in der vergangenheit|in den nachrichten|in der zeitung|presse gelesen",
    ),
    fiction: any(
      "\\S*(?:übung|übungen|probealarm|brandschutzübung|notfallübung|feueralarmübung|räumungsübung|evakuierungsübung|planspiel|" +
        "simulation|simulieren|simuliert|simulierte[nr]?|probelauf|trockenübung|restore-?test|wiederherstellungstest|testlauf|chaos-?engineering|" +
        "chaos-?test|game-?day|generalprobe|feuerübung|phishing-?test|phishing-?simulation|phishing-?kampagne|notfalltest|notfallplan|" +
        "notfallhandbuch)",
      "\\S*(?:testdaten|testtabelle|testtabellen|testdatenbank|testumgebung|testsystem|testserver|testcluster|testinstanz|" +
        "demodaten|demodatenbank|demo-?system|sandbox|spielwiese|staging|staging-\\S+|entwicklungsumgebung|entwicklungsdatenbank|" +
        "dev-?\\S*(?:umgebung|datenbank|system|server)|beispieldaten|dummydaten|dummy-daten|musterdaten|unit-?test|unit-?tests|integrationstest|" +
        "testfall|lokale[nrsm]? (?:\\S+ )?(?:db|datenbank|rechner|umgebung|instanz)|auf meinem laptop|zum testen|test-\\S+)",
      "(?:für|in|im) (?:einen|einem|ein|meinen|meinem|meine|unseren|unsere|eine|einer|den|die|mein|meiner) \\S*(?:blogbeitrag|vortrag|" +
        "präsentation|schulung|workshop|bachelorarbeit|masterarbeit|abschlussarbeit|kurs|roman|artikel|buch|krimi|film|serie|hausarbeit|seminar|" +
        "vorlesung|quiz|hackathon|ctf|folien|unterricht)",
      "(?:schreibe|schreiben|verfasse|verfassen|arbeite an) (?:\\S+ ){0,3}\\S*(?:masterarbeit|bachelorarbeit|abschlussarbeit|diplomarbeit|doktorarbeit|" +
        "hausarbeit|dissertation|artikel|blogbeitrag|roman|buch|aufsatz|fachbeitrag)",
      "(?<! (?:kein|ohne|keinen) )(?:witz|scherz|spaß)|haha|hahaha|lol|nur spaß|" +
        "kleiner scherz|roman|krimi|film|absichtlich|mit absicht|bewusst|gewollt|planmäßig|wie geplant|geplante[nrsm]? (?:\\S*ausfall|abschaltung|" +
        "unterbrechung|wartungsfenster)|(?:ist|sind|war|waren) (?:\\S+ ){0,3}geplant|wie erwartet|erwartungsgemäß|wie geplant|videospiel|brettspiel",
    ),
    own: any(
      "(?:lag|liegt|lagen) an (?:unsere[mrn]|meine[mrn])|(?:wegen|durch|aufgrund) (?:unsere[rsnm]?|meine[rsnm]?) eigenen?|selbst ?verschuldet|eigenes verschulden",
      "(?:ausfall|problem|störung|stromausfall|panne) (?:bei|in|an|mit) (?:unserem|unserer|unseren|meinem) (?:eigenen |eigener )?\\S*(?:provider|anbieter|rechenzentrum|hoster|netz|" +
        "büro|gebäude|seite|router|firewall|stromversorger)|unser eigener (?:\\S+ )?\\S*(?:provider|anbieter|hoster)",
      "(?:selbst|selber|auf eigenen wunsch|freiwillig|auf unseren wunsch|auf meinen wunsch) (?:gelöscht|geschlossen|gekündigt|entfernt)|(?:bei euch|bei ihnen) (?:lief|war|ist|läuft) (?:alles|nichts)",
      "unser(?:e|em|en|er)? (?:\\S+ )?\\S*(?:internetanbieter|provider|hoster|elektriker|netzwerk|netzwerkteam|router|switch|firewall|vpn|" +
        "wlan|leitung|internetleitung|stromversorger|rechenzentrumsbetreiber|internet|dienstleister)(?: \\S+){0,3} (?:ausgefallen|gestört|hat|ist|" +
        "war|hatte|down|ausfall|schuld|gekappt)",
      "(?:ich habe|wir haben|habe ich|haben wir) (?:\\S+ ){0,6}(?:heruntergefahren|abgeschaltet|" +
        "ausgeschaltet|gestoppt|vom netz genommen|abgestellt|angehalten|ausgesteckt|runtergefahren)",
      "(?<! (?:nur|statt|als|anstatt) (?:(?:der|die|den) )?)(?:alte[nrs]?|veraltete[nr]?|" +
        "abgelaufene[nr]?|überflüssige[nr]?|nicht mehr benötigte[nr]?|unbenutzte[nr]?|obsolete[nr]?|archivierte[nr]?|doppelte[nr]?|" +
        "temporäre[nr]?) (?:\\S+ )?\\S*(?:daten|zeilen|datensätze[n]?|tabellen?|dateien|logs|einträge[n]?|backups?|partitionen|kunden|nutzer|" +
        "konten|dokumente|datenbank(?:en)?|sicherungen)",
      "(?:möchte|möchten|will|wollen|würde gern|würden gern|würde gerne|würden gerne|soll|" +
        "sollen|muss|müssen|darf|dürfen|planen|plane|versuche|versuchen|kann ich|können wir|wie) (?:\\S+ ){0,8}(?:löschen|leeren|entfernen|" +
        "droppen|bereinigen|aufräumen|herunterfahren|archivieren|anonymisieren|abschalten|überschreiben|truncaten)(?! (?:lassen )?(?:aber|doch))",
    ),
  },
};
