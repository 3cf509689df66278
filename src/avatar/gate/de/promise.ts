/** German: guarantees, and what a lawyer would quote. */
import { raw, words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups, NOT } from "./shared.ts";

export const PROMISES: readonly CommitmentRule[] = [
  {
    rule: "commitment.guarantee",
    scent:
      "garantie garantieren garantiert versprechen verspreche versprochen zusichern zusicherung sichere sichern wort definitiv 100 100% hundertprozentig sicherheit bestimmt niemals nie risiko risikolos verlassen gewährleisten gewährleistet schwöre verfügbarkeit % uptime zweifellos verlieren vorkommen passieren absolut völlig jeden sicher",
    topic: raw(
      "garant|versprech|verspreche|versprochen|zusicher|sichere?n? (?:\\S+ )?(?:\\S+ )?zu\\b|mein wort|definitiv|100 ?%|hundertprozent|" +
        "auf jeden fall|mit sicherheit|ganz sicher|bestimmt|niemals|nie (?:wieder|mehr)|kein(?:erlei)? risiko|risikolos|verlassen|gewährleist|" +
        "schwöre?|% (?:verfügbarkeit|uptime)|verfügbarkeit von|absolut sicher|völlig sicher|zweifellos|keine(?:rlei)? daten verlieren|" +
        "nichts verlieren|nicht (?:wieder|mehr|noch einmal) (?:vorkommen|passieren)",
    ),
    shapes: [
      words(
        "(?:ich|wir|marldb|unser (?:team|haus)) (?:{adv} )*(?:kann |können |will |möchte |darf |werde |werden )?(?:{adv} )*(?:garantieren?|" +
          "garantiert|versprechen?|verspreche|zusichern|zusagen|schwöre|gewährleisten?|sichere|sichern)|(?:garantieren?|verspreche|versprechen|" +
          "sichere|sichern|schwöre|gewährleisten|kann|können) (?:{adv} )*(?:ich|wir)|mein (?:ehren)?wort|(?:das ist|ist|sind|wird|läuft|" +
          "funktioniert|klappt|werden|damit|das löst|das behebt|das hilft|das funktioniert|das klappt|das wird|es wird) (?:\\S+ ){0,6}(?:garantiert|" +
          "definitiv|hundertprozentig|100 ?%\\w*|auf jeden fall|mit sicherheit|ganz sicher|bestimmt|niemals|nie wieder|absolut sicher|völlig sicher|" +
          "zweifellos|versprochen)|(?:garantiert|definitiv|mit sicherheit|auf jeden fall|ganz sicher|bestimmt|hundertprozentig|versprochen|" +
          "zweifellos|niemals|nie wieder) (?:\\S+ ){0,8}(?:behoben|gelöst|funktionier\\w*|klapp\\w*|passier\\w*|verlieren|verloren|fertig|vorkommen|" +
          "läuft|laufen|sicher|helfen|geholfen|ausfall\\w*|gehen|geht|wird|werden|ist|erhalten|antwort)|(?:sie|du|ihr) (?:\\S+ ){0,4}(?:werden|" +
          "wirst|verlieren|verlierst|können sich|kannst dich)(?: \\S+){0,6} (?:verlieren|garantiert|darauf verlassen|verlassen)|(?:verlieren|" +
          "verlierst) (?:sie|du) (?:garantiert|definitiv|niemals|keine)|kein(?:erlei)? risiko|versprochen|100 ?%(?:ige?)? (?:sicher|garant\\w*|" +
          "verfügbar\\w*)|hundertprozentig|% (?:verfügbarkeit|uptime)|kommt (?:garantiert |sicher |ganz sicher )?(?:nicht|nie) (?:wieder|mehr) vor|" +
          "(?:wird|kann) (?:\\S+ ){0,3}(?:nicht|nie) (?:wieder|mehr) (?:vorkommen|passieren)|gewährleistet|verlassen sie sich|ohne (?:jedes )?risiko",
        groups,
      ),
    ],
    unless: words(
      "(?:verspreche|garantiere|sage|sichere|behaupte)n? (?:ich|wir) (?:\\w+ ){0,2}nicht|sich nicht|nicht (?:garantieren|versprechen|zusichern|zusagen|sagen|gewährleisten|mit sicherheit|garantiert|geben|machen)|" +
        "nichts (?:garantieren|versprechen|zusagen)|keine? (?:garantie\\w*|zusage\\w*|versprechen|versprechung\\w*|gewähr|zusicherung\\w*|prognose)|" +
        "ohne (?:gewähr|garantie)|nicht(?: \\S+)? (?:garantier\\w*|versprech\\w*)|serializable|isolation\\w*|unique|index|fsync|quorum|protokoll|" +
        "reihenfolge|order by|constraint|promise|wenn|sofern|solange|falls|sollten|müssen|empfehle\\w*|bitte",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.legal",
    scent:
      "haften haftet haftung haftbar schuld verantwortung verantwortlich fahrlässig fahrlässigkeit schadensersatz schadenersatz verklagen klage pflichtverletzung vertragsbruch vertragsverletzung verbindlich rechtsverbindlich rechtsanspruch rechtlich zugeben geben einräumen räumen verschulden verschuldet versagen fehler verstoß einstehen schriftlich",
    topic: raw(
      "haft|schuld|verantwort|fahrlässig|schadens?ersatz|verklag|klage|pflichtverletz|vertragsbruch|vertragsverletz|verbindlich|" +
        "rechtsanspruch|rechtlich|zugeb|geben zu|einräum|verschuld|versagen|unser fehler|mein fehler|verstoß|einstehen|schriftlich",
    ),
    shapes: [
      words(
        "(?:ich|wir|unser (?:unternehmen|haus|team)|marldb|die firma) (?:\\S+ ){0,3}(?:haften|haftet|übernehmen (?:\\S+ ){0,4}(?:haftung|" +
          "verantwortung|schuld)|übernimmt (?:\\S+ ){0,4}(?:haftung|verantwortung)|tragen (?:\\S+ ){0,3}(?:schuld|verantwortung|haftung)|trägt|" +
          "sind (?:\\S+ ){0,4}(?:schuld|verantwortlich|haftbar|schadens?ersatzpflichtig|verpflichtet)|bin (?:\\S+ )?schuld|geben (?:\\S+ ){0,2}zu|" +
          "räumen ein|haben (?:\\S+ ){0,6}(?:fahrlässig|verschuldet|verletzt|verstoßen|zu verantworten|verursacht|schuld)|" +
          "zahlen (?:\\S+ ){0,3}schadens?ersatz|stehen (?:\\S+ ){0,4}(?:ein|gerade))|(?:das|es|dies|der (?:ausfall|fehler|schaden|absturz|vorfall|" +
          "datenverlust)|die (?:störung|panne)) (?:war|ist|liegt|lag|waren) (?:\\S+ ){0,4}(?:unsere? (?:\\S+ )?(?:schuld|fehler|verschulden|" +
          "verantwortung|versagen)|in unserer verantwortung|meine schuld|unser fehler)|unsere (?:\\S+ )?(?:schuld|haftung|fahrlässigkeit|" +
          "verantwortung)|(?:rechtlich |rechts)?verbindlich(?:es|e|er)? (?:angebot|zusage|zu)|ist (?:hiermit )?(?:rechts)?verbindlich|(?:sie|" +
          "du) (?:\\S+ ){0,5}(?:verklagen|schadens?ersatz (?:\\S+ ){0,3}(?:fordern|verlangen|zu)|rechtsanspruch)|" +
          "haben (?:sie )?(?:\\S+ ){0,3}(?:rechtsanspruch|anspruch auf schadens?ersatz)|haftung übernehmen|übernehmen (?:wir|" +
          "ich) (?:\\S+ ){0,4}(?:haftung|verantwortung|schuld)|haften (?:wir|dafür|für)|bestätigen (?:wir|ich) (?:\\S+ ){0,4}schriftlich|" +
          "dafür (?:haften|geradestehen|einstehen)|wir (?:\\S+ ){0,3}dafür haften",
        groups,
      ),
    ],
    unless: NOT,
    excuse: "sentence",
  },
];
