/** English safety rules put together, and what makes a sentence a mere look-alike. */
import { danger } from "./en-danger.ts";
import { dataLoss } from "./en-data-loss.ts";
import { legal } from "./en-legal.ts";
import { outage } from "./en-outage.ts";
import { security } from "./en-security.ts";
import { ENGLISH_PARTS } from "./everyday/home.ts";
import { everyday } from "./everyday/rules.ts";
import { any, weigh } from "./rule.ts";
import type { SafetyLanguage } from "./rule.ts";

/** Everything that the English rules need. */
export const ENGLISH: SafetyLanguage = {
  rules: [...security, ...dataLoss, ...danger, ...legal, ...outage, ...everyday("en", ENGLISH_PARTS)],
  mood: weigh(
    [
      1,
      "since |yesterday|last night|tonight|today|this morning|overnight|suddenly|just |right now|now |for (?:weeks|days|hours|an hour|months|" +
        "minutes)|again |(?:an|two|three|ten|few) (?:hours?|minutes|days) ago|at (?:\\d+|midnight|noon)",
    ],
    [
      1,
      "(?:has|have|had) (?:\\S+ )?(?:been|\\S+ed|gone|lost|become|begun|broken|stolen|found|got) |was |were |got |did |ran |took |sent |came |" +
        "went |broke |made |found |noticed|told |is (?:gone|down|empty|dead|broken)",
    ],
    [0.5, "our |my |us |me |we |i "],
    [1, "help |urgent|emergency|immediately|asap|please call|at once|sos |alert|serious|critical|confidential|oops|warning|attention"],
    [
      -1,
      "(?:could|can|would) you (?:please )?(?:send|tell|explain|share|point|give|recommend|add|invite|confirm|provide)|please (?:send|add|" +
        "remove|delete my|unsubscribe|update my|close|invite|change my)",
    ],
    [
      -2,
      "thanks|thank you|great |nice |love |congrat|works (?:fine|well|great|perfectly|now)|awesome|excellent|rock solid|smooth|happy |impress|" +
        "well done|good job|perfect|amazing|brilliant",
    ],
    [
      -2,
      "want to |would like|wants to |plan to|planning|going to (?:migrate|move|upgrade|use|build|test)|looking for|interested|prepare|evaluat|" +
        "consider|we use |we build|we develop|we monitor|we run a |student|feature|for (?:a|our|my) (?:talk|thesis|audit|blog|workshop|course)|" +
        "i am writing|tutorial|documentation|example|typo|dashboard is|a bit |little |slightly|nothing dramatic|not urgent|no rush|no hurry|" +
        "whenever|smoke test|unit test|test suite|pipeline|on my laptop|locally|we supply|we sell|need an invoice",
    ],
  ),
  vocabulary:
    "vulnerability vulnerabilities vulnerable exploit exploited security injection credentials password passwords leaked compromised hacked breach breached unauthorized attacker ransomware malware phishing database databases deleted corrupted corruption corrupt disappeared vanished missing destroyed overwritten truncated backup backups restore restored recovery unusable unreadable production outage offline unreachable unavailable upgrade update migration maintenance customer customers invoices records lawyer lawyers attorney lawsuit regulator authority complaint subpoena injured suicide ambulance emergency patient patients explosion burning threatened accidentally everything nothing service server servers crashed hospital unconscious evacuated checksum tables ventilator solicitor litigation".split(
      " ",
    ),
  keep: "recover recovered recovering deletes delete updated updates upgrades upgraded exploits exploiting customs custom customize customise restores restorer corrupts hacker hackers stable tablet tablets serves served servant lawyered authors author patience patients complaints complains complain restored production productions productive destroy destroys explosive explosives injure injury injures breaches breathe burnings outages beaches breached reach reached reaches crushed crashes crash services serviced truncate truncates missed passwords-less regulators regulate threaten threatens attackers fable cables sables labels passing kissing missing hissing".split(
    " ",
  ),
  guards: {
    clause:
      / , (?=(?:our|my|we|i|all|everything|nothing|someone|somebody|your|it|there|they|now|but|this|since|after|because|please|production|prod|the|help|today) )| (?:but|because|and now|so now|and our|and we|and i|and all|and the|and your|and everything) (?=\S)/g,
    asking: any(
      "how (?!to go on|come|could (?:this|you|that)|can (?:this|it|that) (?:happen|be)|is (?:this|it|that) (?:possible|even)|dare|fast can|quickly can|" +
        "soon can|long (?:will|until|do|must|are))\\S+",
      "(?:what|which) (?:is|are|happens?|does|do|would|should|kinds?|about|steps|if|options?|" +
        "settings?|guarantees?|measures|versions?|channel|process|address|e-?mail|the|ports?|laws?|role|sort|type|counts|causes|can|license|" +
        "licence|licenses|form)",
      "where (?:do|does|can|could|should|would|is the|are the|to)(?! (?:our|my|all))",
      "(?:is|are) there (?:a|an|any|some)",
      "is it (?:possible|safe|ok|okay|true|enough|normal to|a problem to|advisable|necessary|allowed|legal|" + "advised|better|recommended)",
      "(?:do|does|did|will|would|should|can|could|may|is|are|has) (?:you|marldb|the (?:tool|product|software|" +
        "service|license|licence|gdpr|new version|enterprise|community|managed|cloud|free|standard|premium|\\S+ plan|contract|sla|agent|driver|" +
        "docs|documentation)|your (?:product|software|service|company|cloud|sla|contract|platform|license|licence|support|docs|dpa|hosting|" +
        "lawyers?|legal team|status page|team)|version \\S+|it|this|one|we (?:need|have to|get)|i (?:need|have to)) (?!(?:please )?(?:help|check|" +
        "look|explain why|call|tell me why|believe|see|get us|fix|stop|see that|aware|been|kidding|serious|know that|down|realise|realize|come|" +
        "urgently|do something))",
      "(?:wondering|wonder|curious|would like to know|like to know|want to know|want to understand|like to understand|interested in|" +
        "interested to know|question about|question on|question regarding|questions about|documentation on|documentation about|documentation for|" +
        "guide|guides|tutorial|best practice|best practices|best way|recommend|recommended|recommendation|advice on|looking for (?:a|an|some|" +
        "documentation|docs|information|guidance)|read about|learn about|learn more|more information|explain (?:how|what|whether|the)|info on|" +
        "information on|information about|pointers|example of|examples of|difference between|(?:know|ask|asking|tell me|check|sure|unclear|" +
        "see) (?:if|whether)(?! this is the right)|a way to|ways to|do you (?:offer|have|support|provide|publish|recommend|know|run|sign|need|" +
        "plan|keep|test|encrypt|scan)|for the (?:audit|questionnaire|tender|rfp)|security questionnaire|policy on|policy for|procedure for|" +
        "process for|docs on|docs about|teach)",
      "(?:should|shall) (?:we|i|one)",
      "can (?:i|we|one) (?!not|believe|see (?:other|another|someone)|access (?:other|another|someone))",
      "could (?:i|we|one) (?!not)",
      "(?:when|why) (?:do|does|should|would|is it|will) (?:you|one|i use|we use|i need|people|someone|a|an|" + "the next|marldb)",
      "who (?:do|should|can|would|must) (?:i|we|one|be)",
      "who is responsible",
      "has anyone",
      "(?:documentation|docs|manual|" +
        "readme|article|blog post|blog|chapter|section|webinar|video|course|page|book|slides|talk|paper|faq|guide|template|lesson|" +
        "podcast) (?:\\S+ ){0,2}(?:about|on|for|says|mentions|explains|covers|describing|describes|called|titled|regarding|named|where)",
      "anyone (?:know|knows|else know)",
      "(?:please|could you|can you|would you) add|feature request|would be (?:nice|great|good|helpful|useful|" + "cool)|wish list|suggestion|enhancement",
    ),
    opener:
      /^ (?:(?:hi|hello|hey|and|so|but|ok|quick|question|also|one more|just|,|please|by the way|btw) )*(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|may|must|shall|which|what|who|when|how|whose|whom) (?!(?:can (?:it|this|that) (?:be|happen)|could (?:it|this|that) (?:be|happen)|come |(?:anybody|anyone|somebody|someone|your team|marldb) aware|(?:it|this) known|it (?:normal|ok|okay|intended|supposed|right|possible|correct|by design|legal|a bug) that|you (?:aware|kidding|serious|guys|even|please|help|the ones|broke|break|deleting|deleted|change|changed|push|pushed|look|call|explain why)|anyone else|anybody else|everything|all (?:our|my)|(?:someone|somebody) (?:tamper|hack|steal|stole|stolen|log|delete|break|broke|change|access|get|got|steal)\S*|our|happened|is (?:going on|happening|wrong)|went wrong|the hell|have you|did you|on earth|do (?:we|i) do|now|can we do|this happen|that happen|it be that|we get|i get|we recover|i recover|we undo|i undo|could have))/,
    hypothetical: any(
      "if(?! (?:you|nobody|no one|this is|i (?:am|understand|see|read)|we are not|we do not) )",
      "in case(?! you)",
      "suppose|supposing|imagine|imagining|assuming|assume|hypothetical|hypothetically|theoretical|theoretically|in theory|let us say|say we",
      "what if|even if|as if|unless",
      "in the event",
      "(?:would|could) (?:we|i|this|that|it|there|a|happen|be)(?! (?:like|have been))",
      "when (?:a|an|one|two|the|my|some) \\S+ (?:fails|crashes|dies|goes|breaks|is lost|are lost|burns|gets|loses|stops|is)",
      "(?:prevent|" +
        "prevents|preventing|avoid|avoids|avoiding|protect|protects|protecting|protection|guard against|mitigate|mitigation|hardening|harden|" +
        "plan for|planning for|prepare for|preparing for|insurance|insure|risk of|chance of|chances of|danger of|fear of|worried about|afraid of|" +
        "concerned about|instead of|rather than|safe from|immune to) (?:\\S+ ){0,5}",
    ),
    condition: any("if|in case|in the event|when (?:a|the|one)|should (?:a|the)|during (?:a|an)"),
    negated:
      / (?:no(?! (?:one|idea|longer|joke|clue|matter|doubt|explanation|answer|response|reply|reason|way|access|chance))|not(?! (?:only|sure|happy|just))|never|without|none|neither|hardly|zero|nothing) (?:(?!(?:know|understand|but|,|i|we|this|it|that|our|my|you|they|all|then|yet) )\S+ ){0,2}$/,
    denied: any(
      "(?:no|not one|not a single|not any|zero|without any|without|never any) (?:\\S+ ){0,2}(?:data|rows?|records?|tables?|files?|" +
        "entr(?:y|ies)|orders|damage|loss|downtime|outage|injur\\S*)(?: \\S+){0,2} (?:lost|missing|gone|deleted|damaged|affected|occurred|happened)",
      "(?:no|without|zero) (?:any )?(?:data )?(?:loss|losses|injuries|damage|downtime|interruption|outage|casualties)",
      "nothing (?:was|is|got|" + "has been) (?:lost|missing|damaged|deleted|stolen)",
      "(?:not|never) (?:lost|lose|losing) (?:a|any|one|our|data)",
      "lost nothing|" + "nobody (?:was|is|got) (?:hurt|injured|harmed)|no one (?:was|is|got) (?:hurt|injured|harmed)",
    ),
    solved: any(
      "(?:is|are|was|were|has been|have been|been|got|all) (?:\\S+ )?(?:resolved|solved|fixed|sorted|sorted out|recovered|restored|" +
        "repaired|patched|cleared up|settled|closed)",
      "(?:we|i) (?:\\S+ )?(?:could |were able to |managed to |was able to )?(?:restored?|" +
        "recovered?|fixed|solved|resolved|got|found) (?:everything|all|it|them|the (?:data|problem|issue|cause)|our data|our files|back)",
      "(?:works|working|running|up|online|back) (?:again|fine|now|to normal|and running)",
      "back (?:up|online|to normal|in business)",
      "false alarm|my mistake|my bad|(?:turned|turns) out (?:to be |that |it was )?(?:a |an |the |only |just |our )?(?:false|user|harmless|" +
        "nothing|fine|typo|firewall|power|network|own|my|misunderstanding)|never mind|nevermind|no harm done|all good|all fine|everything is fine|" +
        "all is well|no action needed|nothing to worry|no worries|already handled|issue closed|case closed|thanks for (?:fixing|the quick fix|" +
        "solving)|luckily|fortunately|happily",
    ),
    still: any(
      "when (?:will|is|do|can)|still|nothing|again (?:gone|down|empty|missing)|keeps|however|not (?:resolved|solved|fixed|recovered|restored|back|working|all)|" +
        "can not|could not (?:be )?(?:restore|recover)|except|but (?:now|then|not)|came back|reoccur\\S*|down again|gone again|is back to|no backup|" +
        "none of",
    ),
    past: any(
      "(?:many |few |two |three |five |ten |some |several )?years? ago|last (?:year|decade|century)|(?:in|back in|of|from) (?:19|" +
        "20)(?:0\\d|1\\d|2[0-4])(?!\\d)|back then|long ago|at (?:my|a|our) (?:old|previous|last|former) (?:job|company|employer|place|provider)|" +
        "historically|previous vendor|old vendor|previous provider|former provider|our old (?:database|provider|vendor|system)|in the past|famous|" +
        "was in the news|read in the news|news about|heard about",
    ),
    fiction: any(
      "(?:fire|emergency|security|evacuation|incident|disaster|recovery|dr|phishing|restore|failover|outage) (?:\\S+ )?(?:drill|drills|" +
        "exercise|exercises|rehearsal|training|tabletop|simulation|test plan|runbook)",
      "(?:writing|write|wrote|working on) (?:a|my|our|the|an) (?:\\S+ )?(?:thesis|dissertation|paper|article|blog|book|novel|essay|post)|drill|tabletop|simulated|simulating|simulation|simulate|" +
        "chaos (?:monkey|engineering|test|testing|mesh)|game ?day|for (?:a|my|our|the) (?:blog|talk|presentation|slides|training|workshop|thesis|" +
        "paper|course|novel|article|book|demo|lecture|bachelor|homework|assignment|class|quiz|newsletter)",
      "(?:in|on|from) (?:a|the|my|our|an|" +
        "his) (?:\\S+ )?(?:demo|sandbox|test|testing|staging|dev|development|toy|playground|throwaway|scratch|qa|dummy)(?: (?:environment|system|" +
        "cluster|instance|database|db|server|vm|setup|box|table|laptop|machine|container|account|project|stage))?",
      "(?:test|dummy|sample|demo|" +
        "mock|fake|fixture|toy|scratch|temporary|temp|staging|dev|dev-|throwaway) (?:data|database|databases|db|table|tables|environment|system|" +
        "cluster|server|rows|records|instance|box|account|files)",
      "unit tests?|integration tests?|test case|test suite|fictional|movie|novel|" +
        "(?<! (?:no|not a|not) )(?:joke|joking|kidding)|haha|hahaha|lol|rofl|meme|song|lyrics|video game|board game|ctf|capture the flag|" +
        "hackathon|on purpose|intentionally|deliberately|by design|as expected|expected behaviou?r|as planned|planned (?:outage|downtime|" +
        "shutdown)|(?:is|are|was|were) (?:planned|scheduled) (?:for|next|on|in|tomorrow|to)",
    ),
    own: any(
      "(?:plan|plans|want|wants|going|intend|like|need|have|wish) to (?:\\S+ )?(?:take|bring|shut|scale|turn|power|switch) (?:\\S+ ){0,6}(?:down|off|offline)",
      "(?:caused by|due to|because of|fault of|was|came from) our own",
      "(?:outage|problem|problems|failure|power cut|incident|breakdown|issue|downtime|trouble) (?:at|with|of|in|on) (?:our|my) (?:own )?(?:provider|isp|data cent(?:er|re)|" +
        "hoster|network|office|building|side|router|firewall|power supplier)",
      "(?:by choice|at (?:my|our) (?:own )?request|on our own side|our own fault|your (?:service|side|cloud|product|system) (?:was|is) (?:fine|ok|okay|not affected|innocent))",
      "our (?:isp|internet provider|provider|hosting provider|electrician|data cent(?:er|re) operator|network team|network|router|switch|" +
        "firewall|vpn|building|office internet|wifi|intern unplugged|aws account|load balancer)(?: \\S+){0,3} (?:down|outage|broke|cut|failed|had|" +
        "is|was|has|unplugged)",
      "(?:i|we) (?:\\S+ )?(?:stopped|shut|took|switched|turned|powered|pulled|unplugged|paused|scaled|" +
        "brought) (?:\\S+ ){0,4}(?:down|off|out|plug|cable|it|maintenance)",
      "(?<! (?:only|just|than|of) (?:the )?)(?:old|obsolete|stale|expired|unused|unneeded|outdated|temporary|" +
        "archived|redundant|duplicate|test|demo|dummy) (?:\\S+ )?(?:data|rows|records|tables?|files|logs|entries|backups|partitions|customers|" +
        "users|accounts|databases?|documents)",
      "(?:want|wants|need|needs|like|trying|try|going|plan|planning|have|how|able|possible|way|allowed|" +
        "required|has|easiest way|best way|wish) to (?:\\S+ )?(?:delete|drop|remove|truncate|wipe|erase|purge|clean|empty|shut down|take down|" +
        "archive|anonymi[sz]e)",
    ),
  },
};
