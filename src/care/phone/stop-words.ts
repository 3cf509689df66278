/**
 * How people say that they want no calls, in the ten languages that we speak. One word among others is enough: whoever is misheard is not rung again,
 * which harms nobody; whoever is not heard is rung against their will.
 */
const WORDS = [
  /\b((?<!non[- ])stop|unsubscribe|opt\s*out|quit|cease|remove (?:me|us|my|our)|(?:take|strike) (?:[\w']+ ){1,3}off|leave (?:me|us) alone|lose (?:my|our) number)\b/,
  /\b(?:do not|don'?t|never|not to|no (?:more|longer)|rather not) (?:[\w']+ ){0,4}(?:call|ring|rung|phone|contact)\w*|\bno (?:\w+ )?calls\b/,
  /\b(?:stopp\w*|hor(?:t|e|en sie)?(?: \w+){0,3} auf(?= da| mit|\W*$)|aufhoren|abmelden|lass\w* (?:\w+ ){0,3}in ruhe|(?:streich|losch)\w* (?:\w+ ){0,3}nummer|(?:von|aus) (?:\w+ )?liste)\b/,
  /\b(?:ruf(?:t|en sie)? (?:\w+ ){0,5}(?:nicht|nie|niemals)|(?:nicht|nie|niemals|kein\w*) (?:\w+ ){0,4}(?:an\s?ruf|angerufen|anzurufen|kontaktier|telefonier))/,
  /\b(?:arret\w*|stoppez|cessez|desinscri\w*|laiss\w*[- ](?:moi|nous) tranquilles?|plus d'?appels?)\b/,
  /\b(?:r?appel\w*|telephon\w*|contact\w*) (?:plus(?! tard)|pas|jamais)\b|\b(?:plus|pas|jamais) (?:[\w']+[ '])?(?:[\w']+[ '])?(?:r?appel(?:e|ez|er)|telephoner|contacter)/,
  /\b(?:basta|alto|(?<!mi )pare|parar|darme de baja|dej\w* (?:de llamar\w*|en paz)|no (?:\w+ ){0,4}(?:llam|telefone|contact)\w*)\b/,
  /\b(?:smett\w*|ferma\w*|cancella\w*|lasci\w* in pace|non (?:\w+ ){0,4}(?:chiam|telefon|contatt)\w*)\b/,
  /^\W*para\W*$|\b(?:para de|pararem|parem|deix\w*[- ]me em paz|nao (?:\w+ ){0,4}(?:lig[aou]|telefon|chamad|contac?t)\w*)/,
  /\b(?:ophouden|hou(?:d|dt)? (?:\w+ ){0,3}op|afmelden|met rust|niet (?:\w+ ){0,4}(?:bel|gebeld|opbel)\w*|bel(?:t|len)? (?:\w+ ){0,3}niet|geen (?:\w+ ){0,2}(?:telefoontje|oproep|gesprek)\w*)/,
  /\b(?:przesta\w*|dosc|rezygnuje|spokoj|nie (?:\w+ ){0,4}(?:dzwon|telefon|polaczen|kontakt)\w*)(?=\W|$)/,
];
/** Written without spaces between words, or with words that grow at both ends. */
const LOOSE = [
  /やめ[てろ]|止めて|停止|ストップ|かけ(?:てこ)?ないで|電話しないで|電話.{0,6}(?:いりません|いらない|不要)/,
  /توقف|قف|كف(?:وا)? عن|لا تتصل|لا (?:أ|ا|ن)ريد .{0,12}(?:مكالم|اتصال)|الغاء|أوقف|ألغ/,
];

const MARKS = /\p{Mn}/gu;

/** Whether somebody who was listened to wants no more calls. */
export function wantsNoCalls(speech: string): boolean {
  const loose = speech.toLowerCase();
  // The stroke of a Polish l is no mark that can be taken off.
  const words = loose.normalize("NFD").replace(MARKS, "").replaceAll("ł", "l").replaceAll("’", "'");
  return WORDS.some((rule) => rule.test(words)) || LOOSE.some((rule) => rule.test(loose));
}
