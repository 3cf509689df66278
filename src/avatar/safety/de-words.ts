/** German concepts that several safety rules share. */
import type { Groups } from "../gate/pattern.ts";
import type { Guard } from "./rule.ts";

/** Concepts in the order of a phrase. */
export const groups: Groups = {
  data:
    "\\S*(?:daten|datenbank|datenbanken|db|tabellen?|zeilen|datensätze[n]?|datensatz|einträge|dateien|dokumente|bestellungen|rechnungen|" +
    "transaktionen|buchungen|kunden|nachrichten|bilder|fotos|historie|verlauf|backups?|sicherung|sicherungen|datensicherung|schema|schemas|" +
    "collections?|volumes?|archiv|projekte|termine|messwerte|messdaten|aufträge|konten|benutzer|inhalte|partition|partitionen|belege|verträge|" +
    "akten|indexe?|wal|postfach|speicher|cluster|datenbestand|bestände|bestand|einstellungen|dump|snapshots?|arbeit)|alles|sämtliches",
  gone:
    "weg|verschwunden|gelöscht|verloren|verloren gegangen|verlorengegangen|fehlen|fehlt|leer|geleert|zerstört|beschädigt|korrupt|korrumpiert|" +
    "defekt|kaputt|überschrieben|vernichtet|unlesbar|unbrauchbar|nicht mehr da|nicht mehr vorhanden|nicht mehr auffindbar|nicht auffindbar|" +
    "nicht mehr zu finden|nicht mehr lesbar|nicht lesbar|nicht mehr drin|nicht mehr sichtbar|futsch|hinüber|zerschossen|geschreddert|ausradiert|" +
    "entfernt|abhanden gekommen|verschütt|nullen|durcheinander|inkonsistent|verfälscht|unwiederbringlich|unwiederherstellbar|verschwinden|" +
    "gedroppt|getruncatet|zerhackt|im eimer|fort|verlustig|pfutsch|zerlegt|zermatscht|vermischt|vertauscht|auf null|platt|plattgemacht|" +
    "verschluckt",
  since: "nach|seit|wegen|aufgrund|durch|infolge|seitdem|mit|beim|bei",
  change:
    "\\S*(?:update|upgrade|migration|wartung|patch|release|umstellung|neustart|failover|absturz|stromausfall|deployment|rollout|" +
    "aktualisierung|version|hotfix|import|restore|wiederherstellung|umzug|einspielen|umschaltung|reboot|wartungsfenster|updates|upgrades|änderung|" +
    "ausfall|crash)|[\\d.]+",
  prod:
    "\\S*(?:produktion|produktivsystem|produktivumgebung|produktionssystem|produktionsumgebung|produktionsdatenbank|produktivdatenbank|" +
    "produktivdb|prod|shop|webshop|webseite|website|plattform|portal|anwendung|server|cluster|datenbank|dienst|dienste|system|systeme|service|" +
    "services|api|betrieb|kasse|kassen|kassensystem|onlineshop|instanz|instanzen|knoten|backend|seite|app|infrastruktur|produktivbetrieb|" +
    "warenwirtschaft|krankenhaus|lager|fertigung|terminals?)|alles|gar nichts mehr|unsere kunden|der ganze laden|die ganze firma|" +
    "die komplette firma",
  down:
    "down|offline|ausgefallen|nicht erreichbar|nicht mehr erreichbar|unerreichbar|tot|lahmgelegt|lahm|nicht verfügbar|nicht mehr verfügbar|" +
    "abgestürzt|abgeschmiert|zusammengebrochen|steht still|stehen still|still|lahm gelegt|weg|gestört|außer betrieb|kaputt|blockiert|" +
    "nicht mehr benutzbar|unbenutzbar|nicht mehr nutzbar|hinüber|platt|im eimer|gecrasht|eingefroren|in der crash ?-?loop|" +
    "startet nicht(?: mehr)?|starten nicht(?: mehr)?|fährt nicht (?:mehr )?hoch|kommt nicht (?:mehr )?hoch|kommen nicht (?:mehr )?hoch|" +
    "antwortet nicht(?: mehr)?|antworten nicht(?: mehr)?|reagiert nicht(?: mehr)?|reagieren nicht(?: mehr)?|läuft nicht(?: mehr)?|" +
    "laufen nicht(?: mehr)?|geht nicht(?: mehr)?|gehen nicht(?: mehr)?|funktioniert nicht(?: mehr)?|funktionieren nicht(?: mehr)?|nichts mehr|" +
    "nicht mehr hoch|nicht mehr|steht|stehen|liegt|hängt",
  be:
    "ist|sind|war|waren|wurde|wurden|hat|haben|wird|werden|scheint|scheinen|sei|wären|worden|bleibt|bleiben|steht|stehen|liegt|liegen|geht|" +
    "gehen|gingen|ging|kommt|wirken|wirkt",
  destroy:
    "gelöscht|verloren|zerstört|überschrieben|vernichtet|beschädigt|zerschossen|geschreddert|geleert|korrumpiert|entfernt|gedroppt|" +
    "getruncatet|weggeworfen|plattgemacht|gefressen|verschluckt|formatiert|abgeräumt|ausradiert|verfälscht|vermischt|durcheinandergebracht|" +
    "truncated|gekillt",
  foreign:
    "(?:fremde[nrsm]?|andere[nrsm]?|anderer|eines anderen|einer anderen|von anderen|von jemand anderem|jemand anderem|eines fremden|" +
    "dritte[nr]?|unbekannte[nrm]?|nicht unsere[nrs]?|nicht von uns)",
  secret:
    "\\S*(?:passwort|passwörter[n]?|kennwort|kennwörter|zugangsdaten|zugangsdatei|credentials|api-?keys?|api-schlüssel|schlüssel|" +
    "private-?key|token|tokens|secrets?|kundendaten|personenbezogene[nr]? daten|patientendaten|kreditkartendaten|kundenliste|kundenlisten|" +
    "datenbankdump|datenbank-dump|dump|anmeldedaten|logindaten|login-daten|nutzerdaten|gesundheitsdaten|zertifikate?|quellcode|kontodaten|" +
    "bankdaten|mitarbeiterdaten|unsere daten)",
  people:
    "\\S*(?:kolleg\\S*|mitarbeiter\\S*|person|personen|mensch|menschen|patient|patienten|patientin|techniker|arbeiter|leute|kind|kinder|" +
    "frau|mann|jemand|bewohner|bewohnerin|fahrer|passagiere|säugling|baby|azubi|besucher|leben|menschenleben|elektriker|pflegekraft|arzt|ärztin|" +
    "admin|schüler)",
};

/** Broad concepts, for sentences that name all of them in any order. */
export const broad: Groups = {
  not: "(?<! (?:nicht|nie|kein|keine|keinen|keinerlei|ohne|weder|nichts) (?:\\S+ )?)",
  data:
    "\\S*(?:daten|datenbank|datenbanken|db|tabellen?|zeilen|datensätze[n]?|einträge[n]?|dateien|dokumente[n]?|bestellungen|rechnungen|" +
    "transaktionen|buchungen|historie|backups?|sicherungen|sicherung|dump|snapshot|projekte?|salden|saldo|messwerte|messungen|werte|beträge|" +
    "bestand|bestände|index|schema|katalog|archiv|aufträge|kunden|termine|akten|replikat|inhalte|nachrichten|bilder|fotos|konten|count|" +
    "collection|volume|postfach|arbeit)|alles was (?:wir|ich)|alles , was (?:wir|ich)|was wir (?:eingegeben|gespeichert|erfasst)|(?:stunden|" +
    "tage|wochen|monate)",
  lost:
    "weg|verschwunden|verschwinden|verloren|verlorengegangen|gelöscht|geleert|zerstört|beschädigt|korrupt\\S*|korrumpiert|überschrieben|" +
    "vernichtet|unlesbar|unbrauchbar|futsch|hinüber|zerschossen|unwiederbringlich|unwiederherstellbar|(?:einfach |schlicht |plötzlich |" +
    "alle )?nicht (?:mehr )?(?:da|vorhanden|auffindbar|lesbar|sichtbar|zu finden|drin|geschrieben|gespeichert|angekommen)|nie (?:auf|" +
    "geschrieben|gespeichert|angekommen|auf die platte)|(?:ist|sind|jetzt|plötzlich|alle|komplett|tabelle|tabellen|völlig) leer|" +
    "liefert (?:\\S+ ){0,5}(?:0|null|nichts)|(?:ergibt|zeigt|zeigen|steht auf|stehen auf|sind auf|ist auf) (?:\\S+ ){0,2}(?:0|null|nichts)|" +
    "null bytes|0 bytes|prüfsummenfehler|stimmen (?:\\S+ ){0,3}nicht(?: mehr)?|stimmt (?:\\S+ ){0,3}nicht(?: mehr)?|(?:uralte|falsche|fremde|" +
    "vertauschte|alte|doppelte) (?:werte|beträge|zeilen|daten|salden|zahlen)|vertauscht|verfälscht|durcheinander|" +
    "lässt sich nicht (?:mehr )?(?:öffnen|lesen|wiederherstellen|zurückspielen)|fehlen|fehlt|entfernt|gedroppt|getruncatet|" +
    "nichts (?:mehr )?(?:lesen|wiederherstellen|drin|da)|defekt|kaputt|inkonsistent|unvollständig|in luft aufgelöst|abhanden\\S*|ausradiert|" +
    "geschreddert|verschluckt|zurückgesetzt",
  lift:
    "unsere?r?[mns]?|meine?[mnrs]?|alle[snrm]?|ganze[snrm]?|komplette[snrm]?|sämtliche\\S*|jede[srn]?|hälfte|produktion\\S*|nach|seit|" +
    "plötzlich|heute|gestern|nachts?|nacht|jetzt|einfach|hilfe|dringend|sofort|bitte|eure?r?[mns]?|ihre?r?[mns]?|kunden\\S*|überall|wochen|tage|" +
    "stunden|letzte[nrs]?|mehr|hallo|wir",
  system:
    "\\S*(?:produktion|prod|shop|webshop|webseite|website|seite|dienst|dienste|cluster|server|api|cloud|region|plattform|app|anwendung|" +
    "datenbank|datenbanken|systeme?|knoten|instanz|instanzen|fabrik|werk|betrieb|filialen?|kassen?|portal|login|backend|gateway|proxys?|umgebung|" +
    "lager|firma|infrastruktur|terminals?|konsole|endpunkt|produktionsknoten|produktionslinie|service|services|standby|primärserver)|alles|wir|" +
    "der ganze laden",
  down:
    "(?<! (?:nicht|nie|kein|keine|ohne|weder) )(?:down|offline|ausgefallen|unerreichbar|lahmgelegt|lahm|abgestürzt|abgeschmiert|" +
    "zusammengebrochen|gestört|außer betrieb|tot|brach|am boden|eingefroren|nicht (?:mehr )?(?:erreichbar|verfügbar|nutzbar|benutzbar|ansprechbar|" +
    "startbar)|(?:startet|starten|antwortet|antworten|reagiert|reagieren|läuft|laufen|funktioniert|funktionieren|geht|gehen|lädt|kommt|kommen|" +
    "fährt|fahren) (?:\\S+ ){0,5}nicht(?: mehr)?(?: hoch)?|(?:stürzt|stürzen) (?:\\S+ ){0,8}ab|(?:fällt|fallen) (?:\\S+ ){0,5}aus|" +
    "steht (?:still|alles|seit|komplett|die)|stehen (?:still|seit|alle)|stillstand|(?:die ganze \\S+|alles|produktion|betrieb|fabrik|werk|" +
    "bei uns) steht|nur (?:noch )?(?:\\S+ )?(?:fehler|timeouts|5\\d\\d\\S*|fehlermeldungen)|absturzschleife|crash-?loop|umgehauen|gecrasht|" +
    "abgeschossen|runtergerissen|lahmgelegt|ausgesperrt|abgeklemmt|blackout|hängt|weigert sich|zu starten verweigert|geht (?:gar |" +
    "überhaupt )?nichts(?: mehr)?|(?:\\S*riesen|\\S*groß|\\S*total)?ausfall)",
  hurry:
    "unsere?r?[mns]?|meine?[mnrs]?|alle[snrm]?|ganze[snrm]?|komplette?[snrm]?|jede[srn]?|seit|nach|plötzlich|heute|gestern|nacht|jetzt|" +
    "gerade|wieder|hilfe|dringend|sofort|minuten|stunden?|eure?r?[mns]?|ihre?r?[mns]?|kunden|niemand|keiner|sev1|prio|wegen|deshalb|komplett|" +
    "bei uns|weltweit|live|produktion\\S*|morgen|hier",
  you: "ihr|sie|du|euer|eure[rmns]?|ihre?[rmns]?|dein\\S*|marldb",
  disrupt:
    "umgehauen|lahmgelegt|abgeschossen|zerschossen|gekillt|gecrasht|kaputt ?gemacht|kaputtgemacht|runtergerissen|heruntergerissen|" +
    "vom netz genommen|ausgesperrt|zerlegt|stillgelegt|außer gefecht gesetzt|blockiert|geschrottet|zerstört|zum absturz gebracht|" +
    "in die knie gezwungen|abgeschaltet|gestoppt|unterbrochen|plattgemacht|abgewürgt|gesprengt",
  ours:
    "unsere?[nmrs]? (?:\\S+ ){0,2}\\S*(?:produktion|cluster|seite|shop|server|system|systeme|datenbank|anwendung|dienst|dienste|plattform|" +
    "firma|betrieb|filialen|kunden|nutzer|knoten|fabrik|umgebung|kassen?|api|login|lager|backend|website|webseite|infrastruktur|umgebungen|" +
    "portal)|produktion|alles|den ganzen laden|die ganze \\S+",
  secret:
    "\\S*(?:passwort|passwörter[n]?|kennwort|kennwörter[n]?|zugangsdaten|credentials|api-?keys?|schlüssel[n]?|token|tokens|secrets?|" +
    "datenbankpasswort|verbindungszeichenfolge|kundendaten|personenbezogene[nr]? daten|patientendaten|kundenliste|dump|zertifikate?|zertifikats|" +
    "anmeldedaten|gesundheitsdaten|kontodaten|kreditkartendaten|mitarbeiterdaten)",
  expose:
    "geleakt|textdatei|downloadserver|download-server|verrät|verraten|preisgegeben|gibt preis|plaudert|offenbart|twitter|fest einprogrammiert|hart ?codiert|hartkodiert|hochgeladen|eingecheckt|weitergeleitet an|erratbar|vorhersagbar|slack|gitlab|pastebin|öffentlich\\S*|gestohlen|geklaut|veröffentlicht|kopiert|gepostet|sichtbar|klartext|im log|in den logs|(?:im |ins )?build-log|" +
    "ohne (?:anmeldung|login|passwort|authentifizierung)|kompromittiert|abgegriffen|abgeflossen|fließen|entwendet|abgefangen|erraten|geknackt|" +
    "verkauft|darknet|internet|github|für (?:alle|jeden)|jeder(?:mann)?|unverschlüsselt|fremde\\S*|falsche (?:person|empfänger|adresse)|" +
    "falschen (?:empfänger|person)|offengelegt|einsehbar|hacker\\S*|angreifer\\S*|verschickt an|committet|gepusht|abgezogen|ausgelesen|" +
    "phishing|gephisht|will unser|möchte unser|verlangt unser",
  foreign:
    "(?:andere[nrsm]?|anderer|eines anderen|einer anderen|fremde[nrsm]?|eines fremden|einer fremden|jemand anderem|jemand anders|" +
    "unbekannte[nrsm]?|irgendeine[rsnm]?|falsche[nrsm]?|dritte[rn]?) \\S*(?:kunden?|kundin|firma|firmen|unternehmens?|mandanten?|nutzers?|nutzern|" +
    "benutzers?|benutzern|kontos?|konten|accounts?|organisation|person|personen|leute|leuten|patienten|praxis|kanzlei|tenant|tenants|team|" +
    "krankenhauses)|(?:firma|kunden?|person|personen|leute[n]?|unternehmens?|namen|jemandem|rechnungen|daten|datensätze|tickets|bestellungen|" +
    "konten|projekte|tabellen|dokumente) , (?:die|der|das|den|dem|deren) (?:\\S+ ){0,2}(?:ich|wir|mir|uns|nicht) (?:\\S+ ){0,3}(?:kenne|" +
    "kennen|kenn|gehört|gehören|nie|nicht|unbekannt)|jemand anderem|fremder leute|, (?:mit|von) (?:der|dem|denen) (?:wir|ich) (?:\\S+ ){0,2}(?:nichts zu tun|noch nie|nie gehört)|(?:falschen?|fremden?) \\S*(?:firma|kunden?|person|empfänger|mandanten|organisation|konto|account)|uns nicht gehör\\S*|nicht (?:uns|mir) gehör\\S*|" +
    "wildfremd\\S*|konkurrenz|mitbewerbers?",
  view:
    "sehe|sieht|sehen|seh|sehn|gesehen|zeigt|zeigen|angezeigt|gezeigt|lese|lesen|liest|sichtbar|zugriff|zugreifen|zugegriffen|bekomme|" +
    "bekommen|bekommt|erhalte|erhalten|erhält|liefert|geliefert|landen|landet|lande|gelandet|auftauch\\S*|tauchen|taucht|stehen|steht|öffne|" +
    "öffnet|herunterladen|eingeloggt|angemeldet|einsehen|einsehbar|finde|finden|gefunden|plötzlich|drin|in (?:meinem|unserem) (?:portal|konto|" +
    "export|postfach|dashboard|bericht)|in (?:meiner|unserer) (?:liste|konsole|ansicht)|heruntergeladen|runterladen|ging an|gingen an|geschickt|zu sehen|abrufen|vermischt",
  role:
    "\\S*(?:rolle|leserolle|nutzer|benutzer|user|konto|account|gast|gäste|kunde|mandant|mitarbeiter|jeder|besucher|lesezugriff|leserechten|" +
    "leserechte|praktikant|client)",
  become:
    "wird|werden|machen|macht|befördern|befördert|erhöhen|erhöht|erlangen|erlangt|verschaffen|verschafft|bekommt|bekommen|hochstufen|" +
    "aufsteigen|erhält|erhalten|eskalieren|gibt sich|geben",
  admin: "\\S*(?:superuser|admin|administrator|root|root-rechte|adminrechte|admin-rechte|superuser-rechte|vollzugriff|administratorrechte|" + "eigentümer)",
};

/** The guards of a rule that may be asked about, denied, supposed, long over or a game. */
export const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];
