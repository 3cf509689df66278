/** Words without a question, and the few questions whose answer is a fixed text, in all our languages. */

export type Courtesy = "thanks" | "greeting" | "alright" | "disclosure" | "everyone";

/** A longer message says something besides, whatever it begins with; no pattern for a message that stands alone ever walks farther. */
const LONGEST_ALONE = 320;
const STAND_ALONE: ReadonlySet<Courtesy> = new Set(["thanks", "greeting", "alright"]);

const THANKS =
  /^\W*(?:ok(?:ay)?|great|perfect|super|prima)?[\s,.!]*(?:many |vielen |besten )?(?:thanks?|thank you|thx|cheers|danke(?: ?sch[oö]n| ?sehr)?|dank)(?:[\s,]+(?:a lot|so much|very much|you|that (?:helped|worked)|marla|dir|ihnen|das hat geholfen|f[uü]r die hilfe|for (?:the|your) help))*\W*$/iu;
const GREETING =
  /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|moin|servus)(?:[\s,]+(?:there|all|marla|zusammen))?\W*$/iu;

const ALRIGHT =
  /^\W*(?:👍|👌|ok(?:ay)?|all ?right|fine|got it|i see|understood|no(?:pe)?|nah|nein|n[öo]|nee|alles klar|gut|in ordnung|verstanden|passt)(?:[\s,.!]+(?:ok(?:ay)?|then|dann|thanks?|thank you|thx|danke(?: ?sch[oö]n| ?sehr)?|not now|gerade nicht))*\W*$/iu;

const WHO =
  /\b(?:are|r) (?:you|u) (?:really |actually )?(?:an? )?(?:human|real|bot|robot|ai|person|machine|chatbot)\b|\bis (?:this|that|it) (?:really |just |actually )?(?:an? )?(?:human|bot|robot|ai|machine|chatbot|real person)\b(?=\s*(?:\?|$)|\s+(?:here|or|i'm|i am|that)\b)|\bis there (?:a|any) (?:real )?(?:human|person) (?:here|there|behind this)\b|\bam i (?:really |actually )?(?:talking|speaking|chatting|writing) (?:to|with) (?:an? )?(?:real |actual )?(?:human|person|bot|robot|ai|machine|computer|chatbot)\b|\b(?:bist du|sind sie|ist das hier) (?:wirklich |etwa )?(?:eine? )?(?:echte[rn]? )?(?:mensch|bot|roboter|ki|maschine|echte?)\b|\bist (?:da|hier|das) (?:wirklich |etwa )?(?:ein|eine) (?:echte[rn]? )?(?:mensch|bot|roboter|ki|maschine)\b(?=\s*(?:\?|$)|\s+(?:hier|oder|am)\b)|\b(?:spreche|rede|schreibe|chatte) ich (?:hier |gerade |wirklich )?mit (?:einem|einer) (?:echten )?(?:mensch(?:en)?|bot|roboter|maschine|ki|computer)\b/iu;
const RANK =
  /\b(?:paying|premium|paid|bigger)[ -](?:customers?|clients?|users?|accounts?|ones|people|companies|plans?|members?)\b.{0,40}\b(?:first|priority|before|faster|better)\b|\b(?:zahlende|premium|große)\S{0,20}?[ -]?(?:kund|nutzer|firm|unternehmen)\S{0,20}.{0,40}\b(?:zuerst|vorrang|bevorzugt|schneller)\b/iu;
const ACCOUNT =
  /\b(?:what|which) plan (?:are|do|am) (?:we|i)\b|(?<!\bwhy (?:is|does|did|has) )\b(?:my|our) (?:own )?(?:plan(?! (?:us(?:es?|ing)|is (?:to|using)|was to|shows?|picks?|chooses?|scans?)\b)|contract|subscription|support level|response times?)\b|\b(?:mein|unser)(?:e|en|em|er)? (?:vertrag|tarif|reaktionszeit)|\bwelche[nr]? (?:vertrag|tarif) (?:haben wir|habe ich|gilt für (?:uns|mich))\b/iu;

/** The same in the languages beside English and German; each stands alone in its message, but for a few words that may follow. */
const ABROAD: readonly (readonly [Courtesy, RegExp])[] = [
  [
    "thanks",
    alone(
      "(?:ok |d'accord |super |parfait )?(?:un grand |mille )?merci|(?:vale |perfecto |ok )?(?:muchas )?gracias|(?:ok |perfetto )?(?:mille |molte )?grazie|(?:ok )?(?:muito )?obrigad[oa]|valeu|(?:hartelijk |heel erg )?(?:bedankt|dank u(?: wel)?|dank je(?: wel)?|dankjewel)|(?:bardzo )?(?:dziękuję|dzięki|dziękujemy)|(?:どうも)?ありがとう(?:ございます|ございました)?|助かりました|شكرا(?: لك| لكم| جزيلا)?|شكرًا(?: لك| لكم| جزيلًا)?",
      "beaucoup|bien|infiniment|pour votre aide|pour tout|por (?:su|la) ayuda|por todo|mille|tante|dell'aiuto|per l'aiuto|pela ajuda|voor de hulp|voor uw hulp|za pomoc|bardzo|marla",
    ),
  ],
  [
    "greeting",
    alone(
      "bonjour|bonsoir|salut|hola|buenas|buenos días|buenas (?:tardes|noches)|ciao|salve|buongiorno|buonasera|olá|oi|bom dia|boa (?:tarde|noite)|hoi|goedemorgen|goedemiddag|goedenavond|goedendag|dzień dobry|cześć|witam|こんにちは|こんばんは|おはようございます|はじめまして|مرحبا|مرحبًا|السلام عليكم|أهلا|أهلًا|صباح الخير|مساء الخير",
      "à tous|a todos|a tutti|a todos|allemaal|marla",
    ),
  ],
  [
    "alright",
    alone(
      "d'accord|entendu|compris|très bien|ça marche|non|vale|de acuerdo|entendido|está bien|va bene|d'accordo|capito|certo|perfetto|tudo bem|certo|entendi|está bem|prima|begrepen|duidelijk|in orde|oké|w porządku|dobrze|rozumiem|jasne|わかりました|分かりました|了解です|了解しました|承知しました|大丈夫です|結構です|حسنا|حسنًا|مفهوم|تمام|لا",
      "merci|gracias|grazie|obrigad[oa]|bedankt|dank u|dziękuję|شكرا|شكرًا",
    ),
  ],
  [
    "disclosure",
    /(?:êtes[- ]vous|es[- ]tu|est-ce que vous êtes|je parle à) (?:vraiment )?une? (?:humaine?|robot|bot|ia|machine|vraie personne|personne)|(?:eres|es usted|estoy hablando con) (?:un[ao]? )?(?:human[ao]|robot|bot|ia|máquina|persona)|(?:sei|lei è|sto parlando con) (?:un[ao]? ?'?)?(?:essere umano|uman[ao]|robot|bot|ia|macchina|persona)|(?:você é|és|estou falando com) (?:uma? )?(?:human[ao]|robô|bot|ia|máquina|pessoa)|(?:bent u|ben je|praat ik met) (?:een )?(?:mens|robot|bot|ai|machine|echt persoon)|(?:czy )?(?:jesteś|rozmawiam z) (?:człowiekiem|robotem|botem|ai|maszyną)|(?:あなたは|これは)?(?:人間|ロボット|ボット|ai|機械)ですか|هل أنت (?:إنسان|روبوت|بوت|آلة|ذكاء)|هل أتحدث (?:مع|إلى) (?:إنسان|روبوت|بوت|شخص|آلة)/iu,
  ],
  [
    "everyone",
    /(?:clients? payants?|clientes de pago|clientes que pagan|clienti paganti|clientes pagantes|betalende klanten|płacący klienci|płacących klientów|有料の?(?:顧客|会員|お客)|العملاء الذين يدفعون).{0,40}(?:d'abord|priorit|premiers|primero|prima|primeiro|eerst|voorrang|pierwsz|najpierw|優先|先に|أولا|أولوية)/iu,
  ],
];

const ACCOUNT_ABROAD =
  /\b(?:mon|notre|nos) (?:contrat|abonnement|délais? de réponse)|\b(?:mi|nuestro) (?:contrato|plan|tiempo de respuesta)|\b(?:il mio|il nostro|nostro) (?:contratto|piano|tempo di risposta)|\b(?:meu|nosso) (?:contrato|plano|tempo de resposta)|\b(?:mijn|ons|onze) (?:contract|abonnement|reactietijd)|\b(?:moj[aąe]|nasz[aąe]?|naszej|mojej) (?:umow|plan|czas reakcji)|(?:私の|当社の|うちの)?(?:契約内容|契約プラン|応答時間)(?:は|を)|(?:عقدي|عقدنا|خطتنا|باقتنا)/iu;

/** Where one question ends and the next begins. */
const ENDS = /(?<=[.?!;。？！؟])\s*|\n+/u;
/** In more words one says something besides. */
const MOST_WORDS = 12;

/** Is a message nothing but such a question, with a greeting or thanks around it at most? What else it asks would stay unanswered. */
export function saysOnly(message: string, isSuch: (sentence: string) => boolean): boolean {
  const said = message.split(ENDS).filter((part) => /[\p{L}\p{N}]/u.test(part) && !isSmall(part));
  return said.length > 0 && said.every((part) => isSuch(part) && part.trim().split(/\s+/u).length <= MOST_WORDS);
}

function isSmall(part: string): boolean {
  const courtesy = courtesyIn(part);
  return courtesy === "thanks" || courtesy === "greeting" || courtesy === "alright";
}

function alone(words: string, after: string): RegExp {
  return new RegExp(`^[^\\p{L}]*(?:${words})(?:[\\s,.!、。،]+(?:${after}))*[^\\p{L}]*$`, "iu");
}

/** Does somebody want to know whether a human is writing to them? */
export function asksWho(message: string): boolean {
  return courtesyIn(message) === "disclosure";
}

/** What a message is if it is no question for the pages. */
export function courtesyIn(question: string): Courtesy | undefined {
  const whole = withoutRows(question.trim());
  const alone = whole.length <= LONGEST_ALONE;
  if (alone && THANKS.test(whole)) return "thanks";
  if (alone && GREETING.test(whole)) return "greeting";
  if (alone && ALRIGHT.test(whole)) return "alright";
  if (WHO.test(question)) return "disclosure";
  if (RANK.test(question)) return "everyone";
  return ABROAD.find(([of, pattern]) => (STAND_ALONE.has(of) ? alone && pattern.test(whole) : pattern.test(question)))?.[0];
}

/** "Thanks!!!!!!" is "Thanks!": rows of one sign say no more than the sign. */
function withoutRows(text: string): string {
  return text.replaceAll(/([^\p{L}\p{N}])\1+/gu, "$1");
}

/** A plain question about one's own contract. */
export function asksForAccount(question: string): boolean {
  return ACCOUNT.test(question) || ACCOUNT_ABROAD.test(question);
}
