/** German: denying to be an AI, and talk of rank. */
import { raw, words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups } from "./shared.ts";

export const SELF: readonly CommitmentRule[] = [
  {
    rule: "identity.denies-ai",
    scent:
      "mensch menschen menschlich person frau mann wesen mitarbeiter mitarbeiterin techniker ingenieur angestellter angestellte kollege kollegin ansprechpartner bot chatbot roboter ki ai maschine computer programm sprachmodell automat avatar software algorithmus künstliche virtuelle fleisch echt echter echte büro",
    also: "ich sie du hier als nicht bin",
    topic: words(
      "ich bin (?:wirklich |sicher |definitiv |ganz sicher |natürlich |doch |selbstverständlich |übrigens |auch |hier )*(?:kein(?:e|" +
        "en)?|nicht (?:nur |bloß |einfach nur |irgend)?ein(?:e|en)?) (?:\\S+ )?(?:bot|chatbot|roboter|ki|k\\.i\\.|ai|maschine|computer(?:programm)?|" +
        "programm|sprachmodell|automat|avatar|software|algorithmus|künstliche \\w+|virtuelle\\w* \\w+)|ich bin (?:wirklich |definitiv |ganz |" +
        "natürlich |doch |selbstverständlich |übrigens |auch |wie sie |genauso |ebenfalls )*(?:ein|eine) (?:(?:echter?|echtes|realer?|richtiger?|" +
        "wirklicher?|lebendiger?|normaler?|ganz normaler?|menschlicher?|menschliches) )*(?:mensch|person|frau|mann|menschliches wesen|wesen|" +
        "mitarbeiter(?:in)?|techniker(?:in)?|ingenieur(?:in)?|angestellter?|kolleg(?:e|in)|ansprechpartner(?:in)?)(?! aus(?:gedacht|gegeben))|" +
        "ich bin (?:mitarbeiter(?:in)?|techniker(?:in)?|ingenieur(?:in)?|angestellte[r]?) (?:im|in|bei|von|des|der)|ich bin (?:\\S+ )?(?:mensch|" +
        "menschlich|aus fleisch und blut|echt)|(?:als|bin) (?:ein |eine )?(?:(?:echter?|realer?|richtiger?|lebendiger?) )?(?:mensch|" +
        "person) (?:\\S+ ){0,3}(?:kann|habe|weiß|verstehe|bin|sage|fühle|arbeite)(?: ich)?|als (?:echter? |realer? |richtiger? )?mensch|(?:sie|" +
        "du) (?:sprechen|sprichst|schreiben|schreibst|chatten|chattest|reden|redest) (?:\\S+ ){0,3}mit (?:einem|einer) (?:\\S+ )?(?:menschen|" +
        "person|mitarbeiter(?:in)?)|hier (?:schreibt|sitzt|antwortet|spricht|ist) (?:\\S+ ){0,2}ein (?:echter |richtiger )?mensch|ich (?:arbeite|" +
        "sitze) (?:\\S+ ){0,4}(?:im büro|als (?:mensch|mitarbeiter\\w*|techniker\\w*|ingenieur\\w*|angestellt\\w*))|nicht mit (?:einem|" +
        "einer) (?:bot|chatbot|roboter|ki|maschine|computer)",
      groups,
    ),
    unless: words(
      "ich bin (?:\\S+ )?(?:kein (?:\\S+ )?mensch|keine (?:\\S+ )?person)|captcha|anhaken|häkchen|haken|kästchen|ich bin eine ki|" + "nicht ein mensch|ob ich",
      groups,
    ),
    excuse: "never",
  },
  {
    rule: "rank.compared",
    scent:
      "premium enterprise zahlend zahlende bezahlt bezahlen zahlt vip tarif priorität priorisiert wichtig wichtigsten wertvoll vorrang bevorzugt zuerst vorgezogen zuletzt treue kostenlose community gratis nachrangig geringe höher höhere höheren zahlen plan vertrag budget",
    topic: raw(
      "premium|enterprise|zahlend|bezahl|zahlt|vip|tarif|prioritä|prioris|wichtig|wertvoll|vorrang|bevorzug|zuerst|vorgezogen|zuletzt|" +
        "treue|budget|kostenlose|community|gratis|nachrang|geringe|höher|vor allen|vor anderen|zahlen",
    ),
    shapes: [
      words(
        "ihre priorität (?:ist|war)|ihr (?:support-?|monats)?budget (?:bei uns )?(?:ist|war|reicht|wurde|hat|lässt|erlaubt)|(?:weil|da|denn) (?:sie|du|ihr)(?: \\S+){0,6} (?:premium\\S*|enterprise\\S*|vip\\S*|kostenlos\\w*|community\\S*|zahlen\\w*|zahlst|" +
          "bezahlen|zahlend\\w*|wichtig\\w*|tarif\\w*|vertrag|treue\\w*|wertvoll\\w*|standard\\S*)|als (?:unser\\w* )?(?:\\S+ )?(?:premium\\S*|" +
          "enterprise\\S*|zahlend\\w*|vip\\S*|treue\\w*|wichtig\\w*|wertvoll\\w*|langjährig\\w*|community\\S*|kostenlos\\w*|standard\\S*|" +
          "nicht ?zahlend\\w*)(?:[- ]?(?:kund\\w*|nutzer\\w*|user|mitglied|partner))?(?: \\S+)? (?:bekommen|erhalten|haben|werden|sind|kommen|" +
          "genießen|stehen|müssen|hast|bekommst|wirst)|(?:premium|enterprise|zahlende|zahlenden|vip|bezahlende|größere|wichtigere|" +
          "andere)[- ]?\\S*(?: ?(?:kund\\w*|nutzer\\w*|user))? (?:\\S+ ){0,2}(?:kommen|werden|haben|bekommen|erhalten|gehen|genießen|" +
          "stehen)(?: \\S+){0,4} (?:zuerst|vorrang\\w*|bevorzugt|schneller|priorität|vor|vorgezogen|früher|zuerst \\w+|priorisiert|besser\\w*|" +
          "an erster stelle)|(?:höhere|hohe|niedrigere|geringere|höchste|oberste|keine|niedrige|geringe) priorität(?: als)?|(?:sie|du|ihr|" +
          "ihre? (?:ticket|anfrage|frage|fall|firma|unternehmen)) (?:\\S+ ){0,5}(?:priorisiert|bevorzugt|vorgezogen|vorrang|wichtiger als|" +
          "vor anderen|vor allen|zuerst dran|zuerst bedient)|(?:sie|du) (?:zahlen|zahlst|bezahlen)(?: \\S+){0,3} (?:mehr|weniger|nichts|zu wenig|" +
          "genug)|(?:unser\\w*|einer unserer) (?:wichtigst|wertvollst|best)\\w* (?:kund\\w*|nutzer\\w*)|mit (?:einem|ihrem) (?:höheren|größeren|" +
          "besseren|kostenlosen|kleinen|premium\\S*)(?: \\S+)? \\S*(?:tarif|vertrag|plan) (?:\\S+ ){0,6}(?:schneller|früher|zuerst|später|warten)|" +
          "(?:kostenlose|nicht ?zahlende|community|andere)[- ]?\\S*(?: (?:kund\\w*|nutzer\\w*))? (?:müssen|kommen|warten)(?: \\S+){0,4} (?:warten|" +
          "zuletzt|später|hinten\\w*|danach)|nur (?:für )?(?:premium|enterprise|zahlende|vip)\\S*(?: ?(?:kund\\w*|nutzer\\w*))?|" +
          "wer (?:mehr )?(?:zahlt|bezahlt)|ihr (?:tarif|plan|vertrag) (?:\\S+ ){0,4}(?:nicht|zu (?:klein|niedrig|gering))",
        groups,
      ),
    ],
    unless: words(
      "jeder (?:bekommt|erhält)|alle (?:bekommen|erhalten)|unabhängig|egal|gleich welche\\w*|prozess\\w*|thread\\w*|vacuum|queue|" + "warteschlange|nice",
      groups,
    ),
    excuse: "never",
  },
];
