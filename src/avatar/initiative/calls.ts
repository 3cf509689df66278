import { PLEASE, sentences, SMALL, START } from "./asked.ts";

/**
 * "Please don't call me", "rufen Sie mich bitte nicht mehr an": said plainly, nobody of ours rings them any more. A sentence says it from its first word to
 * its last: with a name ("don't call me Bob"), a time ("not before ten") or a condition behind it, it says something else, and the model reads it.
 */
export function noCalls(message: string): string | undefined {
  const lines = message
    .normalize("NFC")
    .replace(/[’‘]/gu, "'")
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    // Somebody else's words, as mails quote them.
    .filter((line) => line !== "" && !line.startsWith(">"));
  // Line by line first: in a letter, a sentence ends with its line, or goes on in the next.
  for (const said of [lines.flatMap(sentences), sentences(lines.join(" "))]) {
    const heard = said.filter(saysNoCalls);
    if (heard.length === 0) continue;
    const rest = said.filter((sentence) => !heard.includes(sentence) || ALSO.some((more) => more.test(sentence)));
    return rest.every((sentence) => SMALL.test(sentence)) ? "" : rest.join(" ");
  }
  return undefined;
}

/** No plain wish is longer; an endless sentence must not make a pattern walk. */
const LONGEST_SENTENCE = 240;
/** "Hi Marla,", "@Marla", "as I said:", "from now on": before the wish, and no part of it. */
const TO_SOMEBODY =
  /^[^\p{L}\p{N}@]*(?:(?:hi|hello|hey|dear|good (?:morning|day|evening)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte\w*|bonjour|bonsoir|hola|ciao|buongiorno|olá|oi|dag|beste|dzień dobry|cześć)(?: [\p{L}.-]+){0,4}[,!] *)?(?:@[\p{L}\w.-]+[,:]? +)?(?:(?:sorry|look|listen|as i(?: have|'ve)?(?: already)? said|once (?:again|more)|again|for the last time|entschuldig\w+(?: sie)?|nochmals?|noch einmal|wie (?:schon )?gesagt|zum letzten mal)[,:!] *|(?:from now on|in (?:the )?future|künftig),? )?/iu;
const QUESTION = /[?？؟][\s"'»”」]*$/u;

function saysNoCalls(sentence: string): boolean {
  if (sentence.length > LONGEST_SENTENCE) return false;
  const said = sentence.replace(TO_SOMEBODY, "");
  // "Rufen Sie mich nicht an?" wonders why nobody rings; only a question that asks for it is no question.
  return (QUESTION.test(said) ? ASKED_KINDLY : SAID).some((see) => see.test(said));
}

const END = String.raw`[\s.!,;?？。！"'»”“」)-]*$`;

// English
const WRITE = "(?:write|writing|e-?mail|e-?mailing|text|texting|message|messaging|contact|contacting)(?: to)?(?: me| us)?";
const BESIDE = (call: string) => `(?:${WRITE} (?:or|and|nor) )?${call}(?:(?: me| us)? (?:or|and|nor) ${WRITE.replace("(?: me| us)?", "")})?`;
const CALL = BESIDE("(?:call|ring|phone|telephone|cold-?call)");
const CALLING = BESIDE("(?:calling|ringing|phoning|telephoning|cold-?calling)");
const MY_NUMBER =
  "(?:this|that|my|our|any of (?:my|our)) (?:(?:tele)?phone |mobile |cell |office |home )?(?:numbers?|phones?|mobiles?|telephones?|cell ?phones?|landlines?)";
const ME = `(?:(?:me|us)(?: up)?|${MY_NUMBER})`;
const SOFTLY = "(?:(?:ever|please|just|simply|even|kindly|keep on|keep) )*";
/** What may follow and changes nothing. */
const AND_NO_MORE = `(?:,? (?:any ?more|any longer|again|ever|ever again|at all|please|pls|plz|thanks|thank you|unasked|by (?:tele)?phone|on the (?:tele)?phone|(?:at|on|under) ${MY_NUMBER}|unless (?:i|we) ask(?: (?:you|for it))?(?: to)?|without (?:asking|being asked|my (?:permission|consent))(?: me)?(?: first)?|under any circumstances|in (?:the )?future|from now on|for (?:any|whatever) reason))*`;
/** What somebody would have instead; who wants to be rung elsewhere, or at another time, has not said that they want no calls. */
const NOT_RUNG = "(?!.{0,100}?(?<!\\p{L})(?:call|ring|phone)(?:s|ing)?(?! you)(?!\\p{L})).{0,100}";
const BUT =
  "(?: ?[,;:–—-]+| (?=(?:but|and|please|just|simply|only|rather|instead|because|thanks|thank) )) (?:but |and |so )?(?:please |just |simply |only |rather |instead )*";
const INSTEAD = `(?:${BUT}(?:write|e-?mail|mail|text|message|chat|use|answer|reply|contact me by|send|by e-?mail|in writing|(?:i|we)(?:'d| would)? (?:much )?(?:rather|prefer|hate|don't like|do not like)|(?:i|we)(?:'ll| will)|because (?:i|we) (?:hate|prefer|don't like)|thanks|thank you)(?!\\p{L})${NOT_RUNG})?`;
const ENGLISH_END = `${AND_NO_MORE}${INSTEAD}${END}`;
const FROM_YOU = "(?: (?:from|by) (?:you|your (?:company|team|people|colleagues)|anybody|anyone))?";
const NO_LONGER = "(?:,? (?:any ?more|any longer|again|ever again|please|thanks|thank you))*";
/** A plea that is put as a question. */
const COULD_YOU = `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*(?:could|can|would|will) you (?:please |kindly )?`;

const EN_SAID: readonly string[] = [
  `${START}(?:no,? )?(?:i said:? )?(?:don'?t(?: you (?:ever|dare(?: to)?))?|do not|never(?: ever)?|you (?:must not|mustn't|may not|may no longer|should not|shouldn't|are not (?:allowed|permitted) to)) ${SOFTLY}${CALL} ${ME}${ENGLISH_END}`,
  `${START}(?:stop|quit|cease|refrain from|you (?:must|should|have to|need to) stop) ${SOFTLY}${CALLING} ${ME}${ENGLISH_END}`,
  `${START}(?:stop|quit) (?:calling|ringing|phoning|telephoning)${NO_LONGER}${END}`,
  // "Don't call" alone may be said of anything: with a "please", or with what they want instead, it is said of them.
  `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*(?:please|pls|bitte),? (?:don'?t|do not|never) ${CALL}(?: ${ME})?${AND_NO_MORE}(?:${BUT}(?:write|e-?mail|text me|message me|thanks|thank you)(?!\\p{L})${NOT_RUNG})?${END}`,
  `${START}(?:don'?t|do not|never) ${CALL}(?:,? (?:please|pls)|${BUT}(?:write(?: to)? (?:me|us)|e-?mail (?:me|us)|text (?:me|us)|message (?:me|us))(?!\\p{L})${NOT_RUNG})${END}`,
  `${START}(?:don'?t|do not|never|stop) ${SOFTLY}(?:contact(?:ing)?|reach(?:ing)?(?: out to)?) (?:me|us) (?:${AND_NO_MORE} ?)(?:by|over|via|per|on) (?:the |my )?(?:tele)?phone${ENGLISH_END}`,
  `${START}(?:i|we) (?:don'?t|do not|no longer) (?:want|wish|like) to be (?:contacted|reached) (?:by|over|via|on) (?:the |my )?(?:tele)?phone${ENGLISH_END}`,
  `${START}(?:i|we) (?:don'?t|do not|no longer) (?:take|accept) (?:any )?(?:tele)?phone calls${FROM_YOU}${ENGLISH_END}`,
  `${START}(?:stop|no more|end) (?:the|these|those|your|all|all the|all these|any)? ?(?:${CALLING} calls|(?:tele)?phone calls|cold calls|calls)(?: to ${ME})?${FROM_YOU}(?:(?:,? please|,? thanks|,? thank you| any ?more| to ${ME})[.!\\s]*$|!+\\s*$)`,
  `${START}(?:stop|end) (?:the|these|those|your|all|all the|all these) (?:(?:tele)?phone |cold )?calls${NO_LONGER}${END}`,
  `${START}no (?:more )?(?:tele)?phone calls${FROM_YOU}${ENGLISH_END}`,
  `${START}(?:i|we) (?:really |simply )?(?:don'?t|do not|no longer) (?:want|wish|like|agree|consent)(?: to (?:get|receive|have))? (?:any |any more |more |your |to )?(?:(?:tele)?phone |cold )?(?:calls|being called)${FROM_YOU}${ENGLISH_END}`,
  `${START}(?:i|we) (?:really |simply )?(?:don'?t|do not|no longer) (?:want|wish|agree) (?:you |your (?:people|colleagues|team) |anybody |anyone )?to (?:be (?:called|rung|phoned)|${CALL} ${ME})${FROM_YOU}${ENGLISH_END}`,
  `${START}(?:i|we)(?:'d| would)? (?:much )?(?:rather|prefer)(?: to)? not(?: to)? (?:be (?:called|rung|phoned)|get (?:any )?(?:phone )?calls)${FROM_YOU}${ENGLISH_END}`,
  `${START}(?:i|we)(?:'d| would) (?:much )?(?:rather|prefer(?: it)? if) you (?:didn'?t|did not|never) (?:called|call|rang|ring|phoned|phone) ${ME}${ENGLISH_END}`,
  `${START}(?:i|we)(?:'ve| have)? (?:already |just )?(?:asked|told) you (?:(?:already|before|twice|again) )*(?:not to|never to|to stop) (?:${CALL}|${CALLING}) ${ME}${ENGLISH_END}`,
  `${START}(?:i|we) (?:hereby )?(?:withdraw|revoke|take back) (?:my|our) (?:consent|permission|agreement) (?:to|for|to be|to being) (?:called|(?:receiving |receive )?(?:tele)?(?:phone )?calls|be called|being called)${FROM_YOU}${END}`,
  `${START}(?:make sure (?:that )?)?(?:nobody|no one) (?:is to|should|must|may|ever)?(?: ever)? ?(?:calls?|rings?|phones?) ${ME}${NO_LONGER}${END}`,
  `${START}(?:have|let) (?:nobody|no one) ${CALL} ${ME}${ENGLISH_END}`,
  `${START}tell your (?:people|colleagues|team|staff) (?:not to ${CALL}|to stop ${CALLING}) ${ME}${ENGLISH_END}`,
  `${START}(?:take|remove|strike|delete) (?:me|us|my number|our number) (?:off|from) (?:of )?(?:your|the) (?:call(?:ing)?|phone|telephone) lists?${NO_LONGER}${END}`,
  `${START}(?:put|add) (?:me|us|my number|our number) (?:on|to|in) (?:your |the )?do[- ]not[- ]call list${NO_LONGER}${END}`,
  `${START}(?:i(?:'d| would) like to |i want to |i )?(?:opt(?:ing)? out of|unsubscribe (?:me |us )?from) (?:all |the |your |these )?(?:(?:tele)?phone )?calls${NO_LONGER}${END}`,
];
const EN_KINDLY: readonly string[] = [
  `${COULD_YOU}(?:stop|quit) ${CALLING} ${ME}${ENGLISH_END}`,
  `${COULD_YOU}(?:never ${CALL} ${ME} again|no longer ${CALL} ${ME})${ENGLISH_END}`,
  `${COULD_YOU}not ${SOFTLY}${CALL} ${ME} (?:any ?more|again|ever again|please)${END}`,
  `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*(?:could|can|would|will) you (?:please|kindly) not ${SOFTLY}${CALL} ${ME}${ENGLISH_END}`,
  `^\\W*(?:could|can) you (?:please )?(?:take|remove) (?:me|us|my number|our number) (?:off|from) (?:of )?(?:your|the) (?:call(?:ing)?|phone|telephone) lists?${NO_LONGER}${END}`,
];

// German
const BITTE = "(?:(?:bitte|doch|einfach|endlich|künftig|in zukunft|ab sofort|jetzt) )*";
const NICHT = "(?:nicht|nie|niemals)(?: (?:mehr|wieder|noch einmal|nochmals?|mehr wieder))*";
const MICH = "(?:mich|uns|bei (?:mir|uns)|hier|(?:auf|unter) (?:dieser|meiner|unserer) (?:nummer|telefonnummer|handynummer))";
const WIE =
  "(?: (?:bitte|ungefragt|unaufgefordert|telefonisch|von sich aus|einfach so|grundlos|(?:auf|unter) (?:dieser|meiner|unserer) (?:nummer|telefonnummer|handynummer)))*";
const STATT_DESSEN =
  "(?:[,;:–—-]* (?:und |sondern |aber )?(?:bitte |lieber |nur |einfach |gerne? )*(?:schreib(?:e|t|en sie)?|mailen sie|mail|per (?:e-?)?mail|per chat|e-?mails?|schriftlich|nur noch|nutzen sie|danke|vielen dank|ich (?:melde mich|schreibe|rufe (?:sie|dich|euch)|mag|bevorzuge|hasse|möchte lieber))(?!\\p{L})(?!.{0,100}?(?<!\\p{L})(?:mich|uns) .{0,40}an(?:rufen)?(?!\\p{L})).{0,100})?";
const DEUTSCHES_ENDE = `(?:,? bitte)?${STATT_DESSEN}${END}`;
const RUF = "(?:ruf(?:e|en sie|t)?)";
const ANRUFE = "(?:(?:weiteren? |solchen? |ihre |eure |diese |unerwünschten? )*(?:telefon|werbe)?anrufe)";
const VON_IHNEN = "(?: (?:mehr|von (?:ihnen|euch|dir)|von ihrer firma))*";
const BEKOMMEN = "(?: (?:bekommen|erhalten|haben|kriegen))?";

const DE_SAID: readonly string[] = [
  `${START}(?:nein,? )?${RUF} ${BITTE}${MICH} ${BITTE}${NICHT}${WIE} an${DEUTSCHES_ENDE}`,
  `${START}(?:nein,? )?(?:rufen sie|ruft|ruf) ${BITTE}${NICHT}${WIE} (?:${MICH} )?an${DEUTSCHES_ENDE}`,
  `${START}(?:nein,? )?(?:kontaktier(?:e|en sie|t)|nehmen sie) ${BITTE}(?:mich|uns|mit (?:mir|uns)) ${BITTE}(?:${NICHT} (?:mehr )?|keinen )(?:telefonisch(?:en)?|per telefon|am telefon|übers telefon)(?: kontakt(?: auf| mehr auf)?)?${DEUTSCHES_ENDE}`,
  `${START}lass(?:en sie|t)? (?:mich|uns) ${BITTE}mit (?:ihren|euren|deinen|den|diesen) (?:telefon)?anrufen in ruhe${END}`,
  `${START}(?:nein,? )?(?:${MICH} )?${BITTE}${NICHT} (?:${MICH} )?(?:anrufen|telefonieren)${DEUTSCHES_ENDE}`,
  `${START}(?:hör(?:e|t|en sie)? ${BITTE}auf|lass(?:en sie|t)? es ${BITTE}(?:sein|bleiben)),? ${BITTE}(?:damit,? )?(?:(?:mich|uns|hier|bei (?:mir|uns)) )?(?:ständig |dauernd |immer |immer wieder )?anzurufen${DEUTSCHES_ENDE}`,
  `${START}(?:stopp(?:en sie|t)?|schluss|hör(?:t|en sie)? ${BITTE}auf|aufhören) (?:bitte )?(?:mit )?(?:den |die |diesen |diese |ihren |ihre |euren |eure )?(?:telefon)?anrufen?${END}`,
  `${START}keine ${ANRUFE}${VON_IHNEN}(?:,? (?:bitte|danke)[\\s.!]*$|!+\\s*$)`,
  `${START}bitte,? (?:ab sofort |künftig )?keine ${ANRUFE}${VON_IHNEN}${DEUTSCHES_ENDE}`,
  `${START}(?:ich|wir) (?:möchten?|will|wollen|wünschen?) (?:bitte |wirklich |künftig )*${NICHT}(?: von (?:ihnen|euch|dir))? angerufen werden${DEUTSCHES_ENDE}`,
  `${START}(?:ich|wir) (?:möchten?|will|wollen|wünschen?) (?:bitte |wirklich |künftig |von (?:ihnen|euch|dir) )*keine ${ANRUFE}${VON_IHNEN}${BEKOMMEN}${DEUTSCHES_ENDE}`,
  `${START}(?:ich|wir) (?:möchten?|will|wollen|wünschen?) (?:bitte )?nicht(?: mehr)?,? dass (?:sie|du|ihr|man|mich jemand|uns jemand|jemand) ?(?:(?:mich|uns) )?(?:bitte )?(?:noch einmal |wieder |weiterhin )?(?:anrufen|anruft|anrufst)${DEUTSCHES_ENDE}`,
  `${START}(?:sie|du|ihr) (?:dürfen|darfst|dürft|sollen|sollst|sollt|brauchen|müssen) (?:mich|uns) (?:bitte )?${NICHT} (?:anrufen|anzurufen)${DEUTSCHES_ENDE}`,
  `${START}(?:ich|wir) (?:habe|haben) (?:(?:ihnen|euch|dir|doch|schon|bereits|mehrfach|mehrmals) )*gesagt,? dass (?:sie|du|ihr) (?:mich|uns) ${NICHT} anrufen (?:sollen|sollst|sollt|dürfen)${DEUTSCHES_ENDE}`,
  `${START}unterlass(?:en sie|t|e)? ${BITTE}(?:es,? (?:mich|uns) anzurufen|(?:die |alle )?${ANRUFE})(?: in zukunft| künftig| bitte)*${END}`,
  `${START}(?:ich|wir) (?:widerrufe|ziehe|widerrufen|ziehen) (?:hiermit )?(?:meine|unsere) (?:einwilligung|zustimmung|erlaubnis)(?: zurück)?,? (?:(?:in|zu|für) (?:ihre |alle |sämtliche )?(?:telefon|werbe)?anrufen?(?: zurück)?|angerufen zu werden)${END}`,
  `${START}(?:streich(?:en sie|t|e)?|nimm|nehmen sie|lösch(?:en sie|t|e)?|entfern(?:en sie|t|e)?) ${BITTE}(?:mich|uns|meine nummer|unsere nummer) ${BITTE}(?:von|aus) (?:ihrer|eurer|deiner|der) (?:anruf|telefon)liste(?: bitte)?${END}`,
];
const DE_KINDLY: readonly string[] = [
  `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*(?:könnten|können|würden|könntet|könnt|würdet|könntest|kannst|würdest) (?:sie |ihr |du )?(?:mich|uns|bei (?:mir|uns)) bitte ${NICHT} anrufen${DEUTSCHES_ENDE}`,
  `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*(?:könnten|können|würden|könntet|könnt|würdet|könntest|kannst|würdest) (?:sie |ihr |du )?(?:mich|uns|bei (?:mir|uns)) (?:bitte )?(?:nicht mehr|nie wieder|nie mehr) (?:bitte )?anrufen${DEUTSCHES_ENDE}`,
  `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*(?:könnten|können|würden|könntet|könnt|würdet) (?:sie |ihr )?(?:es |bitte )*(?:aufhören|unterlassen|lassen),? (?:mich|uns) anzurufen${DEUTSCHES_ENDE}`,
];

// The eight others: as `phone_voicemail` tells people to write it, and the commonest words beside.
const SVP =
  "(?:[,\\s]+(?:s'il (?:vous|te) pla[iî]t|svp|merci|por favor|gracias|obrigad[oa]|per favore|per cortesia|grazie|alstublieft|aub|alsjeblieft|a\\.?u\\.?b|bedankt|graag|proszę|dziękuję))*";
const POLITE =
  "(?:(?:bonjour|merci|s'il (?:vous|te) pla[iî]t|svp|et|hola|por favor|y|ciao|buongiorno|per favore|la prego|e|olá|oi|hallo|alstublieft|alsjeblieft|graag|en|dzień dobry|proszę|bardzo proszę|i)[\\s,.!]+)*";
const ABROAD: readonly string[] = [
  // fr
  "(?:ne )?(?:m'appel(?:ez|le|er)|nous appel(?:ez|le|er)|(?:me|nous) (?:rappel(?:ez|le)|téléphon(?:ez|e))) (?:plus|pas|jamais|plus jamais|plus du tout)",
  "(?:de )?ne (?:plus|pas|plus jamais) (?:m'appeler|nous appeler|me téléphoner)",
  "(?:arrêtez|arrête|cessez) (?:de (?:m'appeler|nous appeler|me téléphoner)|(?:ces|vos|les) appels)",
  "(?:je|nous) ne (?:veux|voulons|souhaite|souhaitons) (?:plus|pas) (?:(?:être|qu'on m'|que vous m')(?: ?(?:appelée?s?|appelle|appeliez))|(?:recevoir )?d'appels(?: de votre part)?)",
  "ne (?:me|nous) contactez (?:plus|pas) par téléphone",
  // es
  "no (?:me|nos) (?:llam(?:es?|en|éis)|telefone(?:es?|en))(?: (?:más|nunca más|nunca|otra vez|de nuevo|por teléfono))*",
  "(?:deja|deje|dejen|dejad) de (?:llamarme|llamarnos)",
  "no (?:quiero|queremos|deseo) (?:(?:recibir )?(?:más )?llamadas(?: (?:suyas|telefónicas|de ustedes))?|que (?:me|nos) llam(?:es?|en)(?: más)?)",
  "no (?:me|nos) contacten? (?:más )?por teléfono",
  // it
  "non (?:mi|ci) (?:chiami|telefoni|telefonate|telefonare|chiamare|chiamate) (?:più|mai più)",
  "non (?:chiamarmi|telefonarmi|chiamateci|chiamatemi|telefonatemi)(?: (?:più|mai più))?",
  "(?:smetti|smetta|smettete|smettetela|la smetta) di (?:chiamarmi|chiamarci|telefonarmi)",
  "non (?:voglio|vogliamo|desidero) (?:più )?(?:(?:essere )?chiamat[oaie]|(?:ricevere )?(?:più )?(?:chiamate|telefonate))(?: da voi)?",
  // pt
  "não (?:me|nos) (?:ligu(?:e|em|es)|telefon(?:e|em|es))(?: (?:mais|nunca mais|de novo))*",
  "(?:pare|parem|para|deixe|deixem) de (?:me (?:ligar|telefonar)|nos ligar|ligar (?:para|pra) (?:mim|nós))",
  "não (?:quero|queremos|desejo) (?:mais )?(?:(?:receber )?(?:mais )?(?:ligações|chamadas|telefonemas)(?: suas| de vocês)?|que me ligu(?:e|em))(?: mais)?",
  // nl
  "bel(?:t u|t)? (?:me|mij|ons) (?:alstublieft |alsjeblieft )?(?:niet|nooit)(?: (?:meer|weer))*(?: op)?",
  "(?:me |mij |ons )?niet meer (?:op)?bellen",
  "stop met (?:(?:me|mij|ons) )?(?:te |op te )?bellen",
  "(?:ik|wij|we) (?:wil|willen|wens) (?:niet|nooit)(?: meer)? (?:door (?:u|jullie) )?(?:op)?gebeld worden",
  // pl
  "(?:już )?(?:więcej )?nie dzwoń(?:cie)?(?: (?:do (?:mnie|nas)|więcej|już|nigdy więcej))*",
  "(?:już )?(?:więcej )?(?:do (?:mnie|nas) )?nie dzwonić(?: (?:do (?:mnie|nas)|więcej|już))*",
  "przesta(?:ń|ńcie|ć) (?:do (?:mnie|nas) )?dzwonić(?: do (?:mnie|nas))?",
  "nie (?:chcę|chcemy|życzę sobie)(?: (?:już|więcej|od was))* (?:telefonów|połączeń)(?: od (?:was|państwa))?",
];
const SPACELESS: readonly RegExp[] = [
  /^[\s「『]*(?:お願いですから|お願いだから|すみませんが|どうか)?[、\s]*(?:もう|二度と|これ以上|今後は?|絶対に)*[、\s]*(?:私に|私には|こちらに|うちに|弊社に|当社に|この番号に)?(?:は)?(?:もう|二度と|これ以上|今後)*お?電話(?:を|は)?(?:し|かけ|掛け|してこ|かけてこ)ないで(?:ください|下さい|くださいませ|ほしい(?:です)?|欲しい(?:です)?)?(?:ね|よ)?[。．.！!」』\s]*$/u,
  /^[\s「『]*(?:もう|これ以上|今後は?)?(?:の)?[、\s]*お?電話(?:を(?:する|かける)の)?(?:は|を)?(?:もう)?(?:やめて|止めて|お?控えて|遠慮して)(?:ください|下さい|ほしい(?:です)?)?[。．.！!」』\s]*$/u,
  /^[\s«"]*(?:من فضلك|رجاءً?|لو سمحت|أرجوك)?[،,\s]*لا (?:تتصلي?|تتصلوا|تتصلون) (?:بي|بنا|على هذا الرقم)(?: (?:أبدًا|أبدا|مرة أخرى|مجددًا|مجددا|بعد الآن|بعد اليوم|هاتفيًا|هاتفيا|ثانية|من فضلك|رجاءً?|لو سمحت))*[\s.!»"،]*$/u,
  /^[\s«"]*(?:من فضلك|رجاءً?|لو سمحت)?[،,\s]*(?:توقفوا?|توقفي|كفوا|كف) عن (?:الاتصال (?:بي|بنا)|مهاتفتي)(?: (?:أبدًا|من فضلك|رجاءً?|لو سمحت|مجددًا))*[\s.!»"،]*$/u,
  /^[\s«"]*لا (?:أريد|أرغب في|نريد) (?:(?:تلقي )?(?:أي )?(?:مكالمات|اتصالات)(?: (?:هاتفية|منكم))*|أن (?:تتصلوا?|يتصل أحد) بي)(?: (?:بعد الآن|مجددًا|مرة أخرى))*[\s.!»"،]*$/u,
];

/** What the same sentence says besides, and what is not done with this: "don't call or write to me", "don't call me, I'd rather talk to a colleague here". */
const ALSO: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})(?:(?:${WRITE}) (?:or|and|nor)|(?:call|ring|phone)(?:ing)?(?: me| us)? (?:or|and|nor) (?:${WRITE}))(?!\\p{L})`, "iu"),
  /(?<!\p{L})(?:call|ring|phone|an|anrufen)(?:ing)?(?: \p{L}+){0,3} ?[,;:–—-].*(?<!\p{L})(?:humans?|persons?|people|colleagues?|agents?|someone|somebody|speak|talk|mensch\w*|person|jemand\w*|kolleg\w*|mitarbeiter\w*|sprechen|reden)(?!\p{L})/iu,
];

const SAID: readonly RegExp[] = [
  ...[...EN_SAID, ...DE_SAID].map((words) => new RegExp(words, "iu")),
  ...ABROAD.map((words) => new RegExp(`^[\\s"'«“„¡]*${POLITE}${words}${SVP}${END}`, "iu")),
  ...SPACELESS,
];
const ASKED_KINDLY: readonly RegExp[] = [...EN_KINDLY, ...DE_KINDLY].map((words) => new RegExp(words, "iu"));
