/** Polish safety rules, and what makes a sentence a mere look-alike. Stems stand for all their endings. */
import type { Groups } from "../gate/pattern.ts";
import { POLISH_PARTS } from "./everyday/north.ts";
import { everyday } from "./everyday/rules.ts";
import { any, either, first, see, together } from "./rule.ts";
import type { Guard, SafetyLanguage } from "./rule.ts";

const groups: Groups = {
  data:
    "dane|danych|baz[aęyę]|bazie|tabel\\S*|wiersz\\S*|rekord\\S*|plik\\S*|dokument\\S*|zamówie\\S*|faktur\\S*|transakcj\\S*|histori\\S*|kopi[aęiey]\\S*|backup\\S*|zrzut\\S*|archiw\\S*|" +
    "kont[ao]?|wiadomoś\\S*|indeks\\S*|zawartoś\\S*|zdjęci\\S*|akta|oryginał\\S*|wszystko",
  gone:
    "znikn\\S+|zginęł\\S+|utraco\\S+|utracił\\S+|stracił\\S+|usunię\\S+|usunął\\S*|usunęł\\S+|skasowa\\S+|zniszcz\\S+|uszkodzon\\S+|nadpisa\\S+|pust[ayeą]|opróżni\\S+|nieczyteln\\S+|" +
    "bezpowrotnie|wyparow\\S+|przepadł\\S+|wyczyści\\S+|nie ma|nie da się (?:jej |go |ich )?(?:przywrócić|odczytać|odtworzyć)",
  secret:
    "hasł[ao]\\S*|dane logowania|danych logowania|poświadcze\\S*|klucz\\S*|dostęp\\S*|token\\S*|certyfikat\\S*|dane (?:klientów|osobowe)|danych (?:klientów|osobowych)|kart\\S*",
  system:
    "produkcj\\S*|usług\\S*|stron[ay]\\S*|serwis\\S*|serwer\\S*|klaster|klastra|api|platform\\S*|sklep\\S*|aplikacj\\S*|system\\S*|instancj\\S*|portal|kas[ay]|fabryk\\S*|sieć|panel|połączeni\\S*|baza|wszystko|węz\\S*",
  down: "stoi|stoją|padł\\S*|niedostępn\\S*|nie działa\\S*|nie odpowiada\\S*|nie wstaj\\S*|nie uruchamia\\S*|nie startuj\\S*|zablokowan\\S*|sparaliżowan\\S*|leży|leżą|offline|down|wyłączył\\S*|zawiesił\\S*|nieosiągaln\\S*|nie ładuj\\S*",
  place:
    "serwer\\S*|szaf\\S*|rack\\S*|sal[ai]\\S*|bateri\\S*|akumulator\\S*|ups\\S*|budyn\\S*|biur\\S*|centrum|magazyn\\S*|fabryk\\S*|hal[ai]\\S*|kabl\\S*|transformator\\S*",
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];

/** Everything that the Polish rules need. */
export const POLISH: SafetyLanguage = {
  vocabulary: [],
  keep: [],
  mood: [],
  rules: [
    {
      rule: "security.report.pl",
      class: "security",
      guards: usual,
      unless: any("nie pamięta\\S*|zapomnia\\S*|zresetować", "poprawionych cve"),
      see: see(
        groups,
        "(?:znala\\S+|odkry\\S+|wykry\\S+|zgłosić|zgłaszam) ~4 (?:luk\\S*|podatnoś\\S*|dziur\\S*)",
        "(?:luk\\S*|podatnoś\\S*) ~4 (?:krytyczn\\S*|wykorzyst\\S*|pozwala|waszym|waszej|waszego)",
        "zhakowan\\S*|właman\\S*|włamał\\S*|cyberatak\\S*|ransomware|okup\\S*|trojan\\S*|intruz\\S*|przejęt\\S*|skompromitowan\\S*",
        "(?:haker\\S*|napastni\\S*|intruz\\S*|włamywacz\\S*) ~4 (?:sieci|systemie|dostęp|konto)",
        "{secret} ~6 (?:wycie\\S+|ujawni\\S+|skradzion\\S*|ukradzion\\S*|widoczn\\S*|jawnym|publiczn\\S*|opublikowan\\S*|upublicznion\\S*)",
        "(?:wycie\\S+|skradzion\\S+|ukradzion\\S+|ukradli|skradli) ~5 (?:{secret}|administratora|laptop\\S*|telefon\\S*)|(?:laptop|telefon) ~5 (?:skradzion\\S*|ukradzion\\S*)",
        "(?:wyciek|kradzież) (?:danych|haseł)",
        "(?:widzę|widzimy|widać|czytam|czytać|przeczytać|otrzymuję|dostaję|dostajemy) ~5 (?:faktur\\S*|dane|danych|akta|plik\\S*|dokument\\S*|zamówieni\\S*|wiadomości) ~3 (?:inn\\S+|cudz\\S+|obc\\S+)",
        "(?:zalogował\\S*|logowani\\S*|dostał się|dostęp) ~6 (?:nieznan\\S*|bez zgody|bez upoważnienia|nieautoryzowan\\S*|podejrzan\\S*|obc\\S*)",
        "(?:były|byłego|była) (?:pracowni\\S*|współpracowni\\S*|administrator\\S*) ~5 (?:dostęp|pobiera|loguje)",
        "(?:zalogować|wejść|dostać) ~4 bez (?:hasła|uwierzytelni\\S*)",
        "sql injection|wstrzyknięcie sql|cve-\\d+\\S*|zdalne wykonanie kodu",
      ),
    },
    {
      rule: "data-loss.report.pl",
      class: "data_loss",
      guards: [...usual, "own"],
      see: see(
        groups,
        "{data} ~5 {gone}",
        "{gone} ~5 {data}",
        "brakuje ~5 {data}",
        "utrat[ay] (?:wszystkich |naszych )?danych",
        "(?:nie da się|nie można|nie możemy|nie mogę) (?:\\S+ )?(?:przywrócić|odtworzyć|odzyskać)",
        "(?:straciliśmy|utraciliśmy|straciłem|straciłam) ~4 (?:dni|dnia|tygodni\\S*|godzin\\S*|miesi\\S*|lat)",
      ),
      together: together(groups, ["usun\\S+|skasowa\\S+|nadpisa\\S+", "przez pomyłkę|przypadkiem|przypadkowo|omyłkowo|niechcący", "{data}|produkc\\S*"]),
    },
    {
      rule: "danger.self-harm.pl",
      class: "danger",
      guards: ["asking", "fiction"],
      unless: any("umieram (?:z|ze) \\S+|umrzeć (?:z|ze) \\S+"),
      see: see(
        groups,
        "(?:chcę|chciałbym|chciałabym|chce|wolę|zamierzam) ~2 (?:umrzeć|się zabić|zabić się|odebrać sobie życie|ze sobą skończyć)",
        "samobójst\\S*|samobójcz\\S*|zabiję się|się zabiję",
        "(?:odebrać|odbiorę|odbierze) sobie życie|skończyć ze sobą|zabić się|się zabić",
        "nie (?:chcę|chce|mam siły) (?:już |dłużej )?żyć",
      ),
    },
    {
      rule: "danger.people.pl",
      class: "danger",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      unless: any("ćwiczeni\\S*|przeciwpożarow\\S*"),
      see: see(
        groups,
        "(?:dym|dymi|płomieni\\S*|pożar\\S*|ogień|pali się|iskr\\S*|wybuch\\S*|eksplo\\S*) ~6 {place}",
        "{place} ~6 (?:dym|dymi|płomieni\\S*|pożar|ogień|pali się|płonie|wybuch\\S*)",
        "pożar (?:\\S+ )?(?:w|na)|serwerowni ~3 pożar",
        "poraził\\S* (?:\\S+ )?prąd|porażon\\S* prądem|nie oddycha|nieprzytomn\\S*|zemdla\\S*|ciężko rann\\S*|rann[iyae]\\S*",
        "(?:pacjen\\S*|ludzi\\S*|osob\\S*|pracowni\\S*|koleg\\S*|koleżan\\S*|dziec\\S*|technik\\S*|ktoś) ~5 (?:zagrożon\\S*|niebezpieczeństwie|uwięzion\\S*|rann\\S*|zatru\\S*)",
        "zagroż\\S* życi\\S*|życie ~3 zagrożone|niebezpieczeństw\\S* dla życia",
        "(?:noż\\S*|nóż|broni\\S*|uzbrojon\\S*|pistolet\\S*|bomb[aąęy]|siekier\\S*) ~7 (?:grozi\\S*|recepcj\\S*|biurz\\S*|kolegom|pracownik\\S*|budyn\\S*)",
        "groz\\S* ~4 (?:śmiercią|zabiciem|że zabije)|grozi kolegom",
        "ulatnia się gaz|wyciek gazu|tlen\\S* węgla|czad\\S*",
        "(?:dawk\\S*|pomp\\S*|respirator\\S*|monitor\\S*|leki|leków|infuz\\S*) ~7 (?:złe|złych|błędn\\S*|niewłaściw\\S*|nieprawidłow\\S*|fałszyw\\S*)|(?:złe|błędne) dawki",
      ),
    },
    {
      rule: "legal.action.pl",
      class: "legal",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      see: see(
        groups,
        "(?:adwokat\\S*|prawni[kc]\\S*|radca|radcy|kancelari\\S*|dział prawny) ~4 (?:złoży\\S*|skontaktuj\\S*|pozw\\S*|wyśl\\S*|wystąpi\\S*|podejmi\\S*|napisz\\S*|wnies\\S*)",
        "poz[ew]\\S* ~3 (?:przeciw\\S*|zbiorow\\S*)|pozwiemy|pozwać|wezwani\\S* (?:do zapłaty|do sądu|sądow\\S*|przedsądow\\S*)|w sądzie|do sądu|sądow\\S*|odszkodowani\\S*|komornik\\S*|" +
          "kroki prawne|drog\\S* sądow\\S*|proces sądowy|zawiadomieni\\S* (?:do|o) prokuratur\\S*",
        "(?:zgłosi\\S*|skarg\\S*|zawiadom\\S*|poinformuj\\S*) ~5 (?:uodo|uokik|knf|urząd|urzędu|rzecznik\\S*|organ\\S*|prokuratur\\S*)",
        "(?:uodo|uokik|knf|urząd|organ\\S*) ~4 (?:żąda|wymaga|wszcz\\S*|pyta|bada|domaga)",
        "(?:policj\\S*|prokuratur\\S*|prokurator) ~4 (?:śledztw\\S*|wszcz\\S*|zawiadom\\S*|prowadzi)",
        "otrzymacie ~4 (?:pozew|pismo|wezwanie)",
      ),
    },
    {
      rule: "outage.caused.pl",
      class: "outage",
      guards: [...usual, "own"],
      unless: any("trochę woln\\S*"),
      see: see(
        groups,
        "{system} ~4 {down}",
        "{down} ~2 {system}",
        "(?:nikt|żaden \\S+|żadna \\S+) ~2 nie (?:może|mogą|działa|zaloguje)|nie działa (?:żad\\S+|nic)|nic nie działa",
        "(?:tylko|wyłącznie|same) ~2 (?:błęd\\S*|500|502|503|504)",
        "nie (?:może|mogą|możemy) (?:\\S+ )?(?:pracować|sprzedawać|zalogować|zamawiać|złożyć)",
        "(?:całkowita|poważna|ogólna|globalna) (?:awaria|przerwa)|awaria (?:całego|całej|wszystkich|produkc\\S*)",
        "(?:strona|sklep|usługa|serwis) nie działa",
      ),
    },
    ...everyday("pl", POLISH_PARTS),
  ],
  guards: {
    clause: / , (?=(?:nasz\S*|moj\S*|my|ja|wszystk\S*|nikt|zaden|zadna|nie|wasz\S*|od|ale|i|a|zycie|pomocy|bo) )| (?:ale|bo|poniewaz|i teraz) (?=\S)/g,
    asking: either(
      any(
        "(?:artykuł\\S*|stron[ay]|dokumentacj\\S*|rozdział\\S*|przewodnik\\S*|prezentacj\\S*|film\\S*|instrukcj\\S*|kurs\\S*) ~3 (?:o|na temat|dotycząc\\S*)",
        "(?:jak(?! (?:to możliwe|się zaloguję|wejdę|otworzę|wchodzę))|ile|gdzie|kiedy|które|który|jaki|jaka|jakie|co (?:się stanie|się dzieje|oznacza|to znaczy)|kto może|kim)",
        "(?:czy można|czy mogę|czy da się|czy jest możliw\\S*|zastanawiam się|pytają czy|szukam|chciałbym wiedzieć)",
      ),
      first("cześć|witam|dzień|dobry|i", "(?:czy (?:macie|kiedykolwiek|oferujecie|jest sposób|możecie wyjaśnić))"),
    ),
    opener: / (?:czy macie|czy kiedykolwiek|czy oferujecie|czy mozna|czy moge|czy da sie) /,
    hypothetical: any(
      "jeśli(?! (?:nikt|nie) )|jeżeli|gdyby|w razie|na wszelki wypadek|przypuśćmy|hipotetycznie|uniknąć|zapobiec|zapobiega\\S*|chronić|chronicie|przed (?:hakerami|atakami|utratą)|ryzyko",
    ),
    condition: any("jeśli|jeżeli|gdy|gdyby"),
    negated: / (?:zaden|zadna|zadne|zadnych|nie|nigdy|bez|ani) (?:(?!(?:tylko|wiem|rozumiem) )\S+ ){0,2}$/,
    denied: any(
      "(?:żadn\\S+|bez|nie ma) (?:\\S+ )?(?:dan\\S+|utraty|strat|szkód|rannych|przerw\\S*) ?(?:nie )?",
      "nic nie (?:zginęło|utracono|usunięto)|nie zostały (?:utracone|usunięte)",
    ),
    solved: any(
      "(?:jest|są|został\\S*|już) (?:\\S+ ){0,2}(?:rozwiązan\\S*|usunięta|naprawion\\S*|przywrócon\\S*|odzyskan\\S*|opanowan\\S*)",
      "fałszywy alarm|wszystko w porządku|już działa|znowu działa|na szczęście",
    ),
    still: any("nadal|wciąż|ale|znowu nie|ponownie|nie (?:jest )?(?:rozwiązan\\S*|naprawion\\S*)"),
    past: any("(?:\\S+ )?lat temu|rok temu|w zeszłym roku|wtedy|dawniej|w 20(?:0\\d|1\\d|2[0-4])|u (?:innego|poprzedniego) \\S+"),
    fiction: any(
      "ćwiczeni\\S*|symul\\S*|próba|żart\\S*|powieś\\S*|film|gra|test odtwarzania",
      "(?:środowisk\\S*|baz\\S*|tabel\\S*|dan\\S*|serwer\\S*|klaster\\S*) (?:testow\\S*|demo|deweloperski\\S*)|testow\\S+|sandbox|staging",
      "celowo|specjalnie|umyślnie|zgodnie z planem|planowan\\S*|planujemy",
    ),
    own: any(
      "(?:nasz|mój) (?:\\S+ )?(?:dostawca|router|operator|firewall) ~3 (?:padł|awari\\S*|nie działa)",
      "star[eych]+ (?:rekord\\S*|dan\\S*|tabel\\S*)|z naszej winy",
      "(?:chcemy|chcę|planujemy) (?:usunąć|skasować|wyłączyć)",
    ),
  },
};
