/**
 * English: what "I" and "we" may do in an answer. An avatar explains, asks, searches and says what it cannot do; whatever
 * else it says of itself or of us is an act that policy or a tool would have to know. So the harmless verbs are listed.
 */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";

const ADV =
  "(?:also|just|now|then|only|still|really|simply|first|already|both|have already|gladly|happily|therefore|personally|usually|honestly|quickly|briefly|even|often|all)";
const TEXT =
  "explain|show|describe|list|walk|summari[sz]e|help|tell|quote|point|compare|assume|suggest|recommend|advise|propose|start|begin|go|try|check|look|search|find|read|need|use|see|test|measure|run through|note that|add (?:an?|the|one|two|that)|write (?:it|the|this|down|an?|out)|" +
  "take (?:it|that|this|the|a look|your|one|a)|give (?:you )?(?:an?|the|one|two) (?:example|overview|step|short|summary|list|hint|first|exact|idea|link)|keep (?:it|to|this|that|the|an?)|stay|say|answer|be|ask|call (?:it|this|that)|count|translate|guess|stop|wait|leave|stick|rule out|narrow|think|know|look|want|like|love|rather|not|never|expect|hope|make (?:sure|an?|the|it)|put (?:it|this|that|the|together)|set|get|have|do|come to|follow|repeat|begin|increase|lower|split|move|turn|let you (?:know|see)|speak|talk|discuss|compare|mention|record|keep";
const DID =
  "found|read|looked|checked|searched|saw|seen|compared|listed|added|assumed|misread|meant|understood|misunderstood|noticed|explained|described|quoted|marked|shown|tried|learned|learnt|heard|tested|measured|documented|based|mixed|confused|mentioned|" +
  "summari[sz]ed|collected|skipped|wrote|written|answered|suggested|counted|used|needed|wanted|hoped|thought|forgot|missed|left|took|taken|made|put|gave|given|said|adapted|shortened|changed|removed|ran|renamed|introduced|asked|been|had|was|were|did|got|kept|asked";
const STATES =
  "am|are|was|were|have|had|do|did|would|could|may|might|should|must|can|think|see|mean|understand|know|need|guess|hope|believe|agree|doubt|wonder|apologi[sz]e|expect|prefer|notice|like|love|wish|want|say|stand|sleep|exist|gather|remember|recall|care|support|test|use|ship|build|collect|keep|recommend|suggest|start|call|provide|document|describe|cover|publish|write|maintain|offer both";

/** "i" is "and" in Polish and "the" in Italian: two of their small words beside it, and nobody speaks of themselves. */
const AND = "(?:il|gli|di|del|della|delle|che|non|sono|alle|nella|ogni|secondo|questo|jest|nie|sie|mozna|oraz|czy|dla|ktore?|moge)";

export const OWN_ACTS: readonly CommitmentRule[] = [
  {
    rule: "commitment.act",
    scent: "i we i'm i've we'll we've i'll",
    topic: words(
      `(?:i|we) (?:${ADV} )*(?!(?:${ADV}|${STATES}|${DID}|${TEXT}|will|shall|not|never)(?![a-z]))[a-z]{2,}|(?:i|we) (?:${ADV} )*(?:will|shall) (?:${ADV} )*(?!(?:${ADV}|${TEXT})(?![a-z]))[a-z]{2,}|` +
        `(?:i|we) have (?:${ADV} )*(?!(?:${DID})(?![a-z]))(?:got [a-z]+|[a-z]{3,}ed)(?![a-z])|i am (?:${ADV} )*(?:[a-z]{3,}ing (?:your|you|it|this|that|an? |\\S+ (?:euros?|dollars?|back))|robin(?:,)? (?:from|of|at)|from the)|(?:i|we) can (?:${ADV} )*(?:confirm|promise|assure|arrange|approve|authori[sz]e|grant|waive|extend)`,
    ),
    unless: words("if i|whether (?:i|we)|i (?:am |do )?not|we do not|in \\d+\\.\\d+|looking (?:at|for)|assuming|reading|\\d+\\.\\d+"),
    elsewhere: words(`\\S*\`\\S*|webhook|form's|${AND} .{0,200}?${AND}`),
    excuse: "sentence",
  },
];
