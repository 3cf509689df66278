/** Dutch safety rules, and what makes a sentence a mere look-alike. A compound may end in what is looked for. */
import type { Groups } from "../gate/pattern.ts";
import { DUTCH_PARTS } from "./everyday/north.ts";
import { everyday } from "./everyday/rules.ts";
import { any, both, either, first, see, together } from "./rule.ts";
import type { Guard, SafetyLanguage } from "./rule.ts";

const groups: Groups = {
  data:
    "\\S*(?:gegevens|data|database|databases|tabel|tabellen|rijen|records?|bestanden|documenten|bestellingen|orders|facturen|transacties|historie|back-?ups?|back-up|" +
    "reservekopie|archief|dump|dossiers|accounts|berichten|index|inhoud|foto s|werk|origineel)",
  gone:
    "verdwenen|kwijt|kwijtgeraakt|verloren|verwijderd|gewist|vernietigd|corrupt|beschadigd|overschreven|leeg|leeggemaakt|onleesbaar|onbruikbaar|onvindbaar|foetsie|weg|" +
    "gedropt|vermist|ontbreekt|ontbreken",
  secret: "\\S*(?:wachtwoord|wachtwoorden|inloggegevens|sleutels?|toegang|tokens?|certificaten|klantgegevens|persoonsgegevens|creditcardgegevens|inlogcodes)",
  system:
    "\\S*(?:productie|dienst|diensten|site|website|server|servers|cluster|api|platform|winkel|webwinkel|webshop|applicatie|app|database|systeem|systemen|omgeving|portaal|" +
    "kassa|kassa s|fabriek|netwerk|verbinding|node|nodes)|alles",
  down: "stil|plat|down|onbereikbaar|eruit|offline|uitgevallen|gecrasht|geblokkeerd|buiten gebruik|niet bereikbaar|niet beschikbaar|dood|om|vastgelopen|lamgelegd",
  place:
    "\\S*(?:serverkast|serverruimte|kast|rack|ruimte|accu|accu s|batterij|batterijen|gebouw|kantoor|datacenter|magazijn|fabriek|kabels?|transformator|zaal|hal)",
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];

/** Everything that the Dutch rules need. */
export const DUTCH: SafetyLanguage = {
  vocabulary: [],
  keep: [],
  mood: [],
  rules: [
    {
      rule: "security.report.nl",
      class: "security",
      guards: usual,
      unless: any("vergeten|opnieuw instellen", "verholpen cve\\S*"),
      see: see(
        groups,
        ...both("(?:\\S*lek|\\S*lekken|kwetsbaarheid|kwetsbaarheden|beveiligingsgat)", "(?:gevonden|ontdekt|melden|gezien|aangetroffen)", 6),
        "(?:kwetsbaarheid|beveiligingslek) ~4 (?:kritiek\\S*|misbruikt|jullie|uw)",
        "gehackt|cyberaanval|ransomware|\\S*losgeld\\S*|trojan|inbraak|indringers?|gecompromitteerd|gehijackt",
        "(?:hackers?|aanvallers?|indringers?|criminelen) ~4 (?:netwerk|binnen|toegang|systeem|systemen)",
        ...both("{secret}", "(?:gelekt|uitgelekt|gestolen|openbaar|leesbaar|zichtbaar|op straat|gepubliceerd|onversleuteld|platte tekst)", 8),
        "(?:laptop|telefoon) ~7 gestolen|gestolen ~6 (?:laptop|telefoon)",
        "(?:zie|zien|lees|lezen|open|ontvang|krijg|bekijken) ~5 {data} ~3 (?:andere|anderen|iemand anders|vreemde)",
        "(?:ingelogd|aangemeld|toegang|inlogpoging\\S*) ~5 (?:onbekend\\S*|zonder toestemming|ongeautoriseerd\\S*|verdacht\\S*|vreemd\\S*)|(?:zonder toestemming|ongeautoriseerd|onbekende?) ~5 (?:ingelogd|toegang|aangemeld)",
        "(?:oud-medewerker|ex-medewerker|oud-collega|voormalig\\S* medewerker) ~6 (?:bij|toegang|downloadt|inloggen)",
        "(?:inloggen|binnenkomen|erin) zonder (?:wachtwoord|authenticatie)|zonder wachtwoord ~3 (?:inloggen|binnen|in)",
        "sql-?injectie|cve-\\d+\\S*|datalek ~3 (?:bij|ontdekt|gemeld)",
      ),
    },
    {
      rule: "data-loss.report.nl",
      class: "data_loss",
      guards: [...usual, "own"],
      see: see(
        groups,
        "{data} ~6 {gone}",
        "{gone} ~5 {data}",
        "(?:alles|alle) ~4 {gone}",
        "(?:ontbreken|ontbreekt|missen|mis) ~6 {data}",
        "\\S*(?:gegevensverlies|dataverlies)",
        "(?:kunnen|kan|lukt) ~5 (?:terugzetten|herstellen)",
        "kwijt ~4 (?:dagen|weken|uren|maanden)|(?:dagen|dag|weken|week|uren|uur|maanden) ~4 kwijt",
      ),
      together: together(groups, ["verwijderd|gewist|overschreven|gedropt", "per ongeluk|abusievelijk|onbedoeld|per abuis", "{data}|alles|productie\\S*"]),
    },
    {
      rule: "danger.self-harm.nl",
      class: "danger",
      guards: ["asking", "fiction"],
      unless: any("dood (?:lachen|om)|lach me dood"),
      see: see(
        groups,
        "(?:wil|wilde|wou|ga) ~3 (?:dood|sterven|een eind aan maken|zelfmoord|uit het leven)",
        "\\S*(?:zelfmoord|suicide|suicidaal|zelfdoding)\\S*",
        "(?:eind|einde) (?:aan|maken aan) (?:mijn|haar|zijn) leven|(?:mezelf|zichzelf) (?:\\S+ )?(?:iets aan|van kant|ombrengen)",
        "(?:wil|hoef) ~2 (?:niet|niet meer|niet langer) (?:meer )?(?:leven|verder leven)|niet meer (?:leven|verder leven)",
      ),
    },
    {
      rule: "danger.people.nl",
      class: "danger",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      unless: any("\\S*oefening", "brandmuur|vuurwerk"),
      see: see(
        groups,
        "(?:rook|vlammen|brand|vuur|brandt|vonken|explosie|ontploft|ontplofte) ~7 {place}",
        "{place} ~6 (?:rook|vlammen|brand|vuur|brandt|ontploft)",
        "(?:rook|vlammen|vonken) ~4 servers?",
        "(?:elektrische )?schok (?:gekregen|gehad)|geëlektrocuteerd|ademt niet|bewusteloos|flauwgevallen|zwaargewond|gewond|gewonden",
        "(?:patiënten|patiënt|mensen|iemand|medewerkers?|collega s?|kinderen|monteur|personen) ~5 (?:gevaar|opgesloten|vast|gewond|bekneld|vergiftigd)",
        "levensgevaar|(?:leven|levens) ~3 gevaar",
        "(?:mes|wapen|gewapend\\S*|pistool|bom|bijl) ~8 (?:bedreig\\S*|dreigt|receptie|kantoor|collega s?|medewerkers|gebouw|deur)",
        "bedreig\\S* ~4 (?:met de dood|te vermoorden)|dreig\\S* ~4 (?:vermoorden|doden)",
        "gaslek|koolmonoxide|gas ~3 (?:lekt|ontsnapt)",
        "\\S*(?:dosering|doseringen|infuus|infuuspompen|beademing|monitors|medicatie|medicijnen) ~8 (?:verkeerde?|foute?|onjuiste?)|(?:verkeerde|foute|onjuiste) (?:dosering|doseringen|medicatie|medicijnen)",
      ),
    },
    {
      rule: "legal.action.nl",
      class: "legal",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      see: see(
        groups,
        "(?:advocaat|advocaten|juristen|jurist|juridische afdeling) ~4 (?:gaat|gaan|neemt|nemen|zal|zullen|stuurt|aanklagen|contact)",
        "(?:klagen|klaag|sleep|slepen) ~3 (?:aan|voor de rechter)|aanklagen|aangeklaagd|aanklacht|dagvaarding|gedagvaard|ingebrekestelling|rechtbank|voor de rechter|rechtszaak|kort geding|deurwaarder|sommatie|" +
          "schadevergoeding|schadeclaim|juridische stappen|gerechtelijke\\S*|aangifte",
        "(?:stellen|stel) (?:\\S+ )?aansprakelijk|aansprakelijk (?:gesteld|voor de schade)",
        "(?:klacht|melding|melden|dienen) ~5 (?:autoriteit persoonsgegevens|ap|toezichthouder|acm|afm|dnb)",
        "(?:toezichthouder|autoriteit persoonsgegevens|acm|afm|dnb|inspectie) ~5 (?:eist|vraagt|wil|onderzoekt|onderzoek|verlangt|boete)",
        "(?:politie|justitie|openbaar ministerie) ~5 (?:onderzoek\\S*|aangifte|inval)",
      ),
    },
    {
      rule: "outage.caused.nl",
      class: "outage",
      guards: [...usual, "own"],
      unless: any("(?:wat|een beetje|iets) (?:traag|langzaam|trager)"),
      see: see(
        groups,
        "{system} ~5 {down}",
        "(?:ligt|liggen|ging|gingen|staat|staan|is|zijn) ~4 {system} ~4 {down}",
        "{system} ~3 (?:reageert|reageren|start|starten|werkt|werken|laadt|doet het|doen het) (?:niet|niets|niet meer)",
        "(?:niemand|geen enkele \\S+|geen van \\S+ \\S+) ~3 (?:kan|kunnen|meer|werkt|inloggen|werken|bestellen)",
        "niets werkt|werkt niets|er werkt niets|doet het niet meer",
        "alleen (?:nog|maar|nog maar) ~2 (?:fouten|\\S*fouten|500|502|503|504)|alleen nog 50\\S*",
        "(?:kunnen|kan) (?:\\S+ )?niet (?:meer )?(?:werken|verkopen|inloggen|bestellen|afrekenen)",
        "\\S*(?:totale|volledige|grote|landelijke) (?:storing|uitval)",
        "(?:start|komt) niet meer op",
      ),
    },
    ...everyday("nl", DUTCH_PARTS),
  ],
  guards: {
    clause:
      / , (?=(?:onze|ons|mijn|wij|we|ik|alles|alle|niemand|geen|de|het|een|jullie|uw|sinds|maar|en|er|patienten|help) )| (?:maar|want|en nu|omdat) (?=\S)/g,
    asking: either(
      any(
        "(?:artikel|pagina|documentatie|hoofdstuk|handleiding|presentatie|video|cursus|webinar) ~3 (?:over|van|voor)",
        "(?:hoe(?! kan dit)|hoeveel|waar (?:vind|kan|meld|staat)|wanneer|welke|wat (?:gebeurt|betekent|is|doe)|wie (?:kan|mag|is)|waarmee)",
        "(?:is het mogelijk|kan ik (?:één|een|de|\\S+) (?:tabel|back-up)? ?|ik vraag me af|vragen of|zoek|zou graag willen weten)",
      ),
      first("hallo|hoi|goedemorgen|goedemiddag|goedendag|en", "(?:hebben jullie (?:ooit|een)|bieden jullie|is er een manier|kunnen jullie uitleggen)"),
    ),
    opener: / (?:hebben jullie|bieden jullie|heeft u|kan ik|kun je|is het mogelijk) /,
    hypothetical: any(
      "als(?! (?:(?:ik|we|wij) (?:inlog|inloggen|open|openen|aanmeld)|niemand|jullie|u|er niets) )|indien|stel dat|hypothetisch|voor het geval|voorkom|voorkomen|vermijden|beschermen|beschermt|beveiligen jullie|tegen (?:hackers|de|het)|risico op|kans op",
    ),
    condition: any("als|indien|wanneer"),
    negated: / (?:geen|niet|nooit|zonder|noch|nergens) (?:(?!(?:alleen|enkele) )\S+ ){0,2}$/,
    denied: any(
      "(?:geen|zonder|geen enkele) (?:\\S+ )?\\S*(?:gegevens|data|rijen|bestanden|verlies|schade|gewonden|onderbreking|uitval)(?: \\S+){0,3} (?:verloren|kwijt|verdwenen|weg|gewist)?",
      "(?:er is )?niets (?:verloren|verwijderd|kwijt)",
    ),
    solved: any(
      "(?:is|zijn|was|inmiddels|al) (?:\\S+ ){0,2}(?:opgelost|verholpen|hersteld|gerepareerd|teruggevonden|teruggezet)",
      "vals alarm|alles is goed|alles goed|werkt weer|doet het weer|gelukkig",
    ),
    still: any("nog steeds|nog altijd|maar|weer (?:plat|down|weg)|opnieuw|niet (?:opgelost|hersteld)"),
    past: any("(?:\\S+ )?jaren? geleden|vorig jaar|destijds|vroeger|in 20(?:0\\d|1\\d|2[0-4])|bij (?:een andere|onze vorige|de vorige) \\S+"),
    fiction: any(
      "\\S*(?:oefening|simulatie|simuleren|generale repetitie|grap|grapje|roman|film|hersteltest)",
      "\\S*(?:testomgeving|testtabel|testdatabase|testdata|testserver|testcluster|demo-?omgeving|ontwikkelomgeving|sandbox|staging|acceptatieomgeving)",
      "met opzet|expres|opzettelijk|bewust|zoals gepland|gepland\\S*",
    ),
    own: any(
      "(?:onze|mijn) (?:\\S+ )?(?:provider|router|internetverbinding|firewall|stroom) ~3 (?:uit|plat|down|kapot)",
      "oude (?:gegevens|rijen|tabellen|records)|onze eigen schuld",
      "(?:willen|wil|gaan) ~4 (?:verwijderen|opruimen|uitzetten)",
    ),
  },
};
