/** German safety rules: vulnerabilities, leaks and intruders. */
import { broad, groups, usual } from "./de-words.ts";
import { any, both, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** One of these in a report, with no question around it, is enough. */
const intruder =
  "\\S*(?:eindringling\\S*|einbruch|eingebrochen|eindringen|exfiltr\\S*|manipuliert|rumgefummelt|herumgefummelt|rumgepfuscht|brute-?forc\\S*|" +
  "gekapert|hijack\\S*|kompromittier\\S*|erpress\\S*|ausspioniert|spionage|identitätsdiebstahl|gestohlene[nrs]? (?:token|zugangsdaten|laptop|" +
  "passwörter|session|sitzung)|unbefugt\\S*|unberechtigt\\S*|unautorisiert\\S*|böswillig\\S*|betrügerisch\\S*|sicherheitskritisch\\S*|" +
  "hackerangriff|cyberangriff|angreifer (?:hatten?|hat|haben|sind|ist|kann|können|konnten?|waren)|sicherheitsforscher\\S*|geleakt\\S*|" +
  "abgegriffen|abgeflossen|mitgelesen|abgehört|gefälscht\\S*)|(?:konto|account|zugang|profil|e-mail-konto) (?:\\S+ ){0,3}übernommen|" +
  "(?:konto|konten|account|accounts) (?:\\S+ ){0,2}(?:übernehmen|kapern)|(?:angeblich|vorgeblich|vermeintlich) von (?:ihnen|euch|marldb|" +
  "der bank|unserem)|gibt sich (?:\\S+ ){0,3}als \\S+|(?:fließen|fließt|wandern) (?:\\S+ ){0,8}ab|ausgegeben als|" +
  "probiert (?:\\S+ ){0,3}passwörter";

/** Vulnerabilities, leaks and intruders. */
export const security: readonly SafetyRule[] = [
  {
    rule: "security.vulnerability.de",
    class: "security",
    guards: usual,
    unless: any(
      "(?:schwachstellen|sicherheitslücken)-?(?:scanner|management|scan|programm|richtlinie|analyse)",
      "bug-?bounty\\S*",
      "keine (?:bekannten )?(?:schwachstellen|sicherheitslücken)",
    ),
    see: see(
      groups,
      "\\S*(?:sicherheitslücken?|schwachstellen?|sicherheitsloch|sicherheitslöcher|sicherheitsproblem|sicherheitsprobleme|sicherheitsvorfall|" +
        "sicherheitsvorfälle|sicherheitsmangel|sicherheitsmängel|sicherheitsleck|verwundbarkeit|verwundbar|exploit|exploits|backdoor|hintertür|" +
        "zero-?day|0-?day|sql-?injection|sqli|code-?ausführung|codeausführung|remote-?code-?execution|rechteausweitung|rechteeskalation|" +
        "privilege-?escalation|injection-lücke|pufferüberlauf|pathtraversal|path-?traversal|xss|csrf|ssrf|cross-site-scripting|auth-?bypass|" +
        "authentifizierungsumgehung|sicherheitsrelevant|sicherheitsrelevante[nrsm]?|sicherheitskritisch|sicherheitskritische[nrsm]?|" +
        "sicherheitsmeldung)",
      "(?:sql|code|command|html|script|ldap|shell|prompt|befehls) injections?",
      "injection (?:ist |wäre )?(?:lücke|möglich|in)",
      "cve-\\d{4}-\\d+|" + "cve \\d{4}-\\d+|ghsa-\\S+",
      ...both(
        "(?:gefunden|entdeckt|aufgefallen|gestoßen|melden|bemerkt|offenlegen|meldet|melde|fanden|fand|gibt|klafft|identifiziert)",
        "\\S*(?:lücke|loch|leck|hintertür|umgehung)",
        5,
      ),
      ...both(
        "\\S*(?:login|loginseite|login-seite|anmeldeseite|anmeldemaske|loginmaske|anmeldung|authentifizierung|passwort|passwortabfrage|berechtigung|berechtigungen|rechte|rechteprüfung|" +
          "zugriffskontrolle|2fa|zwei-faktor\\S*|zugriffsschutz|sperre|signaturprüfung|zertifikatsprüfung)",
        "(?:umgehen|umgangen|aushebeln|" + "ausgehebelt|überspringen|austricksen|ausgetrickst|aushebelt|umgeht|umgehbar|überlisten)",
        9,
      ),
      "(?:jeder|jedermann|jede|alle|angreifer|hacker|ein angreifer|unbefugte|dritte|außenstehende|man|nutzer|ein \\S+ (?:nutzer|benutzer|user)|" +
        "jeder \\S+|read-?only-?\\S*|lesende\\S* \\S+|anonyme \\S+) ~2 (?:kann|können|konnte|konnten|kommt|darf|liest|" +
        "sieht) ~6 (?:ohne (?:passwort|anmeldung|login|authentifizierung)|alles lesen|auslesen|lesen|einsehen|zugreifen|löschen|übernehmen|" +
        "ausführen|admin\\S*|superuser|root|rein|herunterladen|abgreifen|mitlesen|abrufen|manipulieren|einloggen|ändern)",
      ...both(
        "(?:ohne|mit (?:falschem|leerem|beliebigem|irgendeinem|jedem|abgelaufenem)) (?:passwort|kennwort|anmeldung|login|authentifizierung|" +
          "zugangsdaten|token|rechte|berechtigung)",
        "(?:einloggen|anmelden|eingeloggt|angemeldet|zugreifen|zugriff|rein|reingekommen|reinkommen|" +
          "lesbar|erreichbar|zugänglich|abrufbar|abrufen|einsehbar|aufrufbar|verbinden|öffnen|offen)",
        6,
      ),
      ...both("{secret}", "(?:klartext|unverschlüsselt|im log|in den logs|im logfile|in der url|ungehasht|lesbar|in logdateien)", 6),
      "\\S*(?:pentest|pen-test|penetrationstest|sicherheitsaudit|sicherheitsforscher|security-?team|sicherheitsteam|auditor|auditoren|scanner|" +
        "virenscanner|sicherheitsscan|security-?scan|penetrationstester|red-?team) ~8 (?:gefunden|findet|fand|meldet|gemeldet|entdeckt|aufgedeckt|" +
        "schlägt|zeigt|ergeben|ergab|identifiziert|festgestellt|geschafft|eingedrungen|kam rein)",
      "(?:hat|haben) ~3 (?:pentest|penetrationstest|" +
        "sicherheitsforscher|auditor|sicherheitsteam) ~8 (?:gefunden|entdeckt|gemeldet|aufgedeckt|festgestellt)",
      ...both(
        "\\S*(?:sitzung|sitzungen|tokens?|sessions?|cookies?|links?|zugang|zugänge|api-?keys?|zertifikate?)",
        "(?:bleibt|bleiben|weiterhin|" +
          "noch|immer noch|trotzdem|dauerhaft) (?:\\S+ ){0,8}(?:gültig|aktiv|nutzbar)|nicht ungültig|laufen (?:nie|nicht) ab|läuft (?:nie|nicht) ab",
        8,
      ),
      "(?:deaktiviert|gelöscht|gesperrt|entfernt|entlassen|gekündigt|ausgeschieden|ehemalig|widerrufen|abgelaufen|alt)\\S* \\S*(?:benutzer|nutzer|" +
        "konto|konten|account|accounts|mitarbeiter|schlüssel|token|zugang|zugänge|kollege|kollegen|admin|zertifikat)\\S* ^8 (?:immer noch|" +
        "noch immer|weiterhin|trotzdem|noch) (?:\\S+ ){0,4}(?:abfragen|lesen|zugreifen|zugriff|verbinden|einloggen|anmelden|sehen|nutzen|öffnen|" +
        "gültig|aktiv|funktioniert|drin|rein|schreiben|löschen)",
      "(?:token|tokens|session|sitzung|link|api-?key|schlüssel|zugang) ~6 (?:noch gültig|weiterhin gültig|noch immer gültig|funktioniert noch|" +
        "immer noch|gilt weiter|nicht ungültig)",
    ),
  },
  {
    rule: "security.leak.de",
    class: "security",
    guards: usual,
    unless: any("\\S*(?:speicherleck|memory-?leak|verbindungsleck|connection-?leak|ressourcenleck|wasserleck|handle-?leak)\\S*"),
    together: together(
      broad,
      ["{secret}", "{expose}"],
      ["{foreign}", "{view}"],
      ["{role}", "{become}", "{admin}"],
      [intruder],
      [
        "jemand|irgendwer|unbekannte[rn]?|fremde[rn]?|leute|\\S*ip|\\S*ip-adresse|wer",
        "lädt|laden|zieht|ziehen|kopiert|kopieren|saugt|liest|lesen|greift|greifen|benutzt|nutzt|verwendet|meldet sich|durchsucht|ändert|fragt",
        "unsere?[nmrs]? (?:\\S+ )?\\S*(?:daten|tabellen?|konto|konten|account|schlüssel|cluster|datenbank|server|system|kunden|backups?|dateien)",
        "\\S*(?:ip|nachts|ohne|unbekannt\\S*|heimlich|gerade|russland|china|chinesisch\\S*|russisch\\S*|ausland|fremd\\S*|niemand|nacht|unerlaubt\\S*|keiner)",
      ],
      [
        "ohne (?:\\S+ )?(?:rolle|rollen|rechte|berechtigung|berechtigungen|adminrechte|freigabe|erlaubnis)",
        "kann|können|konnte|könnte",
        "\\S*admin\\S*|ausführen|löschen|lesen|sehen|zugreifen|ändern|abrufen|herunterladen|anlegen",
      ],
      [
        "(?:private|persönliche|vertrauliche|geheime|interne|alle|sämtliche)[nrs]? (?:\\S+ )?\\S*(?:dateien|daten|dokumente|nachrichten|mails|adressen|fotos|gehälter|chats|gespräche|unterlagen|akten)",
        "sieht|sehen|lesen|liest|einsehen|öffnen|herunterladen|zugreifen|sichtbar",
        "aller|alle|jeder|anderer|der anderen|von anderen|praktikant\\S*|kollege\\S*|jetzt|dürfte|sollte nicht|kann es sein",
        "mitarbeiter\\S*|kunden|kollegen|benutzer|nutzer|leute|firma|jeder|adressen",
      ],
      ["(?:im|in|per|offenen?) cc|statt (?:im |in )?bcc", "kunden|empfänger|adressen|alle|mails?|leute"],
      [
        "(?:abgelaufene|widerrufene|alte|gelöschte|ungültige|gefälschte|gesperrte|deaktivierte|falsche)[nrs]? (?:\\S+ )?\\S*(?:tokens?|passwörter|schlüssel|sitzungen|zertifikate|konten|links?|benutzer|sessions)",
        "(?:weiter|weiterhin|noch|immer noch|trotzdem|auch) (?:\\S+ )?(?:akzeptiert|angenommen|gültig|nutzbar|aktiv)|funktionieren (?:weiter\\S*|noch|trotzdem)|akzeptiert",
      ],
      [
        "(?:jede[rnm]?|alle|beliebige[rn]?|normale[rn]?|einfache[rn]?|anonyme[rn]?|nicht angemeldete[rn]?) (?:\\S+ )?\\S*(?:benutzern?|nutzern?|kunden?|besuchern?|mandanten?|konten|konto|" +
          "mitarbeitern?|anwendern?|gast|gäste|mensch)|jeder|jedermann|außenstehende|unbefugte|wer will",
        "kann|können|konnte|konnten|könnte|darf|erlaubt|lässt",
        "lesen|sehen|löschen|zugreifen|öffnen|ändern|schreiben|herunterladen|abfragen|auflisten|ansehen|einsehen|runterladen|abrufen|ausführen|bearbeiten",
        "fehler|bug|lücke|problem|kritisch\\S*|gefunden|entdeckt|obwohl|ohne|dürfte|sollte nicht|fremde\\S*|alle tabellen|alle daten|unsere?|andere[rn]?|voreinstellung|bucket|url|link",
      ],
      [
        "\\S*(?:sitzung|sitzungen|tokens?|ids|passwörter|links?|schlüssel|urls?|cookies?)",
        "erraten|erratbar|vorhersagbar|vorhersehbar|fälschen|gefälscht|wiederverwend\\S*|durchprobier\\S*|hochzähl\\S*|durchzähl\\S*",
        "lassen|lässt|kann|können|konnte|wurde|wurden|sind|ist|durch",
      ],
      [
        "\\S*(?:penetrationstest|pentest|sicherheitstest|sicherheitsprüfung|sicherheitsaudit|sicherheitsscan)",
        "gefunden|entdeckt|festgestellt|aufgefallen|zeigte|ergab|ergeben|gelungen|gelang|geschafft",
      ],
      [
        "(?:jemand|wer|einer|leute|person|personen|typ|der|die|das|user|nutzer|konto|unbekannte[rn]?)",
        "(?:nicht hingehör\\S*|nichts (?:zu suchen|" +
          "verloren)|nichts zu suchen hat|nicht (?:haben|sehen|rein) (?:darf|dürfte|sollte)|nicht (?:dürfte|dürfen|sein sollte|sein dürfte|" +
          "berechtigt)|keiner (?:von uns )?kennt|niemand (?:von uns |bei uns )?kennt|wir nicht kennen|unbekannt ist)",
      ],
      [
        "\\S*(?:lücke|loch|leck|schwäche|fehler|bug|problem|mangel)",
        "\\S*(?:zertifikatsprüfung|zertifikate?|authentifizierung|anmeldung|login|" +
          "token|berechtigung|berechtigungen|rechteprüfung|verschlüsselung|passwort\\S*|zugriff\\S*|signatur\\S*|sitzung|rechte|tls|sso)",
        "melden|gefunden|entdeckt|mitteilen|erlaubt|ermöglicht|lässt|angreifer|jeder|jeden|kritisch\\S*|schwerwiegend\\S*|gefährlich\\S*|" +
          "ausnutz\\S*|umgeh\\S*|sicherheits\\S*",
      ],
    ),
    weigh: weigh(
      [
        3,
        "\\S*(?:gehackt|hacker|einbruch|faelsch|schadsoftware|malware|ransomware|trojaner|virus |spyware|hintertür|eindring|phish|brute-forc|" +
          "schwachstelle|sicherheitslück|verwundbar|exploit|injection|xss |csrf |cve-|darknet|geleakt|datenleck|datenpanne|kompromitt|gestohlen|" +
          "geklaut|unbefugt|unberechtigt|unautorisiert|manipul|umgehen |umgangen|aushebel|klartext|mitliest|mitgelesen|mitlesen|abgegriffen|" +
          "abgeflossen|ausspion|abgehört|geknackt|übernommen worden|missbrauch|spioniert|sicherheitsvorfall|sicherheitsproblem|botnetz|erpress|" +
          "abgezogen|ausgelesen|aushorch|angriff|attack|diebstahl|dieb |klau|unverschlüsselt|präpariert|eskalier|als (?:admin|root|superuser)|" +
          "zum (?:admin|superuser)|entwendet|geleckt|offengelegt|preisgegeben|bloßgestellt|exponiert|gefälscht|betrüger|identitätsdieb|abgefangen|" +
          "untergeschoben|eingeschleust|schleust|ausgenutzt|ausnutz|rechteausweit|sql-injection|offen (?:im|ins|für)|port offen|veröffentlicht|" +
          "verraten|gekapert|unerlaubt|widerrechtlich|(?:niemand|keiner) (?:\\S+ ){0,4}(?:angelegt|erstellt|gemacht|veranlasst|erlaubt|freigegeben|" +
          "kennt|gestartet))",
      ],
      [
        2,
        "\\S*(?:außenstehend|fremde|angreifer|jemand anders|jemand anderem|(?:andere[nrsm]?|anderer|falsche[nrsm]?) (?:\\S*kund|\\S*firm|" +
          "mandant|nutzer|benutzer|konto|person|empfänger|adresse|unternehmen)|nachbar|konkurren|ehemalig|(?:jeder|jede|jeden) (?:mandant|nutzer|" +
          "benutzer|kunde|besucher|beliebig)|als jeder |jedermann|ex-kolleg|ex-mitarbeiter|ex-admin|gekündigte|gefeuert|verärgert|anderer mandant|" +
          "anderer kund|anderer firm|anderer nutzer|einer anderen|eines anderen|aller nutzer|aller kund|alle nutzer|dritte |jeder |unbekannte|" +
          "praktikant|aus dem internet|von außen|außerhalb)",
      ],
      [
        2,
        "\\S*(?:öffentlich|vertraulich|bleiben (?:\\S+ ){0,8}gültig|bleibt (?:\\S+ ){0,8}gültig|nicht ungültig|(?:keiner|niemand|wir nicht|" +
          "nie) (?:\\S+ ){0,4}(?:angelegt|erstellt|kennt|kennen|gemacht|erlaubt|freigegeben|veranlasst)|verdächtig|unbekannt|ohne (?:passwort|" +
          "anmeldung|login|berechtigung|erlaubnis)|noch (?:aktiv|gültig|zugriff|zugang)|weiterhin (?:gültig|zugriff)|gültig|verraten|" +
          "geändert bleiben|schwäche|sicherheits|rücksetz-link|reset-link|login-link|offen |kennt (?:noch |immer noch )?(?:das|den|unser)|" +
          "e-mail-adressen|telefonnummern|kundenliste|gehälter|krankenakten|gedroht|seltsam|merkwürdig|nachts |im log|ins log|" +
          "schreibt (?:\\S+ ){0,4}(?:token|passwort)|nicht (?:dürfte|sollte|hingehör))",
      ],
      [1, "\\S*(?:passwort|passwör|kennwort|zugangsdaten|schlüssel|token|sitzung|cookie|session|zertifikat|signatur|sso |2fa|secret|credential)"],
      [
        1,
        "\\S*(?:superuser|admin|root |rechte |berechtigung|rolle |zugriff|angemeldet|anmelden|eingeloggt|login|konto |gehalt|telefonnummer|" +
          "persönlich|privat|adresse|schemata|benutzer|datenbankbenutzer|export|download|dump |personal|verträge|rechnung|tickets|datenbank|system |" +
          "system|liefert|zeilen |instanz)",
      ],
      [
        1,
        "\\S*(?:lässt|erlaubt|auflisten|lesen |sehen |öffnen |ändern |herunterladen|sichtbar|angezeigt|geschickt|benutzt|verschickt|angeboten|" +
          "forum|beweis)",
      ],
      [
        2,
        "\\S*(?:standardkonto|standardpasswort|standardzugang|default-?passwort|(?:deaktiviert|gelöscht|gesperrt|entfernt|" +
          "entzogen)\\S* (?:\\S+ ){0,8}(?:immer noch|weiterhin|noch immer|trotzdem)|fehlgeschlagene[rn]? (?:anmeld|login)|anmeldeversuch|" +
          "geklappt haben|erfolgreich waren|(?:in|auf) (?:die|unsere|das|den) (?:\\S+ )?(?:gekommen|gelangt|reingekommen)|datenbank gekommen|" +
          "ohne anmeldung)",
      ],
    ),
    see: see(
      groups,
      ...both(
        "{secret}",
        "(?:geleakt|gestohlen|geklaut|veröffentlicht|öffentlich|abgeflossen|abgegriffen|kompromittiert|im netz|im internet|" +
          "im darknet|auf github|auf gitlab|auf pastebin|ins internet|ins netz|in falsche hände|in falschen händen|in fremde hände|entwendet|" +
          "ausgespäht|offengelegt|offen|verkauft|zum verkauf|zum kauf|abgefangen|gephisht|einsehbar|weitergegeben|verraten|kopiert|abgezogen|" +
          "committet|gepusht|eingecheckt|gepostet|preisgegeben|ausgeplaudert|ausgelesen|frei zugänglich|für jeden|für alle|mitgenommen|gelandet|" +
          "in umlauf)",
        8,
      ),
      "\\S*(?:datenleck|datenlecks|datenpanne|datendiebstahl|datenklau|datenabfluss|datenschutzvorfall|datenschutzpanne|passwortdiebstahl|" +
        "identitätsdiebstahl|cyberangriff|cyberattacke|hackerangriff|hackerattacke|ransomware|erpressungstrojaner|verschlüsselungstrojaner|" +
        "trojaner|schadsoftware|schadcode|malware|virus|phishing|phishing-mail|phishingmail|rootkit|keylogger|krypto-?miner|kryptominer|" +
        "cryptominer|lösegeld|lösegeldforderung|erpresserschreiben|botnet|brute-?force-?\\S*|ddos\\S*|einbruchsversuch|angriffsversuch|angriff|" +
        "angriffe|eindringling|eindringlinge|webshell|sabotage|spionage)",
      "(?:gehackt|gehackt worden|kompromittiert|infiziert|geknackt|gekapert|gephisht|eingebrochen|eingedrungen|angegriffen|erpresst|ausspioniert|" +
        "übernommen worden|unterwandert|verseucht|ausgespäht|abgegriffen|mitgelesen|manipuliert|untergeschoben|gehijackt|gehijacked)",
      ...both(
        "(?:jemand|unbefugte[rn]?|unbekannte[rn]?|fremde[rn]?|hacker|angreifer|dritte|ein (?:ehemaliger|ex-|gekündigter|früherer) ?\\S*|" +
          "eine (?:ehemalige|frühere) \\S+|ehemalige[rn]? \\S+|ex-\\S+|außenstehende)",
        "(?:zugriff|zugang|eingeloggt|angemeldet|einloggen|anmelden|" +
          "zugegriffen|drin|reingekommen|eingedrungen|verschafft|heruntergeladen|ausgelesen|mitgelesen|mitlesen|kopiert|geändert|gestohlen|geklaut|" +
          "verändert|einsehen|sehen|lesen|übernommen|missbraucht|probiert|abgegriffen|unterwegs|login)",
        8,
      ),
      ...both(
        "(?:sehe|sieht|sehen|seh|lesen|lese|liest|einsehen|öffnen|abrufen|angezeigt|zeigt|bekomme|bekommen|bekommt|erhalte|erhalten|" +
          "zugreifen|zugriff auf|einsicht|lande|landen|gelandet|gesehen|auftauchen|tauchen|herunterladen|finde|finden|geliefert|liefert|drin|stehen|" +
          "sichtbar|eingeloggt|im (?:konto|account))",
        "{foreign} (?:\\S+ ){0,2}\\S*(?:kunden?|kundin|mandanten?|nutzern?|nutzers|benutzern?|" +
          "benutzers|firma|firmen|unternehmens?|konto|konten|account|accounts|daten|rechnungen|rechnung|tickets?|bestellungen|mails?|e-mails?|" +
          "nachrichten|dokumente|namen|dashboard|tabellen?|datensätze|kundendaten|organisation|patienten|person|personen|leuten?|adressen|verträge|" +
          "tenant|tenants|profil|profile|postfach|chats?)",
        6,
      ),
      "{foreign} (?:\\S+ ){0,2}\\S*(?:kundendaten|daten|rechnungen|rechnung|tickets|bestellungen|e-mails|mails|datensätze|dashboard|konto|account|" +
        "dokumente|nachrichten) ~5 (?:sehen|angezeigt|sichtbar|einsehen|lesen|abrufen|öffnen|zu sehen|in (?:unserem|meinem|unserer|meiner)|" +
        "bei (?:uns|mir)|im (?:portal|export|dashboard)|zugreifen|auf unserem|einsehbar)",
      ...both(
        "\\S*(?:daten|rechnungen|rechnung|tickets|bestellungen|mails|e-mails|datensätze|dokumente|nachrichten|kundendaten|konto|account|" + "adressen)",
        "(?:gehören uns nicht|gehören nicht uns|gehört uns nicht|gehört nicht uns|nicht unsere|nicht meine|gehören mir nicht|" +
          "nicht uns gehören|uns nicht gehören|von jemand anderem|nicht zu uns gehören|nicht mir gehören|eines anderen|einer anderen|anderer kunden|" +
          "anderer mandanten|anderer nutzer|anderer firmen)",
        5,
      ),
      ...both(
        "\\S*(?:verdächtige[nrs]?|unbekannte[nrs]?|unbefugte[nrs]?|unberechtigte[nrs]?|unautorisierte[nrs]?|seltsame[nrs]?|" +
          "merkwürdige[nrs]?|fremde[nrsm]?|komische[nrs]?|ungewöhnliche[nrs]?|nicht autorisierte[nrs]?) \\S*(?:logins?|anmeldungen?|zugriffe?n?|" +
          "zugang|zugänge|aktivitäten|admin\\S*|superuser|benutzer|nutzer|account|konto|verbindungen?|ip|ips|ip-\\S+|abfragen|prozess|prozesse|" +
          "anmeldeversuche|login-\\S+|administrator|datenverkehr|sitzung|sitzungen)",
        "",
        0,
      ),
      ...both(
        "\\S*(?:bucket|datenbank|instanz|port|endpunkt|konsole|dashboard|backup|server|api|cluster|oberfläche|admin-?\\S*|verzeichnis|" + "speicher)",
        "(?:öffentlich (?:erreichbar|zugänglich|lesbar|einsehbar)|frei (?:erreichbar|zugänglich|im netz|im internet)|" +
          "offen im (?:internet|netz)|aus dem internet (?:erreichbar|zugänglich)|ungeschützt|für jeden (?:zugänglich|erreichbar|lesbar|sichtbar)|" +
          "für alle (?:zugänglich|sichtbar|lesbar)|steht offen|ungesichert)",
        6,
      ),
      ...both(
        "\\S*(?:mandantentrennung|mandantenisolation|tenant-isolation|tenant-trennung|zugriffskontrolle)",
        "(?:kaputt|verletzt|nicht|" + "greift nicht|funktioniert nicht|gebrochen|ausgehebelt|versagt|umgangen|defekt|löchrig)",
        4,
      ),
      ...both(
        "\\S*(?:paket|download|installer|installationspaket|image|release|binärdatei|binary|update|extension|archiv)",
        "(?:manipuliert|" +
          "verseucht|infiziert|kompromittiert|trojaner|schadcode|signatur stimmt nicht|prüfsumme stimmt nicht|gefälscht|bösartig|ausgetauscht)",
        6,
      ),
      ...both("(?:prüfsumme|signatur|checksumme)", "(?:stimmt nicht|passt nicht|stimmen nicht|ungültig|falsch|weicht ab)", 6),
      ...both(
        "\\S*(?:laptop|notebook|handy|smartphone|usb-stick|festplatte|yubikey|diensthandy|datenträger|backup-band)",
        "(?:gestohlen|geklaut|" + "verloren|abhanden|entwendet|liegen gelassen|verschwunden)",
        6,
      ),
      ...both(
        "\\S*(?:vertrauliche|vertraulichen|sensible|sensiblen|personenbezogene|persönliche|interne|geheime) (?:\\S+ )?\\S*(?:daten|" +
          "dokumente|dateien|informationen|unterlagen)",
        "(?:öffentlich|sichtbar|einsehbar|zugänglich|im netz|bei google|im internet|abrufbar|" + "veröffentlicht|abgeflossen|offen|auffindbar)",
        6,
      ),
    ),
  },
];
