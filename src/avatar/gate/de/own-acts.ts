/**
 * German: what "ich" and "wir" may do in an answer. An avatar explains, asks, searches and says what it cannot do; whatever
 * else it says of itself or of us is an act that policy or a tool would have to know. So the harmless verbs are listed.
 */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";

const HARMLESS =
  "bin|sind|war|waren|wäre|habe|haben|hatte|hatten|hätte|kann|können|könnte|könnten|darf|dürfen|möchte|möchten|will|wollen|soll|sollen|sollte|sollten|muss|müssen|würde|würden|werde|werden|bräuchten|finge|brauche|brauchen|" +
  "weiß|wissen|sehe|sehen|finde|finden|fand|glaube|glauben|denke|denken|meine|meinen|vermute|vermuten|rate|raten|empfehle|empfehlen|schlage|schlagen|verstehe|verstehen|kenne|kennen|erkläre|erklären|zeige|zeigen|beschreibe|nenne|nennen|fasse|fassen|" +
  "gehe|gehen|beginne|beginnen|fange|fangen|helfe|helfen|bitte|bitten|frage|fragen|suche|suchen|prüfe|prüfen|teste|testen|messe|messen|vergleiche|vergleichen|lese|lesen|las|nehme|nehmen|hoffe|hoffen|wünsche|danke|danken|bedaure|bedauern|entschuldige|" +
  "schlafe|lag|sage|sagen|sagte|spreche|sprechen|schaue|schauen|komme|kommen|benutze|benutzen|verwende|verwenden|nutze|nutzen|sammeln|unterstützen|dokumentieren|bleibe|bleiben|stehe|stehen|freue|freuen|vertrete|vertreten|fasse|lasse|lassen|versuche|versuchen|zähle|erwarte|erwarten|rechne|zitiere|merke|notiere|ergänze|mache|machen|stelle|stellen|gebe|geben|bekomme|bekommen|erinnere|wiederhole|antworte|schreibe|schreiben|bauen|liefern pakete|verstehe|wähle|wählen|" +
  "(?:auch|hier|jetzt|nur|noch|also|selbst|leider|gern|gerne|dann|das|dem|den|der|die|es|ihnen|sie|ihr|ihre|in|im|nicht|nichts|dazu|dafür|darüber|nun|wohl)";
const CONJ =
  "dass|ob|wenn|was|wie|weil|da|falls|die|der|das|den|dem|wo|bevor|nachdem|sobald|solange|als|denn|und|oder|aber|auch|damit|sofern|doch|nun|jetzt|dann|hier|so|ohne|eine|keine|diese|seine|gerade|bitte|ki|ist|nur|heute|worte";

export const OWN_ACTS: readonly CommitmentRule[] = [
  {
    rule: "commitment.act",
    scent: "ich wir",
    topic: words(
      `(?:^|(?<=[.!?:;,] )|(?<=und )|(?<=aber )|(?<=denn ))(?:ich|wir) (?!(?:${HARMLESS}|${CONJ})(?![a-z]))[a-z]{3,}|(?<=[ ]|^)(?!(?:${HARMLESS}|${CONJ})(?![a-z]))[a-z]{3,}(?:e|en) (?:ich|wir)(?! bisher)|` +
        "wir haben (?:\\S+ ){0,3}(?:gebaut|gebrochen|verbockt|vermasselt)|ich bin (?:\\w+ )?(?:aus|vom|von|bei) (?!der ki)|(?:gebe|geben|lege|legen|stelle|stellen|mache|machen|nehme|nehmen|lasse|lassen) (?:ich |wir )?(?:ihnen|dir|euch|allen|sie) (?!(?:ein|eine|einen|zwei|drei|die|das|den|bitte) )|(?:ich|wir) kann bestätigen|ich kann bestätigen|wir (?:tragen|halten|geben allen|unterbieten|gleichen)",
    ),
    unless: words("ob (?:ich|wir)|wenn (?:ich|wir)|nicht|nichts|kein\\w*|\\d+\\.\\d+"),
    elsewhere: words("\\S*`\\S*|text \\S+|formular\\w*"),
    excuse: "sentence",
  },
];
