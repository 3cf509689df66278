/** German safety rules: danger to life or people. */
import { broad, groups } from "./de-words.ts";
import { any, both, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** Here computers crash more often than people fall ("der Absturz hat uns den Rabatt gekostet"), so "Absturz" weighs only beside something of a fall. */
const OF_A_FALL = "(?:verletz|blut|tot |gestorben|gerüst|dach |leiter|flugzeug|hubschrauber|aufzug|fahrstuhl|kran |seil)";
const FALLS = `(?<!(?: |server|programm)ab)sturz |absturz (?:(?=.*${OF_A_FALL})|(?<=${OF_A_FALL}.*))`;

/** Danger to life or people. */
export const danger: readonly SafetyRule[] = [
  {
    rule: "danger.self-harm.de",
    class: "danger",
    guards: ["asking", "fiction"],
    see: see(
      groups,
      "\\S*(?:selbstmord|suizid|suizidal|selbstmordgedanken|suizidgedanken|selbstmordgefährdet|suizidgefährdet|freitod|selbstverletzung|überdosis|" +
        "lebensmüde)(?:en|s|e)?",
      "(?:bring|bringe) (?:ich )?mich (?:\\S+ ){0,3}um|(?:bringt|brachte) (?:er |sie )?sich (?:\\S+ ){0,3}um",
      "(?:mich|sich) (?:\\S+ ){0,3}(?:umbringen|töten|erschießen|erhängen|aufhängen|verletzen|ritzen|umzubringen|vergiften|umgebracht|erhängt|" +
        "vor den zug werfen)",
      "schluss (?:\\S+ )?mit allem|mit allem (?:\\S+ )?schluss|(?:tabletten|pillen|" + "schlaftabletten) (?:\\S+ )?(?:geschluckt|genommen|schlucken)",
      "(?:das|mein|sein|ihr|dem|meinem|seinem) (?:eigenes |" + "eigenen )?leben (?:\\S+ ){0,3}(?:nehmen|beenden|ende setzen|ein ende|genommen)",
      "(?:will|möchte|wollte|kann|" + "mag) (?:\\S+ )?(?:nicht mehr|nimmer) (?:leben|weiterleben|da sein|aufwachen|hier sein)",
      "(?:nicht mehr|nimmer) (?:leben|weiterleben|" + "aufwachen)",
      "(?:will|möchte|wollte|würde|werde|am liebsten) (?:\\S+ ){0,3}(?:sterben|tot sein|tot|schluss machen mit allem|" + "ein ende machen)",
      "(?:dem|allem) (?:\\S+ )?ein ende (?:setzen|machen|bereiten)",
      "(?:spring|springe|springen) (?:\\S+ ){0,4}(?:brücke|" + "dach|fenster|hochhaus|balkon|zug)",
      "(?:möchte|will|werde|einfach) (?:\\S+ ){0,2}(?:alles|allem|es) (?:\\S+ )?beenden",
      "(?:keinen|kein) (?:\\S+ )?(?:sinn|grund) (?:mehr )?(?:\\S+ ){0,3}(?:leben|weiterzuleben|weiterleben|" + "weiterzumachen|zu existieren)",
      "ohne mich (?:\\S+ )?besser dran",
      "(?:habe|hab|ich) mich (?:\\S+ ){0,3}(?:geschnitten|geritzt|verletzt|verbrannt) (?:und|weil|wieder|kann|,)|(?:schneide|ritze|verletze) (?:ich )?mich (?:wieder|selbst|seit|jeden|immer|,)",
      "(?:mir|sich) (?:\\S+ ){0,2}(?:etwas|was) (?:anzutun|antun|antue|antut|angetan)|(?:tue|tut|tu) (?:ich )?(?:mir|sich) (?:\\S+ ){0,3}(?:etwas|was) an",
      "(?:alles|leben|das ganze|nichts) (?:\\S+ ){0,4}(?:keinen sinn|sinnlos|nicht mehr lebenswert|nichts mehr wert)",
      "wäre ich (?:doch |nur |lieber )?tot",
      "(?:nehme|nimmt|nahm) (?:ich )?(?:mir|sich) (?:\\S+ )?das leben|(?:erhänge|erschieße) (?:ich )?mich|hänge? (?:ich )?mich (?:\\S+ )?auf",
    ),
  },
  {
    rule: "danger.people.de",
    class: "danger",
    guards: ["asking", "hypothetical", "negated", "past", "fiction"],
    unless: any(
      "feuerwehr(?:-app|software|verwaltung)",
      "\\S*(?:brandmeldeanlage|feuerlöscher|feuerwehr) (?:als kund\\S*|kunde)",
      "deadlock\\S*",
      "\\S*(?:prozess|query|abfrage|session|job|server|connection|pod) ~3 (?:töten|killen|gekillt|getötet|abgeschossen)",
      "smoke-?tests?",
      "(?:augen?|ohren|kopf|gehirn|rücken|finger) (?:\\S+ ){0,2}(?:sterben|bluten|blutet|brennen|brennt|tot|tut weh|schmerzt)",
      "tote[nrsm]? (?:tupeln?|zeilen|links?|code|winkel|verbindungen|datensätze|knoten|punkt|prozesse|sessions?|zone)",
      "\\S*(?:laptop|rechner|notebook|pc|platte|festplatte|ssd|server|handy|smartphone|netzteil|tastatur|prozess|knoten|gerät) (?:ist|sind|war) " +
        "(?:\\S+ )?(?:gestorben|tot|verstorben|hinüber)",
    ),
    together: together(
      broad,
      [
        "\\S*(?:notrufe?|notfälle|alarme?|alarmierung|alarmierungen|einsätze|rettungswagen|leitstelle|hilferufe|schwesternrufe?)",
        "(?:nicht|nicht mehr|keine?|nie|niemand) (?:\\S+ ){0,3}(?:weitergeleitet|gesendet|zugestellt|an|empfangen|beantwortet|raus|durch|ausgelöst|erreicht|verbunden|disponiert|losgeschickt)|verloren|" +
          "verzögert|zu spät|hängt|hängen|gesperrt|blockiert|ausgefallen|tot|unerreichbar|gehen ins leere",
      ],
      [
        "(?:co|rauch|gas|feuer|brand|kohlenmonoxid|wasser|sauerstoff|strahlungs|hitze|leck|co2)-?(?:melder|sensor|sensoren|alarm|alarme|warner|warnanlage|meldeanlage|detektoren|überwachung)",
        "(?:stumm|nicht|nichts|nicht mehr|nichts mehr|aus|ausgefallen|offline|tot|versagt|blind|defekt|gestört|schweigt|schweigen)",
      ],
      [
        "mich|mir|ihn|sie|uns|ihm|ihr",
        "(?:geschlagen|gewürgt|getreten|verprügelt|begrapscht|vergewaltigt|misshandelt|angegriffen|bedroht|belästigt|schlägt|würgt|verprügelt)",
        "\\S*(?:chef\\S*|mann|frau|kolleg\\S*|vater|mutter|partner\\S*|freund\\S*|jemand|er|vorgesetzte\\S*|kunde|bruder|ex)",
      ],
      ["angst (?:\\S+ ){0,3}(?:um mein leben|um unser leben|vor ihm|zur arbeit|nach hause)"],
      [
        "\\S*(?:chemie|chemikalien|tanks?|füllstand|füllstände|druck|temperatur|temperaturen|reaktor|turbine|förderband|presse|sensor|sensoren|sensordaten|ventile?|kessel|ofen|kran|aufzug|aufzüge|" +
          "bremsen?|roboter|maschinen?|pumpen?|staudamm|wasserstand|gas|sauerstoff|strahlung|chlor|ammoniak|dampf|hochspannung|alarme?|steuerung|signale?|schranken?|züge|anlage)",
        "\\S*(?:arbeiter|leute|personen?|personal|mitarbeiter|kinder|bewohner|patienten|fahrgäste|kollegen?|kollegin|techniker|menschen|menschenleben|leben|jemand)",
        "(?:in der nähe|in gefahr|gefährdet|drin|eingeschlossen|überlauf\\S*|überlaufen|explo\\S*|platz\\S*|bersten|eingefroren|falsch\\S*|zu spät|nicht gestoppt|stoppt nicht|stoppte nicht|" +
          "hält nicht|reagiert nicht|versagt|ausgefallen|verletzt|unfall|verbrannt|stumm|gefährlich|fürchten|befürchten|evakuier\\S*)",
      ],
      [
        "\\S*(?:dialysegeräte?n?|dialyse|beatmungsgeräte?|infusion|infusionen|insulin|schrittmacher|intensivstation|patientenmonitore?|medikation|medikamente?|dosierung\\S*|dosis|blut|blutwerte|operation|" +
          "bestrahlung|narkose|vitalwerte|ekg|allergien?|rezepte?|diagnosen?|laborwerte|befunde?)",
        "falsch\\S*|andere[rn]? patient\\S*|anderer patient\\S*|verwechselt|vertauscht|fehlen|fehlt|nicht mehr|eingefroren|ausgefallen|doppelt\\S*|zu (?:hoch|niedrig|viel|spät)|veraltet\\S*|leer|offline|abgestürzt",
        "\\S*(?:patient\\S*|unsere?\\S*|krankenhaus|klinik|pfleger\\S*|pflege|arzt|ärzt\\S*|station|system|app|seit|weil|eure?|jemand|uns|apotheke)",
      ],
      [
        "\\S*(?:messer|pistole|waffe|schusswaffe|gewehr|bombe|sprengstoff|axt|machete|bewaffnet\\S*)",
        "empfang|büro|gebäude|tür|kunde|kunden|mann|" +
          "frau|steht|fuchtelt|kolleg\\S*|hier|droht|bedroht|polizei|uns|mich|mitarbeiter\\S*|schule|krankenhaus|haus|lobby|eingang",
      ],
      [
        "brennt|brennen|in brand|in flammen|qualmt|qualmen|raucht|rauch|qualm|feuer|funken|explodiert|explosion|schmort|kokelt|verschmort",
        "\\S*(?:serverraum|serverschrank|rack|batterie|batterien|akku|akkus|schrank|usv|gebäude|büro|rechenzentrum|keller|netzteil|ladegerät|" +
          "halle|werk|fabrik|generator|trafo|transformator|kabel|maschine|lager|zähler|wechselrichter|haus|raum|etage|anlage)",
      ],
      [
        "\\S*(?:chlor|chlorgas|ammoniak|gas|säure|giftgas|kohlenmonoxid|dampf|lauge|kühlmittel|chemikalien)",
        "tritt (?:\\S+ ){0,3}aus|ausgetreten|" + "entweicht|läuft aus|ausgelaufen|leck|strömt|austritt|aus",
      ],
      [
        "blutet|bewusstlos|ohnmächtig|atmet (?:\\S+ )?nicht(?: mehr)?|umgekippt|kollabiert|zusammengebrochen|stromschlag|schwer verletzt|" +
          "schwerverletzt|reanim\\S*|erste hilfe",
        "er|sie|jemand|ich|\\S*kolleg\\S*|mitarbeiter\\S*|techniker\\S*|mann|frau|mensch|patient\\S*|" +
          "unser|unsere|einer|person|kunde|azubi|notarzt|rettungs\\S*",
      ],
    ),
    weigh: weigh(
      [
        3,
        "\\S*(?:verletz(?:t|te|ten|ung) |blutet|bewusstlos|gequetscht|amputiert|stromschlag|krampfanfall|schlaganfall|herzinfarkt|notarzt|" +
          "rettungswagen|erschieß|erstech|bombe|pistole|messer |waffe|suizid|selbstmord|umbring|tabletten (?:\\S+ )?(?:geschluckt|genommen)|getötet|" +
          "gestorben|sterben |tödlich|todes|tot |mordd|geisel|überfallen|erstick|lebensgefahr|intensivstation|explodiert|explosion|" +
          "schluss mit allem|lebensmüde|eingeklemmt|verschüttet|elektriker hat|einen schlag|bewegt sich nicht|rührt sich nicht|" +
          "reagiert nicht mehr auf|weiterleben|weiterzuleben|weiter zu leben|nicht mehr leben|leben nehmen|verbrüh|verbrannt|detonation|schüsse|" +
          "schießerei|niedergestochen|vergewaltig|misshandelt|verschluckt|erstickt|kein puls|amok|massaker|bewaffnet|sprengsatz|sprengstoff|" +
          "zu viel (?:insulin|bekommen|medik|morphin)|schon zu viel|überdos|abgetrennt|ums leben|lebensbedroh|noch drin|eingeschlossen|voller rauch)",
      ],
      [
        2,
        "\\S*(?:brennt|flammen|feuer |rauch |qualm|verbrannt|giftig|ammoniak|chlor |gas |vergift|gefahr |gefährdet|unfall|strahlung|funken|" +
          "gewalt|belästig|stalk|funken|säure|ausgelaufen|tritt aus|kraftstoff|radioaktiv|doppelte (?:werte|dosis|menge)|doppelt|falsche (?:dosis|" +
          "werte|patient|blut|medika)|vertausch|überhitz|schmilzt|eingestürzt|überflut)",
      ],
      [
        2,
        "\\S*(?:bedroh|drohung|droht |im krankenhaus|ins krankenhaus|stecken (?:\\S+ ){0,5}fest|stecken geblieben|sanitäter|evakuier|" +
          `verlassen (?:\\S+ )?gebäude|feuerwehr|polizei|gefahr |gefährdet|zusammengebrochen|umgekippt|unfall|${FALLS}|gestürzt|knochenbruch)`,
      ],
      [
        1,
        "\\S*(?:leute |menschen|arbeiter|patient|kolleg|kind |kinder|techniker|fahrer|pfleg|arzt|ärzt|jemand|passagier|hand |arm |bein |kopf |" +
          "auge|meine frau|mein mann|mein sohn|meine tochter|bewohner|mich |alle |elektriker|personal|wächter|mädchen|junge |mann |frau |" +
          "einer von uns|noch drin|belegschaft|passagiere|besucher|schüler|baby|uns |ihn |ihm |mitarbeiter)",
      ],
      [
        1,
        "\\S*(?:sicherheit|aufzug|alarm|roboter|maschine|kran |ventil|medika|dosis|dosier|blut|spender|infusion|beatmung|monitor|bremse|" +
          "abschaltung|hilfe |notfall|dringend|sofort|112|vor ort|büro|dosiermodul|insulin|pumpe|empfang|gebäude|serverraum|station |klinik|zug |" +
          "bahn |flugzeug|reaktor|druck |sauerstoff|operation|leitstelle)",
      ],
    ),
    see: see(
      groups,
      ...both(
        "{people}",
        "(?:verletzt|schwerverletzt|tot|gestorben|stirbt|sterben|ums leben gekommen|bewusstlos|zusammengebrochen|blutet|" +
          "eingeklemmt|eingeschlossen|stromschlag|in gefahr|in lebensgefahr|gefährdet|vergiftet|verbrannt|verbrennungen|nicht mehr atmet|" +
          "atmet nicht|herzinfarkt|schlaganfall|krampfanfall|erstickt|getötet|umgekommen|bedroht|niedergestochen|angeschossen|angegriffen|umgekippt|" +
          "ohnmächtig|verunglückt|im krankenhaus|auf der intensivstation|lebensbedrohlich|zu schaden|auf dem spiel|in not)",
        7,
      ),
      "\\S*(?:verletzte|verletzten|tote|toten|todesfall|todesfälle|todesopfer|schwerverletzte|personenschaden|personenschäden|arbeitsunfall|" +
        "betriebsunfall|stromschlag|stromunfall|lebensgefahr|lebensbedrohlich|lebensgefährlich|leib und leben|notarzt|rettungswagen|" +
        "rettungsdienst|krankenwagen|menschenleben|herzstillstand|herzinfarkt|amoklauf|amok|bombendrohung|morddrohung|morddrohungen|gewaltdrohung|" +
        "todesdrohung|gewaltandrohung|sprengstoff|geiselnahme|vergewaltig\\S*|verbrennungen|unfall mit verletzten|explosionsgefahr|bewusstlos|" +
        "ohnmächtig|eingeklemmt|atmet nicht|atmet nicht mehr|nicht ansprechbar|lebensgefährlich|gefahr für (?:leib|menschen|patienten|personen|" +
        "mitarbeiter|leben))",
      "(?:es|da|hier|server|serverraum|serverschrank|rack|gebäude|büro|halle|batterie|akku|usv|rechenzentrum|netzteil|gerät|maschine|fabrik|haus|" +
        "schaltschrank|keller|werk|kabel|\\S*raum|\\S*schrank|\\S*anlage) (?:\\S+ ){0,4}(?:brennt|in brand|in flammen|qualmt|raucht|" +
        "feuer gefangen|explodiert|explodierte|brannte|angezündet|kokelt|schmort|geschmort|fackelt|lodert|am brennen|am qualmen)",
      "(?:brennt|qualmt|raucht|schmort|explodiert|kokelt) (?:es |gerade |bei uns |hier |im |der |die |das |unser |unsere |" +
        "in )*(?:\\S*server\\S*|\\S*rack|gebäude|büro|halle|\\S*batterie|\\S*akku|usv|rechenzentrum|netzteil|\\S*raum|\\S*schrank|\\S*anlage|" +
        "bei uns|hier|keller|werk)",
      ...both(
        "\\S*(?:feuer|brand|rauch|flammen|qualm|rauchentwicklung|brandgeruch|kabelbrand|serverbrand|" + "explosion|gasgeruch)",
        "(?:im|in|am|aus|bei uns|ausgebrochen|serverraum|rechenzentrum|gebäude|büro|halle|rack|werk|keller|steigt|kommt|" + "gefangen|gab)",
        4,
      ),
      "\\S*(?:feuerwehr|polizei|rettung|evakuiert|evakuierung|evakuieren|räumen das gebäude|gebäude geräumt|notruf 112|112|110) ~5 (?:ist|sind|da|" +
        "hier|gerufen|alarmiert|unterwegs|vor ort|rückt|kommt|verständigt|rufen|anrufen|wurde|wird|werden|läuft|gewählt|angerufen|muss)",
      "\\S*(?:gasleck|gasaustritt|chlorgas|ammoniak|giftgas|chemieunfall|säure|kühlmittel|gefahrstoff|strahlung|" +
        "kohlenmonoxid) ?(?:\\S+ ){0,4}(?:tritt aus|ausgetreten|ausgelaufen|läuft aus|alarm|austritt|entweicht|entwichen|leck|aus)?",
      ...both(
        "\\S*(?:infusionspumpe|infusionspumpen|insulinpumpe|insulinpumpen|herzschrittmacher|schrittmacher|beatmungsgerät|beatmungsgeräte|" +
          "beatmung|dialyse|dialysegeräte?|defibrillator|intensivstation|patientenmonitor|patientenmonitore|patientenmonitoring|" +
          "patientenüberwachung|medizingerät|medizingeräte|medizinprodukt|op-saal|operationssaal|operation|medikation|dosierung|dosierungen|dosis|" +
          "dosen|medikament|medikamente|medikamentenplan|medikamentenpläne|notaufnahme|leitstelle|rettungsleitstelle|notrufzentrale|notruf|notrufe|" +
          "bluttransfusion|blutgruppe|blutgruppen|blutkonserven|allergie|allergien|patientenakten?|bremsen?|aufzug|aufzüge|fahrstuhl|reaktor|" +
          "not-aus|notaus|not-halt|nothalt|not-stopp|notstopp|notabschaltung|sicherheitsabschaltung|roboterarm|roboter|kran|signalanlage|stellwerk|flugsicherung|brandmeldeanlage|" +
          "brandmelder|gasalarm|gasmelder|gaswarnanlage|rauchmelder|feuermelder|feueralarm|hausnotruf|herzmonitore?|schwesternruf|schwesternrufanlage|sauerstoff|sauerstoffversorgung|bestrahlung|narkose|vitaldaten|vitalwerte|ekg|presse)",
        "(?:falsch|falsche|falschen|ausgefallen|ausfall|fällt aus|fallen aus|nicht mehr|nicht|versagt|versagen|vertauscht|verwechselt|zu hoch|" +
          "zu hohe|zu niedrig|offline|down|steht still|stehen still|tot|blind|gestört|keine daten|verschwunden|weg|fehlt|fehlen|verdoppelt|doppelt|" +
          "doppelte|doppelten|abgestürzt|reagiert nicht|lahmgelegt|schwarz|fehlerhaft|blockiert|steckt|funktioniert nicht|verloren)",
        7,
      ),
      ...both(
        "(?:falsche[nsr]?|doppelte[nr]?|vertauschte[nr]?|verwechselte[nr]?|zehnfache|überhöhte) (?:\\S+ )?\\S*(?:dosis|dosierung|" +
          "dosierungen|medikament|medikamente|medikation|blutgruppe|patienten?|patientin|diagnose|behandlung|infusion|blutkonserve)",
        "",
        0,
      ),
      ...both(
        "(?:menschen|patienten|leben|menschenleben|personen|gesundheit|mitarbeiter|kinder|leute)",
        "(?:in gefahr|gefährdet|auf dem spiel|" + "bedroht|in lebensgefahr|in akuter gefahr)",
        5,
      ),
      ...both(
        "\\S*(?:finger|hand|arm|bein|fuß|auge|daumen|zehen|augenlicht)",
        "(?:verloren|abgetrennt|gequetscht|zerquetscht|abgerissen|amputiert|eingeklemmt|verbrannt)",
        4,
      ),
      "akute (?:gefahr|lebensgefahr|notlage)|medizinischer notfall|es geht um leben|" + "leben und tod|akuter notfall",
      "(?:werde|wird|werden|wurde|wurden) (?:\\S+ ){0,4}(?:verfolgt|gestalkt|geschlagen|misshandelt|" + "festgehalten|entführt|überfallen|angegriffen)",
    ),
  },
  {
    rule: "danger.threat.de",
    class: "danger",
    guards: ["negated", "past", "fiction"],
    unless: any(
      "\\S*(?:prozess|query|abfrage|session|job|server|connection|pod|verbindung) ^3 (?:töten|killen|abschießen|abzuschießen)",
      "bringt (?:mich|uns|den|die|unseren?) (?:\\S+ ){0,2}um",
      "tote[nrsm]? (?:tupeln?|zeilen|links?|code|verbindungen|datensätze|knoten|prozesse|sessions?)",
    ),
    see: see(
      groups,
      "(?:ihm|ihr|uns|euch|ihnen|dir|familie|kindern?|kollegen|kolleginnen|frau|mann|jemandem|anderen|menschen|leuten) (?:\\S+ )?(?:etwas|was) (?:antun|anzutun|antut|antue|angetan)",
      "(?:weiß|wissen|herausgefunden) (?:\\S+ ){0,2}wo (?:du|sie|ihr|er|dein\\S*|ihre?|euer|eure|deine) (?:\\S+ ){0,3}(?:wohnst|wohnen|wohnt|arbeitest|arbeitet|familie|büro|haus|ist|sind|sitzt|lebt)",
      "(?:komme|kommen|komm|vorbei|besuche|besuch) (?:\\S+ ){0,4}mit (?:\\S+ ){0,2}\\S*(?:schläger|messer|waffe|axt|hammer|brecheisen|gewehr|pistole|knüppel)|mit (?:\\S+ ){0,2}\\S*(?:schläger|messer|axt|" +
        "hammer|knüppel|brecheisen) (?:\\S+ ){0,3}(?:vorbei|komme|besuche)",
      "(?:werdet|werden|wirst|sollt) (?:ihr |sie |du |das |es )*(?:bereuen|noch bereuen|büßen|dafür büßen|bluten)",
      "(?:ich|wir|er|sie|jemand|der|kunde|anrufer|mitarbeiter) (?:\\S+ ){0,4}(?:bringe?t? (?:\\S+ ){0,4}um|umbringen|umlegen|abstechen|erschießen|" +
        "erschieße|erstechen|töten|töte|totschlagen|verprügeln|zusammenschlagen|abfackeln|anzünden|in die luft|sprengen|sprenge|niederbrennen|" +
        "erwürgen|die knochen brechen|eine kugel|kaltmachen|kalt machen|abknallen|knalle|steche)",
      "(?:erschieße|ersteche|töte|verprügle|" +
        "verprügele|sprenge|erwürge|schlage|knalle|steche|zünde|fackle) (?:ich|wir) (?:\\S+ ){0,3}(?:alle|euch|sie|dich|ihn|jeden|den|die|das|" +
        "meinen|meine|mich|tot|ab|an|nieder)",
      "(?:droht|drohen|drohte|gedroht|bedroht|bedrohen|drohung|drohungen) ~6 (?:gewalt|umzubringen|töten|" +
        "tod|mord|waffe|messer|pistole|bombe|schlägen|schläge|uns|mich|mir|kolleg\\S*|mitarbeiter\\S*|anzuzünden)",
      "(?:zündet|zünde|zünden|" +
        "fackelt|steckt|stecken) (?:\\S+ ){0,6}(?:an|ab|in brand)|(?:büro|gebäude|haus|firma|laden) (?:\\S+ ){0,3}(?:anzündet|anzünden|abfackelt|" +
        "abfackeln|in brand)",
      "(?:weiß|wissen|wir wissen) (?:\\S+ )?wo (?:du|sie|ihr|er|dein|ihre) (?:\\S+ )?(?:wohnst|wohnen|wohnt|arbeitest|" + "familie)",
      "(?:mit|habe|hat) (?:einem |einer |eine |ein |der |dem )(?:messer|waffe|pistole|gewehr|bombe|axt|" +
        "schusswaffe) (?:\\S+ ){0,6}(?:büro|vorbei|zu euch|zu ihnen|komme|kommt|im|in|dabei|steht|bei|empfang|firma)",
    ),
  },
];
