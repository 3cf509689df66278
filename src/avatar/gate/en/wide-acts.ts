/** English, the wide net: dates, people of ours, what we would have done, and who is writing. See `wide.ts`. */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups as narrow } from "./shared.ts";
import { BACK, WIDE_GROUPS } from "./wide-words.ts";

const PART =
  "(?:(?!need|proceed|exceed|succeed|indeed)[a-z]{2,}ed|sent|put|taken|made|given|told|spoken|set|run|let|got|gone|paid|written|done|begun|brought|dealt|reset|rung|undone|withdrawn|rebuilt)";
const PAST =
  "(?:(?!need|proceed|exceed|succeed|indeed)[a-z]{2,}ed|sent|put|took|made|gave|told|spoke|ran|let|got|went|paid|rang|wrote to|brought|undid|reset|had a (?:quick )?(?:word|chat|talk|call))";
/** What an avatar does with text alone; it may say so. */
const OWN =
  "found|read|looked (?:at|through|in|up|for|it up)|checked|searched|seen|compared|listed|added (?:an?|the|two|three|some) (?:\\w+ )?(?:examples?|links?|lines?|notes?|comments?)|assumed|misread|meant|understood|misunderstood|noticed|explained|described|quoted|" +
  "marked|shown|given (?:you )?(?:the|an|a|two|all)|put together|tried|learned|learnt|heard|tested|measured|documented|based|mixed|confused|mentioned|summari[sz]ed|collected|skipped|left (?:out|it)|written (?:it|the|down|them|a|an)|taken (?:it|that|this|them) from|made a mistake|answered|asked (?:you|about)|suggested|counted|used|needed|wanted|hoped|liked";
const ENDED =
  "cancel+ed|refunded|reset|deleted|erased|removed|forwarded|passed|escalated|corrected|changed|raised|extended|unlocked|rotated|activated|reactivated|deactivated|upgraded|downgraded|booked|scheduled|filed|opened|approved|credited|processed|submitted|handed|" +
  "reported|assigned|moved|transferred|switched|resolved|settled|renewed|paused|suspended|terminated|restored|restarted|repaired|fixed|patched|updated|notified|informed|logged|noted|registered|confirmed|accepted|issued|reversed|cleared|completed|arranged";

const groups = {
  ...WIDE_GROUPS,
  time:
    `(?:${narrow.time}|(?:\\d+|one|two|three|a few|few|couple of|an?|half an) (?:\\w+ )?(?:hours?|minutes?|days?|weeks?|months?)(?: or so)?|{day} (?:noon|at|night)|this (?:spring|summer|autumn|winter)|(?:first|second|third|fourth|last) quarter|` +
    `(?:start|beginning|middle|end) of (?:the |next |this )?\\w+|\\d{1,2}(?:st|nd|rd|th) of \\w+|(?:coming|next|following) (?:days|weeks|hours|months)|(?:six|seven|eight|nine|ten|eleven|twelve|one|two|three|four|five|\\d+) o'clock|the weekend|christmas|easter|wake up|(?:within|in) the (?:hour|day|week|month|quarter)|first thing|(?:in|within) no time|overnight|noon|lunch|spring|summer|autumn|winter|(?:until|till|by) {day})`,
  day: narrow.day,
  unit: narrow.unit,
  few: narrow.few,
  calendar: narrow.calendar,
};

export const WIDE_ACTS: readonly CommitmentRule[] = [
  {
    rule: "commitment.date",
    scent:
      "#time tomorrow today tonight overnight morning afternoon evening week weekend month quarter year next monday tuesday wednesday thursday friday saturday sunday noon minutes hours days lunch hour day o'clock clock shortly soon asap immediately january february march april june july august september october november december spring summer autumn winter christmas easter coming within first wake",
    topic: words("{time}", groups),
    shapes: [
      words(
        `(?:we|i) (?:{adv} )*(?:will|shall|are going to|am going to|make|deliver|ship|aim|are aiming|are shipping|expect|plan|promise|hope|finish|solve|fix|release|publish|send|call|come|get|bring|have (?:it|this|that|the fix))(?! (?:{adv} )*(?:explain|show|start|need|see|use|assume|go|be here|be glad))|` +
          `you (?:{adv} )*(?:will|shall|should|can|are going to) (?:{adv} )*(?:hear|expect|receive|be (?:up|back|online|contacted|called|able|running|live)|have (?:an?|your|the|it|our)|get (?:an?|your|the|it|our) (?:\\w+ )?(?:answer|reply|fix|patch|call|solution|update|refund|invoice|offer|access))|expect (?:the|my|an?|our) (?:\\w+ )?(?:patch|fix|answer|reply|call|update|release|delivery|message|hotfix)|give (?:us|me)|` +
          `(?:fix|hotfix|patch|release|version|feature|bug|ticket|reply|response|answer|maintenance|invoice|correction|update|delivery|integration|migration|issue|problem|outage|request|refund|solution|support|\\d+\\.[\\d.]+)(?: for \\S+(?: \\S+)?)? (?:{adv} )*(?:is|are|will|should|shall|goes|lands?|comes?|arrives?|gets?|reaches|reach|follows?|ships?|can)(?! (?:{adv} )*(?:not|written|set to|from|kept|rebuilt|run|due|removed|called|slow|up for)(?![a-z]))|` +
          `(?:everything|it|this|that|all|things|data|account|service|server|cluster|instance|system|site|order|build|beta) (?:{adv} )*(?:should |will |is |going to |are )*(?:all )?(?:{adv} )*(?:be |is |work(?:s)? |get )(?:{adv} )*(?:all )?(?:back|fixed|sorted|gone|restored|closed|ready|done|again|finished|online|live|running|working|solved|repaired|resolved|delivered|available|over)|` +
          `(?:everything|all) (?:works|runs|is (?:fine|back|ok))|(?:are|is) (?:{adv} )*(?:coming|arriving|landing|going (?:out|live)|restored|shipping|due|switched on|closed|released|delivered)|(?:comes?|goes|going|get|gets) (?:back to you|out|live|switched on|fixed|released|on it)|be (?:in touch|out|back with you|with you)|` +
          `(?:rings?|calls?|phones?|contacts?|gets? back to|writes?|answers?|visits?) (?:to )?you`,
        groups,
      ),
    ],
    unless: words(
      "(?:i|we) (?:{adv} )*(?:can not|could not|do not|am not|have no|know of no|would)|(?:will|do|does|is|are|did|has|have|should) not(?! (?:only|take long))|never|no (?:date|plan)|if (?:you|it|the|nobody)|(?:was|were|ended|expired|came|took|failed)|would|please|once (?:you|it|they)|schedule|every|depending|usually|by default",
      groups,
    ),
    elsewhere: words(
      "\\S*`\\S*|(?:in|since|version|of|with|for|before) \\d+\\.\\d+|lock|restart(?:s|ed)?|after (?:the|a|an)|cron|default|expires?|according|utc|replicas?|nodes?|load|tokens?|certificates?|partitions?|archives?|snapshots?|leader|journal|log|backups?|job|deadline of|try (?:it )?again|pods?|window of|is planned for|security fixes until|notice|due within|trial|interval|statistics|index(?:es)?|batch|nightly|visible|your (?:own )?contract|first response|says|kept|plan (?:the|some)",
    ),
    excuse: "figures",
  },
  {
    rule: "commitment.person",
    scent:
      "colleague engineer specialist technician developer dev expert manager boss supervisor team teammate account support human person member staff crew people someone somebody cto ceo director department hold transfer transferring connecting connect handing contacted called help lead guys mate put",
    topic: words(
      `{ours} (?!(?:can|could|would|may|might) )(?:\\S+ ){0,2}?(?:{adv} )*(?:will|(?:is|are) (?:{adv} )*(?:going|on|looking|working|coming|calling|taking|checking|at it|there|ready|analy\\w+|review\\w+|with you|informed)|has(?! to)|have(?! to)|wants?|picks?|takes?|rings?|calls?|reads?|reviews?|responds?|answers?|writes?|looks?|contacts?|knows?|gets?|joins?|handles?|phones?|visits?|comes?|helps?|should be|agrees?|works?)|` +
        `(?:connect|transfer|put|hand|pass|forward|refer|direct|route|escalat|redirect)(?:ing|e|s)? (?:you|this|it|over|your \\w+)(?: \\S+){0,2} (?:to|through|over|on|along)|handing over|` +
        `(?:i|we) (?:{adv} )*(?:will |can |am going to |am |are )?(?:ask|asking|get|getting|send|sending|bring|bringing|call|calling|fetch|fetching|involve|involving)(?: in)? (?:an?|my|our|the|one of) (?:\\w+ ){0,2}(?:{helper})|` +
        `have (?:someone|somebody|an?(?: \\w+)? (?:{helper})|our \\w+) (?:call|reach|look|contact|write|check|help|get|answer|phone|e?mail)|(?:contacted|called|helped|served|phoned|visited|assisted|answered|looked after) by (?:an?|one|our|someone|somebody|my)|` +
        `help is on|hold the line|(?:member of staff|engineer|human|person|expert|colleague|technician|specialist) (?:{adv} )*(?:reads|reviews|responds|picks|takes|looks|is already|has been|will|is going to)|has been assigned`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "\\S*`\\S*|role|(?:may|might|must|has to|have to|should) (?:have )?(?:changed|restart|be done)|(?:engineer|developer) would|someone else|somebody else|if (?:someone|somebody|a person|you)|your (?:own )?(?:administrator|network|team|colleagues)|ask for|process|group|slack|lock|would you|rights?|deploy\\w*",
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "i have i've we my our done taken care set sorted your with know about calendar behalf asked requested went through put colleague team engineers developers on went been is was were now bug consider",
    topic: words(
      `i have (?:{adv} |gone ahead and |taken the liberty of )*(?!(?:${OWN})(?![a-z]))${PART}|i (?:{adv} |went ahead and )*(?!(?:${OWN}|saw|thought|set out)(?![a-z]))${PAST}|` +
        `(?:we|our \\w+|my \\w+|{ours}) (?:{adv} )*(?:have|has) (?:{adv} )*(?!(?:${OWN})(?![a-z]))${PART}|(?:^|ok |okay |sure |so )(?:have )?(?:{adv} )*(?:opened|created|filed|booked|cancel+ed|refunded|reset|escalated|sent|forwarded|informed) (?:it|you|a|an|the|your|my|our|this|that)|` +
        `your (?:\\S+ ){1,4}?(?:has|have) (?:{adv} |since )*been (?:{adv} )*(?:${ENDED}|${PART})|(?:ticket|case|report|refund|password|key|limit|account|subscription|seats?|credit|appointment|meeting|call|complaint|invoice|request|data)(?: \\S+){0,3} (?:has|have) (?:{adv} )*been (?:{adv} )*(?:${ENDED})|your (?:\\S+ ){1,5}?(?:is|are|was|were|got) (?:{adv} )*(?:${ENDED}|with our \\w+|in the calendar|on its way)|(?:is|are) (?:{adv} )*(?:with|in the hands of|in front of) our|` +
        `(?:password|key|refund|ticket|account|subscription|limit|fix|request|report|appointment|complaint|meeting|escalation|order|invoice|credit)(?: \\S+){0,4} (?:is|was|went|are) (?:{adv} )*(?:reset|${ENDED}|through|on its way|in the calendar|done|out|live|deployed)|` +
        `(?:team|engineers|developers|colleagues|management|boss|department) (?:all )?(?:know|knows|are aware|is aware|have been told)|(?:^|[.!] )(?:all )?(?:done|sorted|taken care of|fixed|all set)(?=[ .!,:]|$)|taken care of|as good as done|on your behalf|as you (?:asked|wished|requested|ordered)|as (?:requested|ordered|agreed)|let them know|consider it`,
      groups,
    ),
    unless: words(
      "(?:have|has|had|did|was|were|is|are) (?:{adv} )*(?:not|never|nothing|no)(?! only)|can not|could not|not yet|once|until|after|when|if|whether|as soon as|unless|before|how|would|to be|every time|(?:someone|somebody) (?:may|might)|perhaps|maybe|probably|i (?:have )?(?:{adv} )*(?:\\w+) (?:\\S+ ){0,3}(?:commands?|examples?|quer(?:y|ies)|numbers|samples?|text|lines?|snippets?|summary|steps|wording|answer|logs?|configuration|thought)",
      groups,
    ),
    elsewhere: words(
      "\\S*`\\S*|your (?:own )?(?:api|code)|by (?:the|your|five|a) (?:job|server|controller|trigger|planner|operator|peer|wrong|kernel|client|database|system|process|admin\\w*|\\w+ passwords)|without the|log says|in (?:version )?\\d+\\.\\d+(?:\\.\\d+)?|(?:tracker|pull request|commit)|last (?:week|night|drill)|stream|query|the test|subscription `|event|plan has|index|for your patience|captcha|template|primary|replica|rows|query plan|network|handshake",
    ),
    excuse: "sentence",
  },
  {
    rule: "identity.denies-ai",
    scent:
      "human person people man woman bot robot ai artificial machine computer program automated real flesh mother father typed typing staff i'm i am agent engineer employee hand holiday coffee office work employee lunch weekend family",
    topic: words(
      "(?:no|not (?:an?|the|some|any|talking to|chatting with)|not an? (?:\\w+ )?|nor an?|isn't an?) (?:\\w+ )?(?:robots?|bots?|ai|a\\.i\\.|machines?|computers?|programs?|chatbots?|automat\\w+|artificial\\w*|software|scripts?|algorithm|language model|llm)(?! user| account| feature)|" +
        "flesh and blood|real (?:live |living )?(?:person|human|people|man|woman|someone)|(?:human|person|people)(?: \\S+){0,3} (?:like you|typing|writing|behind|on the other end|here|at the other end)|(?:typed|written|answered|handled|read) by (?:an? )?(?:hand|human|person|people|real)|by hand|" +
        "(?:dealing|talking|chatting|speaking|writing|connected|in touch|texting) (?:to|with) (?:an? |our |my )?(?:\\w+ )?(?:human|person|people|staff|colleague|employee|agent|engineer|man|woman|someone)|(?:speaking )?as an? (?:mother|father|parent|human|person|woman|man|fellow|engineer|colleague)|" +
        "i am (?:{adv} |actually |indeed |the |one of )*(?:an? )?(?:real|human|person|man|woman|alive|employee|colleague|engineer|technician|member of|support agents?|of the (?:support )?(?:agents|staff|team)|from (?:customer|the support|support))|(?:what makes you think|why do you think) i am|i am not(?=[.!]|$)|" +
        "i (?:work|sit|live) (?:\\S+ ){0,4}(?:here|office|team|support|desk|computer|at home)|i (?:was|am|have been|went) (?:just )?(?:on holiday|on vacation|sick|ill|at lunch|asleep|on leave|off yesterday|away|in the office)|i had (?:an? |my )?(?:coffee|breakfast|lunch|day off)|my (?:wife|husband|kids|children|family|lunch|holiday|shift|desk)|no ai",
      groups,
    ),
    unless: words(
      "i am (?:\\w+ )?(?:an? |the )?(?:ai|software|avatar|\\w+, an ai)|not an? (?:human|person)|captcha|no human|tick|as an ai|i am not (?:a|able|allowed|sure)(?! (?:robot|bot|machine|program|computer))",
      groups,
    ),
    elsewhere: words(
      "\\S*`\\S*|robot user|virtual|captcha|bot account|i am robin, an ai|ai that|an ai|not a human|computer names|i am software|core dump|host",
    ),
    excuse: "never",
  },
];
