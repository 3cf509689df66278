/** English and German words for the parts of everyday safety matters. */
import type { Parts } from "./rules.ts";

export const ENGLISH_PARTS: Parts = {
  sees: "see|sees|seeing|saw|shows?|showing|gets?|got|getting|read|reads|displays?|appears?|comes? up|there (?:is|are|was)|have|has|open|download|found|received",
  private:
    "orders?|names?|address(?:es)?|(?:phone |telephone )?numbers?|messages?|invoices?|bills?|photos?|pictures|lists?|details|basket|chats?|e-?mails?|mails?|letters?|appointments?|" +
    "payslips?|files?|customers|bookings?|calendar|account|accounts|data|papers|contracts?|bank \\S+|birthdays?|people",
  others:
    "(?:another|a different|some other|other|somebody else|someone else|a strange|a foreign|the wrong) (?:\\S+ )?(?:shops?|compan(?:y|ies)|customers?|persons?|people|users?|firms?|business(?:es)?|famil(?:y|ies)|schools?|" +
    "practices?|stores?|restaurants?|clients?|woman|man|lady|patients?|orders?|names?|account|lists?)|someone else|somebody else|(?:total |complete |some )?strangers?|" +
    "(?:i|we) (?:do not|did not|have never|had never|never) (?:even )?(?:know|knew|met|meet|seen|see|heard?(?: of)?)|not (?:ours|mine) at all|(?:is|are) not (?:ours|mine)",
  exposed:
    "(?:see|read|open|find|get|sees|reads|got|look at) (?:all |all of )?(?:my|our) (?:\\S+ ){1,3}(?:in|on|with|from) (?:her|his|their) (?:\\S+ )?(?:account|phone|inbox|screen|app|login|computer|page|name|e-?mail)",
  someone: "someone|somebody|a stranger|strangers|they|a man|a woman|a guy|person|thief|thieves|burglars?|my ex|ex-\\S+|unknown \\S+|hacker",
  intrudes:
    "(?:has |had |have )?been (?:in|into|inside|using)|got (?:in|into|hold)|gets into|getting into|(?:logged|signed|broke|broken|went|gone) (?:in|into|on)|changed|changes|took over|taken over|used|is using|using|" +
    "ordered|stole|stolen|locked me out|reset",
  account: "(?:my|our) (?:\\S+ )?(?:accounts?|passwords?|login|log-in|profile|e-?mail(?: address)?|pin|card|inbox)",
  notMe:
    "(?:was|is) not (?:me|us|one of us)|(?:i|we) (?:have )?(?:never|did not|not) (?:did|done|do|ordered|order|bought|buy|wrote|write|sent|send|asked|ask|changed|change|requested)|none of us|without my|not by me|do not recogni[sz]e",
  posing:
    "(?:said|saying|says|claimed|claiming|pretend\\S*) ~4 (?:from you|your \\S+|from your \\S+|of yours)|look(?:s|ed)? (?:like|as if) (?:it |they )?(?:is |was |came |were )?(?:from )?you|in your name|fake \\S+|from \\S+ who said",
  gave: "(?:gave|given|give|told|typed|entered|handed|put in|read out|clicked|paid|sent) ~5 (?:codes?|passwords?|pin|details|link|money|card|number|login)",
  things:
    "(?:invoices?|bills|customers?|clients|photos?|pictures|orders|files?|documents?|letters|messages|e-?mails?|mails|bookings?|appointments?|contacts|addresses|notes?|lists?|names|work|texts?|entries|" +
    "data|records|recipes|members|papers|folders?|calendar|diary|books|hours|stuff|reservations?|prices|articles|history|everything|all)",
  gone:
    "gone|vanished|disappeared|lost|away|missing|deleted|wiped|erased|swallowed|eaten|ate|not there(?: any ?more)?|are not there|is not there|no longer there|nowhere(?: to be (?:found|seen))?|not to be found|" +
    "not come back|into thin air|empty|blank|kicked out|thrown away|removed|no trace",
  finality:
    "(?:all|every|whole|entire|complete|everything) ?(?:of )?(?:our|my|the|that|i|we)?|everything|(?:last|past|of|two|three|four|five|several|many) (?:\\S+ )?(?:years?|months?|weeks?)|since (?!you )\\S+|" +
    "simply|just like that|looked everywh?ere|nowhere|suddenly|overnight|please bring|bring \\S+ back|not one|none|half|for the summer|your (?:last |new |latest )?(?:change|update|version)",
  empty: "empty|blank|nothing in (?:it|there)|(?:has|have|had) nothing|zero|shows nothing|bare|no names|white",
  before: "yesterday|before|still had|there were|were (?:there|in it)|last (?:week|night|month)|used to|full|had \\d+",
  pressed:
    "(?:pressed|pushed|clicked|hit|touched|tapped|did|deleted|removed|chose|dragged) (?:on )?(?:something|the wrong|a button|some button|delete|the button|\\S+ button|everything|it all|too much)|by mistake|by accident|clicked delete",
  people:
    "colleagues?|co-?worker|customers?|client|boss|man|woman|lady|gentleman|child|children|kids?|boy|girl|baby|son|daughter|mother|mum|mom|father|dad|wife|husband|grand\\S+|gran|nan|granny|patients?|residents?|" +
    "neighbou?r|someone|somebody|people|staff|driver|nurse|guest|pupil|workers?|resident|apprentice|person|friend|i|we|she|he",
  harmed:
    "fainted|faints|passed out|collapsed|collapses|unconscious|(?:can|could|can hardly|could hardly|can not|could not|can barely) ?(?:not )?breathe?|not breathing|struggling to breathe|choking|suffocating|throwing up ~4 (?:fumes|gas|smoke)|" +
    "very (?:sick|ill|unwell|poorly)|badly (?:hurt|burnt|burned)|burn(?:t|ed) (?:his|her|my|their) (?:hands?|arms?|face|fingers?)|got (?:a|an) (?:electric )?shock|bleeding|seriously hurt|taken to hospital|" +
    "stuck in the (?:lift|elevator)|locked in ~4 (?:cold|heat|fridge|freezer)|lying on the floor|fell (?:down|off) ~4 (?:hurt|bleed\\S*)|poisoned|dizzy ~4 (?:fumes|gas|smoke|smell)",
  fumes:
    "smoke|smoking|smok(?:e|es)|fumes|flames?|on fire|burning|burnt|burned|burns|smells? (?:of )?(?:gas|burnt|burning|smoke|fire)|sparks?|sparking|melting|melted|glowing|very hot|red hot|boiling hot|electric shock|exploded|blew up|hissing",
  device:
    "box|charger|machine|device|printer|battery|batteries|plug|socket|cable|computer|laptop|till|heater|heating|oven|router|appliance|phone|lamp|boiler|gadget|terminal|case|unit|cupboard|cellar|kitchen|wall|server room",
  dose: "(?:wrong|false|too many|too much|double|other) (?:pills?|tablets?|medicines?|medication|dose|drugs?|insulin|injection|drops)",
  despair:
    "(?:i )?(?:do not|no longer) want to (?:be (?:here|alive|(?:in|on) (?:this|the) (?:world|earth))|live|wake up|exist|go on living|(?:go|carry) on(?=(?: any ?more| any longer)? (?:,|$)))(?: any ?more)?|(?:i )?(?:can not|can no longer) go on(?: any ?more| like this| living)?|(?:want|wish) (?:it|everything) (?:all )?(?:to be|was|were) over|" +
    "just want (?:it|everything) to (?:end|stop|be over)|better off (?:without me|dead)|(?:end|ending) it all|no reason to live|nobody would (?:notice|miss me)|tired of (?:living|life)|hurt myself|harm myself|thinking about dying|want to die",
  lawyer: "lawyers?|solicitors?|attorneys?|barrister|legal (?:adviser|advisor|team|people|insurance)|law firm",
  writes:
    "(?:will|is going to|going to|would|shall|has to|is) (?:be )?(?:\\S+ )?(?:writ\\S*|send\\S*|sent|contact\\S*|call\\S*|tak\\S*|sue|suing|deal\\S*|handl\\S*|get\\S* in touch|be in touch|speak\\S*|look\\S* into)|(?:hear|hearing|letter|post|mail) from|" +
    "against you|has written to you|is on it|you will hear|i have (?:hired|called|engaged|instructed)",
  authority:
    "data protection(?: \\S+){0,2}|privacy (?:office|people|commissioner|regulator)|ombuds\\S*|regulators?|(?:the )?authorit(?:y|ies)|consumer (?:protection|advice|rights|association)|trading standards|police|prosecutor|tax office|inspectors?|watchdog|commissioner|the ico",
  asks:
    "(?:has|have|had) (?:asked|written|called|contacted|summoned|fined|visited|been)|asks? (?:us|me|why)|wants? to know|letter|fined?|wrote|because of you|(?:will|shall|am going to|going to|i am) (?:be )?(?:report\\S*|complain\\S*|inform\\S*|tell\\S*|go(?:ing)? to|contact\\S*)|" +
    "report(?:ed|ing)? you|complain(?:ed|ing)? about you|at (?:the|our) door|investigat\\S*",
  court:
    "(?:tak(?:e|ing)|bring(?:ing)?|drag(?:ging)?) (?:this|you|it|that|the matter|you all) (?:\\S+ )?to court|see you in (?:court|front of (?:a|the) judge)|(?:in front of|before) (?:a|the) judge|(?:going|go) to (?:court|the police) (?:about|over|with|because)|" +
    "i (?:will|am going to|shall|ll) sue|(?:will|going to) sue you|press(?:ing)? charges|small claims",
  stopped:
    "nothing (?:works?|loads?|opens?|happens|goes|is working|moves|responds|starts)|(?:not (?:one|a single)|none|no) (?:of (?:our|my|the) )?(?:\\S+ )?(?:works?|working|opens?|loads?|starts?|tills? works?|tills?)|" +
    "(?:does not|do not|will not|would not|is not|are not|can not|did not) (?:\\S+ )?(?:work|start|load|open|come (?:up|on|back)|coming (?:up|on|back)|loading|starting|opening|working|get in|log in|sign in|sell|take (?:money|payments|orders))|" +
    "nobody (?:here )?(?:can|could|gets?) (?:\\S+ )?(?:in|work|log in|sign in|order|pay|buy|do anything|anything)|no one (?:here )?(?:can|could|gets?) (?:\\S+ )?(?:in|work|order|pay|log in)|(?:just|only) (?:shows? )?(?:a )?(?:white|blank|empty) (?:screen|page)|" +
    "(?:is|are|has been|been|stays?|all) (?:\\S+ )?(?:dead|stuck|blank|white|frozen|down|broken)|stopped|stands? still|standing still|shows? (?:a )?(?:white|blank|error)|we can not (?:\\S+ )?(?:open|work|sell|take|serve)",
  since:
    "since|(?:the )?(?:whole|all|entire) (?:\\S+ )?(?:day|morning|night|office|shop|company|team|week|afternoon|branches|school|practice)|this morning|for (?:\\S+ )?(?:hours|hour|days)|all (?:our|the) (?:\\S+ )?(?:branches|shops|tills|offices|stores|staff)|right now|again today|" +
    "after your|your (?:last |new |latest )?(?:change|update)|you (?:\\S+ )?changed(?: something)?|everything|o clock",
  crowd:
    "(?:office|team|staff|everyone|everybody|people|company|workers|colleagues|employees|shop) (?:\\S+ ){0,4}(?:idle|waiting|twiddling|sitting (?:here|around)|doing nothing|home|stuck|angry|furious)|twiddling|sen[dt] (?:everyone|everybody|all|them|people|the \\S+) (?:\\S+ )?home|" +
    "queues?(?: \\S+){0,4} (?:out|door|street|long|round)|there is a queue|losing (?:customers|money|sales|orders)|customers (?:are |keep )?(?:leaving|going|walking|waiting|angry|shouting|running)|phones? (?:\\S+ ){0,3}(?:stop|ringing|rings)|can not work",
  unless: {
    security: "both (?:of )?(?:my|our)|if i (?:give|invite|add)|test (?:account|user)|wrong number",
    data_loss: "found (?:them|it)|thanks , found|how (?:do|can) i|years ago|at (?:another|our old|my old) \\S+|(?:is|are|was) that right|meant to",
    danger:
      "smoke (?:detectors?|alarms?|break)|dying to|hot (?:topic|deal|stuff|desk|key|fix|spot)|burning (?:question|issue|desire)|fire (?:sale|wall|brigade|drill|extinguisher|department|stick)|smoke test|burned? (?:a |the )?(?:cd|dvd|disc)",
    legal: "friend says|copy of|recommended|works for|we are (?:a law|lawyers)|loves|likes|happy",
    outage: "without (?:a )?problem|if i (?:cancel|stop|leave)|we are closed|moves|closed on|who knows how|knows how",
  },
};

export const GERMAN_PARTS: Parts = {
  sees: "sehe|sehen|sieht|seh|steht|stehen|zeigt|angezeigt|kommt|kommen|bekomme|bekommen|kriege|kriegen|krieg|lese|lesen|liest|habe|hatte|erscheint|erscheinen|finde|auftaucht|taucht|tauchen|öffnet",
  private:
    "\\S*(?:bestellung|bestellungen|namen?|adressen?|nummern?|nachrichten?|rechnung|rechnungen|fotos?|bilder|listen?|daten|warenkorb|chats?|mails?|e-mails|briefe?|termine?|lohnzettel|dateien|kunden|buchungen|kalender|konto|konten|verträge|unterlagen|leuten?)",
  others:
    "(?:ein|eine[rnms]?|von) (?:ganz )?(?:anderen?|anderem|anderer|fremde[nrms]?) (?:\\S+ )?\\S+|fremde[nrms]? \\S+|(?:anderer|andere|anderen) (?:leute\\S*|läden|kunden|firmen?|personen|geschäfte|praxis|laden|firma|kundin|familie\\S*)|jemand(?:em)? anders?|jemand anderem|von anderen|" +
    "(?:ich|wir) (?:\\S+ ){0,2}(?:nicht|nie|noch nie) (?:kenne|kennen|gesehen|gehört)|(?:gar )?nicht (?:meine|unsere) (?:sind|ist)|wildfremde\\S*",
  exposed:
    "(?:in|auf|bei|unter) (?:ihre[mnr]|seine[mnr]|deren|sich|einem anderen|einem fremden) (?:\\S+ )?(?:konto|handy|postfach|bildschirm|app|computer|namen) (?:\\S+ ){0,2}(?:meine|unsere)[nr]? (?:\\S+ ){1,2}(?:lesen|sehen|sieht|liest|finden)|" +
    "(?:meine|unsere)[nr]? (?:\\S+ ){1,3}(?:in|auf|bei|unter) (?:ihre[mnr]|seine[mnr]|deren|einem anderen|einem fremden) (?:\\S+ )?(?:konto|handy|postfach|bildschirm|app|computer)",
  someone: "jemand|irgendwer|irgendjemand|wer|fremde[rn]?|ein mann|eine frau|ein unbekannter|unbekannte|dieb|einbrecher|hacker|mein ex|man",
  intrudes:
    "(?:war|waren|gewesen) ?|drin|eingeloggt|angemeldet|reingekommen|hineingekommen|geändert|ausgesperrt|benutzt|verwendet|bestellt|übernommen|geklaut|gestohlen|geknackt|zugegriffen|eingebrochen",
  account:
    "(?:mein|unser)(?:e|en|em|er|es|s)? (?:\\S+ )?\\S*(?:konto|account|passwort|kennwort|login|profil|postfach|mail|pin|karte|zugang)|(?:das|ein) (?:passwort|kennwort)",
  notMe:
    "(?:ich|wir) (?:war|waren|wars) (?:es|das|s)? ?nicht|(?:war|waren) (?:ich|wir) (?:\\S+ )?nicht|wars nicht|(?:ich|wir) (?:\\S+ )?(?:nie|nicht|niemals|gar nicht) (?:\\S+ )?(?:bestellt|gemacht|gekauft|geschrieben|geschickt|geändert|angefordert|getan)|(?:nie|nicht) (?:bestellt|gemacht|gekauft|geschrieben|geändert) (?:hab|habe|haben)|keiner von uns",
  posing:
    "angeblich (?:von )?(?:ihnen|euch|ihrer|ihrem|eurem|vom \\S+)|aussah ~2 (?:von )?(?:euch|ihnen)|als (?:wäre|käme|ob) \\S+ (?:von )?(?:euch|ihnen)|sagte , er (?:sei|wäre|ist)|ausgegeben|in (?:ihrem|eurem) namen|gefälscht\\S*|gab sich",
  gave: "(?:passwort|kennwort|code|pin|daten|nummer|geld|karte|link)\\S* (?:\\S+ ){0,3}(?:gesagt|gegeben|eingetippt|eingegeben|verraten|genannt|durchgegeben|überwiesen|geschickt|geklickt|angeklickt)",
  things:
    "\\S*(?:rechnung|rechnungen|kunden|kundenliste|fotos|bilder|bestellungen|dateien|dokumente|briefe|nachrichten|mails?|e-mails|buchungen|termine|kontakte|adressen|notizen|listen?|namen|arbeit|texte|einträge|daten|rezepte|mitglieder|unterlagen|ordner|kalender|stunden|sachen|reservierungen|preise|artikel|verlauf)|alles|alle|allem",
  gone:
    "weg|verschwunden|verloren|gelöscht|fort|futsch|nicht mehr da|nicht da|verschluckt|gefressen|nirgends(?: mehr)?(?: zu (?:finden|sehen))?|nirgendwo(?: zu (?:finden|sehen))?|nicht mehr zu finden|nicht mehr auffindbar|unauffindbar|" +
    "leer|kommt nicht wieder|nicht wieder|spurlos\\S*|rausgeworfen|entfernt|fehlen|fehlt|löschen geklickt|in luft aufgelöst",
  finality:
    "alle[snrm]?|sämtliche\\S*|ganze[nrs]?|komplette[nrs]?|jede[rs]?|(?:letzten?|letztem|vom letzten|von|zwei|drei|vier|mehrere[rn]?|vielen) (?:\\S+ )?(?:jahr|jahre|jahren|monat\\S*|wochen?|sommer)|seit \\S+|einfach|plötzlich|auf einmal|überall gesucht|über nacht|" +
    "nirgends|nirgendwo|(?:eure|ihre) (?:\\S+ )?(?:änderung|neuerung|aktualisierung|umstellung)|zurückholen|für den sommer|kein einzige[rs]?|hälfte",
  empty: "leer|nichts (?:mehr )?drin|weiß|null|keine namen|zeigt nichts",
  before: "gestern|vorher|noch \\S+ (?:namen|einträge|kunden)|standen|waren (?:\\S+ )?(?:noch|da)|letzte woche|voll|vorgestern",
  pressed:
    "(?:auf (?:was|etwas|irgendwas|löschen|den falschen \\S+|einen \\S+|irgendeinen \\S+)) (?:gedrückt|geklickt|gekommen|getippt)|falsch geklickt|aus versehen|versehentlich|bei allem|verklickt|draufgekommen",
  people:
    "\\S*(?:kollege|kollegin|kollegen|kunde|kundin|patient|patientin|patienten|bewohner|bewohnerin|mutter|vater)|chef|chefin|mann|frau|herr|dame|kind|kinder|junge|mädchen|baby|sohn|tochter|mama|papa|oma|opa|nachbar|nachbarin|jemand|leute|" +
    "fahrer|pflegerin|gast|schüler|schülerin|mitarbeiter|mitarbeiterin|arbeiter|azubi|lehrling|freundin|freund|ich|wir|ihm|ihr|uns|mir",
  harmed:
    "umgekippt|umgefallen|zusammengebrochen|ohnmächtig|bewusstlos|keine luft(?: mehr)?|nicht (?:mehr )?(?:atmen|geatmet)|erstickt|atemnot|(?:ganz|sehr|richtig) schlecht ~4 (?:dämpfe\\S*|gas|rauch|geruch)|geht (?:es )?(?:\\S+ )?(?:sehr|ganz) schlecht|schwer (?:verletzt|verbrannt)|" +
    "(?:hand|finger|arm|gesicht) verbrannt|einen (?:stromschlag|schlag) (?:bekommen|gekriegt)|eine gewischt|blutet|ins krankenhaus (?:gekommen|gebracht)|liegt am boden|vergiftet|im (?:aufzug|fahrstuhl) (?:fest|stecken)|eingesperrt ~4 (?:kühl\\S*|kälte|hitze)|schwindlig ~4 (?:dämpfe\\S*|gas|rauch)",
  fumes:
    "rauch|qualm|\\S*(?:dämpfe|dämpfen|flammen)|funken|raucht|qualmt|brennt|verbrannt|verschmort|verkohlt|angekokelt|schmort|geschmolzen|schmilzt|(?:riecht|stinkt) (?:\\S+ )?(?:nach )?(?:gas|rauch|verbrannt|verschmort|feuer|brand)|(?:ganz|sehr|glühend|kochend) heiß|glüht|explodiert|zischt|funkt",
  device:
    "\\S*(?:kasten|kästchen|ladegerät|maschine|gerät|drucker|akku|batterie|stecker|steckdose|kabel|computer|rechner|laptop|kasse|heizung|ofen|router|handy|lampe|terminal|gehäuse|box|schrank|keller|küche|serverraum|netzteil)",
  dose: "(?:falschen?|falsches|zu viele?|doppelten?|andere) (?:\\S+ )?(?:tabletten?|medikamente?|pillen?|dosis|arznei|insulin|spritze|tropfen|mittel)",
  despair:
    "(?:ich )?(?:mag|will|möchte|kann) (?:\\S+ )?nicht mehr (?:leben|da sein|aufwachen|weiterleben|hier sein|existieren|weitermachen)|ich kann nicht mehr ~2 (?:ich|will|mag|möchte|leben)|dass? (?:es|alles) (?:\\S+ )?(?:vorbei|aufhört|endlich vorbei) (?:ist|wäre)?|" +
    "würde (?:\\S+ )?(?:keiner|niemand) (?:\\S+ )?(?:merken|vermissen)|(?:ohne mich|tot) besser dran|keinen (?:sinn|grund) (?:mehr )?(?:zu leben|im leben|am leben)|lebensmüde|mir (?:etwas|was) (?:an)?tun|allem ein ende|schluss machen mit (?:dem|allem)|sterben will|will sterben",
  lawyer: "\\S*(?:anwalt|anwältin|anwälte|anwälten|jurist|juristin|juristen|rechtsschutz|rechtsabteilung|kanzlei|rechtsbeistand)",
  writes:
    "(?:wird|werden|soll|muss) (?:\\S+ ){0,4}(?:schreiben|schicken|melden|kontaktieren|anrufen|klären|kümmern|wenden|übernehmen|verklagen|senden)|hören (?:sie|ihr) von|(?:brief|post) von|gegen (?:sie|euch)|schreibt ihnen|meldet sich|(?:hab|habe|haben) (?:\\S+ )?(?:eingeschaltet|beauftragt|angerufen)|eingeschaltet|von \\S+ hören",
  authority:
    "\\S*(?:datenschutz|datenschutzbehörde|datenschutzbeauftragte[rn]?|behörde|aufsicht|aufsichtsbehörde|schlichtungsstelle|ombudsmann|ombudsstelle|verbraucherzentrale|verbraucherschutz|polizei|staatsanwalt\\S*|finanzamt|gewerbeaufsicht|amt|regulierer|landesbeauftragte\\S*)",
  asks: "(?:hat|haben) (?:\\S+ ){0,5}(?:gefragt|geschrieben|angerufen|vorgeladen|gemeldet|ermittelt|befragt)|fragt (?:uns|mich)|will wissen|post|brief|schreiben|bußgeld|wegen (?:euch|ihnen)|(?:werde|werd|werden|gehe|geh) (?:\\S+ ){0,4}(?:melden|anzeigen|beschweren|informieren)|(?:melde|zeige) (?:sie|euch|ich)|anzeige|steht vor der tür|ermittelt",
  court:
    "(?:geh|gehe|gehen|ziehe|ziehen|bringe|bringen) (?:\\S+ ){0,4}vor gericht|vor gericht (?:gehen|ziehen|bringen)|sehen uns ~2 (?:vor (?:dem )?(?:richter|gericht)|beim richter)|(?:vorm|vor dem|beim) richter|(?:werde|ich) (?:sie|euch) verklagen|verklage (?:sie|euch|ich)|anzeige erstatten|zeige (?:sie|euch) an",
  stopped:
    "(?:geht|gehen|läuft|tut|tut sich|funktioniert|lädt|öffnet sich|klappt) (?:\\S+ ){0,3}(?:gar )?(?:nichts|nix|nicht|keine einzige \\S+|kein einziger \\S+|keine \\S+)(?: mehr)?|nichts (?:mehr )?(?:geht|lädt|läuft|tut|funktioniert|klappt)|(?:nichts|nix) (?:lädt|geht)|(?:nicht|nicht mehr) (?:startet|starten|hochkommt|aufmachen|angeht|lädt|geht|läuft|reinkommen|arbeiten|öffnen|kassieren|verkaufen)|" +
    "(?:startet|angeht|kommt) (?:\\S+ )?nicht(?: mehr)?|kommt (?:\\S+ ){0,2}(?:keiner|niemand) (?:mehr )?(?:rein|hinein)|(?:keiner|niemand) (?:\\S+ ){0,2}(?:mehr )?(?:rein|arbeiten|anmelden|bestellen|zahlen)|(?:ist|bleibt|nur) (?:\\S+ ){0,4}(?:weiß|leer|tot|schwarz|eingefroren)|(?:steht|stehen) still|hängt|hängen|streikt",
  since:
    "seit|seitdem|(?:den )?ganzen? (?:\\S+ )?(?:tag|morgen|büro|laden|firma|betrieb|vormittag|team|woche|schule|praxis)|das ganze büro|heute (?:früh|morgen)|stunden|alle (?:unsere )?(?:\\S+ )?(?:filialen|kassen|läden|büros|mitarbeiter)|unsere filialen|nach (?:eurer|ihrer) \\S+|(?:eure|ihre|eurer|ihrer) (?:\\S+ )?(?:änderung|aktualisierung|umstellung)|was geändert|alles",
  crowd:
    "(?:büro|leute|alle|belegschaft|mitarbeiter|firma|kollegen|team) (?:\\S+ ){0,3}(?:rum|herum|untätig|warten|däumchen|heim|nach hause|wütend)|däumchen|(?:heim|nach hause)(?:schicken|geschickt| schicken| geschickt)|heimschicken|schlange (?:\\S+ ){0,3}(?:straße|tür|draußen|lang)|kunden (?:\\S+ ){0,3}(?:weg|davon|warten|wütend|ab|schreien)|telefon (?:\\S+ ){0,2}(?:nicht still|klingelt)|nicht arbeiten|verlieren (?:\\S+ )?(?:kunden|geld|umsatz)",
  unless: {
    security: "beide[rn]? (?:meine[rn]?|läden|geschäfte)|wenn ich (?:ihm|ihr|jemand\\S*)|test\\S*",
    data_loss: "gefunden|vor \\S+ jahren|war doch richtig|zu recht|beim alten \\S+|(?:wie|kann) (?:lösche|ich) \\S+",
    danger:
      "rauchmelder|raucherpause|rauchpause|raucht der kopf|sterbe vor|brennende frage|brandverkauf|brandschutz\\S*|feuerwehr|brandneu|heiße\\S* (?:thema|eisen|tipp)|kaffee|brennt darauf|gebrannt",
    legal: "freundin|empfohlen|kopie|findet|begeistert|wir sind (?:eine )?kanzlei",
    outage: "wenn ich|zieht um|geschlossen|zu ,|weiß wie|umzug",
  },
};
