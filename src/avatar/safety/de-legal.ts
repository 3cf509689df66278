/** German safety rules: lawyers, courts and regulators. */
import { broad, groups } from "./de-words.ts";
import { any, both, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

const lawyer =
  "\\S*(?:anwalt|anwältin|anwälte|anwaelte|anwälten|anwalts|rechtsanwalt|rechtsanwältin|rechtsanwälte|rechtsanwälten|anwaltskanzlei|" +
  "kanzlei|rechtsabteilung|justiziar|justiziarin|rechtsbeistand|hausjurist|juristen|syndikus|rechtsvertreter|rechtsschutz|rechtsschutzversicherung)";
const authority =
  "\\S*(?:datenschutzbehörde|datenschutzaufsicht|aufsichtsbehörde|aufsichtsbehörden|datenschutzbeauftragte[rn]?|" +
  "landesdatenschutzbeauftragte[rn]?|landesdatenschutz\\S*|bundesdatenschutz\\S*|bafin|bsi|bundesnetzagentur|finanzaufsicht|bankenaufsicht|" +
  "regulierer|regulierungsbehörde|regulator|kartellamt|bundeskartellamt|gewerbeaufsicht|verbraucherzentrale|verbraucherschutz|behörde|behörden|" +
  "aufsicht|finanzamt|steuerfahndung|staatsanwaltschaft|staatsanwalt|kripo|kriminalpolizei|lka|bka|zoll|ezb|lfdi|dsb|heimaufsicht|edöb|finma|" +
  "gesundheitsamt|bfarm|wirtschaftsprüfer)";
/** Lawyers, courts and regulators. */
export const legal: readonly SafetyRule[] = [
  {
    rule: "legal.action.de",
    class: "legal",
    guards: ["asking", "negated", "past", "fiction"],
    unless: any(
      "(?:für|fur|fuer) (?:unsere?n?|meine?n?|die|den) (?:\\S+ )?(?:anwalt|anwälte|rechtsabteilung|kanzlei|justiziar|" +
        "juristen) (?:\\S+ ){0,4}(?:text|lizenz\\S*|avv|kopie|pdf|dokument\\S*|fassung|vertrag|unterlagen)",
      "(?:anwalt|anwälte|rechtsabteilung|" +
        "kanzlei|justiziar|juristen) (?:\\S+ ){0,8}(?:lizenz\\S*|avv|nutzungsbedingungen|nutzungsbedingungen|auftragsverarbeitungsvertrag|muster|" +
        "vorlage)",
      "(?:anwalt|anwälte|rechtsabteilung|kanzlei|justiziar|juristen) (?:\\S+ ){0,6}(?:agb|muster\\S*|vertragsentwurf|vertragsmuster|lizenztext|tom|" +
        "vertragskopie|\\S*vereinbarung) ?",
      "beklag\\S*|klag(?:en|t|e) (?:\\S+ ){0,3}über",
      "unser kunde ist",
      "(?:anwälte|anwalt|rechtsabteilung|juristen) (?:fragen|fragt|möchten wissen|möchte wissen|wollen wissen|" + "will wissen)",
      "(?:anwalt|anwälte|anwälten|kanzlei|juristen|rechtsabteilung) (?:\\S+ ){0,3}(?:benutzen|nutzen|verwenden|arbeiten mit|" +
        "ausprobieren|zugriff brauchen|leseplätze|plätze)|(?:sollen|möchten|wollen) das (?:werkzeug|tool|produkt|system) (?:benutzen|nutzen|" +
        "verwenden)",
      "\\S*(?:kanzlei|anwalts|gerichts|rechtsanwalts)-?(?:software|verwaltung|kund\\S*|app|lösung|programm|system)",
      "(?:kanzlei|" + "anwälte|anwalt|gericht|rechtsanwälte) ~2 als (?:kund\\S*|nutzer)",
      "(?:software|app|lösung|programm|system) für (?:\\S+ )?(?:kanzleien|" + "anwälte|gerichte|rechtsanwälte|juristen|behörden)",
      "leckere\\S* gericht\\S*|gericht(?:e)? (?:im|aus dem) (?:menü|restaurant)|menü",
    ),
    weigh: weigh(
      [
        3,
        "\\S*(?:anwalt|anwält|kanzlei|klage |verklag|vorladung|vorgeladen|durchsuchung|ermittler|staatsanwalt|strafanzeige|anzeige |abmahn|" +
          "einstweilig|gericht |richter |aufsichtsbehörde|finanzaufsicht|datenschutzbehörde|landesbeauftragte|dsgvo|juristisch|rechtliche schritte|" +
          "schadensersatz|schadenersatz|vertragsbrüch|vertragsbruch|vertragsverletzung|strafbar|straftat|kripo|regulierer|bafin)",
      ],
      [
        2,
        "\\S*(?:polizei|betrug|haftbar|haftung|förmlich|mahnung|zugestellt|ermittl|entschädig|illegal|rechtswidrig|behörde|beauftragte|beschwer|" +
          "verstoß|verletzung|datenschutz|urheber|marke |patent|frist |rechtsabteilung|rechtlich|verfahren|gerichtsvollzieher|beschlagnahm|" +
          "durchsuch|prüfer (?:wollen|verlang)|bußgeld|strafe |fahrlässig|verleumd|diskriminier|kartell|versicherung|vergleich |" +
          "wenn sie nicht zahlen|fristlos|vertragsstrafe|anordnung)",
      ],
      [
        1,
        "\\S*(?:verlang|forder|herausgeb|stellungnahme|logs |unterlagen|brief|post |vertrag|beweis|aufbewahr|auskunft|wollten|wollen |daten |" +
          "schriftlich|nachweis|zeuge|bis (?:morgen|montag|dienstag|mittwoch|donnerstag|freitag)|unterschrieben|anordnung|zahlen |gegen (?:sie|uns)|" +
          "wegen ihr|ihre firma|ihre schuld|bis (?:zum )?\\d|binnen|innerhalb|protokolle|zugriffsprotokoll)",
      ],
    ),
    see: see(
      groups,
      ...both(
        lawyer,
        "(?:meldet|melden|eingeschaltet|einschalten|schreibt|schreiben|geschrieben|fordert|fordern|verlangt|verlangen|frist|" +
          "fristsetzung|gesetzt|beauftragt|beauftragen|übergeben|übergebe|weitergegeben|informiert|wenden|hören|hört|prüft|prüfen|geprüft|kontakt|" +
          "kontaktiert|droht|schickt|geschickt|sagt|sagen|will|wollen|braucht|brauchen|bereitet|brief|post|geben|gebe|geht|nehmen|nehme|bekommen|" +
          "bis|sitzt|rät|raten|zieht|ziehen|gehen|sprechen|gesprochen|konsultiert|reden|stellungnahme|schreiben von|mandatiert|bittet|bitten|" +
          "besteht|bestehen|wird sich|werden sich|ankündig\\S*|anfrage|antwort|mitgeteilt|vertreten|klären|gefordert)",
        9,
      ),
      "(?:mein|unser|meine|unsere|unserem|meinem|meinen|unseren|zum|einen|einem|dem|den|der|per|vom|durch|über|von unserer|unserer|" +
        "einer) (?:\\S+ )?" +
        lawyer,
      "\\S*(?:verklagen|verklage|verklagt|klage|klagen|anklage|sammelklage|klageschrift|zivilklage|unterlassungsklage|schadensersatzklage|klagt|" +
        "strafanzeige|anzeige erstatten|anzeige erstattet|strafantrag|anzeige bei der|einstweilige verfügung|einstweiligen verfügung|" +
        "einstweilige anordnung|unterlassungserklärung|unterlassung|abmahnung|abgemahnt|abmahnen|mahnbescheid|gerichtsverfahren|gerichtstermin|" +
        "gerichtsverhandlung|gerichtsbeschluss|gerichtlich\\S*|gerichtsvollzieher|landgericht|amtsgericht|oberlandesgericht|arbeitsgericht|" +
        "verwaltungsgericht|vorladung|vorgeladen|durchsuchungsbeschluss|durchsuchung|beschlagnahm\\S*|beweissicherung|rechtliche schritte|" +
        "rechtlichen schritte|rechtlichen schritten|rechtsschritte|rechtliche konsequenzen|rechtsweg|rechtsstreit|prozess anstrengen|" +
        "schadensersatz|schadenersatz|schadensersatzforderung|schadensersatzansprüche|schadensersatzanspruch|haftbar|haftungsanspruch|" +
        "haftungsansprüche|regressansprüche|regress|in regress|vertragsbruch|vertragsverletzung|vertragsstrafe|verzug gesetzt|in verzug|nachfrist|" +
        "patentverletzung|urheberrechtsverletzung|markenrechtsverletzung|lizenzverletzung|herausgabe\\S* verlangen|schlichtungsstelle|" +
        "schiedsgericht|schiedsverfahren|ermittlungsverfahren|ermittlungen|ermittelt|straftat|strafbar|strafverfahren|juristische schritte|" +
        "juristischen schritte|juristische\\S*|klageandrohung|klageweg|kündigung wegen vertragsbruchs|betrugsanzeige|eidesstattlich\\S*|" +
        "rechtlich vorgehen|rechtlich gegen)",
      "(?:vor|zum|beim|vom|das|das zuständige|ein) (?:\\S+ )?gericht(?: (?:gehen|ziehen|sehen|treffen|bringen|zerren|verlangt|fordert|hat|ordnet|" +
        "angeordnet|wird|landet|klären|streiten|verantworten))?",
      "vor gericht|sehen uns (?:\\S+ )?(?:gericht|richter)",
      ...both(
        "\\S*(?:polizei|polizist|polizisten|polizistin|polizeibeamte[rn]?|kommissar|kommissarin|behörden?|" +
          "staatsanwaltschaft|staatsanwalt|kripo|kriminalpolizei|lka|bka|steuerfahndung|zollfahndung|finanzamt|ermittler|richter)",
        "(?:ermittelt|" +
          "fordert|verlangt|beschlagnahmt|angefordert|herausgabe|anzeige|durchsucht|auskunft|beschluss|steht|stehen|verlangen|fordern|vorladung|" +
          "untersucht|will|wollen|gefragt|fragt|fragte|braucht|anordnung|angeordnet|anfrage|anfragen|frist)",
        8,
      ),
    ),
  },
  {
    rule: "legal.regulator.de",
    class: "legal",
    guards: ["asking", "negated", "past", "fiction"],
    unless: any(
      "(?:dsgvo|gdpr|hipaa)-?(?:konform\\S*|ready|freundlich\\S*) ?(?:hosting|betrieb|cloud)?",
      "spannungsregler|regler",
      "behörden? (?:als kund\\S*|kunde)",
    ),
    together: together(
      broad,
      [
        "(?:melde|melden) (?:ich |wir )?(?:sie|euch|das|ihre firma) (?:\\S+ ){0,2}(?:bei|beim|der|" +
          "den) (?:\\S+ )?\\S*(?:behörde|zentrale|aufsicht|polizei|kammer|amt|schutz|anwalt|gericht|beauftragten)",
      ],
      ["(?:zeige|zeigen) (?:ich |" + "wir )?(?:sie|euch|dich|das|ihre firma) (?:\\S+ ){0,5}an|anzeigen werde"],
      [
        "\\S*(?:illegal|rechtswidrig|gesetzeswidrig|gesetzwidrig|" + "strafbar|verboten|unrechtmäßig)[a-z]*",
        "sie|ihr|ihre?[rmns]?|euer|eure?[rmns]?|daten|vorgehen|verhalten",
        "ich|wir|mein\\S*|unser\\S*|" + "das|behörde\\S*|kund\\S*",
      ],
    ),
    see: see(
      groups,
      ...both(
        authority,
        "(?:beschwerde|beschweren|beschwert|anfrage|fragt|gefragt|fordert|fordern|verlangt|verlangen|frist|meldung|melden|" +
          "meldepflichtig|gemeldet|schreiben|schreibt|geschrieben|prüft|prüfung|prüfen|ermittelt|untersucht|untersuchung|verfahren|bußgeld|auskunft|" +
          "stellungnahme|anhörung|brief|post|bescheid|steht|kontakt|kontaktiert|angekündigt|kontrolle|audit|hat|will|braucht|wenden|wende|" +
          "einschalten|eingeschaltet|informieren|informiert|bis|angefordert|meldepflicht|anordnung|droht|wissen|nachweis|nachweise|eingereicht|" +
          "einreichen|sonderprüfung|auf der matte|vor der tür|anzeigen|anzeige|eingegangen|eröffnet)",
        9,
      ),
      "\\S*(?:dsgvo|datenschutz|datenschutzrecht|gdpr|datenschutzgesetz)-?(?:beschwerde|verstoß|verstöße|verletzung|vorfall|anzeige|klage|bußgeld|" +
        "verfahren|meldung|anfrage|auskunft|auskunftsersuchen|strafe)",
      ...both(
        "\\S*(?:dsgvo|datenschutz|datenschutzrecht|datenschutzgesetz|bdsg|" + "gdpr|persönlichkeitsrechte|hipaa|fernmeldegeheimnis)",
        "(?:verstoß|verstößt|verstoßen|verstöße|verletzt|verletzung|verletzen|beschwerde|" +
          "beschweren|bußgeld|anzeige|missachtet|gebrochen|rechtswidrig|nicht eingehalten|ignoriert|verfahren|frist)",
        7,
      ),
      "(?:nach|gemäß|laut|gem\\.?|aus|auf grundlage von|im sinne von) ?(?:art\\.?|artikel) ?(?:15|17|20|21|33|34|77|82)(?: \\S+)?|(?:art|" +
        "artikel) (?:15|17|20|21|33|34|77|82)(?: abs \\d)?(?: der)? dsgvo|\\S*(?:auskunftsersuchen|löschersuchen|löschbegehren|auskunftsverlangen|" +
        "betroffenenanfrage|auskunftsanspruch|löschanspruch|betroffenenrechte)",
      "\\S*(?:meldepflicht|meldefrist|72-?stunden-?frist|72 stunden|" +
        "meldung nach art|bußgeld|bußgeldbescheid|bußgeldverfahren|ordnungsgeld|zwangsgeld|ordnungswidrigkeit)",
      "\\S*(?:illegal|rechtswidrig|" +
        "gesetzeswidrig|gesetzwidrig|unrechtmäßig|strafbar)e?[rnms]? (?:\\S+ ){0,4}(?:was sie|verarbeit\\S*|weitergegeben|gespeichert|daten|" +
        "nutzung|handeln|praxis|übermittl\\S*)|(?:das|dies|ihr \\S+|was sie \\S+|was ihr \\S+) (?:\\S+ ){0,3}(?:illegal|rechtswidrig|" +
        "gesetzeswidrig|gesetzwidrig|betrug|strafbar)",
    ),
  },
];
