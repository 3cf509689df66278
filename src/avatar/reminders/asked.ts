import { readWhen, type Wall, type When } from "./when.ts";

/**
 * "Remind me on Monday about the certificate", "erinnere mich morgen um 9": said plainly, a reminder is made by the service itself, with
 * any model or none. "Remind me how a backup works" is a question.
 */
export type ReminderWish =
  | { kind: "remind"; /** undefined: the moment is not clear, and asked for */ at: Date | undefined; what: string }
  | { kind: "forget"; all: boolean }
  | { kind: "list" };

/** A message that is longer says something else besides: the model reads it. */
const LONGEST = 320;
/** What is kept of the words. */
const MOST_WHAT = 300;

const PLEASE =
  "(?:please|could you|can you|would you|will you|kindly|and|also|ok(?:ay)?|hi|hello|bitte|könnten sie|kannst du|können sie|könntest du|und|auch|hallo)";
const LEADS: readonly RegExp[] = [
  new RegExp(
    `^\\W*(?:${PLEASE}[\\s,.!]+)*(?:remind me|(?:set|make|create)(?: me)? (?:a|one more) reminder|give me a reminder|write (?:to )?me again|check (?:back )?(?:in )?with me)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `^\\W*(?:${PLEASE}[\\s,.!]+)*(?:erinner(?:e|n|st|t)?(?: sie| du)? ?(?:mich|uns)|(?:mich|uns)(?= .{0,120}\\berinner)|(?:setze?|stelle?)(?: sie)?(?: mir| uns)? eine erinnerung|melden sie sich wieder|melde dich wieder)(?!\\p{L})`,
    "iu",
  ),
];
/** "Remind me what …": asked for in words that want an answer now. */
export const QUESTION =
  /^[\s,:]*(?:(?:again|nochmal|noch mal|noch einmal),? )?(?:how|what|which|where|who|whose|why|whether|if|wie|was|welche\w*|wo|wer|warum|wieso|ob|woran)(?!\p{L})/iu;
const FORGET: readonly RegExp[] = [
  new RegExp(
    `^\\W*(?:${PLEASE}[\\s,.!]+|no[,.]? |never mind[,.]? )*(?:forget|cancel|delete|remove|drop|stop)(?: about)? (all |every |both )?(?:the |that |this |my |these |those |of |your )*(?:last )?(reminders?|reminding me)\\b`,
    "iu",
  ),
  new RegExp(`^\\W*(?:${PLEASE}[\\s,.!]+|no[,.]? )*(?:don'?t|do not|no need to|you need not) (?:(all) )?(remind) me\\b`, "iu"),
  new RegExp(
    `^\\W*(?:${PLEASE}[\\s,.!]+|nein[,.]? )*(?:vergiss|vergessen sie|lösch\\w*(?: sie)?|storniere\\w*(?: sie)?|streich\\w*(?: sie)?)(?: bitte)? (alle )?(?:die |diese |meine |deine |ihre |den |das )*(?:letzte )?(erinnerung(?:en)?)(?!\\p{L})`,
    "iu",
  ),
  /^\W*(?:bitte |nein[,.]? )*(?:(alle) )?(erinner)(?:e|n sie)? (?:mich|uns) (?:bitte )?(?:doch )?(?:nicht|nie)(?: mehr)?(?!\p{L})/iu,
  // In the eight other languages as `reminder_set` tells people to write it; the whole message, with a "please" at most.
  /^[\s"«“]*(?:oublie[sz]?|annule[sz]?|supprime[sz]?) (?:(tous) )?(?:(?:le|les|mon|mes|ce|ces) )?(rappels?)(?:,? s'il (?:vous|te) plaît)?[\s.!"»”]*$/iu,
  /^[\s"«“]*(?:olvid[ae]|cancel[ae]|borr[ae]) (?:(todos) )?(?:(?:el|los|mi|mis|ese) )?(recordatorios?)(?:,? por favor)?[\s.!"»”]*$/iu,
  /^[\s"«“]*(?:dimentic(?:a|hi)|annull[ai]|cancell[ai]) (?:(tutti) )?(?:(?:il|i|quel|mio|miei) )*(promemoria)(?:,? per favore)?[\s.!"»”]*$/iu,
  /^[\s"«“]*(?:esque(?:ça|ce)|cancel[ae]|apag(?:a|ue)) (?:(todos) )?(?:(?:o|os|meu|meus) )*(lembretes?)(?:,? por favor)?[\s.!"»”]*$/iu,
  /^[\s"«“]*vergeet (?:(alle) )?(?:(?:de|mijn|die|deze) )*(herinnering(?:en)?)(?: alstublieft)?[\s.!"»”]*$/iu,
  /^[\s"«“„]*(?:proszę )?zapomnij o (?:(wszystkich) )?(przypomnieni(?:u|ach))(?: proszę)?[\s.!"»”]*$/iu,
  /^[\s「]*リマインド(?:を|は)?(全部|すべて)?(?:を)?(忘れて)(?:ください|下さい)?[。！」\s]*$/u,
  /^[\s"«]*(?:انسَ|انس|ألغ|احذف) (?:(كل|جميع) )?(التذكير(?:ات)?)(?: من فضلك)?[\s.!»]*$/u,
];
/** "Which reminders do you keep for me?": about one's own, in the whole message; what reminders a product sends is a question for the pages. */
const LIST: readonly RegExp[] = [
  /^\W*(?:(?:please|and|hi|hello)[\s,]+)*(?:(?:which|what|how many) (?:open )?reminders? (?:do (?:you (?:keep|have)|i have|we have)|have (?:you|i|we) (?:got|set|kept)|are (?:still )?(?:set|open|waiting|to come))(?: for (?:me|us))?(?: now| still)?|what (?:are|is) my reminders?|(?:show|list|tell)(?: me)?(?: all)?(?: of)? (?:my|our) reminders|(?:do (?:i|we|you) have|are there|have (?:i|we|you) got) (?:any )?(?:open )?reminders(?: for (?:me|us))?(?: set| waiting)?|what (?:will|do|are|should) you (?:going to )?remind(?:ing)? (?:me|us) (?:of|about)|when (?:will|do) you remind (?:me|us))[\s?.!]*$/iu,
  /^\W*(?:(?:bitte|und|hallo)[\s,]+)*(?:(?:welche|wie viele) (?:offenen? )?erinnerungen (?:hast du|haben sie|habt ihr|habe ich|haben wir|gibt es|stehen)(?: noch)?(?: für (?:mich|uns))?(?: noch)?(?: gespeichert| notiert| an)?|(?:was|welche) sind meine erinnerungen|(?:zeig\w*|nenn\w*)(?: sie)?(?: mir| uns)?(?: bitte)?(?: alle)? (?:meine|unsere) erinnerungen|(?:habe ich|haben wir|gibt es|hast du|haben sie)(?: noch)?(?: offene)? erinnerungen(?: für (?:mich|uns))?|(?:woran|wann) (?:erinnerst du|erinnern sie) (?:mich|uns))[\s?.!]*$/iu,
  /^\W*(?:quels (?:sont mes rappels|rappels (?:gardez-vous|avez-vous|as-tu|gardes-tu|ai-je|avons-nous)(?: pour (?:moi|nous))?)|(?:montre[sz]?|affiche[sz]?)(?:-moi)?(?: tous)? mes rappels|(?:ai-je|avons-nous|y a-t-il) des rappels(?: pour (?:moi|nous))?)[\s?.!]*$/iu,
  /^\W*(?:(?:qué|que) recordatorios (?:tengo|tenemos|tienes?|guardas?|hay)(?: (?:para mí|para nosotros|pendientes))?|cuáles son mis recordatorios|mu[eé]str\w+(?: todos)? mis recordatorios|(?:tengo|tenemos|hay) (?:algún )?recordatorios?(?: pendientes?)?)[\s?.!]*$/iu,
  /^\W*(?:quali promemoria (?:ho|abbiamo|hai|ha|conserv[ai]|ci sono)(?: per (?:me|noi))?|quali sono i miei promemoria|mostr\w+(?: tutti)? i miei promemoria|(?:ho|abbiamo|ci sono) (?:dei |altri )?promemoria)[\s?.!]*$/iu,
  /^\W*(?:(?:que|quais) lembretes (?:eu )?(?:tenho|temos|tens|tem|você tem|guarda|há)(?: para (?:mim|nós))?|quais são (?:os )?meus lembretes|mostr\w+(?:-me)?(?: todos)?(?: os)? meus lembretes|(?:tenho|temos|há) (?:algum )?lembretes?)[\s?.!]*$/iu,
  /^\W*(?:welke herinneringen (?:heb ik|heb je|hebt u|hebben we|staan er|zijn er)(?: voor (?:mij|ons))?(?: nog)?|wat zijn mijn herinneringen|(?:toon|laat)(?: mij| me)?(?: al)? mijn herinneringen(?: zien)?|(?:heb ik|hebben we|zijn er)(?: nog)? herinneringen)[\s?.!]*$/iu,
  /^\W*(?:(?:jakie|ile) (?:mam|mamy|masz|są) (?:moje )?przypomnie(?:nia|ń)|jakie przypomnienia (?:mam|mamy|masz|są)(?: dla (?:mnie|nas))?|pokaż(?: mi)?(?: wszystkie)? moje przypomnienia|(?:czy )?mam (?:jakieś )?przypomnienia)[\s?.!]*$/iu,
  /^[\s「]*(?:(?:私|わたし|当社|弊社)の)?(?:リマインド|リマインダー)(?:は|には|を)?(?:何|どれ|どんな|いくつ|一覧|全部|すべて)?.{0,4}(?:あります|ある|設定されて|見せて|教えて|残って).{0,8}[?？。\s]*$/u,
  /^[\s"«]*(?:ما (?:هي )?(?:تذكيراتي|التذكيرات (?:التي )?(?:لدي|لديك|تحفظها)(?: لي)?)|(?:اعرض|أرني) (?:كل )?تذكيراتي|هل (?:لدي|هناك) (?:أي )?تذكير(?:ات)?)[\s?؟.!]*$/u,
];
/** Small words before what it is about. */
const JOINTS = /^(?:[\s,.:;!?]|(?:please|bitte|again|wieder|about|of|that|to|on|für|daran|an|dass|über|wegen|nochmal|for|me|mich|here|hier)(?=[\s,.:;!?]))+/iu;
const TAIL = /(?:[\s,.:;!?]|\s(?:erinnern|please|bitte|thanks|thank you|danke))+$/iu;

/** What a message plainly asks, or undefined. */
export function reminderWish(message: string, wall: Wall): ReminderWish | undefined {
  const text = message.trim();
  if (text === "" || text.length > LONGEST) return undefined;
  for (const forget of FORGET) {
    const match = forget.exec(text);
    if (match) return { kind: "forget", all: match[1] !== undefined || /(?:s|en)$/i.test(match[2] ?? "") };
  }
  if (LIST.some((see) => see.test(text))) return { kind: "list" };
  const lead = LEADS.map((see) => see.exec(text)).find((match) => match !== null);
  if (!lead) return undefined;
  const rest = text.slice(lead.index + lead[0].length);
  if (QUESTION.test(rest)) return undefined;
  const when = readWhen(rest, wall);
  return { kind: "remind", at: when?.at, what: aboutWhat(when, text) };
}

/** The words without those that say when; all of them where nothing is left. */
function aboutWhat(when: When | undefined, text: string): string {
  const about = (when?.rest ?? "").replace(JOINTS, "").replace(TAIL, "").trim();
  return inShort(/\p{L}{2}/u.test(about) ? about : text);
}

/** As much of somebody's words as a reminder quotes. */
export function inShort(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= MOST_WHAT
    ? line
    : `${line
        .slice(0, MOST_WHAT - 1)
        .toWellFormed()
        .replace(/\u{fffd}$/u, "")}…`;
}
