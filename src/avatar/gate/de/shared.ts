/** What the German rules share: who speaks for us, when, and what takes a commitment back. Sentences arrive folded: small letters, no accents; the umlauts match "o" and "oe" alike. */
import { CALENDAR_DAY } from "../figures.ts";
import { words } from "../pattern.ts";

const helper =
  "kolleg(?:e|en|in|innen)|mitarbeiter(?:in|innen|n)?|techniker(?:in|n)?|ingenieur(?:in|e|en)?|entwickler(?:in|n|team)?|" +
  "spezialist(?:in|en)?|expert(?:e|en|in)|chef(?:in)?|vorgesetzte[rn]?|team(?:leiter\\w*)?|support(?:-team|team)?|vertrieb|mensch|fachabteilung|" +
  "abteilung|buchhaltung|technik";
export const groups = {
  helper,
  day: "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:s|abend|morgen|vormittag|nachmittag|mittag|fruh)?",
  unit: "(?:minuten?|min|stunden?|std|(?:werk|arbeits|kalender)?tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?)",
  few:
    "(?:den )?(?:der )?(?:nächsten |kommenden )?(?:etwa |ca\\.? |rund |ungefähr |höchstens |maximal |spätestens |weniger als )?(?:nächsten |" +
    "kommenden )?(?:\\d+(?:[.,]\\d+)?(?: ?(?:-|bis|oder) ?\\d+)?|eine[rmns]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|wenigen?|" +
    "wenige[rn]|ein paar|einigen|mehreren|einer halben)",
  calendar: CALENDAR_DAY,
  time:
    "(?:(?:gleich |schon |noch )?(?:heute|morgen|übermorgen)(?: (?:früh|vormittag|mittag|nachmittag|abend|noch))?)|(?:noch )?(?:diese[nrsm]?|" +
    "nächste[nrsm]?|kommende[nrsm]?) (?:woche|wochenende|monats?|quartals?|jahr(?:es)?|{day}|tage[n]?|sprint)|" +
    "(?:bis|am|ab|vor|spätestens|bis zum|bis spätestens|bis einschließlich|kommenden|nächsten) (?:zum |am |kommenden |nächsten )?{day}|" +
    "{day} (?:früh|morgen|vormittag|mittag|nachmittag|abend|spätestens)|(?:innerhalb|binnen|in|in spätestens)(?: von)? {few} {unit}|(?:bis|zum|" +
    "am|vor|gegen|bis zum) (?:zum )?ende (?:der|des|diese[rs]|nächste[rn]|kommende[rn]) \\w+|" +
    "(?:bis|zum|am) (?:zum )?(?:monats|wochen|quartals|jahres)ende|bis (?:heute|morgen|mittag|abend|dann|mitternacht|feierabend)|{calendar}|" +
    "q[1-4](?: 20\\d\\d)?|(?:bis|um|gegen|vor) \\d{1,2}(?:[:.]\\d{2})? ?uhr|" +
    "in kürze|demnächst|bald|sofort|umgehend|unverzüglich|schnellstmöglich|so schnell wie möglich|baldmöglichst|zeitnah|jeden moment|gleich|" +
    "im laufe des \\w+|in bälde|(?:im|bis|ab|anfang|mitte|ende) (?:zum )?(?:anfang |mitte |ende )?(?:januar|februar|märz|april|mai|juni|juli|" +
    "august|september|oktober|november|dezember|frühjahr|sommer|herbst|winter|quartal)|(?:vor|nach|bis) (?:weihnachten|ostern|dem wochenende|" +
    "zum wochenende)",
  actor:
    "ich|wir|man|jemand|(?:unser|mein|der|die|das|ein)e?[rsn]? (?:\\w+ )?{helper}|(?:eine[rs]?|jemand) (?:unserer|meiner|der|von|" +
    "aus) (?:\\w+ )?(?:{helper}|uns)|marldb|standin|der support|unser haus|die firma",
  adv:
    "(?:auch|gerne?|selbstverständlich|natürlich|sofort|gleich|jetzt|nun|dann|hiermit|bereits|schon|persönlich|auf jeden fall|definitiv|sicher|" +
    "bestimmt|ihnen|dir|euch|sie|dich|uns|es|das|dies|daher|deshalb|deswegen|selbst|einmal|ausnahmsweise|heute|morgen|umgehend|direkt|noch|dafür|" +
    "dazu|aus kulanz|als \\w+|also|einfach)",
};

export const OURS = words(
  "(?:{actor} (?:{adv} )*(?:werden?|wird|würden?|können?|kann|könnten?|dürfen?|darf|möchten?|wollen|will|sorgen?|sorgt|" +
    "versuchen?)|(?:werden?|wird|würden?|können?|kann|könnten?|darf|dürfen|möchten?|will|wollen) (?:{adv} )*(?:ich|wir|man|jemand|{actor}))",
  groups,
);
export const GIVE = words(
  "(?:{actor} (?:{adv} )*(?:erstatten?|erstattet|zahlen?|überweisen?|gebe|geben|gewähren?|gewährt|biete|bieten|bietet|schenken?|" +
    "erlassen?|erlasse|schreiben?|schreibe|gutschreiben|übernehmen?|übernimmt|ersetzen?|ersetzt|entschädigen?|reduzieren?|senken?|verzichten?|" +
    "verzichte|mache|machen|lege|legen|berechnen?|räumen?|stornieren?)|(?:erstatten?|zahlen?|überweisen?|gebe|geben|gewähren?|biete|bieten|" +
    "schenken?|erlassen?|schreiben?|übernehmen?|ersetzen?|entschädigen?|reduzieren?|senken?|verzichten?|mache|machen|berechnen?|" +
    "räumen?) (?:{adv} )*(?:ich|wir))",
  groups,
);
export const HAVE = words("(?:{actor} (?:{adv} )*(?:habe|haben|hat)|(?:habe|haben|hat) (?:{adv} )*{actor})", groups);
export const YOURS = words(
  "(?:sie|du|ihr|ihnen|dir|euch) (?:{adv} )*(?:bekommen|bekommst|bekommt|erhalten|erhältst|erhaltet|kriegen|kriegst|kriegt|" +
    "haben anspruch|hast anspruch|haben ein recht|steht|stehen|zahlen|zahlst|sparen|sparst|müssen (?:nichts|keine)|musst (?:nichts|keine)|dürfen|" +
    "werden|wirst|wird)|(?:bekommen|bekommst|bekommt|erhalten|erhältst|kriegen|kriegst|zahlen|zahlst|sparen|sparst|werden|wird|steht|" +
    "stehen) (?:{adv} )*(?:sie|du|ihr|ihnen|dir|euch)",
  groups,
);
export const DONE = words(
  "(?:wurde|wurden|worden|ist|sind|wird|werden) (?:\\S+ ){0,8}(?:erstattet|gutgeschrieben|überwiesen|genehmigt|gewährt|bewilligt|" +
    "veranlasst|verbucht|angewiesen|unterwegs|ausgezahlt|zurückgezahlt|erlassen|abgezogen|reduziert|freigegeben|storniert|bestätigt)|" +
    "ist (?:\\S+ )?unterwegs|ist genehmigt",
  groups,
);
export const HERE = words(
  "hier (?:ist|sind) (?:ihr|dein|der|die|ein)e?n?|(?:ihr|dein|euer)e? (?:persönlicher? |neuer? )?(?:rabatt\\w*|gutschein\\w*|" +
    "gutschrift|rückerstattung|erstattung|nachlass|entschädigung)|nutzen sie (?:den|diesen) (?:code|gutschein\\w*)|mit dem (?:code|gutschein\\w*)|" +
    "wie wäre es mit|aus kulanz|als (?:entschädigung|wiedergutmachung|dankeschön|kulanz)",
  groups,
);
export const NOT = words(
  "nicht(?! (?:nur|zögern))|nie|niemals|kein(?!e? (?:problem|frage|sorge|zweifel))(?:e[rsnm]?)?|ohne|weder|noch nicht|ob|" +
    "entscheidet|entscheiden|entscheidung|hängt|abhängig|keinesfalls|leider nicht|sie (?:hatten |haben )?(?:gefragt|wollten|schrieben|geschrieben|" +
    "erwähnt\\w*)|fragen",
  groups,
);
