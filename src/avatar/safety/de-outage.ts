/** German safety rules: an outage that we caused. */
import { broad, groups, usual } from "./de-words.ts";
import { any, both, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** An outage that we caused. */
export const outage: readonly SafetyRule[] = [
  {
    rule: "outage.caused.de",
    class: "outage",
    guards: [...usual, "own"],
    unless: any(
      "(?:shut|take|bring|scale|tear|power|turn|break|slow|cool) (?:\\S+ ){0,4}down",
      "tote[nrsm]? (?:tupeln?|zeilen|links?|code|verbindungen|datensätze)",
    ),
    together: together(
      broad,
      ["{system}", "{down}", "{hurry}"],
      ["{you}", "{disrupt}", "{ours}"],
      [
        "keinen? (?:\\S+ )?zugriff(?: mehr)?|zugriff (?:\\S+ )?verloren",
        "seit|wegen|nach|durch",
        "\\S*(?:upgrades?|updates?|release|patch|wartung|migration|deployment|eure[mnrs]?)",
        "wir|uns|niemand|keiner|unsere\\S*",
      ],
      [
        "(?:keine?|kein einziger?|keine einzige|jede[rs]?|alle) \\S*(?:abfragen?|anfragen?|verbindung|verbindungen|requests?|seiten?|bestellung|bestellungen|zahlung|zahlungen|apps?|jobs?|dienste?|knoten)",
        "antwort|antworten|durch|an|funktioniert|geht|mehr|fehl|scheitert|scheitern|abgelehnt|hängt|hängen|läuft|timeout|timeouts",
        "seit|nach|weil|wegen",
        "\\S*(?:eure?[mnrs]?|euer|ihre?[mnrs]?|update|upgrade|release|wartung|patch|migration|deployment|zertifikat|heute|nacht|morgen)",
      ],
      [
        "(?:kann|können|konnte|konnten|kommt|kommen|schafft|schaffen) (?:\\S+ ){0,4}?(?:keine[rs]?|niemand|kein) (?:\\S+ ){0,8}?(?:mehr|arbeiten|" +
          "bestellen|einloggen|anmelden|kassieren|bezahlen|zugreifen|rein|verkaufen|buchen|verbinden)|(?:keine[rs]?|niemand|" +
          "kein) (?:\\S+ ){0,4}(?:kann|können|konnte|kommt|kommen) (?:\\S+ ){0,4}(?:mehr|arbeiten|bestellen|einloggen|anmelden|kassieren|bezahlen|" +
          "zugreifen|rein|verkaufen|buchen|verbinden)",
      ],
    ),
    weigh: weigh(
      [
        3,
        "\\S*(?:offline|unerreichbar|ausfall|stillstand|blackout|geschrottet|lahmgelegt|lahm |abgestürzt|stürzt |stürzen |" +
          "nicht (?:mehr )?(?:erreichbar|verfügbar|zu erreichen)|ausgesperrt|sev-?1|prio ?1|kein einziger|keine einzige|kein einziges|" +
          "aus dem internet verschwunden|steht still|stehen still|nichts geht|geht nichts|ausgefallen|zusammengebrochen|unbenutzbar|nicht nutzbar|" +
          "gekillt|totalschaden|katastroph|alles (?:rot|tot|down|steht)|kann keiner|kann niemand|kommt keiner|kommt niemand|" +
          "keine einzige bestellung|dunkel |zerschossen|abgeschossen|zerlegt|seit \\S+ (?:\\S+ )?down|sind down|ist down|komplett down|ist tot |" +
          "sind tot )",
      ],
      [
        2,
        "\\S*(?:down |50[0234] |fehlschlag|schlagen fehl|schlägt fehl|hängt |hängen |eingefroren|antwortet nicht|timeout|verweiger|" +
          "startet nicht|kommt nicht|kommt (?:\\S+ ){0,6}hoch|nicht arbeiten|gestoppt|kaputt |tot |fehler |nicht mehr |verschwunden|stumm |" +
          "abgelaufen|verweigert|lehnt (?:\\S+ ){0,3}ab|timeouts|lädt nicht|startet (?:\\S+ ){0,4}nicht|neustartschleife|instabil|leere seite|" +
          "weiße seite|bad gateway|kaputt\\?|etwas kaputt|läuft (?:\\S+ ){0,2}nicht|geht (?:\\S+ ){0,2}nicht)",
      ],
      [1, "\\S*(?:unsere|produktion|prod |alles |ganze |komplett|alle |niemand|keiner|keine unserer|kunden |nutzer |checkout|bestellung|firma )"],
      [0.5, "\\S*(?:seit |nach |wegen |durch |weil |als |eure|ihre?[nmrs]? |euer|minuten|stunde|jetzt |gerade )"],
      [
        0.5,
        "\\S*(?:update|upgrade|release|patch|wartung|deploy|änderung|geändert|version|migration|aktualisiert|techniker|konfiguration|" +
          "zertifikat|dns|firewall|5\\.\\d)",
      ],
    ),
    see: see(
      groups,
      ...both(
        "(?:ihr|ihre|ihrem|ihren|ihrer|euer|eure|eurem|euren|eurer|dein|deine|durch das|durch euer|durch ihr|dieses|das letzte|das neue|" +
          "das heutige|das gestrige) (?:\\S+ ){0,3}(?:{change}|software|bug|dienst|cloud|techniker|team|produkt|treiber|agent|plugin|server|" +
          "änderung|konfiguration|erweiterung|lizenzserver|paket|skript)",
        "(?:lahmgelegt|lahm|abgeschossen|zerschossen|zum absturz|zum stillstand|" +
          "zerlegt|gekillt|gecrasht|kaputt gemacht|kaputtgemacht|ausgeknockt|down|offline|ausgefallen|unerreichbar|heruntergefahren|abgestürzt|tot|" +
          "stillgelegt|außer gefecht|nicht mehr erreichbar|nichts mehr|blockiert|runtergerissen|vom netz|zerstört|in die knie|geschrottet|lahmlegt|" +
          "steht still|stehen still|startet nicht|nicht mehr)",
        10,
      ),
      ...both("(?:{since}) (?:\\S+ ){0,4}(?:{change})", "(?:{prod}|nichts|keine?r? \\S+|niemand|wir) (?:\\S+ ){0,6}(?:{down})", 6),
      "(?:{since}) (?:\\S+ ){0,4}(?:{change}) (?:\\S+ ){0,8}(?:{down}|nichts mehr|gar nichts|stillstand|totalausfall|nur noch fehler|niemand mehr|" +
        "keiner mehr)",
      "{prod} (?:\\S+ ){0,2}(?:ist|sind|wurde|war|liegt|steht|stehen|läuft|liegen|bleibt|ging|gingen|hängt|" +
        "seit \\S+(?: \\S+){0,3}) (?:\\S+ ){0,4}(?:down|offline|ausgefallen|nicht erreichbar|nicht mehr erreichbar|unerreichbar|tot|lahmgelegt|" +
        "lahm|nicht verfügbar|nicht mehr verfügbar|abgestürzt|abgeschmiert|zusammengebrochen|still|gestört|außer betrieb|weg|gecrasht|unbenutzbar|" +
        "nicht mehr nutzbar|brach|flach|platt|kaputt|eingefroren|am boden|nicht mehr|hinüber)",
      "(?:ist|sind|liegt|steht|stehen|" +
        "liegen) (?:\\S+ ){0,3}{prod} (?:\\S+ ){0,4}(?:down|offline|ausgefallen|nicht (?:mehr )?erreichbar|unerreichbar|tot|lahmgelegt|lahm|still|" +
        "nicht verfügbar|abgestürzt|zusammengebrochen|gestört|außer betrieb|platt|brach|am boden|hinüber|nicht mehr)",
      "(?:alle|sämtliche|unsere|die) (?:\\S+ )?\\S*(?:dienste|systeme|server|maschinen|bänder|kassen|linien|anlagen|shops|knoten) (?:stehen|steht|liegen)(?: still| lahm)? (?:,|seit|wegen|weil)",
      "{prod} (?:\\S+ ){0,2}(?:down|offline|ausgefallen|startet nicht(?: mehr)?|fährt nicht (?:mehr )?hoch|kommt nicht (?:mehr )?hoch|" +
        "antwortet nicht(?: mehr)?|reagiert nicht(?: mehr)?|reagieren nicht(?: mehr)?|läuft nicht(?: mehr)?|laufen nicht(?: mehr)?|steht still|" +
        "stehen still|geht nicht mehr|gehen nicht mehr|funktioniert nicht mehr|funktionieren nicht mehr|abgestürzt|lahmgelegt|tot|" +
        "nicht erreichbar|nicht mehr erreichbar|unerreichbar|zusammengebrochen|fällt (?:ständig |dauernd |immer wieder )?aus|fallen (?:ständig |" +
        "dauernd )?aus|stürzt (?:ständig |dauernd |immer wieder |permanent )?ab|stürzen (?:ständig |dauernd )?ab|steht seit|stehen seit|liegt lahm)",
      "(?:nichts|gar nichts|überhaupt nichts|nix) (?:geht|funktioniert|läuft|lädt|reagiert|startet|bewegt)(?: sich)?(?: mehr)?|(?:geht|" +
        "funktioniert|läuft|reagiert) (?:\\S+ ){0,4}(?:gar nichts|überhaupt nichts|nichts|nix|rein gar nichts)(?: mehr)?",
      "(?:niemand|keiner|keine unserer \\S+|keiner unserer \\S+|kein \\S+|wir|unsere (?:\\S+ )?(?:kunden|nutzer|mitarbeiter|anwender|leute|" +
        "kassierer|kollegen)|alle (?:kunden|nutzer|mitarbeiter|anwender)) (?:\\S+ )?(?:kann|können|kommt|kommen|konnten|" +
        "konnte) (?:\\S+ ){0,6}(?:nicht (?:mehr )?(?:arbeiten|einloggen|anmelden|bestellen|zugreifen|bezahlen|verbinden|buchen|rein|kassieren|" +
        "drauf|verkaufen|ausliefern)|mehr (?:arbeiten|einloggen|anmelden|bestellen|zugreifen|bezahlen|verbinden|rein|drauf)|mehr rein)",
      "(?:ganze|ganzer|komplette|gesamte|komplettes|ganzes) \\S+ (?:kann|können|konnte) (?:\\S+ ){0,12}(?:nicht|keine|keinen|kein|nichts)",
      "(?:immer noch|noch immer|weiterhin) nicht (?:mehr )?(?:drauf|rein|verbinden|erreichbar|anmelden|zugreifen|arbeiten)",
      "(?:niemand|" + "keiner) (?:\\S+ ){0,4}(?:mehr )?(?:arbeiten|einloggen|anmelden|bestellen|zugreifen|bezahlen|verbinden|rein|drauf)",
      "\\S*(?:totalausfall|komplettausfall|großausfall|systemausfall|serviceausfall|produktionsausfall|produktionsstillstand|betriebsstillstand|" +
        "betriebsausfall|großstörung|serverausfall|stillstand|cloudausfall|gesamtausfall|dienstausfall|vollausfall)",
      "(?:haben|ist|gibt|gab|" +
        "massiver|massive|großer|große|kompletter|komplette|schwerer|schwere|akuter|akute|erneuter|erneut|wieder|ganzer|anhaltender|aktueller|" +
        "aktuell|melden|melde|laufender|bundesweiter|ein|einen|der|den|dieser|diesen|ihr|euer|eure|ihre|durch) (?:\\S+ )?\\S*(?:ausfall|ausfälle|" +
        "störung|downtime|outage)(?! (?:des|der) (?:standby|replikats|festplatte))",
      "\\S*(?:ausfall|störung|outage|downtime) (?:seit|seid|bei|in|" +
        "im|unserer|unseres|aller|der|des|durch|wegen|verursacht|ihrer|eurer|heute|jetzt|gerade|hält|dauert|trifft|betrifft)",
      "(?:sie|ihr|du) (?:\\S+ ){0,2}(?:habt|haben|hast) (?:\\S+ ){0,6}(?:lahmgelegt|abgeschossen|abgeschaltet|zerschossen|zum absturz|" +
        "runtergerissen|ausgesperrt|kaputt gemacht|kaputtgemacht|vom netz|gekillt|zerlegt|stillgelegt|außer gefecht)",
      "(?:ihre?|euere?|eure|euer|" +
        "die) (?:\\S+ )?\\S*(?:cloud|dienst|service|api|plattform|server|login|portal|instanz|gateway|konsole|endpunkt|" +
        "region) (?:\\S+ ){0,4}(?:down|offline|ausgefallen|nicht (?:mehr )?erreichbar|unerreichbar|tot|gestört|liefert nur(?: noch)? (?:fehler|" +
        "5\\S+)|nur noch (?:fehler|5\\S+|timeouts)|antwortet nicht|reagiert nicht|wirft nur|wirft (?:seit \\S+ )?(?:nur )?(?:noch )?(?:5\\d\\d|" +
        "fehler)|gibt nur)",
      "(?:liefert|wirft|gibt|antwortet|kommt|kommen|erhalten|bekommen|zeigt|" +
        "sehen) (?:\\S+ ){0,5}nur (?:noch )?(?:\\S+ )?(?:fehler|5\\d\\d\\S*|timeouts|fehlermeldungen|503er|502er|500er)",
      "(?:crash-?loop|" + "absturzschleife|neustartschleife|bootschleife)",
      "(?:kostet|verlieren) (?:uns |wir )?(?:\\S+ ){0,4}(?:jede|pro|jeder) (?:minute|stunde|" +
        "sekunde)|(?:jede|pro) (?:minute|stunde) (?:\\S+ ){0,4}(?:kostet|verlieren)",
    ),
  },
];
