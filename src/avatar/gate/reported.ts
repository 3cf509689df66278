/**
 * What a sentence says about somebody else's words binds nobody: what the customer asked, wrote or wants, and a term in
 * quotation marks. It is blanked before the rules read the sentence; what follows it is read as ever.
 */
import { words } from "./pattern.ts";

const UNTIL_EN = "(?:(?!, (?:and|but|so|yet)(?![a-z])|,? (?:and|so|but) (?:i|we)(?![a-z]))[^:;.!?])*";
const UNTIL_DE = "(?:(?!,? (?:und|aber|doch|also|so|deshalb|daher|dann)(?![a-z]))[^:;.!?])*";

/** "I understand that you will be refunded" is no word of theirs: it says what they get. */
const OWED_EN = "(?![^:;.!?]{0,80}(?<![a-z])(?:entitled|owed|refunded|credited|reimbursed|will (?:be|get|have|receive)|you get|shall)(?![a-z]))";
const OWED_DE =
  "(?![^:;.!?]{0,80}(?<![a-z])(?:zuruckbekommen|zurueckbekommen|erstattet|gutgeschrieben|bekommen werden|erhalten werden|nicht (?:be)?zahlen mussen)(?![a-z]))";

const OTHERS = [
  words(
    `you (?:\\w+ )?(?:asked|ask|wrote|write|want to know|wanted to know|mention|mentioned|say|said) (?:me |us )?(?:if|whether|that|about|why|how|what|which)(?![a-z])${UNTIL_EN}`,
  ),
  words(`you (?:mention|mentioned|quote|quoted)(?! (?:the )?(?:price|fee))(?![a-z])${UNTIL_EN}`),
  words(`sie (?:erwähnen|erwähnten|zitieren|zitierten)(?![a-z])${UNTIL_DE}`),
  words(`(?:i|we) (?:can |do |really )*(?:see|understand) (?:why|that|how) you(?![a-z])${OWED_EN}${UNTIL_EN}`),
  words(
    `sie (?:\\w+ )?(?:fragen|fragten|schreiben|schrieben|sagen|sagten|erwähnen|erwähnten|wollen wissen|wollten wissen|möchten wissen|haben gefragt|hatten gefragt),? (?:ob|dass|wann|warum|wie|was|welche\\w*|nach|man (?:habe|hätte)|wir (?:hätten|würden|seien))(?![a-z])${UNTIL_DE}`,
  ),
  words(`(?:ich|wir) (?:verstehe|verstehen|kann verstehen|kann nachvollziehen|können verstehen), (?:dass|warum|wieso) sie(?![a-z])${OWED_DE}${UNTIL_DE}`),
];
/** Words that are told to be somebody's: a customer's quotation, a text, another message. */
const QUOTED =
  /(?<![a-z])(?:you quote|you quoted|the (?:text|sentence|phrase)|other message (?:said|says)|sie zitieren|der (?:satz|text)|nachricht stand)(?![a-z])[^"]{0,30}"[^"]*"|"[^"]*" (?=is (?:what|the text)|ist der text|steht (?:auf|in))/g;
/** A term of one or two words. */
const TERM = /"[a-z0-9äöü-]+(?: [a-z0-9-]+)?"/g;
/** What is said to the words of others right after them makes them ours: "…, and we will", ": yes", "und das stimmt". */
const AGREED =
  /^[\s,:;.-]*(?:(?:and|so|und|also) )?(?:yes|yep|sure|of course|certainly|agreed|granted|done|gladly|ja|klar|gerne?|naturlich|sicher|selbstverstandlich|(?:i|we|you|it|that|this|they|he|she|das|so|es|wir|sie|ich) (?:will|shall|do|does|can|am|are|is|have|has|did|stimmt|ist es|ist so|ist richtig|tun|werden|bekommen)(?: (?:it|so|that|have it|get it|right|true|correct|wir|sie|das|es|auch|richtig|so))?)\s*(?:[.!,;]|$)/;
const LEAD = /^.*?(?<![a-z])(?:if|whether|that|about|why|how|what|which|ob|dass|wann|warum|wie|was|nach)(?![a-z])/;
const MAYBE = /asked?|wr[io]te|say|said|mention|know|understand|see |frag|schr[ie]+b|sag|erwahn|wissen|versteh|nachvollzieh|"/;

/** The sentence with the words of others blanked; every other character stays where it is. */
export function withoutReported(text: string): string {
  if (!MAYBE.test(text)) return text;
  let rest = text.replace(QUOTED, blank).replace(TERM, blank);
  for (const one of OTHERS) {
    const hit = one.exec(rest);
    const end = hit ? hit.index + hit[0].length : 0;
    if (!hit) continue;
    // Then only who said it is blanked: what they said is read as ours.
    const lead = AGREED.test(rest.slice(end)) ? (LEAD.exec(hit[0])?.[0] ?? "") : hit[0];
    rest = rest.slice(0, hit.index) + blank(lead) + rest.slice(hit.index + lead.length);
  }
  return rest;
}

function blank(match: string): string {
  return " ".repeat(match.length);
}
