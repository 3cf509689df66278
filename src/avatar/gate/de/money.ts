/** German: refunds, discounts and prices. */
import { raw, words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups, OURS, HAVE, YOURS, DONE, HERE, NOT, GIVE } from "./shared.ts";

const REFUND = raw(
  "erstatt|rückzahl|zurück ?zahl|zahl\\w* (?:\\S+ ){0,6}zurück|zurücküberweis|gutschr(?:ift|eib|ieb)|" +
    "schreibe?n? (?:\\S+ ){0,6}gut\\b|entschädig|kompensier|kompensation|schadens?ersatz|geld zurück|kulanz|wiedergutmach|refund|" +
    "übernehmen? (?:\\S+ ){0,3}kosten|kosten (?:\\S+ ){0,3}übern|freimonat|gratismonat|(?:monat|monate) (?:gratis|kostenlos|geschenkt|frei)|" +
    "überweis",
);
const DISCOUNT = raw(
  "rabatt|nachlass|preisnachl|gutschein|vergünstig|sonderpreis|sonderkondition|skonto|ermäßig|günstiger|billiger|% weniger|" +
    "prozent weniger|halbe[rn]? preis|(?:preis|gebühr|beitrag)\\w* (?:\\S+ ){0,4}(?:senk|reduzier|halbier)|(?:senk|reduzier|" +
    "halbier)\\w* (?:\\S+ ){0,4}(?:preis|gebühr|beitrag|rechnung)|promo|aktionscode",
);
const FREE = raw(
  "kostenlos|gratis|umsonst|kostenfrei|unentgeltlich|ohne (?:zusätzliche |weitere |extra)?(?:kosten|berechnung|aufpreis|gebühr)|" +
    "geht aufs? haus|auf unsere kosten|auf kosten des hauses|nichts (?:kosten|berechnen|in rechnung)|kostet (?:sie|dich|euch) nichts|" +
    "erlassen? (?:\\S+ ){0,4}gebühr|gebühr\\w* (?:\\S+ ){0,4}erlass|nicht berechnen|berechnen (?:\\S+ ){0,4}nicht",
);
const PLAIN_PRICE = words(
  "(?:kostet|kosten|preis|gebühr|zahlen|angebot|berechnen|rechnung|betrag|" +
    "beitrag)(?: \\S+){0,5} \\d[\\d.,]*(?: \\S+)? (?:(?:im|pro|je|jeden) (?:monat|jahr|nutzer|platz|stunde|vorfall|knoten|server|woche|tag)|" +
    "monatlich|jährlich)",
  groups,
);

export const MONEY: readonly CommitmentRule[] = [
  {
    rule: "commitment.refund",
    scent:
      "erstattung erstatten rückzahlung rückerstattung zurück zurückzahlen zurücküberweisen gutschrift gutschreiben gutgeschrieben gut schreibe schreiben entschädigung kompensation kompensieren schadensersatz schadenersatz geld kulanz wiedergutmachung refund übernehmen übernehme kosten freimonat gratismonat monat monate überweisen überweise zahle zahlen zahlt",
    topic: REFUND,
    shapes: [OURS, GIVE, HAVE, YOURS, DONE, HERE],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.discount",
    scent:
      "rabatt nachlass preis preisnachlass gutschein vergünstigung sonderpreis sonderkonditionen skonto ermäßigung ermaessigung günstiger billiger % prozent halber halben hälfte gebühr beitrag senken reduzieren promo aktionscode",
    topic: DISCOUNT,
    shapes: [
      OURS,
      GIVE,
      HAVE,
      YOURS,
      DONE,
      HERE,
      words("\\d+ ?(?:%|prozent)|nur für sie|für sie|wenn sie (?:verlängern|bleiben|heute|jetzt|" + "kaufen|abschließen|unterschreiben)|als treuer? kund\\w*"),
    ],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.price",
    scent: "kostenlos kostenfrei gratis umsonst unentgeltlich kosten berechnung aufpreis gebühr haus rechnung kostet erlassen berechnen berechne",
    topic: FREE,
    shapes: [
      OURS,
      GIVE,
      HERE,
      words(
        "(?:ich|wir) [a-z]+ (?:ihnen|dir|euch|sie|das)|für (?:sie|dich|euch)|(?:sie|du|ihr) (?:bekommen|bekommst|" +
          "erhalten|erhältst|zahlen|zahlst|kriegst|kriegen)|dieses ?mal|diesmal|ausnahmsweise|geht aufs? haus|geht auf uns|auf unsere kosten|" +
          "kostet (?:sie|dich|euch) nichts|(?:berechnen|berechne) (?:wir|ich)|(?:wir|ich) (?:berechnen|berechne)|ist geschenkt",
        groups,
      ),
    ],
    unless: words(
      "ob|entscheidet|nicht (?:sagen|versprechen|entscheiden|zusagen|anbieten)|nie|niemals|sie (?:hatten |haben )?(?:gefragt|" + "geschrieben)",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.price",
    scent: "kostet kosten preis gebühr zahlen angebot berechnen rechnung betrag beitrag monat jahr",
    topic: PLAIN_PRICE,
    excuse: "figures",
  },
];
