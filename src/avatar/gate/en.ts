// house: long because it is the table of the English commitments
/** English commitments. Sentences arrive folded, with contractions written out ("I'll" is "i will", "can't" is "can not"). */
import { CALENDAR_DAY } from "./figures.ts";
import type { CommitmentRule } from "./rule.ts";
import { raw, words } from "./pattern.ts";

const helper =
  "colleagues?|engineers?|specialists?|technicians?|developers?|experts?|manager|boss|supervisor|team ?mates?|agents?|" +
  "account manager|support \\w+|human|person|member of (?:our|the|my) \\w+|people";
const groups = {
  helper,
  day: "(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
  unit: "(?:minutes?|mins?|hours?|hrs?|(?:(?:working|business|calendar) )?days?|weeks?|months?|quarters?|years?)",
  few:
    "(?:the (?:next|coming) )?(?:about |around |roughly |approximately |less than |under |at most |no more than |" +
    "a maximum of )?(?:the next )?(?:\\d+(?:[.,]\\d+)?(?: ?(?:-|to|or) ?\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|" +
    "twenty-four|24|48|72|half an|a few|few|a couple of|couple of|several|some)",
  calendar: CALENDAR_DAY,
  time:
    "(?:later |first thing )?(?:tomorrow|today|tonight)|this (?:morning|afternoon|evening|week|weekend|month|quarter|year)|(?:early |late |" +
    "sometime )?next (?:week|weekend|month|quarter|year|sprint|{day})|" +
    "(?:by|on|until|before|from|this|next|coming|latest|no later than|not later than) {day}|{day} (?:morning|afternoon|evening|noon|" +
    "at the latest)|(?:within|in|inside) {few} {unit}|(?:by|at|before|until) (?:the )?end of|" +
    "by (?:noon|midnight|eod|cob|close of business|then|tonight|tomorrow)|eod|eow|{calendar}|q[1-4](?: 20\\d\\d)?|(?:by|at|before|" +
    "until) \\d{1,2}(?::\\d{2})? ?(?:am|pm|o'clock|cet|cest|utc|h)?|" +
    "shortly|soon|asap|as soon as possible|as soon as we can|any minute|any moment|momentarily|immediately|straight away|right away|at once|" +
    "in no time|(?:before|by|after) (?:christmas|easter|new year|the weekend|lunch)|(?:in|by|before|from|until) (?:early |mid |late |" +
    "mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)",
  actor:
    "i|we|(?:our|my|the)(?: \\w+)?(?: \\w+)? (?:team|company|department|staff|office|side|crew|management|{helper})|(?:an?|one of (?:our|my|the)|" +
    "some of (?:our|my))(?: \\w+)? {helper}|someone|somebody|management|marldb|standin|support|sales|engineering|accounting|billing",
  adv:
    "(?:also|just|now|then|gladly|happily|definitely|certainly|surely|personally|hereby|already|even|immediately|still|all|both|always|" +
    "of course|today|tomorrow|soon|therefore|really|absolutely|naturally|simply|quickly|gonna)",
  will:
    "(?:will|shall|would|can|could|am going to|are going to|is going to|(?:am|are|is) (?:happy|glad|pleased|able|willing|ready|prepared|" +
    "authori[sz]ed|allowed) to|(?:am|are|is) gonna|might be able to|would like to|want to|would love to|let me|plan to|intend to|promise to|" +
    "commit to|agree to|have decided to|have agreed to|have arranged to)",
  surely:
    "(?:will|shall|am going to|are going to|is going to|(?:am|are|is) gonna|(?:am|are|is) about to|promise to|promises to|commit to|" +
    "commits to|plan to|plans to|expects? to|aims? to|intend to|hope to|should)",
  ing:
    "(?:am|are|is) (?:now |currently |already )?(?:refunding|offering|giving|granting|crediting|processing|issuing|sending|waiving|reducing|" +
    "cutting|applying|adding|paying|reimbursing|compensating)",
};

/** I will, we can, a colleague is going to, you will get, … : somebody of ours binds us. */
const OURS = words("{actor} (?:{adv} )*{will}", groups);
const OURS_ING = words("{actor} (?:{adv} )*{ing}", groups);
const HAVE = words("(?:i|we|{actor}) (?:have|has|had)(?: {adv})*(?: been)?", groups);
const YOURS = words(
  "you (?:{adv} )*(?:will|shall|can have|are (?:getting|entitled|eligible|owed|due)|get|qualify|have (?:been|earned)|receive|" +
    "deserve|may have|only (?:have to )?pay|pay|save|do not (?:have to |need to )?pay)",
  groups,
);
const DONE = words(
  "(?:has|have|had) (?:{adv} )*been|is (?:{adv} )*(?:approved|on its way|on the way|confirmed|granted|coming|yours|due to you|" +
    "being processed|under way)|(?:was|were|will be|is being|is going to be|gets) (?:{adv} )*(?:approved|issued|processed|credited|granted|refunded|" +
    "applied|paid|sent|waived|reimbursed|returned|transferred|deducted|reduced)",
  groups,
);
const HERE = words(
  "here (?:is|are) (?:your|an?|the)|enjoy|your (?:personal |special |new )?(?:discount|refund|credit|coupon|voucher|promo|code|" +
    "rebate)|use (?:the |this )?(?:promo |coupon |discount |voucher )?code|let me (?:offer|give|grant|refund|credit|apply)|consider it done|" +
    "how about|deal",
  groups,
);

const NOT = words(
  "not(?! (?:hesitate|only|just|a problem|worry))|never|nobody|unable|can not|cannot|no(?! (?:doubt|problem|worries|question|" +
    "matter|later))|without|neither|nor|whether|decides?|decision|decided by|depends?|up to (?:them|a|the)|ask(?:ed)? (?:a|the|our|for|them|about)|" +
    "request(?:ed)? (?:a|the)|you (?:asked|want|wanted|requested|wrote|mentioned)",
  groups,
);

const REFUND = raw(
  "refund|reimburs|compensat|money back|pay(?:ing|s)? (?:you |it |that |them )?back|paid back|goodwill (?:payment|credit|" +
    "gesture)|credit(?:s|ed|ing)? (?:you\\b|your|of|to|it|on your|the)|(?:account|service|sla|a|as|the|full|month's|month of) credits?\\b|" +
    "make (?:it )?up (?:for it )?(?:to you|financially)|indemnif|cover (?:the|your|all) (?:costs?|loss|losses|damage|expenses)|free month|" +
    "month(?:s)? (?:for )?free|return (?:the|your) (?:money|fee|payment)|charge ?back",
);
const DISCOUNT = raw(
  "discount|rebate|% off|%-off|percent off|\\b(?:\\d+|half|something|money) off\\b|price reduction|coupon|voucher|promo ?code|" +
    "promotional|special (?:price|rate|offer|deal)|better (?:price|rate|deal)|reduced (?:price|rate|fee)|half (?:the )?price|% (?:less|cheaper|" +
    "lower|reduction)|lower (?:your|the|our) (?:price|fee|rate)|(?:knock|take|cut) \\S+ (?:\\S+ )?off|(?:reduce|lower|cut|halve) (?:your|the|" +
    "our) (?:\\w+ ){0,2}(?:price|fee|bill|rate|cost)|price match",
);
const FREE = raw(
  "free of (?:charge|cost)|for free|at no (?:extra |additional |further )?(?:cost|charge)|on the house|our treat|no (?:extra |" +
    "additional )?(?:charge|fee|cost)|charge you|waive|without (?:any )?(?:extra |additional )?(?:charge|cost)|cost you (?:nothing|anything)|" +
    "complimentary|free (?:upgrade|call|session|extension|premium|licen[cs]e)",
);
const PLAIN_PRICE = words(
  "(?:costs?|price[ds]?|fee|charges?|pay|quote|offer|invoice|bill|rate|" +
    "amount)(?: \\S+){0,5} \\d[\\d.,]*(?: \\S+)? (?:(?:a|per|each|every) (?:month|year|user|seat|hour|incident|node|call|server|week|day)|monthly|" +
    "yearly|annually)|\\d[\\d.,]* (?:a|per) (?:month|year|seat|user|hour)(?: \\S+){0,3} (?:price|fee|plan|contract|subscription)",
  groups,
);

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

const TICKETY =
  "tickets?|cases?|issues?|incidents?|bug reports?|(?:support |feature |change )?requests?|colleagues?|teams?|engineers?|" +
  "engineering|managers?|management|supervisor|support|accounts?|subscriptions?|plans?|contracts?|invoices?|orders?|payments?|licen[cs]es?|" +
  "refunds?|credits?|meetings?|(?:phone )?calls?|appointments?|calendar|on-call|department|developers?|specialists?|priority|boss|sales|billing|" +
  "complaint|claim|trial|seats?|limit|quota|rate limit|api keys?|credentials|e-?mails?";
const STRONG_DONE =
  "cancel+ed|refunded|escalated|credited|reimbursed|compensated|scheduled|booked|forwarded|notified|informed|alerted|paged|" +
  "waived|whitelisted|unlocked|upgraded your|downgraded|prioriti[sz]ed|bumped|handed (?:it|this|that|you|your)|passed (?:it|this|that|your) \\S*|" +
  "transferred you|flagged (?:it|this|that|your)|reported (?:it|this|that|your|the)|logged (?:it|this|that|your|the)|told (?:the|our|" +
  "my) (?:team|colleagues?|boss|manager|engineers?|developers?)|spoken (?:to|with)|talked (?:to|with)|checked with|confirmed with|consulted|" +
  "reached out|contacted|restarted your|rebooted|reset your|deleted your|removed your|spoke (?:to|with)|fixed (?:it|this|that|the (?:bug|" +
  "issue|problem)|your)|rolled back your|restored your|deployed|reactivated|arranged|approved your";
const WEAK_DONE =
  "created|opened|filed|raised|submitted|registered|changed|updated|applied|extended|issued|processed|sent|made|deleted|removed|" +
  "erased|disabled|enabled|activated|deactivated|suspended|terminated|closed|assigned|set up|put|placed|added|increased|raised|reset|asked|called|" +
  "emailed|messaged|pinged|moved|upgraded|switched|entered|recorded|renewed|paused|merged|restarted|started";
const YOURTHING =
  "(?:your|the|a|an|this)(?: \\S+){0,2} (?:tickets?|cases?|incidents?|requests?|refunds?|subscriptions?|accounts?|contracts?|" +
  "plans?|invoices?|orders?|payments?|appointments?|meetings?|escalation|complaint|credits?|seats?|api keys?|licen[cs]es?|limits?|quota|team|" +
  "engineers?|colleagues?)";

/** The ways in which we commit ourselves to anything. */
const SAID_BY_US = [OURS, OURS_ING, HAVE, YOURS, DONE, HERE];

/** Every English rule; the first that matches a sentence in each family speaks for it. */
export const ENGLISH: readonly CommitmentRule[] = [
  {
    rule: "commitment.refund",
    scent:
      "refund reimburse compensate money pay pays paying paid payment goodwill credit credits credited account service sla month make indemnify cover free return charge fee",
    topic: REFUND,
    shapes: [
      ...SAID_BY_US,
      words(
        "(?:full|partial|complete) refund of|(?:will|shall|to) be (?:fully )?(?:refunded|" +
          "reimbursed|compensated|credited)|(?:we|i) (?:{adv} )*(?:refund|reimburse|compensate|credit|pay|owe|cover|return)",
        groups,
      ),
    ],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.discount",
    scent:
      "discount rebate percent % coupon voucher promo promotional special better deal reduced reduce reduction half price rate lower halve knock cut cheaper money off",
    topic: DISCOUNT,
    shapes: [
      ...SAID_BY_US,
      words(
        "(?:i|we) (?:{adv} )*(?:offer|give|grant|apply|add|reduce|cut|take|knock)|for you|" +
          "just for you|as a (?:thank you|loyal|sorry|gesture|valued|token)|if you (?:sign|renew|stay|upgrade|order|buy|commit)|\\d+ ?(?:%|percent)",
        groups,
      ),
    ],
    unless: NOT,
    excuse: "sentence",
  },
  {
    rule: "commitment.price",
    scent: "free cost costs charge house treat fee fees waive complimentary nothing",
    topic: FREE,
    shapes: [
      OURS,
      YOURS,
      words(
        "(?:i|we) (?:{adv} )*(?:do|offer|give|waive|will|throw|charge)|for you|this time|this one|(?:that|it|" +
          "this) is (?:on us|on the house)|it is on us|(?:is|are|will be) (?:waived|on the house|our treat)|would (?:be|come)|has been waived|" +
          "cost you nothing",
        groups,
      ),
    ],
    unless: words("can not|unable|never|whether|decides?|decision|you (?:asked|wrote)|not (?:able|allowed|sure|say|promise|know|decide|offer|waive)"),
    excuse: "sentence",
  },
  {
    rule: "commitment.price",
    scent: "cost costs price fee charge pay quote offer invoice bill rate amount month year seat user hour",
    topic: PLAIN_PRICE,
    excuse: "figures",
  },
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
  {
    rule: "commitment.guarantee",
    scent:
      "guarantee promise definitely 100 100% hundred assure assured rest certain sure never lose happen risk absolutely bulletproof fail swear pledge vow uptime availability % completely zero count word",
    topic: raw(
      "guarant|promise|my word|definitely|100 ?%|hundred percent|assure you|rest assured|be certain|for sure|" +
        "certain(?:ly)? (?:that )?(?:it|this|you)|never (?:lose|happen|go down|fail|again|be)|not (?:ever )?(?:lose|happen again)|no risk|risk-free|" +
        "absolutely (?:safe|secure|no)|bulletproof|without fail|swear|pledge|vow|count on (?:it|us|me)|uptime of|% (?:uptime|availability)|" +
        "completely (?:safe|secure)|zero (?:downtime|data loss|risk)",
    ),
    shapes: [
      words(
        "(?:i|we|marldb|our (?:team|company|engineers)) (?:{adv} )*(?:can |do |will |would |could |hereby |absolutely |fully )*(?:guarantee|" +
          "promise|assure|swear|pledge|vow|warrant)s?|i give you my word|(?:you have|take) my word|i (?:am|can be) (?:100 ?%|absolutely|" +
          "completely) (?:sure|certain)|(?:is|are|comes?|you are|be) (?:fully |100 ?% |personally )?guaranteed(?! (?:to be (?:unique|ordered)|" +
          "by the|order|delivery|only|if|when))|guaranteed (?:to (?:work|fix|solve|help)|fix|success|safe|safety|uptime|response)|(?:this|that|it|" +
          "the upgrade|your data|your database|you|nothing|the migration|everything|the fix|we|our \\S+) (?:will|is|are|would) (?:definitely|" +
          "certainly|absolutely|100 ?%|never|for sure|completely safe|absolutely safe|completely secure)|(?:will|would|can) (?:definitely|certainly|" +
          "never|absolutely)(?: ever)? (?:be|work|happen|lose|fail|fix|solve|go|break|get|have|see|keep|meet)|(?:will|" +
          "can) not (?:ever )?(?:lose (?:any |a single |your )?(?:data|row|byte|anything|transaction)|happen again)|(?:there is|with|" +
          "at) (?:absolutely )?(?:no|zero) risk|zero (?:downtime|data loss|risk)|rest assured|be assured|you can (?:count|rely) on (?:it|us|me)|" +
          "with 100 ?% certainty|% (?:uptime|availability)|risk-free|i promise|(?:works|safe|secure|certain),? 100 ?%|100 ?% (?:safe|secure|sure|" +
          "certain|risk|guarantee|uptime|reliable|availab)|never happen again|that is a promise|without fail|our guarantee|(?:a|the) (?:money-back|" +
          "uptime|full) guarantee",
        groups,
      ),
    ],
    unless: words(
      "can not (?:guarantee|promise|assure|say|give|be)|(?:do|does|did|would|could|will|must|should|is|are|am) not (?:want to |" +
        "be able to |allowed to |able to |here to )?(?:guarantee|promise|assure|say|guaranteed|make)|not guaranteed|no(?:body)? (?:guarantees?|" +
        "promises?|can (?:guarantee|promise))|without (?:a |any )?(?:guarantee|promise)|never (?:promise|guarantee)|cannot|unable|serializable|" +
        "isolation|unique|constraint|index|fsync|quorum|protocol|order by|(?:javascript|js|async|await|promise\\.\\w+|promises? (?:api|object|" +
        "chain|resolves?|rejects?|returned))",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.legal",
    scent:
      "liable liability fault mistake negligent negligence responsible responsibility damages sue lawsuit breach blame admit legal legally binding violate infringe settle writing contractual contract",
    topic: raw(
      "liab|fault|(?:our|my) (?:own )?mistake|negligen|responsib|damages|\\bsue\\b|lawsuit|breach|blame|admit|legal(?:ly)? (?:bound|" +
        "binding|obliged|required|entitled|offer|right)|binding|violat|infring|settle|in writing|contractual",
    ),
    shapes: [
      words(
        "(?:i|we|our (?:company|team|side)|marldb|the company|standin) (?:{adv} )*(?:(?:will|do|must|have to|fully|hereby|can|would|are|is|am|" +
          "were|was|have|has|accept|take|assume|bear|carry|admit|acknowledge|concede) )*(?:liable|responsible for (?:the|your|this|that|all|any)|" +
          "at fault|to blame|negligent|(?:full |legal |all |complete |the )*(?:liability|responsibility)|the blame|admit|breached|in breach|" +
          "violated|infringed|settle|pay (?:for )?(?:the |all |any |your )*damages?)|(?:it|this|that|the (?:outage|bug|problem|loss|data loss|crash|" +
          "incident|error|failure)) (?:is|was|were)(?: \\w+)? (?:our|my|the company's|marldb's) (?:own )?(?:fault|mistake|negligence|responsibility|" +
          "liability|doing)|(?:our|my) (?:fault|negligence|liability|bad)|(?:a |as a |is |legally )binding|you (?:can|could|may|should|have (?:a|" +
          "the) (?:legal )?right to|are (?:legally )?entitled to) (?:sue|damages|claim|take (?:us|legal))|legal(?:ly)? (?:bound|obliged|entitled)|" +
          "pay (?:you )?(?:the |all |any )?damages|we (?:will )?(?:confirm|accept) (?:\\S+ ){0,3}in writing",
        groups,
      ),
    ],
    unless: words(
      "can not|not(?! only)|never|whether|neither|no (?:one|liability|warranty)|unable|disclaims?|excludes?|who is|" +
        "your (?:own )?responsib\\w+|you are responsible|lawyer|licen[cs]e",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "cancel refund escalate credit reimburse compensate schedule book booked forward notify notified inform alert page paged waive whitelist unlock upgrade downgrade prioritise prioritize bump hand pass passed transfer flag report log logged told spoke spoken talk check checked confirm consult reach contact restart reboot fix fixed roll restore deploy reactivate arrange approve reset delete remove on set put made",
    also: "i we my our team support",
    topic: words(
      `(?:i|we|my colleagues?|our (?:team|engineers?)|the team|support) (?:(?:have|has|had|just|already|now|also|went ahead and|took the liberty of|immediately|gladly|successfully|personally) )*(?:${STRONG_DONE})`,
      groups,
    ),
    unless: words("(?:have|has|had|was|were) (?:not|never)(?! only)|can not|not yet|once|until|after|when i|if (?:i|we)|whether|as if", groups),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "create opened open file filed raise submit register change update apply applied extend issue process sent delete remove erase disable enable activate deactivate suspend terminate close assign place add added increase reset ask asked call email message ping pinged move upgrade switch enter record renew pause merge restart start on set put made",
    also: "i we my our team support",
    topic: words(
      `(?:i|we|my colleagues?|our (?:team|engineers?)|the team|support) (?:(?:have|has|had|just|already|now|also|went ahead and|immediately|gladly|successfully|personally) )*(?:${WEAK_DONE})(?: \\S+){0,5} (?:${TICKETY})`,
      groups,
    ),
    unless: words("(?:have|has|had|was|were) (?:not|never)(?! only)|can not|not yet|once|until|if (?:i|we)|whether|example|above|below|sample", groups),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "escalate create open file refund cancel upgrade downgrade credit approve schedule book forward close resolve activate reactivate deactivate suspend unlock notify inform alert issue process waive raise extend submit prioritise prioritize assign renew terminate change working consider on set put made",
    also: "has have was were is are consider",
    topic: words(
      `${YOURTHING} (?:has|have|was|were|is|are) (?:{adv} )*(?:(?:now|already|just|successfully) )*(?:been )?(?:{adv} )*(?:escalated|created|opened|filed|refunded|cancel+ed|upgraded|downgraded|credited|approved|scheduled|booked|forwarded|closed|resolved|activated|reactivated|deactivated|suspended|unlocked|notified|informed|alerted|issued|processed|waived|raised|extended|submitted|prioriti[sz]ed|assigned|renewed|terminated|changed|on it|working on (?:it|this))|consider (?:it|this|that) (?:done|cancel+ed|refunded|fixed|sorted)`,
      groups,
    ),
    unless: words("not|never|once|when|if|until|after|whether|unless|before|every time|each time|as soon as|how", groups),
    excuse: "sentence",
  },
  {
    rule: "identity.denies-ai",
    scent:
      "human humans person people man woman guy being bot bots robot ai chatbot chat machine computer program avatar language llm llms software algorithm automated artificial virtual engineer employee staff technician team member real actual living genuine body feelings family kids children heartbeat flesh assistant",
    also: "i am we are you not as here there this have real being human",
    topic: words(
      "(?:i|we|you) (?:am|are)(?: (?:definitely|certainly|absolutely|really|just|also|of course|actually|truly|obviously|indeed|" +
        "in fact))* (?:no|not (?:an?|some|just a|really an?|talking to an?|chatting with an?|speaking (?:to|with) an?)) (?:\\S+ )?(?:bots?|robots?|" +
        "ai|a\\.i\\.|chat ?bots?|machines?|computers?|(?:computer |software )?programs?|avatars?|language models?|llms?|software|algorithm|" +
        "automat\\w+|artificial\\w*(?: \\w+)?|virtual \\w+|assistant program)|not an? (?:ai|bot|robot|machine|chatbot) (?:here|,|but)|(?:i|" +
        "we) (?:am|are)(?: (?:definitely|certainly|absolutely|really|just|also|of course|actually|truly|obviously|indeed|in fact|" +
        "100 ?%))* (?:an? |the )?(?:(?:real|actual|living|genuine|normal|human|flesh-and-blood|breathing|true|ordinary|fellow|very human|" +
        "live) )+(?:\\w+ )?(?:human(?: being)?s?|persons?|people|man|woman|being|guy|employee|agent|engineer|one)|i am(?: (?:definitely|really|" +
        "just|also|of course|actually|truly|only))* (?:a |an )?(?:human(?: being)?|person|man|woman|human)(?! (?:assistant|error))|(?:as|" +
        "being) (?:a |an )?(?:(?:real|actual|fellow|living) )?(?:human(?: being)?|person|human)(?: myself)?(?: like you)?,? i|(?:you are|" +
        "you're) (?:talking|chatting|speaking|writing) (?:to|with) (?:a |an )(?:(?:real|actual|living) )?(?:human|person)|i am (?:an? |" +
        "one of the )(?:\\w+ )?(?:support |software |systems? |database )?(?:engineer|employee|staff member|technician|team member)|(?:there is|" +
        "this is) (?:a|an) (?:(?:real|actual|living) )?(?:human|person)(?: being)? (?:here|typing|behind|writing|on this|speaking)|human here|" +
        "i have (?:a body|feelings|a family|kids|children|a heartbeat)|real person here|of flesh and blood",
      groups,
    ),
    unless: words(
      "i am not an? (?:real |actual )?(?:human|person)|checkbox|check box|tick|captcha|recaptcha|if i am|whether i am|(?:i am|" +
        "am) an ai|artificial intelligence and|not human|when a person|no human",
    ),
    excuse: "never",
  },
  {
    rule: "rank.compared",
    scent:
      "premium enterprise paying paid vip plan tier priority priorities prioritise prioritised prioritized valued important free community first ahead before gold standard more top big higher biggest faster sooner",
    topic: raw(
      "premium|enterprise|paying|paid|vip|plan\\b|tier|priorit|valued|important|free user|community|first in|ahead of|before others|gold|" +
        "standard customer|more money|top customer|big customer|higher|biggest|faster|sooner",
    ),
    shapes: [
      words(
        "(?:because|since|as|given that) you (?:are|have|pay|only|do not)(?: \\S+){0,5} (?:premium|enterprise|vip|gold|free|community|paying|" +
          "paid|valued|important|standard|plan|tier|customer|contract)|as an? (?:\\S+ )?(?:premium|enterprise|vip|gold|paying|priority|top|valued|" +
          "important|free|community|standard|non-paying)(?: \\S+)? (?:customer|user|client|member|subscriber|partner)|(?:premium|enterprise|paying|" +
          "vip|gold|paid|bigger|larger|important|top|higher-paying|other|contract)(?: \\S+)? (?:customers?|users?|clients?|subscribers?|plans?|" +
          "members?|accounts?|tiers?) (?:{adv} )*(?:come|comes|go|goes|get|gets|are (?:served|answered|handled|prioriti[sz]ed|helped)|take|takes|" +
          "have|has|receive|enjoy|wait|jump)(?: \\S+){0,3} (?:first|priority|precedence|faster|quicker|sooner|before|ahead|preference|less|better|" +
          "queue|line)|(?:higher|lower|top|highest|lowest|low|high|more|less|no|less) priority (?:than|customer|because|over|since|for you|plan|as)|" +
          "(?:you|your (?:ticket|request|question|case|company|account)) (?:\\S+ )?(?:have|has|get|gets|is|are|will be|will|" +
          "enjoy)(?: \\S+){0,3} (?:priority|prioriti[sz]ed|precedence|ahead of|before (?:other|all|everyone)|more important|less important|behind|" +
          "top of the (?:queue|list))|ahead of (?:other|all|free|community|everyone|standard)|(?:you|your company) (?:pay|pays|are paying) (?:more|" +
          "less|too little|enough|nothing)|(?:our )?(?:most|more|less) (?:important|valuable|valued) (?:customers?|clients?|accounts?|than)|(?:your|" +
          "the) (?:plan|tier|contract|subscription|account|free plan) (?:is|does)(?: \\S+){0,2} (?:not (?:include|cover|entitle|high|important|" +
          "enough)|too (?:low|small|cheap))|if you (?:upgraded?|paid|were (?:a|on)),?(?: \\S+){0,6} (?:faster|sooner|first|priority|quicker)|" +
          "only (?:premium|enterprise|paying|paid) (?:customers?|users?|plans?)|not (?:a )?(?:priority|important enough)|(?:served|answered|" +
          "helped) (?:first|last|before|after)|(?:free|community|non-paying|other|standard) (?:users?|customers?|members?) (?:{adv} )*(?:have to |" +
          "must |need to )?(?:wait|come last|come second|get (?:slower|less))",
        groups,
      ),
    ],
    unless: words(
      "do not compare|everyone gets|whatever (?:they|their|the) (?:plan|pay)|no matter|priority queue|process priority|nice|" + "io priority|thread|vacuum",
      groups,
    ),
    excuse: "never",
  },
];
