/** English: dates, people who would come, and what would be built. */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups, NOT } from "./shared.ts";

const EXPLAIN =
  "explain|show|describe|list|walk|summari[sz]e|help|tell|give you (?:an? )?(?:example|overview|step|summary|short)|quote|point|use|" +
  "assume|start|go through|answer|need|see|look at|suggest|be (?:here|glad|happy)|try|note|keep|stay|remember|add an example";
const BE =
  "ship(?:s|ped)?|(?:be|is|are|get|gets) (?:fixed|ready|available|released|solved|resolved|done|delivered|back|live|out|shipped|merged|" +
  "included|deployed|sorted(?: out)?|completed?|finished|rolled out|working|restored|closed|answered|handled|reviewed|processed|reactivated|" +
  "up (?:and running|again)|implemented|added|supported)|arrives?|lands?|comes? out|goes? live|follow|work again|happen|(?:be|is|are) (?:due|" +
  "scheduled|planned|expected|coming|set)";
const THING =
  "(?:the|this|that|your|our|a|an)(?: \\S+){0,3} (?:fix|patch|release|update|upgrade|feature|version|hotfix|bugfix|bug|issue|problem|" +
  "ticket|request|case|account|invoice|service|support|solution|migration|answer|reply|response|call|outage|system|refund|beta|build|question|" +
  "report|feature request|order|server|instance|cluster)|version [\\d.]+|[\\d.]+|it|this|that|everything|all(?: of (?:it|this))?|things|" +
  "marldb(?: [\\d.]+)?|support for \\S+(?: \\S+){0,3}";
const ANSWER =
  "answer|reply|response|call|fix|update|mail|e-mail|email|message|solution|patch|invoice|feedback|access|confirmation|offer|quote|" +
  "appointment|call ?back|news|refund|result|report|credentials|new key|hotfix|decision|person|human|colleague";

const DATE_SHAPES = [
  words(`{actor} (?:{adv} )*{surely}(?! (?:{adv} )*(?:${EXPLAIN})(?![a-z]))(?! not)`, groups),
  words(
    `{actor} (?:can|could) (?:{adv} )*(?:fix|call|ship|deliver|have|get|send|finish|solve|repair|release|resolve|complete|schedule|call you|be with you|come)`,
    groups,
  ),
  words(
    `(?:is|are|am) (?:{adv} )*(?:calling|contacting|coming|shipping|releasing|fixing|delivering|sending|getting back|going live|looking into it and)`,
    groups,
  ),
  words(`(?:${THING}) (?:{adv} )*(?:{surely} )?(?:{adv} )*(?:${BE})`, groups),
  words(`(?:${THING}) (?:{adv} )*{surely} (?:{adv} )*(?:${BE}|be [a-z]+ed)`, groups),
  words(
    `you (?:{adv} )*(?:will|shall|should|can expect to|are going to) (?:{adv} )*(?:hear|be (?:contacted|called|phoned|e-?mailed|back|up|able|online)|(?:get|receive|have|see)(?: \\S+){0,4} (?:${ANSWER}))`,
    groups,
  ),
  words(`(?:you (?:can|may|should) )?expect (?:an?|our|the|his|her|their)(?: \\S+){0,2} (?:${ANSWER})`, groups),
  words(
    `(?:let us|let's|shall we|see you|talk to you|speak to you|call you|get back to you|be in touch|in touch|back to you|reach out|i have (?:booked|scheduled|set)|you have my word|our deadline|the deadline|eta|estimated (?:time|fix|completion|delivery)|resolution time|turnaround|delivery date|release date|target date|due date)`,
    groups,
  ),
];

export const TIME: readonly CommitmentRule[] = [
  {
    rule: "commitment.date",
    scent:
      "#time tomorrow today tonight morning afternoon evening week weekend month quarter year next latest monday tuesday wednesday thursday friday saturday sunday noon minute mins min hour hours hrs day days end midnight eod eow cob q1 q2 q3 q4 shortly soon asap moment immediately once christmas easter lunch january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter thing away business straight",
    also: "i i'll we will shall going ship ships calling contacting coming shipping releasing fixing delivering sending getting arrive arrives land lands come comes goes live follow happen be is are get gets expect let shall see talk speak call back touch reach deadline eta estimated resolution turnaround delivery release target due can could promise plan plans commit should about fixed done",
    topic: words("{time}", groups),
    shapes: DATE_SHAPES,
    unless: words(
      "can not|(?:will|do|could|would|should|shall|am|are|is|did|has|have) not(?! (?:hesitate|only|just|take long|be long))|never|" +
        "nobody|unable|no (?:promise|date|one|idea|eta|guarantee)|whether|decides?|you (?:asked|wanted|wrote|said|mentioned)|if (?:you|it) (?:run|" +
        "set|restart)|cron|scheduler|job",
    ),
    excuse: "figures",
  },
  {
    rule: "commitment.person",
    scent:
      "colleague engineer specialist technician developer expert manager boss supervisor team teammate agent account support human person member people someone somebody",
    also: "will going shall",
    topic: words(
      "(?:(?:an?|one of (?:our|my|the)|my|our|the)(?: \\w+)? {helper}|someone|somebody|our (?:\\w+ )?team|" +
        "the (?:\\w+ )?team) (?:from \\S+(?: \\S+)? )?(?:{adv} )*(?:will|is going to|shall) (?:{adv} )*(?:call|contact|get back|get in touch|" +
        "be in touch|reach out|take (?:over|it|this|care|a look)|look (?:at|into)|handle|join|reply|answer|respond|help|fix|solve|write|e-?mail|" +
        "phone|come|review|follow up)",
      groups,
    ),
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.roadmap",
    scent: "fix ship release implement roll deliver build support roadmap included add part",
    also: "will are going plan have is",
    topic: words(
      "(?:we|our (?:team|engineers|developers)|marldb|the team) (?:{adv} )*(?:will|are going to|is going to|plan to|" +
        "have decided to) (?:{adv} )*(?:fix|ship|release|implement|roll out|deliver|build|support|add) (?:that|this|it|the|your|a|an|in|for|" +
        "support)(?! (?:example|following|user|table|index|column|step|line|config|extension))|(?:is|are) (?:already )?on (?:our|the) roadmap|" +
        "(?:will|is going to) be (?:in|part of|included in) (?:the next|version|release|[\\d.]+)",
      groups,
    ),
    unless: words("can not|not|never|whether|first|then|step|now we", groups),
    excuse: "sentence",
  },
];
