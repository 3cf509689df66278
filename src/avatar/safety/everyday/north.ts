/** Dutch and Polish words for the parts of everyday safety matters. Sources may carry accents; messages are read without. */
import type { Parts } from "./rules.ts";

export const DUTCH_PARTS: Parts = {
  sees: "zie|ziet|zien|krijg|krijgt|krijgen|lees|lezen|heb|staat|staan|toont|verschijnt|verschijnen|vind|ontvang|komt|komen|open",
  private:
    "\\S*(?:bestellingen|bestelling|namen|naam|adres|adressen|nummers|telefoonnummers|berichten|facturen|factuur|foto s|foto|lijst|lijsten|gegevens|winkelmand|mails?|e-mails|brieven|afspraken|loonstrook|dossiers|klanten|reserveringen|account|accounts|mensen|contracten)",
  others:
    "(?:van )?(?:een )?ander(?:e|en)? (?:\\S+ )?(?:winkel|bedrijf|bedrijven|klant|klanten|persoon|mensen|firma|zaak|praktijk|gezin|vrouw|man|winkels)|iemand anders|vreemden?|onbekenden?|(?:ik|we|wij) (?:\\S+ ){0,2}niet (?:ken|kennen)|niet ken|nooit (?:gezien|van gehoord)|niet van (?:mij|ons)|wildvreemde\\S*",
  exposed:
    "(?:mijn|onze) (?:\\S+ ){1,3}(?:in|op|via) (?:haar|zijn|hun) (?:account|telefoon|scherm|computer|app)|(?:in|op|via) (?:haar|zijn|hun) (?:account|telefoon|scherm|computer|app) (?:\\S+ ){0,3}(?:mijn|onze) \\S+",
  someone: "iemand|een onbekende|onbekenden|een man|een vrouw|dief|inbreker|mijn ex|ze|hacker",
  intrudes: "geweest|ingelogd|binnengekomen|veranderd|gewijzigd|gebruikt|gebruikt|besteld|gestolen|overgenomen|buitengesloten|gekraakt|aangepast|zit in",
  account: "(?:mijn|ons|onze|m n) (?:\\S+ )?(?:account|accounts|wachtwoord|profiel|mail|e-mail|pas|pincode|login)",
  notMe:
    "(?:ik|wij|we) (?:was|waren) (?:het|dat) niet|was (?:ik|niet ik) (?:het )?niet|(?:nooit|niet) (?:zelf )?(?:gedaan|besteld|gekocht|geschreven|gestuurd|gevraagd|veranderd)|zonder mijn toestemming|niemand van ons|niet herken",
  posing:
    "(?:zei|beweerde|zogenaamd|deed alsof) (?:\\S+ ){0,4}(?:van jullie|van u|namens jullie|namens u)|(?:leek|lijkt) (?:\\S+ ){0,3}(?:van )?(?:jullie|u)|namens jullie|uit jullie naam|deed zich voor",
  gave: "(?:code|wachtwoord|nummer|pin|gegevens|geld|kaart|link)\\S* (?:\\S+ ){0,3}(?:gegeven|ingevuld|ingetypt|gezegd|doorgegeven|overgemaakt|geklikt)|(?:gaf|gegeven|geklikt|ingevuld) (?:\\S+ ){0,4}(?:code|wachtwoord|link|nummer)",
  things:
    "\\S*(?:facturen|klanten|klantenlijst|foto s|bestellingen|bestanden|documenten|brieven|berichten|mails|reserveringen|afspraken|contacten|adressen|notities|lijst|lijsten|namen|werk|teksten|gegevens|recepten|leden|mappen|agenda|uren|spullen|prijzen|artikelen|geschiedenis)|alles|alle",
  gone: "weg|verdwenen|kwijt|verloren|gewist|verwijderd|niet meer (?:\\S+ )?(?:te vinden|zien)|er niet meer|nergens(?: meer)?(?: te vinden)?|leeg|foetsie|opgeslokt|spoorloos|ontbreken|staan er niet|onvindbaar",
  finality:
    "al|alle|alles|hele|volledige|complete|(?:laatste|afgelopen|van|twee|drie|vier|meerdere|vele) (?:\\S+ )?(?:jaar|jaren|maanden?|weken|week|dagen)|van vorig jaar|sinds \\S+|gewoon|zomaar|ineens|plotseling|opeens|overal|nergens|vannacht|jullie (?:\\S+ )?(?:wijziging|update|aanpassing)|terughalen",
  empty: "leeg|blanco|niets (?:meer )?in|niks (?:meer )?in|op nul",
  before: "gisteren|eerder|stonden|stond|waren er|had|vorige week|nog|vol",
  pressed:
    "(?:ergens|iets|op iets|verkeerde knop|op een knop|op verwijderen|op wissen|op alles) (?:\\S+ ){0,2}(?:gedrukt|geklikt|getikt|aangeraakt)|per ongeluk|op \\S+ (?:gedrukt|geklikt)",
  people:
    "(?:collega|collega s|klant|klanten|baas|man|vrouw|meneer|mevrouw|kind|kinderen|jongen|meisje|baby|zoon|dochter|moeder|mama|vader|papa|oma|opa|patient|patienten|bewoner|bewoonster|buurman|buurvrouw|iemand|mensen|chauffeur|verpleegster|gast|leerling|medewerker|werknemer|vriend|vriendin)|ik|hij|ze|zij",
  harmed:
    "flauwgevallen|flauw gevallen|in elkaar gezakt|ingestort|bewusteloos|buiten (?:bewustzijn|westen)|(?:kan|kon|krijgt|kreeg|krijgen) (?:\\S+ )?(?:niet (?:meer )?ademen|geen (?:lucht|adem)(?: meer)?)|geen lucht (?:meer )?(?:krijgt|kreeg|kreeg)|niet (?:meer )?ademen|stikt|erg (?:ziek|beroerd)|heel ziek|(?:hand|vingers?|arm|gezicht) verbrand|(?:een )?schok (?:gekregen|gehad)|bloedt|naar het ziekenhuis (?:gebracht|vervoerd)|ligt op de (?:grond|vloer)|vergiftigd|vast in de lift",
  fumes:
    "rook|vlammen|vonken|dampen|rookt|brandt|verbrand|verschroeid|gesmolten|smelt|(?:ruikt|stinkt) (?:\\S+ )?(?:naar )?(?:gas|rook|verbrand|brand)|brandlucht|gaslucht|(?:heel|erg|gloeiend|bloed|kokend) heet|gloeit|ontploft|sist",
  device:
    "\\S*(?:kastje|kast|lader|oplader|machine|apparaat|printer|accu|batterij|stekker|stopcontact|kabel|computer|laptop|kassa|verwarming|oven|router|telefoon|lamp|doos|doosje|kelder|keuken|muur|ketel)",
  dose: "(?:verkeerde|foute|te veel|dubbele) (?:\\S+ )?(?:pillen|medicijnen|medicijn|tabletten|dosis|insuline|druppels|spuit)",
  despair:
    "(?:wil|hoef) (?:\\S+ )?niet meer (?:leven|hier zijn|wakker worden|bestaan|verder|er zijn)|(?:ik )?kan niet meer ~2 (?:wil|leven|verder leven)|wil (?:alleen |gewoon )?(?:maar )?dat (?:het|alles) (?:voorbij|over|klaar|stopt|ophoudt)(?: is)?|niemand zou (?:het |me )?(?:merken|missen)|beter (?:zonder mij|dood)|geen reden (?:meer )?om te leven|mezelf (?:iets|pijn)|levensmoe",
  lawyer: "\\S*(?:advocaat|advocate|advocaten|jurist|juriste|rechtsbijstand|notaris|raadsman)",
  writes:
    "(?:gaat|gaan|zal|zullen|moet) (?:\\S+ ){0,3}(?:schrijven|sturen|bellen|mailen|contact|aanklagen|oppakken|opnemen)|(?:stuurt|schrijft|mailt|belt) (?:u|jullie|je)|(?:brief|post) van|tegen (?:u|jullie)|(?:hoort|horen) (?:\\S+ ){0,3}van|ingeschakeld|gaat (?:u|jullie) schrijven",
  authority:
    "\\S*(?:privacytoezichthouder|toezichthouder|autoriteit|persoonsgegevens|privacy|ombudsman|consumentenbond|politie|justitie|inspectie|belastingdienst|gemeente|geschillencommissie)",
  asks: "(?:heeft|hebben) (?:\\S+ ){0,4}(?:gevraagd|geschreven|gebeld|opgeroepen)|vraagt|brief|boete|door jullie|vanwege jullie|(?:ga|zal|ik) (?:\\S+ ){0,4}(?:melden|klagen|aangeven|inlichten|inschakelen)|stapt? naar|aangifte|onderzoek\\S*|voor de deur|kregen",
  court:
    "(?:naar|voor) de (?:rechter|rechtbank)|(?:zien|zie) (?:\\S+ )?(?:elkaar|jullie|u) (?:\\S+ )?(?:bij|voor) de rechter|naar de rechter|doe aangifte|sleep (?:u|jullie)",
  stopped:
    "(?:werkt|doet|gaat|laadt|start|opent) (?:\\S+ ){0,3}(?:niks|niets|niet|geen enkele \\S+)(?: meer)?|(?:niks|niets) (?:\\S+ )?(?:werkt|laadt|doet het|gaat)|geen enkele \\S+ (?:\\S+ )?(?:werkt|het|laadt|open)|(?:doet|doen) (?:geen|het niet)|(?:niet|niet meer) (?:open|werken|starten|opstarten|inloggen|afrekenen|verkopen)|niemand (?:\\S+ )?(?:kan|komt|meer) ?(?:\\S+ )?(?:in|werken|erin)?|(?:pagina|scherm|site) (?:\\S+ ){0,3}(?:wit|leeg|zwart)|alles (?:ligt|staat|zit) (?:\\S+ )?(?:stil|vast|plat)|vastgelopen|zit vast|ligt stil",
  since:
    "sinds|sedert|(?:het|de) hele (?:\\S+ )?(?:kantoor|team|winkel|bedrijf|dag|ochtend|zaak|school|praktijk)|vanochtend|vanmorgen|al uren|urenlang|al (?:onze|de) (?:winkels|kassa s|filialen|kantoren)|jullie (?:\\S+ )?(?:wijziging|update|aanpassing)|na jullie",
  crowd:
    "(?:kantoor|mensen|team|iedereen|personeel|medewerkers|bedrijf) (?:\\S+ ){0,3}(?:stil|wachten|wacht|duimen|niets te doen|naar huis|boos)|duimen te draaien|(?:de )?rij (?:\\S+ ){0,3}(?:straat|buiten|deur)|lange rij|klanten (?:\\S+ ){0,3}(?:weg|weglopen|lopen|wachten|boos)|naar huis (?:gestuurd|sturen)|telefoon (?:\\S+ ){0,3}(?:staat niet stil|rinkelt)|verliezen (?:klanten|omzet)",
  unless: {
    security: "mijn twee|beide|als ik (?:hem|haar|iemand)",
    data_loss: "gevonden|jaar geleden|bij (?:een andere|onze vorige)|hoe (?:verwijder|kan)",
    danger: "rookmelder|rookpauze|sterf van|brandweer|brandmuur|brandende vraag|koffie|dood lachen",
    legal: "vriend\\S* is advocaat|geweldig|aangeraden|aanbevolen|kopie",
    outage: "als ik (?:opzeg|stop)|gesloten|verhuizen|verhuist",
  },
};

export const POLISH_PARTS: Parts = {
  sees: "widzę|widzi|widzimy|widać|mam|mamy|dostaję|dostajemy|czytam|pokazuje|pokazują|pojawi\\S+|wyświetla\\S*|znalazł\\S+|otrzymuję|jest|są|wyskakuj\\S+|wyskoczył\\S+",
  private:
    "zamówieni\\S*|nazwisk\\S*|imi[eo]\\S*|adres\\S*|numer\\S*|telefon\\S*|wiadomoś\\S*|faktur\\S*|zdjęci\\S*|list[aęyę]|dane|danych|koszyk\\S*|maile?|list[yu]|wizyt\\S*|paski|akta|klient\\S*|rezerwacj\\S*|kont[ao]\\S*|ludzi|osób|umow\\S*",
  others:
    "inn(?:ego|ej|ych|ymi|a|e) \\S+|kogoś innego|cudz\\S+|obc(?:ych|ego|ej|ymi|e|y)|nieznajom\\S+|nie znam(?:y)?|(?:nigdy|w życiu) nie (?:widział\\S+|słyszał\\S+)|nie (?:są|jest) (?:moje|mój|moja|nasze|nasza)",
  exposed:
    "(?:moje|moich|nasze|naszych) (?:\\S+ ){1,3}(?:u siebie|na (?:jej|jego|ich|swoim) (?:koncie|telefonie|ekranie))|(?:u siebie|na (?:swoim|jej|jego|ich) (?:koncie|telefonie|ekranie)) (?:\\S+ ){0,3}(?:moje|nasze) \\S+",
  someone: "ktoś|nieznajom[yai]|obcy|jakiś \\S+|jakaś \\S+|złodziej\\S*|mój były|moja była|haker\\S*",
  intrudes:
    "był|była|byli|wszedł|weszł\\S*|zalogował\\S*|zmienił\\S*|użył\\S*|używa|zamówił\\S*|ukradł\\S*|przejął|przejęł\\S*|zablokował\\S*|włamał\\S*|korzysta\\S*|kupił\\S*",
  account: "(?:moje|moim|mojego|moją|mój|nasze|naszym|naszego|swoje) (?:\\S+ )?(?:kon[tc]\\S*|hasł\\S*|profil\\S*|mail\\S*|poczt\\S*|kart\\S*)",
  notMe:
    "(?:to )?nie (?:ja|my|byłam|byłem|byliśmy)(?: to)?|(?:nie|nigdy nie) (?:robił\\S+|zamawiał\\S+|kupował\\S+|pisał\\S+|wysyłał\\S+|zmieniał\\S+|prosił\\S+|zamówił\\S+|kupił\\S+|zrobił\\S+|zmienił\\S+)|bez mojej zgody|nikt z nas",
  posing:
    "(?:mówił\\S*|powiedział\\S*|twierdził\\S*|niby|rzekomo) (?:\\S+ ){0,4}(?:od was|z waszej \\S+|z państwa \\S+|od państwa)|(?:wyglądał\\S*) (?:\\S+ ){0,3}(?:od was|wasz\\S*|państwa)|podszywa\\S*|podszył\\S*|podawał\\S* się|w waszym imieniu",
  gave: "(?:podał\\S*|dał\\S*|wpisał\\S*|powiedział\\S*|kliknęł\\S*|kliknął|zapłacił\\S*|przesłał\\S*) (?:\\S+ ){0,4}(?:kod|hasł\\S*|numer|kart\\S*|link|pieniądze|dane)",
  things:
    "faktur\\S*|klien\\S+|zdjęci\\S*|zamówie\\S*|plik\\S*|dokument\\S*|list[ayę]?|listy|wiadomo\\S*|maile?|rezerwacj\\S*|wizyt\\S*|kontakt\\S*|adres\\S*|notat\\S*|nazwisk\\S*|prac[ayęe]|mojej pracy|tekst\\S*|dane|danych|przepis\\S*|członk\\S*|folder\\S*|kalendarz\\S*|godzin\\S*|rzeczy|cen[yę]?|artykuł\\S*|histori\\S*|wszystk\\S+",
  gone: "zniknę\\S+|znikn\\S+|zginę\\S+|przepad\\S+|stracił\\S+|nie ma|ani śladu|nigdzie|pust[aeyi]|usunię\\S+|usunęł\\S+|skasow\\S+|poszły|wyparow\\S+|zjadł\\S*|połknęł\\S*|nie widać|nie mogę znaleźć|brakuje|wcięł\\S*",
  finality:
    "wszystk\\S+|cał\\S+|(?:ostatni\\S+|dwóch|trzech|czterech|kilku|wielu) (?:\\S+ )?(?:lat|roku|miesięcy|tygodni|dni)|z zeszłego roku|od (?:wczoraj|rana|poniedziałku|dziś)|po prostu|nagle|wszędzie|nigdzie|w nocy|wasz\\S* (?:\\S+ )?(?:zmian\\S*|aktualizacj\\S*)|odzyskać|ani jedn\\S+",
  empty: "pust[aeyo]|nic (?:w niej )?nie ma|biała|wyzerowan\\S*",
  before: "wczoraj|przedtem|wcześniej|był[oay]?|byli|w zeszłym tygodniu|jeszcze|pełn[ay]",
  pressed:
    "(?:nacisnę\\S+|nacisną\\S+|kliknę\\S+|kliknął\\S*|wcisnę\\S+|wcisnął\\S*|dotknę\\S+) ?(?:\\S+ ){0,2}(?:coś|przycisk|usuń|nie to)?|coś (?:nacisnę\\S+|kliknę\\S+|kliknął\\S+|wcisnę\\S+|nacisną\\S+)|przez przypadek|przypadkiem|przez pomyłkę|niechcący",
  people:
    "koleg\\S*|koleżank\\S*|klient\\S*|szef\\S*|mężczyzn\\S*|kobiet\\S*|pan|pani|dzieck\\S*|dzieci|chłop\\S+|dziewczyn\\S*|niemowl\\S*|syn\\S*|córk\\S*|mam\\S|matk\\S*|tat\\S|ojc\\S*|babci\\S*|dziad\\S+|pacjen\\S*|mieszka\\S+|sąsiad\\S*|ktoś|ludzi\\S*|pracowni\\S*|kierowc\\S*|pielęgniark\\S*|uczeń|uczni\\S*|przyjaci\\S*|osob\\S*",
  harmed:
    "zemdla\\S+|mdlej\\S+|zasłabł\\S*|upadł\\S*|przewrócił\\S*|stracił\\S* przytomność|nieprzytomn\\S+|nie (?:może|mogła|mógł|mogę|mogą) (?:\\S+ )?(?:oddychać|złapać (?:tchu|oddechu))|oddychać nie|dusi\\S* się|się dusi\\S*|bardzo (?:źle|chor\\S+)|(?:poparzył\\S*|oparzył\\S*)|kopnął (?:\\S+ )?prąd|prąd (?:\\S+ )?kopnął|krwawi\\S*|(?:zabrali|zabrano|trafił\\S*) (?:\\S+ )?do szpitala|zatruł\\S*|leży na (?:ziemi|podłodze)|utknę\\S+ w windzie",
  fumes:
    "dym\\S*|opar\\S*|płomie\\S*|ogień|pali się|spalenizn\\S*|spalon\\S+|iskr\\S*|śmierdzi (?:\\S+ )?(?:gazem|spalenizną|dymem)|czuć (?:\\S+ )?(?:gaz|gazem|spaleniznę|dym)|stopi\\S+|topi się|(?:bardzo|strasznie) (?:się )?(?:grzeje|gorąc\\S+|nagrzewa)|grzeje się|wybuch\\S*|parzy",
  device:
    "pudełk\\S*|skrzynk\\S*|ładowark\\S*|maszyn\\S*|urządzeni\\S*|drukark\\S*|bateri\\S*|wtyczk\\S*|gniazd\\S*|kabl\\S*|kabel|komputer\\S*|laptop\\S*|kas[ayę]|ogrzewani\\S*|piec\\S*|router\\S*|telefon\\S*|lamp\\S*|terminal\\S*|szaf\\S*|piwnic\\S*|kuchni\\S*|ścian\\S*",
  dose: "(?:złe|zła|złą|niewłaściw\\S+|nie te|za dużo|podwójn\\S+) (?:\\S+ )?(?:tabletk\\S*|tabletek|lek\\S*|dawk\\S*|insulin\\S*|krople|zastrzyk\\S*)",
  despair:
    "nie (?:chcę|chce mi się|mam siły|mam po co) (?:już |dłużej |więcej )?(?:żyć|tu być|istnieć|budzić się|być)|już nie chcę (?:żyć|być|istnieć)|nie dam rady (?:już )?(?:żyć|dłużej żyć)|chcę (?:tylko )?żeby (?:to )?(?:się )?(?:skończyło|wszystko się skończyło|było po wszystkim)|nikt (?:by )?(?:nie )?(?:zauważy\\S*|tęsknił\\S*)|lepiej beze mnie|zrobić sobie krzywdę|zmęczon[ya] życiem",
  lawyer: "prawni[kc]\\S*|adwokat\\S*|radc\\S+|kancelari\\S*|mecenas\\S*|notariusz\\S*|obsługa prawna",
  writes:
    "(?:do was|wam|państwu|wami) (?:\\S+ )?(?:napisze|wyśle|zadzwoni|skontaktuje|odezwie|zajmie)|(?:napisze|wyśle|zadzwoni|odezwie|skontaktuje|zajmie|pozwie|wystąpi) (?:\\S+ )?(?:do was|wam|państwu|się|list|pismo|was)|(?:list|pismo) od|przeciw\\S* wam|(?:wynajęł\\S+|zatrudnił\\S+|zadzwonił\\S+ do)|usłyszycie",
  authority:
    "ochron[ay] danych|ochrony danych|uodo|uokik|urz[ąęd]\\S*|rzecznik\\S*|organ\\S*|policj\\S*|prokurat\\S*|skarbów\\S*|inspek\\S*|konsumen\\S*|ministerstw\\S*|sanepid\\S*",
  asks: "pyta\\S*|zapyta\\S*|napisa\\S*|dzwoni\\S*|wezwa\\S*|pismo|list|kar[aęy]|przez was|z waszej winy|dostaliśmy|otrzymaliśmy|(?:zgłoszę|zgłosimy|zgłaszam|złożę|poskarżę|zawiadomię|doniosę|idę|pójdę)|skarg\\S*|kontrol\\S*|śledztw\\S*",
  court:
    "(?:idę|pójdę|pójdziemy|podam|podaję|podamy|spotkamy|widzimy) (?:\\S+ ){0,3}(?:do sądu|w sądzie|przed sądem|przed sędzią)|przed (?:sędzią|sądem)|pozwę was|pozywam|do sądu",
  stopped:
    "(?:nic|nikt|żadn\\S+ \\S+|ani jedn\\S+ \\S+) (?:\\S+ ){0,2}nie (?:działa|ładuje|otwiera|rusza|może|odpowiada|wchodzi)|nie (?:działa|działają|ładuje|otwiera|rusza|uruchamia|włącza|odpowiada|chodzi) (?:\\S+ )?(?:nic|żadn\\S+|już|się)?|nie (?:możemy|mogę|mogą|da się) (?:\\S+ )?(?:otworzyć|pracować|sprzedawać|wejść|zalogować|obsłu\\S+)|(?:strona|ekran) (?:\\S+ ){0,3}(?:biał[ya]|pust[ya]|czarn[ya])|wszystko (?:stoi|leży|zablokowane|padło)|zawiesił\\S*|stoi|stoją|padł\\S*",
  since:
    "od|odkąd|cał[eayo]\\S* (?:\\S+ )?(?:biuro|firma|dzień|zespół|sklep|rano|szkoła)|dziś rano|od rana|godzin\\S*|wszystkie (?:nasze )?(?:sklepy|kasy|biura|oddziały)|wasz\\S+ (?:\\S+ )?(?:zmian\\S*|aktualizacj\\S*)|po wasz\\S+|zmieniliście",
  crowd:
    "(?:biuro|ludzie|wszyscy|zespół|pracownicy|firma) (?:\\S+ ){0,3}(?:stoi|stoją|czeka\\S*|bezczynnie|do domu|wściekli|siedz\\S+)|bezczynnie|kolejk\\S*|klienci (?:\\S+ ){0,3}(?:odchodzą|czekają|wychodzą|wściekli|uciekają)|do domu (?:\\S+ )?wysła\\S*|wysła\\S+ (?:\\S+ )?do domu|telefon\\S* (?:\\S+ ){0,2}(?:dzwoni|się urywa)|tracimy (?:klientów|pieniądze)",
  unless: {
    security: "ob[ua] (?:moich|moje|naszych)|jeśli (?:dam|zaproszę)",
    data_loss: "już znalazł\\S+|lat temu|u (?:innego|poprzedniego)|jak (?:usunąć|skasować|mogę)",
    danger: "czujni\\S* dymu|umieram z|straż pożarna|straży pożarnej|kaw[aęy]",
    legal: "przyjaci\\S+ jest prawni\\S+|uwielbia|poleci\\S+|kopi[ęe]",
    outage: "jeśli (?:zrezygnuję|przestanę)|zamknięt\\S*|przeprowadz\\S*",
  },
};
