/**
 * "What do you know about me?", "forget that", "remember that we run Debian": said plainly, these are done by the service itself, with
 * any model or none. A question that merely has such a word in it is none of them.
 */
export type MemoryWish =
  | { kind: "known" }
  /** `last`: what was noted last; `all`: everything that this contact told us; else what the words fit */
  | { kind: "forget"; what: "last" | "all" | { words: string } }
  | { kind: "remember"; fact: string };

type Language = {
  known: RegExp;
  forgetAll: RegExp;
  forgetLast: RegExp;
  /** with the words of what is to be forgotten as its group */
  forget: RegExp;
  /** with the fact as its group */
  remember: RegExp;
};

/** A message that is longer says something else besides: the model reads it. */
const LONGEST = 320;

const en: Language = {
  known:
    /\bwhat (?:do|did|have|else do) you (?:still )?(?:know|remember|stored?|saved?|recorded|noted|kept|keep|have)(?: stored| saved| noted| on file)? (?:about|of|on|regarding) (?:me|us|my company|our company)\b|\b(?:what|which) (?:data|information|info|facts|things)\b.{0,20} you (?:have|hold|keep|store|know|saved?|stored?)(?: stored)? (?:about|on|of) (?:me|us)\b|^\W*(?:do|can) you (?:still )?remember me\W*$/iu,
  forgetAll:
    /^\W*(?:please |could you |can you |would you )*(?:forget|delete|erase|remove) (?:please )?(?:everything|all(?: that| of it)?|all (?:you|data|facts|that)|whatever)(?: you(?:'ve| have)? (?:know|noted|saved?|stored?|remembered|kept))?(?: that)?(?: (?:i|we) (?:told|said)(?: to)? ?(?:you)?)?(?: (?:about|of|on) (?:me|us))?[\s,.!]*(?:please)?\W*$|^\W*(?:please )?forget (?:about )?me\W*$/iu,
  forgetLast:
    /^\W*(?:please |could you |can you |no,? |ok(?:ay)?,? )*forget (?:about )?(?:that|this|it|the last one|what i (?:have )?(?:just )?(?:said|told you|wrote))(?: again| please|, please| one)*\W*$/iu,
  forget:
    /^\W*(?:please |could you |can you )*(?:forget|do not remember|don't remember|stop remembering) (?:about )?(?:that |the fact that )?((?:i|we|my|our|the) .{2,200}?)\W*$/iu,
  remember:
    /^\W*(?:please |could you |can you |for (?:the )?next time[,:]? )*(?:please )?(?:remember|keep in mind|make a note|memori[sz]e|note down|bear in mind)(?: (?:for (?:the )?next time|for later|for the future))?(?::| that|,)+ (.{4,})$/isu,
};
const de: Language = {
  known:
    /\bwas (?:weißt|weisst|wissen|wisst|speicherst|speichern|speichert|hast|haben|habt|merkst)(?: du| sie| ihr)?(?: dir| sich| euch)?(?: alles| noch| eigentlich| denn)*(?: über| von| zu) (?:mich|mir|uns)\b|\bwelche (?:daten|informationen|infos)\b.{0,30} (?:über|von|zu) (?:mich|mir|uns)\b/iu,
  forgetAll:
    /^\W*(?:bitte )?(?:vergiss|vergessen sie|vergesst|lösch\w*(?: sie)?) (?:bitte )?(?:alles|alle daten|sämtliche daten)(?:,? was (?:du|sie|ihr) .{0,40})?(?: über| von| zu)?(?: mich| mir| uns)?(?: (?:weißt|wissen|wisst|gespeichert hast|gespeichert haben))?[\s,.!]*(?:bitte)?\W*$|^\W*(?:bitte )?(?:vergiss|vergessen sie) (?:mich|uns)\W*$/iu,
  forgetLast:
    /^\W*(?:bitte |nein,? |ok,? )*(?:vergiss|vergessen sie|vergesst) (?:das|dies|es|was ich (?:gerade |eben )?(?:gesagt|geschrieben) habe)(?: wieder| bitte| gleich)*\W*$/iu,
  forget: /^\W*(?:bitte )?(?:vergiss|vergessen sie|vergesst)(?: bitte)?,? (?:dass )?((?:ich|wir|mein\w*|unser\w*|die|den|das|der) .{2,200}?)\W*$/iu,
  remember:
    /^\W*(?:bitte )?(?:merk(?:e)? dir|merken sie sich|merkt euch|notier\w*(?: sie)?(?: dir| sich)?|behalt\w*(?: sie)? (?:im kopf|im hinterkopf))(?: bitte)?(?: für (?:das nächste mal|später|die zukunft))?(?::|,| dass)+ (.{4,})$/isu,
};
const fr: Language = {
  known:
    /\bque (?:sais-tu|savez-vous|sais tu|savez vous)(?: encore)? (?:de|sur) (?:moi|nous)\b|\bquelles (?:données|informations)\b.{0,30}\b(?:sur|de) (?:moi|nous)\b/iu,
  forgetAll: /^\W*(?:s'il (?:te|vous) pla[iî]t,? )?(?:oublie|oubliez|effacez?|supprimez?) tout(?: ce que .{0,40})?(?: (?:sur|de) (?:moi|nous))?\W*$/iu,
  forgetLast: /^\W*(?:non,? )?(?:oublie|oubliez) (?:ça|cela|ceci|ce que (?:je viens de|j'ai) .{2,20})\W*$/iu,
  forget: /^\W*(?:oublie|oubliez) (?:que )?((?:je|j'|nous|mon|ma|mes|notre|nos|le|la|les) ?.{2,200}?)\W*$/iu,
  remember:
    /^\W*(?:retiens|retenez|souviens-toi|souvenez-vous|note|notez|n'oubliez? pas)(?: bien)?(?: pour la prochaine fois)?(?: que| qu'| :|:|,)+ ?(.{4,})$/isu,
};
const es: Language = {
  known:
    /\bqu[ée] (?:sabes|sabe|saben|recuerdas|recuerda) (?:de|sobre) (?:m[íi]|nosotros)(?!\p{L})|\bqu[ée] (?:datos|información)\b.{0,30}\b(?:de|sobre) (?:m[íi]|nosotros)(?!\p{L})/iu,
  forgetAll: /^\W*(?:por favor,? )?(?:olvida|olvide|borra|borre) todo(?: lo que .{0,40})?(?: (?:de|sobre) (?:m[íi]|nosotros))?\W*$/iu,
  forgetLast: /^\W*(?:no,? )?(?:olvida|olvide)(?:lo)?(?: (?:eso|esto|lo que (?:acabo de|he) .{2,20}))?\W*$/iu,
  forget: /^\W*(?:olvida|olvide) (?:que )?((?:yo|mi|mis|nuestr\w+|tenemos|tengo|usamos|el|la|los) .{2,200}?)\W*$/iu,
  remember: /^\W*(?:por favor,? )?(?:recuerda|recuerde|anota|anote|ten en cuenta|tenga en cuenta)(?: para la próxima vez)?(?: que|:|,)+ (.{4,})$/isu,
};
const it: Language = {
  known: /\bcosa (?:sai|sa|sapete|ricordi|ricorda) (?:di|su) (?:me|noi)\b|\bquali (?:dati|informazioni)\b.{0,30}\b(?:di|su) (?:me|noi)\b/iu,
  forgetAll: /^\W*(?:per favore,? )?(?:dimentica|dimentichi|cancella|cancelli) tutto(?: (?:quello|ciò) che .{0,40})?(?: (?:di|su) (?:me|noi))?\W*$/iu,
  forgetLast: /^\W*(?:no,? )?(?:dimentica(?:lo)?|dimentichi)(?: (?:questo|quello che ho .{2,20}))?\W*$/iu,
  forget: /^\W*(?:dimentica|dimentichi) (?:che )?((?:io|noi|il|la|i|le|usiamo|abbiamo|ho) .{2,200}?)\W*$/iu,
  remember:
    /^\W*(?:per favore,? )?(?:ricorda(?:ti)?|si ricordi|annota|annoti|tieni presente|tenga presente)(?: per la prossima volta)?(?: che|:|,)+ (.{4,})$/isu,
};
const pt: Language = {
  known:
    /\bo que (?:sabe|sabes|você sabe|lembra|tem)(?: guardado)? (?:de|sobre) (?:mim|nós)\b|\bque (?:dados|informações)\b.{0,30}\b(?:de|sobre) (?:mim|nós)\b/iu,
  forgetAll: /^\W*(?:por favor,? )?(?:esqueça|esquece|apague|apaga) tudo(?: o que .{0,40})?(?: (?:de|sobre) (?:mim|nós))?\W*$/iu,
  forgetLast: /^\W*(?:não,? )?(?:esqueça|esquece)(?: (?:isso|isto|o que (?:acabei de|eu) .{2,20}))?\W*$/iu,
  forget: /^\W*(?:esqueça|esquece) (?:que )?((?:eu|nós|o|a|os|as|meu|minha|nosso|nossa|usamos|temos) .{2,200}?)\W*$/iu,
  remember: /^\W*(?:por favor,? )?(?:lembre(?:-se)?|lembra(?:-te)?|anote|anota|tenha em conta)(?: para a próxima vez)?(?: de)?(?: que|:|,)+ (.{4,})$/isu,
};
const nl: Language = {
  known:
    /\bwat (?:weet|onthoud|heb|heeft)(?: je| jij| u| jullie)?(?: allemaal| nog)?(?: over| van) (?:mij|me|ons)\b|\bwelke (?:gegevens|informatie)\b.{0,30}\b(?:over|van) (?:mij|me|ons)\b/iu,
  forgetAll: /^\W*(?:alsjeblieft |alstublieft )?(?:vergeet|wis|verwijder) (?:alles|alle gegevens)(?: wat .{0,40})?(?: over| van)?(?: mij| me| ons)?\W*$/iu,
  forgetLast: /^\W*(?:nee,? )?vergeet (?:dat|dit|het|wat ik (?:net |zojuist )?(?:zei|schreef))(?: maar| weer)*\W*$/iu,
  forget: /^\W*vergeet (?:dat )?((?:ik|wij|we|mijn|onze|ons|de|het) .{2,200}?)\W*$/iu,
  remember: /^\W*(?:onthoud|noteer|hou in gedachten)(?: alsjeblieft| alstublieft)?(?: voor de volgende keer)?(?: dat|:|,)+ (.{4,})$/isu,
};
const pl: Language = {
  known:
    /\bco (?:o mnie|o nas) (?:wiesz|pan wie|pani wie|pamiętasz|masz zapisane)|\bco (?:wiesz|wiecie|pamiętasz) o (?:mnie|nas)|\bjakie (?:dane|informacje)\b.{0,30}\bo (?:mnie|nas)/iu,
  forgetAll: /^\W*(?:proszę )?(?:zapomnij|usuń|skasuj) (?:o )?(?:wszystko|wszystkim)(?:,? co .{0,40})?(?: o (?:mnie|nas))?\W*$/iu,
  forgetLast: /^\W*(?:nie,? )?zapomnij (?:o tym|to|co (?:właśnie )?(?:powiedział\w+|napisał\w+))\W*$/iu,
  forget: /^\W*zapomnij,? (?:o |że )((?:ja|my|mój|moja|moje|moim|mojej|nasz\w*|używamy|mamy|mam) .{2,200}?)\W*$/iu,
  remember: /^\W*(?:proszę )?(?:zapamiętaj|zapamiętać|zanotuj|pamiętaj)(?: na przyszłość)?(?: że|:|,)+ (.{4,})$/isu,
};
const ja: Language = {
  known: /(?:私|わたし|僕|当社|弊社|うち)(?:たち)?(?:について|のこと).{0,6}(?:何|なに).{0,6}(?:知って|覚えて|記憶|保存)/u,
  forgetAll:
    /^[\s「]*(?:私|わたし|僕|当社|弊社)?(?:について|のこと)?.{0,8}(?:全部|すべて|全て).{0,12}(?:忘れて|消して|削除して)(?:ください|下さい)?[。！\s]*$/u,
  forgetLast: /^[\s「]*(?:それ|これ|今の(?:こと|話)?|さっきの(?:こと|話)?)(?:は|を|のことは)?忘れて(?:ください|下さい)?[。！\s]*$/u,
  forget: /^[\s「]*((?:私|わたし|僕|当社|弊社|うち).{2,120}?)(?:(?:という)?こと)?(?:は|を)忘れて(?:ください|下さい)?[。！\s]*$/u,
  remember:
    /^[\s「]*(.{4,200}?)(?:(?:という)?こと|の)?(?:を|は)?(?:覚えて(?:おいて)?|記憶して(?:おいて)?|メモして(?:おいて)?)(?:ください|下さい|ね)?[。！\s]*$/u,
};
const ar: Language = {
  known: /ماذا (?:تعرف|تعرفون|تتذكر|تحفظ) عن(?:ي|ا| شركتنا)|ما (?:الذي|هي المعلومات التي) (?:تعرفه|لديك|تحفظها) عن(?:ي|ا)/u,
  forgetAll: /^[\s"]*(?:من فضلك،? ?)?(?:انس|انسَ|احذف|امسح) (?:كل شيء|كل ما .{0,40}?)(?: عن(?:ي|ا))?[\s.!؟]*$/u,
  forgetLast: /^[\s"]*(?:من فضلك،? ?)?(?:انس|انسَ) (?:ذلك|هذا|الأمر|ما قلت\S*)[\s.!]*$/u,
  forget: /^[\s"]*(?:من فضلك،? ?)?(?:انس|انسَ) (?:أن|أنّ|أننا|أنني) ?(.{2,200}?)[\s.!]*$/u,
  remember: /^[\s"]*(?:من فضلك،? ?)?(?:تذكر|تذكّر|سجّل|سجل|احفظ)(?: للمرة القادمة)?(?: أن| أنّ| أننا| أنني|:|،)+ ?(.{4,})$/su,
};

const LANGUAGES: readonly Language[] = [en, de, fr, es, it, pt, nl, pl, ja, ar];

/** What a message plainly asks of the memory, or undefined. */
export function memoryWish(message: string): MemoryWish | undefined {
  const text = message.trim();
  if (text === "" || text.length > LONGEST) return undefined;
  const is = (kind: "known" | "forgetAll" | "forgetLast") => LANGUAGES.some((language) => language[kind].test(text));
  if (is("known")) return { kind: "known" };
  if (is("forgetAll")) return { kind: "forget", what: "all" };
  if (is("forgetLast")) return { kind: "forget", what: "last" };
  // A question about a word that somebody forgot is a question.
  if (/[?？؟]\s*$/u.test(text)) return undefined;
  for (const { forget, remember } of LANGUAGES) {
    const words = forget.exec(text)?.[1];
    if (words) return { kind: "forget", what: { words } };
    const fact = remember.exec(text)?.[1];
    if (fact) return { kind: "remember", fact: fact.replace(/[\s.!。]+$/u, "") };
  }
  return undefined;
}
