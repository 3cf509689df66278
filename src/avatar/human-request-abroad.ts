/** "A human, please" in the languages beside English and German: what asks for a person, and what only mentions one. */
import { any, anyLoose, loose, see } from "./safety/rule.ts";
import type { Abroad } from "./safety/tongues.ts";

export type HumanRequest = { rule: string; see: readonly RegExp[]; unless: RegExp };

const fr =
  "(?:(?:un|une|le|la|l|des|à|vrai|vraie|autre|de|vos|votre|d|quelqu|être|en) )*(?:humaine?s?|personne|conseill\\S+|agente?|un de (?:votre|vos|chez)|un|technicienn?e?|opérat\\S+|collaborat\\S+|" +
  "collègues?|responsable|supérieur|superviseur|ingénieure?|interlocut\\S+|représentante?|manager|chef|service client|équipe|support|vivant)";
const es =
  "(?:(?:un|una|el|la|al|a|su|sus|con|otra?|ser|verdadera?|de|algún) )*(?:humano|humana|persona|personas|alguien|agente|representante|técnico|técnica|asesora?|supervisora?|operadora?|" +
  "encargad[oa]|responsable|ingenier[oa]|compañer[oa]|gerente|jef[ea]|ejecutiv[oa]|atención al cliente|soporte)";
const it =
  "(?:(?:un|una|il|la|l|al|alla|suo|vostro|con|altra|vera|essere|di|dei|servizio) )*(?:uman[oa]|persona|qualcuno|operator[ei]|operatrice|tecnico|consulente|responsabile|supervisore|addett[oa]|" +
  "collega|ingegnere|capo|rappresentante|assistenza|clienti)";
const pt =
  "(?:(?:um|uma|o|a|ao|seu|sua|com|outra|ser|de|para|pra|algum) )*(?:humano|humana|pessoa|alguém|atendente|agente|representante|técnic[oa]|supervisora?|operadora?|responsável|engenheir[oa]|" +
  "colega|gerente|chefe|atendimento(?: humano| ao cliente)?|consultora?|suporte humano)";
const nl =
  "(?:(?:een|de|het|uw|jullie|met|echte?|ander|menselijke?|levend) )*(?:mens|persoon|iemand|medewerk\\S+|collega|adviseur|technicus|leidinggevende|manager|engineer|monteur|baas|klantenservice|" +
  "helpdesk|supportmedewerker|vertegenwoordiger)";
const pl =
  "(?:(?:z|ze|do|na|od|pana|pani|państwa|prawdziw\\S+|żyw\\S+|innym|waszego|waszym|mojego|jakimś) )*(?:człowiek\\S*|osob\\S+|kimś|ktoś|kogoś|konsultant\\S*|pracowni\\S+|technik\\S*|doradc\\S+|przełożon\\S+|kierownik\\S*|" +
  "inżynier\\S*|kolegą|szef\\S*|operator\\S*|agent\\S*|biurem obsługi\\S*|obsługą klienta|przedstawiciel\\S*)";
const ja =
  "(?:人間|担当(?:者|の方|の人)?|オペレーター?|スタッフ|技術者|エンジニア|上司|責任者|係の(?:方|人)|サポート(?:担当|の人|の方)?|社員の方|上の者|窓口|人|者|誰か|どなたか)";
const ar = "(?:انسان|شخص|موظف|احد|فني|مستشار|مشرف|ممثل|مدير|مهندس|زميل|بشري|رئيس|مندوب|خدمه العملاء|الدعم|وكيل بشري)";

/** One for each language; the words are folded as messages are. */
export const ABROAD_REQUESTS: Readonly<Record<Abroad, HumanRequest>> = {
  fr: {
    rule: "human.asked.fr",
    see: see(
      { person: fr },
      "(?:parler|discuter|échanger|dialoguer|causer|écrire|communiquer) (?:directement |plutôt )?(?:à|avec|au) ~1 {person}",
      "(?:passez|mettez|connectez|transférez|transmettez|donnez|dirigez|redirigez|orientez|amenez)[- ]?(?:moi|nous)? ~4 {person}|(?:mettre|mettez)(?:-moi)? ~3 (?:relation|contact) avec {person}",
      "(?:veux|voudrais|voudrions|souhaite|besoin|aimerais|exige|demande|préfère|préférerais|réclame) (?:d |de |à |avoir |bien )*{person}",
      "{person} (?:svp|s il|s'il|vite|maintenant|tout de suite|serait|, (?:svp|s il|vite))",
      "(?:quelqu un|une personne|un (?:humain|conseiller|collègue|technicien)) ~4 (?:peut|pourrait)(?:-il|-elle)? ~2 (?:m appeler|me rappeler|m aider|prendre|regarder|répondre|appeler)",
      "quelqu un peut m appeler|quelqu un ~4 prendre le relais|quelqu un à qui je peux|quelqu un à qui parler|en chair et en os",
      "(?:être|me faire) rappelée?|(?:rappelez|appelez)-moi|me faire rappeler|faites-moi rappeler",
      "(?:assez|marre|stop) ~4 (?:chatbot|robot|bot|machine|ia)",
      "(?:être|moyen d avoir) ~2 (?:vivant|humain)",
      "(?<=^ )(?:un |une )?(?:humain|conseiller|conseillère|opérateur|personne réelle)(?= (?:svp )?$)",
    ),
    unless: any(
      "(?:êtes-vous|êtes vous|es-tu|est ce que (?:je parle|vous êtes)|suis-je) ~6 (?:humain|robot|personne|bot)|je parle à un (?:robot|humain|bot) ou",
      "lisible par|erreur humaine|combien de personnes|pas besoin|plusieurs personnes|user agent|agent (?:de|logiciel|ssh)",
      "(?:j ai|nous avons|avons) (?:déjà )?(?:parlé|discuté|échangé|eu)",
      "(?:table|colonne|rôle|champ|enregistrer|ajouter|clé) ~5 {person}".replace("{person}", fr),
    ),
  },
  es: {
    rule: "human.asked.es",
    see: see(
      { person: es },
      "(?:hablar|hable|conversar|comunicarme|comunicarnos|chatear|charlar|escribir|contactar) (?:directamente )?con {person}",
      "(?:páseme|pásame|póngame|ponme|conécteme|conéctame|transfiérame|transfiéreme|comuníqueme|deríveme|deme|dame|páseme) (?:en contacto )?(?:con |a )?{person}",
      "(?:quiero|quisiera|necesito|deseo|exijo|prefiero|preferiría|querría|me gustaría) (?:a |que (?:me )?(?:atienda|conteste|responda|llame|llamara) )?{person}",
      "{person} (?:por favor|ya|ahora|rápido|, (?:por favor|rápido|ya))",
      "(?:me|nos) (?:puede|podría|pueden) (?:llamar|atender|ayudar) {person}|(?:puede|podría) (?:atenderme|llamarme|ayudarme|responderme) {person}|{person} (?:puede|podría) ~1 (?:llamarme|atenderme|revisar|mirar|ayudarme)",
      "{person} me (?:llame|llamara|atienda|contacte)|(?:puede|podría) {person} (?:llamarme|atenderme|ayudarme)",
      "(?:que )?me (?:atienda|llame|llamara|conteste|responda) {person}|alguien con quien (?:pueda|puedo|poder) hablar|de carne y hueso",
      "(?:basta|harto|harta|cansado) ~3 (?:robots?|bots?|chatbot|máquinas?)",
      "(?<=^ )(?:un |una )?(?:humano|humana|agente|asesor|operador|persona)(?= $)",
    ),
    unless: any(
      "(?:es|eres|son) (?:usted |tú )?(?:un |una )?(?:humano|humana|persona|robot|bot)|estoy hablando con",
      "legible|error humano|cuántas personas|no necesito|varias personas|user agent|agente de (?:copias|software|backup)",
      "(?:hablé|hemos hablado|he hablado|hablamos)",
      "(?:tabla|columna|rol|campo|guardo|añado|clave|kubernetes) ~5 {person}|{person} de kubernetes|a qué hora".replaceAll("{person}", es),
    ),
  },
  it: {
    rule: "human.asked.it",
    see: see(
      { person: it },
      "(?:parlare|parli|discutere|chattare|scrivere|comunicare|confrontarmi) (?:direttamente )?con {person}",
      "(?:mi passi|passatemi|mi metta|mettetemi|mi colleghi|collegatemi|mi trasferisca|trasferitemi|mi dia|datemi|mi connetta) (?:in (?:contatto|comunicazione) )?(?:con |a |ad |al )?{person}",
      "(?:voglio|vorrei|desidero|ho bisogno di|bisogno di|preferisco|preferirei|pretendo|mi serve|esigo) (?:che mi (?:risponda|chiami) )?{person}",
      "{person} (?:per favore|subito|ora|adesso|, (?:per favore|subito|ora))",
      "{person} (?:può|potrebbe|possono) ~1 (?:chiamarmi|richiamarmi|aiutarmi|rispondermi|guardare|contattarmi)|(?:può|potrebbe) (?:chiamarmi|richiamarmi|rispondermi|aiutarmi) {person}",
      "{person} mi (?:richiami|chiami|contatti|telefoni)",
      "qualcuno con cui (?:posso|possa|poter) parlare|in carne e ossa|fatemi parlare|essere (?:ri)?(?:contattato|chiamato|contattata|chiamata) da {person}",
      "(?:basta|stufo|stanco) ~3 (?:chatbot|bot|robot|macchine)",
      "(?<=^ )(?:un |una )?(?:essere umano|umano|operatore|persona)(?= $)",
    ),
    unless: any(
      "(?:lei è|sei|siete) (?:un |una )?(?:essere )?(?:umano|umana|persona|robot|bot)|sto parlando con",
      "leggibile|errore umano|quante persone|non serve|più persone|user agent|agente (?:di backup|software)|non ho bisogno",
      "(?:ho parlato|abbiamo parlato|parlai)",
      "(?:tabella|colonna|ruolo|campo|salvo|aggiungo|chiave) ~5 {person}|operatore like|a che ora".replaceAll("{person}", it),
    ),
  },
  pt: {
    rule: "human.asked.pt",
    see: see(
      { person: pt },
      "(?:falar|conversar|comunicar|tratar|chatear|contatar|contactar) (?:diretamente )?(?:com )?{person}",
      "(?:me )?(?:passe|passa|transfira|transfira-me|conecte|conecte-me|coloque|ponha|encaminhe|ligue|chame|chama|dê) (?:me )?(?:em contato )?(?:com |para |pra )?{person}|passe-me ~1 {person}",
      "(?:quero|queria|preciso|gostaria|desejo|exijo|prefiro|preferia|preferiria) (?:de |que )?{person}",
      "{person} (?:por favor|já|agora|rápido|, (?:por favor|rápido|já))",
      "{person} (?:(?:de|do|da) \\S+ )?(?:pode|poderia|podia) ~1 (?:me ligar|ligar|ligar-me|me ajudar|me atender|me responder|olhar|ver)|pode chamar {person}",
      "{person} me (?:ligue|telefone|contacte|atenda)",
      "(?:ser )?atendid[oa] por {person}|alguém com quem|de carne e osso|que uma pessoa me (?:responda|atenda|ligue)",
      "(?:chega|cansei|farto) ~3 (?:robô|bot|chatbot|máquina)",
      "(?<=^ )(?:um |uma )?(?:humano|atendente|operador|pessoa|ser humano)(?= $)",
    ),
    unless: any(
      "(?:você é|és|vocês são) (?:um |uma )?(?:humano|humana|pessoa|robô|bot)|estou falando com",
      "legível|erro humano|quantas pessoas|não preciso|várias pessoas|user agent|agente de (?:backup|software)",
      "(?:falei|já falei|falamos|conversei)",
      "(?:tabela|coluna|papel|campo|guardo|adiciono|chave) ~5 {person}|{person} do kubernetes|a que horas".replaceAll("{person}", pt),
    ),
  },
  // A message has "you" where Dutch wrote "u": short English is written out.
  nl: {
    rule: "human.asked.nl",
    see: see(
      { person: nl },
      "(?:met|aan) {person} ~2 (?:praten|spreken|bellen|chatten|overleggen|doorverbonden)|{person} (?:spreken|aan de lijn)|praat liever met {person}|praten met {person}",
      "(?:verbind|zet|geef|breng|haal|schakel|stuur|leid) (?:me|mij|ons|uw|een|de|er) ~5 ?{person}|contact ~2 met {person}|in contact brengen met {person}",
      "(?:wil|wilt|zou|nodig|eis|heb|graag) (?:graag |liever |dat |ik )*{person} ?(?:nodig|,|spreken|geen|mij|antwoordt|graag)?(?= (?:nodig|,|spreken|geen|mij|antwoordt|graag|$))",
      "{person} (?:alstublieft|graag|snel|nu|a u b|, (?:alstublieft|graag|snel|nu))",
      "kan (?:er )?{person} (?:van (?:u|you) )?(?:mij |me |ernaar |naar |er )*(?:bellen|terugbellen|helpen|kijken|antwoorden|meekijken)|kan iemand mij bellen",
      "(?:bel|bellen) (?:mij|me|ons) ~1 terug|(?:kan|kunt|zou) {person} (?:mij|me|ons) ~2 (?:bellen|terugbellen)|doorverbinden met {person}|{person} (?:willen|kunnen|mogen) spreken|liever {person}",
      "iemand met wie ik kan|van vlees en bloed|teruggebeld worden|gesprek met {person}|laat me met {person}|heb ~2 {person} nodig",
      "(?:genoeg|zat|klaar) ~3 (?:chatbot|bot|robot)",
      "iemand van (?:jullie|uw|het) (?:\\S*team|bedrijf|support) (?:mogen |kunnen |willen )?(?:praten|spreken|bellen)",
      "(?<=^ )(?:een )?(?:mens|medewerker|echt persoon)(?= $)",
    ),
    unless: any(
      "(?:bent u|ben je|praat ik|spreek ik|chat ik) ~5 (?:mens|robot|bot|persoon|machine)",
      "leesbaar|menselijke fout|hoeveel mensen|geen {person} nodig|meerdere mensen|user agent|back-?upagent|softwareagent".replace("{person}", nl),
      "(?:heb|hebben|had) ~6 (?:gesproken|gebeld|gepraat)",
      "(?:tabel|kolom|rol|veld|voeg|sleutel) ~3 {person}|kubernetes-\\S+|hoe laat".replace("{person}", nl),
    ),
  },
  pl: {
    rule: "human.asked.pl",
    see: see(
      { person: pl },
      "(?:rozmawiać|porozmawiać|mówić|pogadać|rozmowy|rozmowę) (?:bezpośrednio )?z ?~1 ?{person}|(?:rozmawiać|porozmawiać|mówić|rozmowy) {person}",
      "(?:połącz\\S*|przełącz\\S*|przekieruj\\S*|skontaktuj\\S*|przekaż\\S*) (?:mnie )?{person}|(?:połączyć|przełączyć|przekierować) (?:mnie )?{person}|(?:kontakt|telefon) (?:z |od )?{person}|dajcie mi ~1 {person}",
      "(?:chcę|chcemy|chciałbym|chciałabym|potrzebuję|poproszę|proszę o|żądam|wolę|wolałbym|wolałabym) ~1 ?{person}",
      "{person} (?:proszę|szybko|natychmiast|teraz|, (?:proszę|szybko|nie))",
      "(?:czy )?(?:ktoś|wasz kolega|konsultant|człowiek) ~2 (?:do mnie )?(?:zadzwonić|oddzwonić|pomóc mi)|(?:może|mógłby) do mnie (?:zadzwonić|oddzwonić)",
      "niech {person} do (?:mnie|nas) (?:oddzwoni|zadzwoni)",
      "ktoś , z kim (?:mogę|można)|z krwi i kości|niech (?:mi )?odpowie ~1 {person}|odpowiedziała mi osoba",
      "(?:dość|dosyć) ~2 (?:bota|chatbota|robota|maszyny)",
      "(?<=^ )(?:człowiek|konsultant|człowieka)(?= $)",
    ),
    unless: any(
      "(?:czy )?(?:jesteś|rozmawiam z|jest pan|jest pani) ~3 (?:człowiek\\S*|robot\\S*|bot\\S*|osob\\S*)",
      "czyteln\\S*|błąd ludzki|ile osób|nie potrzebuję|kilka osób|user agent|agent (?:kopii|programowy)",
      "rozmawiałe[mś]|rozmawiałam|rozmawialiśmy",
      "(?:tabel\\S*|kolumn\\S*|rola|pole|zapisać|dodać|klucz) ~3 {person}|operator like|o której".replace("{person}", pl),
    ),
  },
  ja: {
    rule: "human.asked.ja",
    see: loose(
      { person: ja },
      "{person}(?:の方)?(?:と|に|へ)~4(?:話したい|話せ|話をさせ|話させ|お話しさせ|おつなぎ|話を(?:したい|させて)|相談したい|つないで|繋いで|代わって|替わって|替えて|転送して|連絡を取って|見てもらえ|対応してほしい|対応して欲しい|出てもらえ|つないでもらえ)",
      "{person}(?:の方)?(?:を|による|の)~3(?:お願いし|呼んで|出して|希望|対応を|サポートを)",
      "{person} ?(?:お願いします|お願い|を ?,? ?$)|早く{person}を",
      "(?:折り返し|お?電話)~6(?:ください|下さい|いただけ|ほしい|欲しい)",
      "有人(?:対応|サポート|チャット)|話せる人|本物の人|生身の人間|人から返事",
      "(?:ボット|ロボット|機械|ai)~6(?:もう結構|うんざり|嫌)",
      "^ (?:人間|担当者|オペレーター) ?$",
    ),
    unless: anyLoose(
      "(?:あなた|貴方|そちら)は~6(?:人間|ロボット|人|ボット)|ロボットと話しているのです",
      "人間が読め|人為的|何人|複数の人|不要|ユーザーエージェント|(?:先週|昨日|以前|前に)~12(?:話し(?:ました|た)|相談しました)",
      "(?:うち|当社|弊社)の~4(?:担当|技術者|チーム)|権限|列を|テーブル|誰が書|誰ですか|読んでいますか|レビュー|何時から|演算子|上司が",
    ),
  },
  ar: {
    rule: "human.asked.ar",
    see: loose(
      { person: ar },
      "(?:التحدث|اتحدث|اتكلم|التكلم|الحديث|التواصل|محادثه|الكلام) (?:الي|مع|ب)? ?\\S*{person}",
      "(?:حولني|حولوني|تحويلي|توصيلي|صلني|اوصلني|اوصلوني|وصلني|وصلوني|اعطني|اعطوني|احلني) ~1 \\S*{person}|(?:توصيلي|صلني|اوصلوني) \\S*{person}",
      "(?:اريد|نريد|احتاج|احتاج الي|اطلب|اطالب|افضل|ارغب|اود) (?:الي )?{person}",
      "{person}\\S* (?:من فضلك|لو سمحت|رجاء|بسرعه|الان|حقيقي)",
      "(?:يتصل بي|الاتصال بي|معاوده الاتصال|يرد علي|ان يجيبني|ليرد علي) ?\\S*(?:{person})?",
      "احد يمكنني التحدث|من لحم ودم",
      "(?:كفي|سئمت|مللت) ~2 (?:روبوت|بوت|اله)",
      "^ (?:انسان|موظف|شخص) ?$",
    ),
    unless: anyLoose(
      "هل انت|هل اتحدث مع",
      "مقروء|خطا بشري|كم شخص|لا احتاج|عده اشخاص|user agent|وكيل (?:النسخ|برمجي)",
      "تحدثت مع|تكلمت مع|تواصلت مع",
      "(?:جدول|عمود|دور|حقل|احفظ|اضيف) ~2 {person}|صفحه الاتصال|متي تفتح".replace("{person}", ar),
    ),
  },
};
