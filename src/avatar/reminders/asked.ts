import { readWhen, type Wall, type When } from "./when.ts";

/**
 * "Remind me on Monday about the certificate", "erinnere mich morgen um 9": said plainly, a reminder is made by the service itself, with
 * any model or none. "Remind me how a backup works" is a question.
 */
export type ReminderWish =
  | { kind: "remind"; /** undefined: the moment is not clear, and asked for */ at: Date | undefined; what: string }
  | { kind: "forget"; all: boolean };

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
