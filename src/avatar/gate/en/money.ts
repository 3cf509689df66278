/** English: refunds, discounts and prices. */
import { raw, words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups, OURS, YOURS, NOT, SAID_BY_US } from "./shared.ts";

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

export const MONEY: readonly CommitmentRule[] = [
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
];
