/**
 * What a word is, where commitments are concerned, in English and German alike: one of us, the customer, money, a time,
 * an act. The classifier looks at which of these stand in a sentence, and which follows which, so that it needs not
 * have seen the very words. A star stands for any ending; words arrive folded.
 */

const WORDS = {
  I: "i me my myself personally ich mir mich mein meine meiner meinen meinem",
  WE: "we us our ours ourselves wir uns unser* company firm firma unternehmen",
  YOU: "you your yours yourself sie ihr ihre ihren ihrem ihrer ihres ihnen du dir dich dein* euch euer eure*",
  STAFF:
    "colleague* engineer* developer* devs team* manager boss supervisor specialist* technician* expert* director billing accounting sales management crew staff department security kolleg* techniker* ingenieur* entwickler* chef* vorgesetzt* spezialist* expert* buchhaltung rechtsabteilung vertrieb mitarbeiter* bereitschaft abteilung leitung direktor* support",
  ANYBODY: "someone somebody anybody people person persons human humans folks guys one jemand* mensch* leute einer eine",
  MONEY:
    "money fee fees bill bills billed billing invoice* price* cost costs pay pays paying paid payment* charge* rate tariff bank card statement wallet transfer geld gebuhr* monatsgebuhr* einrichtungsgebuhr* rechnung* preis* kosten kostet kosteten zahl* bezahl* tarif* berechne* betrag* beitrag* konto karte abbuchung* buchung* uberweis* auszug bank",
  FIGURE:
    "0* hundred thousand twenty thirty forty fifty sixty eighty ninety ten fifteen hundert tausend zwanzig dreissig vierzig funfzig sechzig achtzig neunzig zehn funfzehn zweihundert dreihundert funfhundert sechshundert neunhundert",
  SHARE: "percent prozent % quarter third half halves viertel drittel halfte halb* double",
  CURRENCY: "euro* eur dollar* usd bucks pound* franken chf cent cents piepen € $ £",
  LESS: "discount* off cheaper less free gratis nothing zero gift present treat reduction reduced lower lighter smaller coupon* voucher* waive* rabatt* nachlass* gunstiger billiger weniger umsonst kostenlos* geschenk* schenk* gutschein* erlass* obendrauf runter herunter sonderpreis bonus treue loyal* gratis* include* inklusive freimonat*",
  BACK: "refund* back return* credit* reimburs* compensat* repay* owe owes cover covers covered amends erstatt* ruckerstatt* ruckzahl* zuruck* gutschrift* gutschreib* gut entschadig* ersetz* schuld* ausgleich* wieder wiedergutmachung kulanz",
  GIVE: "give gives get gets offer* grant* take takes knock* shave* cut drop* throw let do match add gebe geben gibt bekomm* krieg* erhalt* biete* gewahr* mache machen ziehe* streich* senke* nehme* uberneh* tragen trage regeln",
  TIME: "today tomorrow tonight soon shortly monday tuesday wednesday thursday friday saturday sunday week* day days hour* minute* month* year* spring summer autumn winter january february march april june july august september october november december noon morning evening afternoon night christmas latest heute morgen bald gleich sofort montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* woche* tag tage tagen stunde* minute* monat* jahr* quartal januar februar marz april juni juli august september oktober november dezember mittag* abend* nacht* feierabend uhr fruhjahr sommer herbst winter weihnachten spatestens demnachst kurze",
  BY: "by until till before within in next bis vor binnen innerhalb am noch nachste* kommende*",
  FUTURE: "will shall going gonna wird werde werden wirst werdet",
  COMING:
    "arrive* land lands ship* release* deliver* ready done fixed finished sorted solved resolved repaired working running expect fertig behoben gelost repariert geliefert erledigt vorbei geschichte erscheint kommt kommen geht raus live lauft",
  CERTAIN:
    "guarante* promis* certain* definitely sure surely assur* always absolutely vouch* swear word trust* bet certify rely count bound period garant* versprech* versprochen sicher* absolut gewiss* burge* wort ehrenwort verlassen glauben verspreche zusag* verpflicht* hundertprozentig",
  NEVER: "never ever again impossible nie niemals nimmer mehr unmoglich ausgeschlossen",
  HARM: "lose lost losing loss fail* break* wrong happen* danger* risk* worry fear verlor* verlier* verlust* schief* passier* kaputt* gefahr* risiko sorge* angst danebengehen ausfall* unterbrech* downtime outage",
  ACTED:
    "cancelled canceled ended closed opened filed reset deleted removed updated sent booked passed told informed escalated moved raised lifted approved agreed notified switched upgraded erased wiped restarted renewed signed arranged settled assigned dispatched forwarded unlocked transferred activated corrected scheduled registered gekundigt storniert geschlossen eroffnet angelegt zuruckgesetzt entfernt aktualisiert geschickt gebucht weitergeleitet weitergegeben weitergereicht informiert eskaliert verschoben angehoben genehmigt bewilligt umgestellt entsperrt erneuert eingetragen geregelt veranlasst beendet freigeschaltet eingereicht gemeldet uberwiesen aufgestockt aufgehoben bestatigt vorgemerkt",
  ACT: "forward* escalate* pass hand handing connect* transfer* cancel arrange call calling contact* ring dial* look looking check checking verbinde* ubergebe weiterleit* leite reiche hole ruf* anruf* melde* kummer* rufe schaue ubernimmt schreibt kontaktier*",
  READ: "read found looked compared searched listed shortened added wrote written misread understood explained assumed gelesen gefunden gesucht verglichen durchgesehen gekurzt erganzt geschrieben aufgeschrieben zusammengefasst zusammengestellt verstanden missverstanden angenommen geirrt nachgedacht umgeschrieben",
  EXPLAIN:
    "explain* show* walk help* describe suggest* recommend* start starting list go keep answer erklare* zeige* helfe* beschreib* empfehl* vorschlag schlage beginne* fange fasse nenne* beantworte* gehe sage",
  FEELING:
    "sorry glad happy thanks thank welcome understand frustrat* regret nice good unfortunately honestly leid schon danke* gern gerne verstehe* freut bedaure* unmut leider entschuldigung ehrlich",
  LAW: "liab* fault blame negligen* court legal* sue lawsuit damages contract* responsib* claim* entitled terminat* binding admit* concede* haft* fahrlassig* gericht recht rechtlich klag* verklag* schaden* vertrag* verantwort* verschuld* frist* kundig* verbindlich anspruch* klausel",
  RULE: "policy policies rule rules terms principle everyone everybody customer* regel* hausregel* richtlinie* grundsatz* bedingungen agb kunde* kunden grundsatzlich",
  TECH: "server* index* table* column* quer* database* backup* replica* restore* log logs file* disk* memory port connection* transaction* row rows lock* trigger* cache node* driver* script* command* setting* configuration* certificate* schema password* timeout* job jobs version* upgrade update tabelle* spalte* abfrage* datenbank* sicherung* replikat* wiederherstellung datei* platte* speicher* verbindung* transaktion* zeile* sperre* knoten treiber skript* befehl* einstellung* konfiguration* zertifikat* passwort* zeitlimit port",
  NOT: "not no nothing none neither nor nobody nicht nichts kein* niemand weder ohne without",
  CAN: "can able kann kannst konnen darf durfen weiss know",
  IF: "if when once unless should whether as wenn falls sobald solange ob sollte* sofern",
  MAY: "could might would perhaps maybe possible konnte* wurde* vielleicht moglich* eventuell ware*",
  PAGE: "page pages says say according roadmap docs documentation guide notes seite seiten laut steht nennt anleitung handbuch versionshinweise* lebenszyklus-seite tarifseite",
} as const;
/** Said by or of the customer, and who or what is writing; these have a mask of their own. */
const MORE = {
  SAID: "wrote write asked mention* quote* said example sample text sentence schreiben schrieb* sagen sagten erwahn* zitier* gefragt beispiel* satz vorlage",
  BEING: "human ai bot machine robot software assistant ki mensch maschine roboter assistent* avatar echt* real flesh fleisch",
  MACHINE: "controller scheduler planner pipeline provider planer anbieter bank team's administrator* admin",
  DO: "set run use check try make stop measure test reduce increase take setzen fuhren nutzen prufen versuchen starten stellen messen senken erhohen nehmen halten",
  DECIDE: "decide* decision entscheid* bestimm*",
} as const;

export const CONCEPTS: readonly string[] = [...Object.keys(WORDS), ...Object.keys(MORE)];

/** Words remembered; beyond it the memory starts anew, so that nobody can fill it. */
const WORDS_REMEMBERED = 20_000;
const STEM_LEAST = 1;

const whole = new Map<string, number[]>();
const stems = new Map<string, number[]>();
for (const [concept, words] of [...Object.values(WORDS), ...Object.values(MORE)].entries()) {
  for (const word of words.split(" ")) {
    const known = word.endsWith("*") ? stems : whole;
    const key = word.replace("*", "");
    const concepts = known.get(key);
    if (concepts) concepts.push(concept);
    else known.set(key, [concept]);
  }
}

const remembered = new Map<string, readonly number[]>();

/** What a folded word is, as indices into `CONCEPTS`. */
export function conceptsOf(word: string): readonly number[] {
  const hit = remembered.get(word);
  if (hit) return hit;
  const plain = /^\d/.test(word) ? "0" : word;
  const found = new Set(whole.get(plain) ?? []);
  for (let end = plain.length; end >= STEM_LEAST; end--) for (const concept of stems.get(plain.slice(0, end)) ?? []) found.add(concept);
  if (remembered.size >= WORDS_REMEMBERED) remembered.clear();
  const all = [...found];
  remembered.set(word, all);
  return all;
}
