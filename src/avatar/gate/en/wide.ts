/**
 * English, the wide net: wordings that bind us without a set shape. They are tried only in sentences that do not talk
 * about software, pages or code, which is why they may be looser than the first tables.
 */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { BACK, PLAIN_MONEY_EN, WIDE_GROUPS as groups } from "./wide-words.ts";

export const WIDE_MONEY: readonly CommitmentRule[] = [
  {
    rule: "commitment.price",
    scent:
      "price pricing fee fees rate cost costs bill billed bills charge charged invoice invoiced free house treat pleasure deal month year seat user node hour complimentary paying paid nothing taken set flat back grand extra us",
    topic: words(
      `(?:i|we|nobody|you) (?:{adv} )*(?:will|would|do|shall|are|have to|need to|must) (?:{adv} )*(?:not|never) (?:{adv} )*(?:be |have to |need to )?(?:charged?|bill(?:ed)?|invoiced?|pay)|` +
        `no (?:extra |further |additional )?(?:charge|costs?|fees?)|(?:at|with|for) (?:no|zero) (?:\\S+ )?(?:charge|cost|fee)s?|on (?:us|the house)|our (?:treat|pleasure)|` +
        `cost(?:s|ing)? you (?:\\S+ ){0,3}(?:nothing|zero|only|just|\\d\\S*)|set you back|(?:is|are|comes?) (?:complimentary|free for you|on top for free)|` +
        `(?:fees?|costs?|charges?|bill)(?: \\S+){0,2} (?:is|are|gets?|will be) (?:waived|dropped|taken care of|covered|on us|forgiven|cancel+ed)|` +
        `(?:prices?|pricing|fees?|rates?|bill) (?:\\S+ ){0,3}(?:frozen|locked|unchanged|stays?|remains?|not (?:go up|rise|increase|change)|the same|capped)|` +
        `for the price of|we have a deal|(?:our|the) (?:hourly |daily )?rate (?:for \\S+ (?:\\S+ ){0,4})?is|${PLAIN_MONEY_EN}|` +
        `(?:borne|paid|covered) by us|free of (?:charge|cost)|without (?:paying|charge|any cost)`,
      groups,
    ),
    unless: BACK,
    elsewhere: words("community|{software}|download\\w*|requests?|limits?|connections?", groups),
    excuse: "figures",
  },
  {
    rule: "commitment.discount",
    scent:
      "discount rebate voucher coupon promo loyalty special half cheaper off percent less reduced reduction lower match halfway better knock shave months top free price down drop fee quarter third bonus rate",
    topic: words(
      `discount(?:s|ed)?|rebates?|vouchers?|coupons?|promo(?:tional)?(?: code)?|loyalty (?:\\S+ )?(?:bonus|price|rate)|special (?:rate|price|offer|deal|conditions?)|` +
        `half (?:of )?(?:the |our |your )?(?:\\w+ )?(?:price|fee|cost)|(?:% |percent |per cent |pct )(?:\\S+ )?(?:off|less|cheaper|lower|discount|reduction)|` +
        `(?:off|from) (?:the |your |our )(?:renewal|next|monthly|yearly|price|fee|bill|invoice)|(?:will be|is|are|gets?|becomes?|comes?) (?:\\S+ ){0,2}cheaper|` +
        `(?:months?|weeks?) (?:\\S+ )?(?:on top|for free|without paying|free|extra)|(?:meet you|go|come) (?:halfway|half way|down)|` +
        `(?:drop|lower|reduce|cut|bring|halve|slash|trim|set)(?:ped|d|s|ing)? (?:\\S+ ){0,3}(?:price|fee|bill|rate|cost|invoice)s?|` +
        `(?:invoice|bill|fee|price|rate)(?: \\S+){0,2} (?:reduced|lowered|halved|cut)|better (?:on|with) the price|match (?:their|whatever|(?:the|that|any) (?:\\w+ )?(?:price|offer|quote))|` +
        `reduction of|(?:our|the|a) (?:\\S+ )?(?:non-profit|charity|student|startup|academic|friends?) (?:rate|price|fee)|go down to`,
      groups,
    ),
    unless: BACK,
    elsewhere: words("{software}|batch|tax", groups),
    excuse: "sentence",
  },
  {
    rule: "commitment.refund",
    scent:
      "refund reimburse compensate compensation money back card credit credits credited crediting charge charged reverse reversed owe iban return returned returning invoice wiped wipe payment paid damage sum amount accounting fee good refunded loss expenses costs cost booked",
    topic: words(
      `refunds?|refunded|reimburs\\w*|compensat\\w*|(?:money|sum|amount|payment|fee|charge)(?: \\S+){0,5} (?:back|returned|reversed|reimbursed|cancel+ed|undone)|` +
        `(?:send|sent|give|get|transfer|pay|paid|put|wire|return|book)(?:ing|s)? (?:\\S+ ){0,3}(?:money|sum|amount|payment|fee) (?:\\S+ )?(?:back|to you)|` +
        `claim (?:\\S+ ){0,8}back|back (?:on|to|into) your (?:\\w+ )?(?:card|account)|return (?:the|your) (?:fee|money|payment|amount)|` +
        `credit(?:s|ed|ing)? (?:\\S+ ){0,6}(?:to|on|into) (?:your|the) (?:\\w+ )?(?:account|balance|next)|credit note|(?:month|week|period|invoice|year)(?: \\S+){0,2} (?:is|will be|be)? ?(?:not|never) (?:be )?(?:charged|billed|invoiced)|` +
        `(?:wipe|cancel+|void|write off|forgive)(?:s|ed|ing)? (?:that|this|your|the) (?:\\w+ )?(?:invoice|bill|debt)|make (?:good|up for)|we owe you|your iban|` +
        `(?:damage|loss|losses|costs?|expenses)(?: \\S+){0,6} (?:paid|covered|borne|refunded|settled) (?:by|for)|(?:paid|covered|borne) by us`,
      groups,
    ),
    unless: BACK,
    elsewhere: words("{software}|template|provider|logic|endpoint|clock drift", groups),
    excuse: "sentence",
  },
];

export const WIDE_TRUST: readonly CommitmentRule[] = [
  {
    rule: "commitment.guarantee",
    scent:
      "guarantee promise assure assured assurance sure certain certainly bound ensure warrant impossible never safe harmless trust bet wrong nothing fear perfectly sla commit recurrence further interruptions word always cannot availability fail vouch rest easy definitely repeat secure data leak lost ever",
    topic: words(
      `(?:i|we|marldb|our \\w+) (?:{adv} )*(?:am |are |is |can |will |do |hereby |fully )*(?:guarante\\w+|promis\\w+|assur\\w+|ensur\\w+|warrant\\w*|vouch\\w*|pledg\\w+|swear|vow|commit(?:ting|ted)? (?:ourselves|myself|to)|make sure that (?:no|it|this|such)|stand behind)|` +
        `(?:my|our|full) (?:assurance|guarantee|word|promise)|trust me|believe me|you can bet|rest (?:easy|assured)|nothing (?:to fear|can (?:go wrong|happen|be lost|break))|` +
        `(?:can not|can never|will never|will not ever|could never|will never ever|can not ever|not going to)(?: \\S+){0,3} (?:go wrong|happen|occur|fail|be lost|lost|leak|break|come back|repeat|again)|` +
        `(?:is|are|was|were|as) (?:{adv} )*(?:one hundred|a hundred|100 ?%?|hundred) ?(?:percent|per cent|%)? (?:safe|secure|reliable|sure|certain)|` +
        `(?:perfectly|absolutely|totally|completely|entirely|always|100 ?%) (?:safe|secure|harmless|reliable|restorable|protected|certain|sure)|no way (?:to|that|for)|` +
        `(?:impossible|ruled out|out of the question) (?:from now|with us|again|for)|with us(?: \\S+){0,6} impossible|(?:it|that|this) is (?:{adv} )*(?:certain|sure|a fact|guaranteed)|that much is|for sure|` +
        `(?:is|are) (?:bound|certain|sure|guaranteed|assured) (?:to|around|at|that|for|within)|(?:is|are) (?:assured|guaranteed)|` +
        `no (?:further|more|other|future) (?:interruptions?|outages?|downtime|problems?|incidents?|errors?)|(?:never|not) (?:ever )?(?:occur|happen|come back|repeat|recur)(?: again)?|(?:an?|our) (?:\\S+ )?sla|four nines|five nines|` +
        `(?:care|sure) that (?:such|this|it|that|no)(?: \\S+){0,4} (?:not|never|no)|(?:works?|fix(?:es)?) for sure|risk-?free|no (?:customer|risk|data)(?: \\S+){0,3} can ever`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "\\S*`\\S*|unique|index(?:es)? guarantee\\w*|serializable|isolation|quorum|order by|protocol|outbox|at-(?:least|most)-once|sequence|promise\\.\\S+|javascript|await|checks?(?: \\S+){0,4} disk|sla (?:of|is)|your (?:own )?sla|i am (?:not )?sure|make sure (?:that )?(?:nobody|you|the|your|no)|if you|it is (?:a|not)|safe to (?:ignore|read)|it only reads|because it|never (?:float|sleep)|constraint|catalogue|captcha|the page",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.legal",
    scent:
      "liable liability fault responsible responsibility negligent negligence careless carelessness blame sue court legal legally law claim claims contract binding accountable agreement void released terms admit damage damages wrong obliged notice withhold caused cause break broke breach down right rights concede answer gdpr compliant mistake bad case against us",
    topic: words(
      `(?:i|we|marldb|standin|the company|our \\w+|us) (?:\\S+ ){0,4}(?:liab\\w+|at fault|negligen\\w*|to blame|responsib\\w*(?! for (?:backup|your own))|admit\\w*|conced\\w*|acknowledg\\w+(?: our)?|accountable|in breach|breach\\w*|answer for|broke|break the|brok\\w+ the|violat\\w+|caused the|obliged|vouch|were wrong|compliant)|` +
        `(?:our|my) (?:own )?(?:fault|liability|negligence|carelessness|sloppiness|failure|blame|breach|doing|oversight|responsibility)|(?:on|from) our (?:part|side)(?=[.!]|$)|(?:down|due|owed) to us|(?:lies|is|rests) with us|` +
        `(?:strong|good|clear|legal) case against|(?:sue|hold) us|against us|(?:you are |you have |are )?(?:legally |fully |entirely )?(?:in the right|within your rights|released from|free to leave)|you have (?:\\S+ ){0,2}(?:legal|a) (?:right to|claim)|` +
        `contract (?:is|was|will be) (?:\\S+ )?(?:void|null|terminated|dissolved|invalid|over)|(?:not|no longer)(?: \\S+){0,4} (?:fulfil|honou?r|bound by)(?: \\S+){0,2} contract|` +
        `(?:i|we) (?:{adv} )*(?:hereby|accept|agree to|confirm|waive|drop|renounce|give up)(?: \\S+){0,4} (?:terms|claims?|contract|liability|notice|agreement|conditions|clause)|(?:withhold|refuse|stop) (?:the |your )?pay\\w*|` +
        `(?:legally )?binding|on behalf of (?:the|marldb|our)|(?:under|by) (?:the )?law|in court|gdpr[- ]compliant|hereby`,
      groups,
    ),
    unless: BACK,
    elsewhere: words(
      "\\S*`\\S*|licen[cs]e|lawyer|disclaims?|you are responsible|client's fault|page fault|fault counter|comma|option is called|right to (?:read|change)|insurance|wrong (?:about|address|password)|my mistake, the",
    ),
    excuse: "sentence",
  },
  {
    rule: "policy.uncited",
    scent:
      "policy policies rule rules terms conditions regulations licence license contracts contract notice period support company permitted allowed forbid exempt students non-profits standard guidelines tolerate terminate cancel guarantee free keep share clock",
    topic: words(
      `(?:our|company|by|house|the company's|privacy|refund|security|marldb's) (?:\\S+ ){0,2}(?:polic(?:y|ies)|rules?|regulations?|guidelines?|terms|conditions|practice)|(?:policy|rule|practice) (?:is|here|at|of our|with us)|as a (?:rule(?! of)|matter of policy)|` +
        `(?:our|under (?:our|the)|according to(?: our| the)?|in line with(?: our)?) (?:\\S+ ){0,2}(?:terms|conditions|licen[cs]e)(?: of \\S+)? (?:\\S+ ){0,3}(?:you|include\\w*|lets?|allows?|permits?|say|state|provide|grant|forbid|prohibit)|` +
        `we (?:{adv} )*(?:only|never|always|generally) (?:support|refund|keep|share|offer|accept|store|delete|provide|sell|work|answer|charge)|we (?:{adv} )*(?:are not|are) (?:permitted|allowed|obliged|required) to|we keep your|` +
        `(?:contracts?|subscriptions?|plans?) (?:can|may) be (?:ended|cancel+ed|terminated|stopped|paused)|(?:notice|cancellation|trial|warranty) period (?:is|of|lasts)|you (?:can|may) (?:terminate|cancel|quit|leave|resell|install it)(?: \\S+){0,4} (?:at any time|any time|whenever|as many|every|immediate\\w*)|` +
        `support is (?:open|available|there|reachable)|around the clock|(?:is|are) exempt from|(?:is|are) tolerated|that is how we|do not need a licen[cs]e|each customer has|every customer (?:has|gets)`,
      groups,
    ),
    unless: words("(?:i|we) (?:can not|do not know|have no)|which|where|cascade|retry|firewall|retention|eviction|network", groups),
    elsewhere: words("\\S*`\\S*|premium|community edition|apache|rls|row|table|column|index|password policy"),
    excuse: "cited",
  },
];
