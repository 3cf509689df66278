/**
 * How people say that they want no calls, in the ten languages that we speak. One word among others is enough: whoever is misheard is not rung again,
 * which harms nobody; whoever is not heard is rung against their will.
 */
const WORDS = [
  /\b(stop|unsubscribe|opt\s*out|remove me|take me off|(?:do not|don'?t|never|no more)\s+(?:call|ring|phone)\w*)\b/,
  /\b(stopp\w*|aufhoren|abmelden|nicht (?:mehr )?an\s?ruf\w*|kein\w* anrufe?)\b/,
  /\b(arret\w*|stoppez|desinscri\w*|ne (?:m'?|me )?(?:rap)?pelez (?:plus|pas)|plus d'?appels?)\b/,
  /\b(basta|alto|pare|parar|darme de baja|no (?:me )?llam\w*|no mas llamadas)\b/,
  /\b(smett\w*|ferma\w*|cancella\w*|non (?:mi )?(?:chiam|telefon)\w*)\b/,
  /\b(para|pararem|nao (?:me )?(?:ligue|liguem|telefone)\w*)\b/,
  /\b(ophouden|afmelden|niet (?:meer )?bellen|bel me niet)\b/,
  /\b(przestan\w*|dosc|rezygnuje|nie (?:dzwon\w*|telefonuj\w*))(?=\W|$)/,
];
/** Written without spaces between words. */
const LOOSE = [/やめて|停止|ストップ|かけないで|電話しないで/, /توقف|قف|لا تتصل|الغاء|أوقف|ألغ/];

const MARKS = /\p{Mn}/gu;

/** Whether somebody who was listened to wants no more calls. */
export function wantsNoCalls(speech: string): boolean {
  const loose = speech.toLowerCase();
  // The stroke of a Polish l is no mark that can be taken off.
  const words = loose.normalize("NFD").replace(MARKS, "").replaceAll("ł", "l").replaceAll("’", "'");
  return WORDS.some((rule) => rule.test(words)) || LOOSE.some((rule) => rule.test(loose));
}
