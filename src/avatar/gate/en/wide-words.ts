/** The words of the wide English net: who of ours acts, and how amounts are said without a currency. */
import { words } from "../pattern.ts";

const NUMBER_WORD =
  "(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|a few|several)[ -])?(?:hundred|thousand|fifty|twenty|thirty|forty|sixty|eighty|ninety|grand)";

/** "3k a year", "two hundred a month", "240 per seat": an amount with its period is a price. */
export const PLAIN_MONEY_EN = `(?:\\d[\\d.,]*k?|${NUMBER_WORD}) (?:a|per|each|every|the) (?:month|year|seat|user|node|hour|incident|call|head|server|quarter)`;

const helper =
  "colleagues?|engineers?|specialists?|technicians?|developers?|devs?|experts?|manager|boss|supervisor|team ?mates?|account manager|human|person|cto|ceo|director|" +
  "member of (?:our |the |my )?(?:\\w+ )?(?:staff|team)|staff|crew|team(?: lead)?|management|people(?: from)? (?:our|the) \\w+|guys?|lead|on-call";

/** The sentence is about a program, a text or a page, or it asks. */
const software =
  "\\S*`\\S*|(?:tables?|columns?|rows?|fields?|schema|quer(?:y|ies)|sql|code|jobs?|queues?|apis?|endpoints?|templates?|planner|parameters?|variables?|null|" +
  "webhooks?|sample|column|export|report(?:s|ing)?|ledger|shop|disks?|memory|storage|transactions?|constraint|isolation|quorum|cache|log files?|" +
  "insert|select|update \\w+ set|function|promises? (?:are|is)|javascript|json|yaml|the pages?|page (?:on|about|says?|lists?)|the log (?:says|shows)|" +
  "(?:which|what) (?:version|error|do|does|did)|could you|can you|may i|would you like|do you|does it|licence disclaims|cloud provider)";

export const WIDE_GROUPS = {
  helper,
  software,
  adv: "(?:also|just|now|then|gladly|happily|definitely|certainly|surely|personally|hereby|already|even|immediately|still|both|always|of course|really|simply|quickly|soon|only|fully|meanwhile|right|both|today|tomorrow)",
  /** Somebody of ours, said so that a customer's own people are not meant. */
  ours:
    `(?:(?:an?|one of (?:our|my|the)|some of (?:our|my)|our|my|the right|another) (?:\\w+ ){0,2}(?:${helper})(?: (?:from|of|in|at) (?:our|the|my|ours|us)(?: \\w+)?)?|` +
    `some(?:one|body)(?: (?:from|of|in|at) (?:our|the|us)(?: \\w+)?)?|people from our \\w+|the (?:dev|support|engineering|development|billing|sales|product) (?:team|department|people))`,
};

/** Somebody takes it back, or leaves it to people. */
export const BACK = words(
  "(?:i|we) (?:{adv} )*(?:can not|could not|do not|did not|have not|am not|are not|may not|must not|would not|have no|know of no|know no|would rather not)|" +
    "nobody (?:can|will|has)|no one (?:can|will)|not (?:a promise|a guarantee|for me|mine|sure|take that|that i know)|(?:there is|there are) no(?! way| reason| further)|whether|" +
    "(?:people|a person|humans?) (?:who )?decide|decided by|depends on|you (?:asked|wrote|mentioned|wanted|want to)|beyond me|ask (?:your|a) lawyer|who is liable",
  WIDE_GROUPS,
);
