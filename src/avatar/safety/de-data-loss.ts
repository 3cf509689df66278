/** German safety rules: data that is gone or damaged. */
import { broad, groups, usual } from "./de-words.ts";
import { any, both, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** Data that is gone or damaged. */
export const dataLoss: readonly SafetyRule[] = [
  {
    rule: "data_loss.gone.de",
    class: "data_loss",
    guards: [...usual, "own"],
    unless: any(
      "\\S*(?:view|funktions|abfrage|berichts)-?definition",
      "(?:verbindung|passwort|kennwort|überblick|geduld|zeit|lust|hoffnung|kontakt|interesse|lizenzschlüssel|faden) (?:\\S+ ){0,3}verloren",
      "fehlende[rns]? (?:index|" + "dokumentation|berechtigung|spalte|übersetzung|funktion|rechte|abhängigkeit)",
      "(?:es )?fehlt ~3 (?:index|dokumentation|berechtigung|" + "übersetzung|funktion|anleitung|spalte|recht|rechte|option|feature)",
      "leere[rsn]? (?:string|strings|zeichenkette|ergebnis|array|liste|" + "wert|werte|zeile|seite|passwort)",
    ),
    together: together(
      broad,
      ["{data}", "{not}(?:{lost})", "{lift}"],
      [
        "(?:keine?[rs]?|keiner|nichts|nicht eine|nicht alle) (?:\\S+ ){0,6}(?:gespeichert|geschrieben|angekommen|übernommen|importiert|gesichert|verbucht|abgelegt)",
        "\\S*(?:bestellungen|daten|zeilen|datensätze|änderungen|einträge|buchungen|rechnungen|nachrichten|eingegeben|heute|gestern|seit|zahlungen|messwerte|unsere\\S*|alles)",
      ],
      [
        "\\S*(?:werte|beträge|zahlen|salden|preise|datensätze|zeilen|einträge|zeitstempel|uhrzeiten|spalten?|kennungen)",
        "verschoben|gerundet|abgeschnitten|negativ|auf (?:0|null|1970)|multipliziert|zurückgesetzt",
        "nach|seit|\\S*upgrade|\\S*update|migration|alle|gespeicherten|bestehenden|plötzlich|import",
      ],
      [
        "\\S*(?:datenbank|datenbanken|daten|tabellen?|dateien|datei|volume|archiv|platte|backup|backups|dokumente)",
        "(?:nicht mehr|gar nicht mehr|nicht) (?:\\S+ )?(?:öffnen|lesen|laden|mounten|einhängen|finden|abrufen|aufrufen|wiederherstellen)",
        "nicht mehr|not a database|seit|nach|korrupt\\S*|beschädigt|fehler|hilfe|dringend\\S*|einzige\\S*",
      ],
      [
        "(?:alles|alle \\S*(?:daten|zeilen|tabellen|kunden|dateien|einträge|bestellungen|datensätze|benutzer)|zu viel|viel zu viel|die falschen? \\S*(?:datenbank|tabelle|daten|zeilen|kunden|dateien|datensätze)|komplette?n?|ganze[nrs]?|die hälfte|mehr als)",
        "{not}(?:gelöscht|überschrieben|geleert|vernichtet|entfernt|zerstört|ausradiert|weggeräumt|gedroppt)",
        "\\S*(?:job|skript|script|update|upgrade|migration|cron|prozess|techniker|kollege|mitarbeiter|version|tool|euer|eure|ihr|ihre|wartung|fehler|bug|befehl|praktikant|jemand|statt)",
      ],
      [
        "(?:verwirft|verwerfen|verschluckt|verliert|verlieren|ignoriert|ignorieren|überspringt|vergisst|schluckt|frisst)",
        "\\S*(?:schreibvorgänge|inserts?|updates|nachrichten|ereignisse|events|zeilen|datensätze|transaktionen|commits|änderungen|bestellungen|daten|buchungen|einträge)",
        "still|stillschweigend|unsere?|jede[rsn]?|seit|ohne (?:fehler|meldung)|nie|prozent|version|euer|eure",
      ],
      [
        "(?:bestätigte|gespeicherte|geschriebene|eingefügte|erfasste|gebuchte|hochgeladene|importierte|committete|abgeschlossene)[nrs]? (?:\\S+ )?\\S*(?:transaktionen|zeilen|bestellungen|" +
          "datensätze|daten|einträge|dokumente|dateien|buchungen|rechnungen|änderungen)",
        "nicht (?:mehr )?(?:in der|im|da|vorhanden|zu finden|auffindbar|sichtbar|angekommen|gespeichert)|fehlen|weg|verschwunden|kommen nie an",
      ],
      [
        "\\S*(?:werte|beträge|zahlen|salden|preise|datensätze|zeilen|einträge|zeitstempel|daten|bestände)",
        "(?:geändert|verändert|ändern sich|verdoppelt|vertauscht|springen)",
        "ohne dass|von (?:selbst|allein|alleine)|niemand|keiner|über nacht|wie von geisterhand|zufällig",
      ],
    ),
    weigh: weigh(
      [
        3,
        "\\S*(?:datenverlust|verschwunden|verschwinden|korrupt|unwiederbringlich|überschrieben|zerstört|verschluckt|unlesbar|zerschossen|" +
          "vernichtet|abhanden|in luft aufgelöst|ausradiert|geschreddert|gefressen|nicht mehr zu retten|nicht mehr lesbar|unrettbar|unwiederbring|" +
          "null byte|0 byte|nullen |spurlos|geplättet|plattgemacht|zerhackt|in den wind|pulverisiert|schiefgegangen|kaputtgegangen|verlorengegangen|" +
          "verloren gegangen|futsch|hinüber|weggeworfen)",
      ],
      [
        2,
        "\\S*(?:verloren |verlust|weg |gelöscht |truncate|fehlen |fehlt |formatiert|ersetzt |leer |geleert|keine zeilen|" +
          "nicht (?:mehr )?(?:auffindbar|da|vorhanden|lesbar|zu finden|wiederherstell)|beschädigt|lücke |vertauscht|durcheinander|entfernt |" +
          "prüfsumme|zurückgesetzt|weniger zeilen|nie gespeichert|abgeschnitten|verfälscht|zeitstempel von|kaputt |nicht mehr da|" +
          "waren (?:sie )?(?:noch |gestern )?da|nur noch (?:daten |einträge )?(?:bis|ab|aus)|der rest|lässt sich nicht (?:einspielen|öffnen|lesen|" +
          "wiederherstellen|zurückspielen)|inkonsistent|falsche (?:werte|beträge|datenbank|tabelle|daten)|doppelt|unsinn|kauderwelsch|zufall|" +
          "veraltet|auseinandergelaufen|hälfte|stimmen nicht|stimmt nicht|verdreht|leere dateien|auf null|unbrauchbar|defekt)",
      ],
      [
        1,
        "\\S*(?:daten |datenbank|db |tabelle|zeilen |datensätze|einträge|dokumente|dateien|volume|platte |dump |snapshot|historie|bestellung|" +
          "rechnung|zahlung|transaktion|tickets |messwerte|archiv|projekt|werte |anhänge|schema |kopie|rest |salden|beträge|spalte|inventar|buchung|" +
          "patient|bericht|mails |logs |bilder|replik|standby|primär|replikation|konten|backup)",
      ],
      [
        1,
        "\\S*(?:live|produktion|bestehend|gesamte|ganze|alle |alles |einzige|hälfte|keine andere|kunden |backup|niemand hat|gestern |" +
          "wiederherstell|zurück )",
      ],
      [
        2,
        "\\S*(?:(?:platten?|festplatten?|ssds?|raid|beide \\S+|beider knoten|controller) (?:\\S+ ){0,4}(?:kaputt|defekt|tot|gestorben|" +
          "ausgefallen)|von selbst|von allein|gekürzt|geschrumpft|nur noch (?:\\d|zehn|wenige|ein paar)|auf (?:\\d+|zehn|null) (?:zeilen|datensätze|" +
          "einträge)|haben sich (?:\\S+ ){0,3}geändert|stand prod)",
      ],
    ),
    see: see(
      groups,
      "{data} ~5 (?:{be}) ~4 (?:{gone})",
      "(?:{be}) ~4 {data} ~5 (?:{gone})",
      "{data} ~3 (?:{gone})",
      "(?:fehlen|fehlt) ~4 {data}",
      "(?:{gone}) (?:{be}) ~3 {data}",
      ...both("{data}", "{destroy}", 6),
      "\\S*(?:dokumente|dateien|daten|zeilen|datensätze|einträge|werte|bilder) ^6 (?:ersetzt|ausgetauscht|vertauscht) (?:wurde|wurden|worden|sind|" + "ist)?",
      "(?:verloren|verlieren) ~3 (?:tage|stunden|wochen|monate|jahre)|(?:tage|stunden|wochen|monate|" +
        "jahre)(?: an)? (?:\\S+ ){0,3}(?:verloren|weg|futsch|fehlen)",
      "(?:finden|finde|sehen|öffnen|laden|lesen|wiederherstellen) ~4 (?:unsere|meine|die|keine|keinerlei) (?:\\S+ ){0,2}{data} nicht mehr",
      "(?:keine|keinerlei|null|0) (?:\\S+ )?{data} ~3 (?:mehr|übrig|vorhanden|da|drin|zu finden)",
      "nichts mehr (?:da|drin|übrig|vorhanden|" + "zu finden|zu retten)",
      "(?:wo|wohin|warum|wieso|weshalb) (?:sind|ist|fehlen|fehlt) (?:\\S+ ){0,3}{data}",
      ...both(
        "(?:versehentlich|aus versehen|irrtümlich|fälschlicherweise|ausversehen|ungewollt|unabsichtlich|falsche[nrs]? (?:datenbank|server|" +
          "tabelle|cluster|fenster|umgebung|host|instanz|terminal)|ohne where|where vergessen|where-klausel vergessen)",
        "(?:gelöscht|löschen|" +
          "gedroppt|drop|delete|truncate|überschrieben|geleert|entfernt|formatiert|ausgeführt|abgesetzt|plattgemacht|rm|getruncatet|getippt)",
        10,
      ),
      ...both(
        "\\S*(?:produktion|produktionsdatenbank|produktivdatenbank|produktivtabelle|produktivdaten|prod|prod-\\S+|produktions-\\S+|" + "produktivsystem)",
        "(?:gelöscht|gedroppt|drop|truncate|überschrieben|geleert|formatiert|plattgemacht|getruncatet)",
        6,
      ),
      ...both(
        "(?:brauchen|brauche|wiederherstellen|retten|zurückholen|zurück|wiederbekommen|zurückbekommen|wiederherstellung|rettung)",
        "(?:gelöschte|gelöschten|verlorene|verlorenen|verschwundene|verschwundenen|alle|unsere) (?:\\S+ )?{data}",
        6,
      ),
      "{data} ~3 (?:für immer|endgültig|unwiederbringlich|komplett|restlos|spurlos|einfach) (?:weg|verloren|gelöscht|verschwunden)",
      "\\S*(?:datenverlust|datenverluste|totalverlust|komplettverlust|datenschwund) ?",
      "(?:liefert|liefern|zeigt|ergibt|sagt|gibt) ~4 (?:0 zeilen|null zeilen|keine zeilen|keine daten|keine einzige zeile|nichts) (?:mehr|zurück|" +
        "{since})?",
    ),
  },
  {
    rule: "data_loss.corrupt.de",
    class: "data_loss",
    guards: [...usual, "own"],
    see: see(
      groups,
      ...both(
        "\\S*(?:daten|datenbank|db|tabellen?|index|indexe|indizes|seiten?|block|blöcke|dateien|datei|wal|speicher|backups?|platte|dump|" +
          "snapshot|datensätze|werte|beträge|bestand|bestände|salden|standby|replikat|katalog|segment|dateisystem|cluster|einträge|zeilen|" +
          "systemtabellen)",
        "(?:korrupt|korrumpiert|beschädigt|zerstört|inkonsistent|unlesbar|defekt|kaputt|zerschossen|verfälscht|vertauscht|" +
          "durcheinander|datenmüll|datensalat|buchstabensalat|zerhackt|falsche werte|auseinandergelaufen|verstümmelt|schrott|müll|" +
          "doppelt und falsch)",
        5,
      ),
      ...both(
        "\\S*(?:replikat|replikate|replika|standby|primärserver|primary|sekundärserver|knoten|kopien|server|datenbanken|tabellen|backup|seiten)",
        "(?:unterschiedliche|verschiedene|abweichende|widersprüchliche|andere) (?:daten|zeilen|werte|inhalte|zahlen|stände|datenstände|ergebnisse)",
        6,
      ),
      "\\S*prüfsummen? (?:\\S+ ){0,3}(?:falsch|fehler|fehlerhaft|ungültig|nicht|abweichend)",
      "\\S*(?:datenkorruption|korruption|korruptionsfehler|datenbeschädigung|indexkorruption|bitfäule|datensalat|dateninkonsistenz|" + "dateninkonsistenzen)",
      "(?:invalid page|could not read block|unexpected zero page|checksum mismatch|page verification failed|disk image is malformed|" +
        "prüfsummenfehler|checksummenfehler|ungültige seite|kaputte seiten?)",
      ...both(
        "\\S*(?:backups?|sicherung|sicherungen|sicherungskopien?|datensicherung|dump|dumps|snapshot|snapshots|wal-archiv|archiv|" +
          "sicherungsband|bänder|backupdatei|backup-datei)",
        "(?:unbrauchbar|wertlos|nutzlos|leer|beschädigt|korrupt|defekt|kaputt|unlesbar|" +
          "nicht lesbar|unvollständig|fehlerhaft|0 bytes?|null bytes?|nicht wiederherstellbar|nicht einspielen|nicht wiederherstellen|" +
          "nicht zurückspielen|nicht zurückgespielt|nicht öffnen|nicht lesen|nicht mehr lesbar|verschwunden|weg|gelöscht|nie gelaufen|lief nie|" +
          "nicht gelaufen|nie geschrieben|nicht nutzbar|nicht verwendbar|nicht mehr vorhanden|fehlt|fehlen|hinüber|nicht zu gebrauchen|im eimer)",
        6,
      ),
      "\\S*(?:restore|wiederherstellung|rücksicherung|rückspielen|zurückspielen|recovery|einspielen|pitr) ~7 (?:schlägt|scheitert|fehlgeschlagen|" +
        "fehl|bricht|abgebrochen|gescheitert|klappt nicht|funktioniert nicht|geht nicht|unmöglich|nicht möglich|hängt|stürzt|fehler|endet mit)",
      ...both(
        "(?:lässt|lassen|ließ|ließen|kann|können) sich ~6",
        "nicht (?:mehr )?(?:wiederherstellen|zurückspielen|rücksichern|restoren|" + "einspielen|auslesen|retten)",
        4,
      ),
      "(?:kein|keine|keinerlei) (?:\\S+ ){0,2}\\S*(?:backup|backups|sicherung|sicherungskopie|kopie|" +
        "sicherungen) ~3 (?:mehr|da|vorhanden|haben|existiert|gibt|gibts)?",
      ...both(
        "\\S*(?:schreibvorgänge|buchungen|bestellungen|änderungen|transaktionen|aufträge|einträge|daten|updates|datensätze|speicherungen)",
        "(?:gehen (?:still |stillschweigend |einfach )?verloren|verschwinden|werden nicht (?:mehr )?(?:gespeichert|geschrieben|übernommen)|" +
          "kommen nicht an|still verworfen|stillschweigend|landen im nichts|gingen verloren|nie gespeichert)",
        5,
      ),
    ),
  },
];
