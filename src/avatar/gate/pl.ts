/** Polish commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:nasz|nasza|moj|moja|jeden z naszych) (?:\\S+ )?(?:technik|inzynier|specjalista|specjalistka|ekspert|kolega|kolezanka|programista|szef|kierownik|zespol)|technik|kolega|kolezanka|ktos(?: z naszego zespolu)?|(?:moj )?szef";

export const POLISH = compact({
  scents:
    "pan pana panu pani panstwa panstwu nasz nasza nasze naszego nasi nam nas mogę moge moj gratis darmo koszt kosztowac cena faktura rabat rabatu kupon zwroce zwrot dopiszemy odszkodowanie naprawimy piatku jutro zadzwoni wersja odpowiedz ciagu gwarantuje gwarantujemy obiecujemy pewno slowo odpowiedzialnosc odpowiedzialnosci wina pozwac anulowalem anulowalam przekazalem przekazalam haslo gotowe zalozylem prawdziwa osoba robotem jestem inteligencja czlowiekiem pracuje polityka regulaminem zasady okres technik kolega ktos szef lacze policzymy ponosimy przyznajemy dostanie rozmawia nie daje oddamy wszystko poniedzialek wtorek srode czwartek bedzie to jest juz sie w na",
  software:
    "pobra\\w+|kolumna|tabel\\w*|zapytani\\w*|indeks\\w*|api|zadanie|pamieci|dysk|dziennik\\w*|licencja|webhook\\w*|captch\\w*|contrib|wykonania|wartosc|kompresja|unikalny|order by|worker|certyfikat|token|serwer (?:bedzie|odtwarza)|uruchomi\\w+|kopie|rozszerzenie|retention|maszyna|agent|migawki|administrator",
  back: "nie (?:moge|mozemy|wiem|wiemy|mam)|nikt nie|decyduja|jesli pan|inteligencja zast\\w+|jestem sztuczna|nie zalozyl\\w+|moze ktos|nie jestem czlowiekiem",
  kinds: {
    price:
      "(?:bedzie|beda) kosztowac|za darmo|na koszt firmy|bezplatnie|bez (?:dodatkowych )?(?:oplat|kosztow)|nie (?:policzymy|naliczymy|obciazymy|wystawimy)|byloby to|cena (?:\\S+ ){0,3}(?:stala|nie wzrosnie)",
    discount:
      "rabat(?:u|y|em|ow)?|znizk\\w+|upust\\w*|kupon\\w*|(?:specjalna|nizsza|obnizona) cena|polowe ceny|(?:faktura|cena|oplata)(?: \\S+){0,3} nizsza|procent (?:mniej|taniej)|taniej",
    refund:
      "zwroc(?:e|imy|ony|ona)|(?:pelny|caly|czesciowy) zwrot|zwrot (?:pieniedzy|kosztow)|oddam\\w*|dopisz\\w+|rekompensat\\w+|odszkodowani\\w+|zrekompens\\w+|nota korygujaca",
    date: "(?:naprawimy|dostarczymy|wyslemy|rozwiazemy|wydamy|skonczymy|zrobimy to|naprawie|wysle) (?:\\S+ ){0,5}(?:do|jutro|dzis|w ciagu|w|przed|na)|(?:zadzwoni|odpisze|odpowie|skontaktuje sie|napisze|oddzwoni)(?: \\S+)?|(?:wersja|poprawka|funkcja|aktualizacja)(?: \\S+){0,3} (?:wychodzi|wyjdzie|ukaze|pojawi|bedzie)|(?:dostanie|otrzyma) (?:\\S+ ){0,4}|bedzie (?:naprawion\\w+|gotow\\w+|rozwiazan\\w+)",
    guarantee:
      "(?:gwarantuj\\w+|obiecuj\\w+|zapewniam\\w*|przysiegam|zareczam)|(?:daje|dajemy)(?: \\S+)? slowo|(?:wiecej|nigdy) sie nie (?:powtorzy|zdarzy)|nie powtorzy|nie straci|na pewno|bez (?:zadnego )?ryzyka|dostepnosc \\d|stuprocentow\\w+",
    legal:
      "(?:ponosimy|przyjmujemy|bierzemy|ponosze) (?:\\S+ )?(?:odpowiedzialnosc|wine)|(?:nasza|moja) (?:wina|odpowiedzialnosc)|przyznajemy|pozwac|odszkodowania|prawnie|zrzekamy|umowa jest niewazna",
    done: "(?:juz )?(?!znalazl|przeczytal|sprawdzil|szukal|widzial|porownal|przygotowal)(?:anulowal|przekazal|zalozyl|otworzyl|zmienil|usunal|usunel|zwrocil|zresetowal|zglosil|poinformowal|powiadomil|zamknal|zwiekszyl|odblokowal|wyslal|umowil|naprawil|przelaczyl|zamowil|rozmawial|zatwierdzil|przedluzyl|eskalowal|zrestartowal)(?:em|am|ismy|ysmy)|(?:pani|pana|panstwa) (?:\\S+ ){1,3}(?:zostal[oay]?|zostaly|jest) (?:\\S+ )?\\w+(?:ane|ana|any|one|ona|ony|ete|eta|ety)|^gotowe|zalatwione",
    person: `(?:${OURS}) (?:\\S+ ){0,3}?(?:skontaktuje|zajmie|zadzwoni|oddzwoni|odpowie|pomoze|przejmie|napisze|sprawdzi|patrzy|zajmuje)|lacze (?:\\S+ )?z|przelaczam|przekazuje (?:pana|pania)`,
    policy:
      "(?:nasz[aeoy]?\\w*|zgodnie z (?:naszy[mn]i?|nasza)) (?:\\S+ )?(?:polityka|regulamin\\w*|zasady|zasadami|warunki|warunkami)|okres wypowiedzenia|(?:zrezygnowac|wypowiedziec) w kazdej chwili|wsparcie jest (?:czynne|dostepne)",
    human:
      "nie (?:jestem )?(?:robotem|botem|maszyna|sztuczna inteligencja|programem|ai)|(?:prawdziw\\w+|zyw\\w+) (?:osob\\w+|czlowiek\\w*)|z (?:zywym )?czlowiekiem|jestem (?:osoba|czlowiekiem|inzynierem|technikiem|pracownikiem|kobieta|mezczyzna)|pracuje jako|z krwi i kosci",
  },
  everyday: {
    price: [
      "(?:nie|ani) (?:\\S+ ){0,5}(?:grosza|zlotowki|centa)|(?:nic|niczego)(?: \\S+){0,2} (?:placic|zaplaci|zaplacic|kosztowac|kosztuje)|nie (?:musi|bedzie) (?:\\S+ ){0,3}(?:placic|zaplacic)|na (?:nasz|wlasny) koszt|(?:w )?prezencie|gratis(?:em)?|dla (?:pana|pani|panstwa) (?:\\S+ )?(?:za darmo|bezplatn\\w+)",
    ],
    discount: [
      "(?:odejme|odejmiemy|odliczymy|odlicze|obnize|obnizymy|opuszcze|dam|damy|spuszcze) (?:\\S+ ){0,3}(?:procent|%|euro|zlotych)|(?:dobra|lepsza|korzystna) cena|dobrej cenie",
    ],
    refund: [
      "(?:pieniadze|kwota|kwote|kwoty|wplata|wplate)(?: \\S+){0,4} (?:wroca|wroci|oddam\\w*|zwroc\\w+|odzyska)|(?:oddam|oddamy|zwroce|zwrocimy|odda) (?:\\S+ ){0,3}(?:pieniadze|kwote|wplate)|odzyska (?:\\S+ )?pieniadze",
    ],
    date: [
      "(?:w |we )?(?:poniedzialek|wtorek|srode|czwartek|piatek|jutro|dzis wieczorem|przyszlym tygodniu|tym tygodniu)(?: rano| wieczorem| po poludniu)?,? (?:\\S+ ){0,3}(?:bedzie|beda|zadziala|ruszy|dostanie|otrzyma|wroci)(?: \\S+)?",
      "(?:bedzie|beda|zadziala|dostanie|otrzyma|naprawimy|rozwiazemy) (?:\\S+ ){0,4}(?:poniedzialek|wtorek|srode|czwartek|piatek|jutro|do konca|przed|w ciagu)",
    ],
    guarantee: [
      "(?:juz )?(?:nigdy|wiecej)(?: \\S+){0,3} (?:powtorz\\w+|zdarz\\w+)|(?:moze|mozna|mozecie)(?: \\S+)? (?:na to |na nas )?(?:liczyc|polegac)|(?:prosze )?(?:byc|sie) (?:spokojn\\w+|nie martwic)|prosze sie nie (?:martwic|obawiac)|(?:zadne|zaden|zadna) (?:\\S+ )?(?:dane|plik|wiadomosc)(?: \\S+){0,2} (?:nie )?(?:przepadn\\w+|zgin\\w+|utrac\\w+|znikn\\w+)|nic nie (?:przepadnie|zginie)",
    ],
    legal: [
      "(?:to )?(?:nasza|moja|z naszej) (?:wina|winy)|(?:bierzemy|ponosimy|przejmujemy|bierze) (?:\\S+ ){0,3}(?:odpowiedzialnosc|wine)|(?:to )?(?:nasz|nasze) (?:blad|zaniedbanie)|zawinilismy|popelnilismy blad",
    ],
    done: [
      "(?<!(?:jesli|jezeli|gdy|kiedy|ze|czy) )(?:pana|pani|panstwa)? ?(?:konto|subskrypcja|umowa|zgloszenie|haslo|zamowienie|abonament|faktura) (?:\\S+ )?(?:jest|zostalo|zostala) (?:juz )?(?:anulowan|odblokowan|usuniet|aktywowan|utworzon|zmienion|rozwiazan|otwart|zamkniet|zwrocon|przedluzon|potwierdzon|zatwierdzon|zresetowan)\\w*|^(?:juz )?(?:zrobione|zalatwione|naprawione)",
    ],
    person: [
      "(?:kolega|kolezanka|technik|inzynier|specjalista|ktos|zespol|pracownik|konsultant)(?: z \\S+){0,2}(?: \\S+){0,3} (?:zadzwoni|oddzwoni|napisze|zajmuje|zajmie|pomoze|kontaktuje|skontaktuje|pracuje)",
    ],
    human: [
      "(?:rozmawia|pisze|rozmawiasz|piszesz) (?:\\S+ )?(?:z|do) (?:\\S+ )?(?:czlowiek\\w*|osob\\w+|ludz\\w+)(?! (?:decyduj|moze))|nie jestem (?:\\S+ )?(?:programem|maszyna|komputerem|robotem|algorytmem|botem)",
    ],
  },
});
