/**
 * "Tell me when this is fixed", "sagen Sie mir Bescheid, wenn das behoben ist": said plainly, that is somebody's own word that we may write
 * first; "don't write to me unasked" takes it back. A question about when something was, or will be, is a question.
 */
export type NewsWish = { kind: "tell"; /** the message says nothing else */ alone: boolean } | { kind: "stop" };

/** A message that is longer says something else besides: the model reads it. */
const LONGEST = 600;

/** What may stand before a wish and around it. */
export const PLEASE =
  "(?:please|pls|plz|could you|can you|would you|will you|kindly|just|then|and|but|so|ok(?:ay)?|thanks|thank you|hi|hello|bitte|könnten sie|kannst du|können sie|könntest du|würden sie|und|aber|dann|danke|hallo)";
/** How a plain wish begins. */
export const START = `^\\W*(?:${PLEASE}[\\s,.!:;-]+)*`;
/** Who wants to hear of it, in English: with these a question mark changes nothing, with "tell me when" it is a question. */
const LET_ME_KNOW =
  "(?:let (?:me|us) know|notify (?:me|us)|inform (?:me|us)|write (?:to )?(?:me|us)(?: here)?|ping (?:me|us)|message (?:me|us)|drop (?:me|us) an? (?:line|note|message)|give (?:me|us) a (?:shout|heads?[- ]up)|remind (?:me|us)|alert (?:me|us))";
const TELL_ME = "tell (?:me|us)";
const WHEN = "(?:,? ?(?:please|here|by the way))*,? (?:as soon as|once|when(?:ever)?|if|the moment)";
const HAPPENED =
  "(?:fixed|solved|resolved|repaired|mended|patched|sorted(?: out)?|restored|over|back(?: up| online| again)?|working(?: again)?|works(?: again)?|released|out|available|shipped|ships|live|launched|published|ready|implemented|built|supported|lands?|decided|a decision|done|news|an? update|an? (?:new )?(?:release|version)|anything new|changes?)";
const NOT_THEN = "(?!.{0,80}?(?<!\\p{L})(?:was|were|had|did)(?!\\p{L}))";
const GESCHEHEN =
  "(?:behoben|gelöst|repariert|geflickt|vorbei|wiederhergestellt|funktioniert|geht|läuft|veröffentlicht|erschienen|erscheint|verfügbar|fertig|draußen|da ist|gibt|umgesetzt|gebaut|unterstützt|entschieden|entscheidung|neuigkeiten|neues|etwas neu|update|version)";
const BESCHEID =
  "(?:(?:sag(?:e|en sie|t)?|geb(?:en sie|t)?|gib) (?:(?:mir|uns|bitte|doch|dann|kurz) )*(?:bescheid|nachricht)|sag(?:e|en sie|t)? (?:bitte )?(?:mir|uns)(?: bitte)?|schreib(?:e|en sie|t)? (?:bitte )?(?:mir|uns)(?: bitte)?|meld(?:e|en sie|et) (?:dich|sich|euch)(?: bitte)?(?: wieder| hier| bei (?:mir|uns))*|informier(?:e|en sie|t) (?:bitte )?(?:mich|uns)(?: bitte)?|benachrichtig(?:e|en sie|t) (?:bitte )?(?:mich|uns)(?: bitte)?)";

const TELL: readonly { see: RegExp; statement?: true }[] = [
  { see: new RegExp(`${START}${LET_ME_KNOW}${WHEN} ${NOT_THEN}.{0,80}?(?<!\\p{L})${HAPPENED}(?!\\p{L})`, "iu") },
  { see: new RegExp(`${START}${TELL_ME}${WHEN} ${NOT_THEN}.{0,80}?(?<!\\p{L})${HAPPENED}(?!\\p{L})`, "iu"), statement: true },
  { see: new RegExp(`${START}keep (?:me|us) (?:posted|updated|informed|in the loop|up to date)(?!\\p{L})`, "iu") },
  { see: new RegExp(`${START}${BESCHEID},? (?:sobald|wenn|falls|sowie) .{0,80}?(?<!\\p{L})${GESCHEHEN}(?!\\p{L})`, "iu") },
  { see: new RegExp(`${START}(?:halt(?:e|en sie|et)? (?:mich|uns) (?:bitte )?(?:darüber |dazu )?auf dem laufenden)(?!\\p{L})`, "iu") },
];

/** The words with which the fixed texts say how it is ended, one for each language; a test keeps them equal. */
const AS_WE_SAY: readonly RegExp[] = [
  /don'?t write to me unasked/iu,
  /schreib(?:en sie)? mir nicht (?:mehr )?ungefragt/iu,
  /ne m['’]écri(?:vez|s) plus sans que je le demande/iu,
  /no me escribas? sin que (?:yo )?lo pida/iu,
  /non (?:mi scriva|scrivermi) senza che io lo chieda/iu,
  /não me escreva sem eu pedir/iu,
  /schrijf me niet (?:meer )?ongevraagd/iu,
  /nie pisz do mnie bez pytania/iu,
  /頼んでいないときは書かないで/u,
  /لا تكتب لي دون أن أطلب/u,
];
/** "Don't call or write to me": what is said of calls is read in `calls.ts`. */
const CALLING = "(?:call|ring|phone)(?:ing)?";
const OR = "(?:or|and|nor)";
const STOP: readonly RegExp[] = [
  ...AS_WE_SAY.map((words) => new RegExp(`^[\\W]*(?:${PLEASE}[\\s,.!]+)*${words.source}(?:[\\s.!,。]|please|bitte|ください|下さい)*$`, "iu")),
  new RegExp(
    `${START}(?:no,? )?(?:don'?t|do not|never|stop|no need to|you (?:need not|needn'?t|don'?t have to)) (?:(?:ever|please|always) )*(?:${CALLING} (?:(?:me|us) )?${OR} )?(?:writ(?:e|ing)(?: to)?|contact(?:ing)?|messag(?:e|ing)|notify(?:ing)?|ping(?:ing)?|inform(?:ing)?|updat(?:e|ing)|keep(?:ing)?|let(?:ting)?|tell(?:ing)?)(?: (?:(?:me|us) )?${OR} ${CALLING})? (?:me|us)(?! (?:that|what|how|to|why|about the))(?:$|[\\s,.!]+(?:$|(?:any ?more|unasked|unless|without|again|first|by yourself|on your own|updated|posted|informed|know|when|once|if|as soon as|of news|about news)(?!\\p{L}).{0,100}$))`,
    "iu",
  ),
  new RegExp(
    `${START}(?:no more|stop (?:the|these|sending(?: me)?(?: the| these| any)?)) (?:news|updates|notifications|unasked messages)(?: to me)?(?:[\\s,.!]|please)*$`,
    "iu",
  ),
  new RegExp(`${START}unsubscribe(?: me| us)?(?: from (?:the |all )?(?:news|updates|this))?(?:[\\s,.!]|please)*$`, "iu"),
  new RegExp(
    `${START}(?:nein,? )?(?:schreib(?:e|en sie|t)?|meld(?:e|en sie|et)|kontaktier(?:e|en sie|t)|informier(?:e|en sie|t)|benachrichtig(?:e|en sie|t)) (?:mir|mich|uns|dich|sich|euch)(?: bitte)?(?: bei (?:mir|uns))? (?:nicht|nie)(?: mehr)?(?: wieder)?(?:[\\s,.!]*$|[\\s,]+(?:ungefragt|unaufgefordert|von (?:dir|sich|euch) aus|ohne dass|wenn|sobald|falls|einfach so)(?!\\p{L}).{0,100}$)`,
    "iu",
  ),
  new RegExp(`${START}(?:sag(?:e|en sie|t)?|gib|geben sie) (?:mir|uns) (?:bitte )?(?:nicht|nie|kein\\w*)(?: mehr)? bescheid(?!\\p{L}).{0,100}$`, "iu"),
  new RegExp(
    `${START}(?:keine (?:neuigkeiten|nachrichten|updates|benachrichtigungen|meldungen) mehr|abbestellen|ich möchte keine (?:neuigkeiten|updates|meldungen) mehr)(?:[\\s,.!]|bitte)*$`,
    "iu",
  ),
];

/** What a message plainly asks, or undefined. */
export function newsWish(message: string): NewsWish | undefined {
  const text = message.replace(/[’‘]/gu, "'").replace(/\s+/gu, " ").trim();
  if (text === "" || text.length > LONGEST) return undefined;
  const said = sentences(text);
  // Taking it back weighs more than any other sentence beside it.
  if (said.some((sentence) => STOP.some((see) => see.test(sentence)))) return { kind: "stop" };
  const telling = said.filter((sentence) => TELL.some(({ see, statement }) => see.test(sentence) && !(statement && /[?？]\s*$/u.test(sentence))));
  return telling.length === 0 ? undefined : { kind: "tell", alone: said.every((sentence) => telling.includes(sentence) || SMALL.test(sentence)) };
}

/** A greeting or thanks around it. */
export const SMALL = new RegExp(`^\\W*(?:${PLEASE}\\W*)+$`, "iu");

/** A text by its sentences; what is no word is left out. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.!?؟])\s+|(?<=[。？！])\s*|\n+/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
