/** What the English rules share: who speaks for us, when, and what takes a commitment back. Sentences arrive folded, with contractions written out ("I'll" is "i will", "can't" is "can not"). */
import { CALENDAR_DAY } from "../figures.ts";
import { words } from "../pattern.ts";

const helper =
  "colleagues?|engineers?|specialists?|technicians?|developers?|experts?|manager|boss|supervisor|team ?mates?|agents?|" +
  "account manager|support \\w+|human|person|member of (?:our|the|my) \\w+|people";
export const groups = {
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
export const OURS = words("{actor} (?:{adv} )*{will}", groups);
export const OURS_ING = words("{actor} (?:{adv} )*{ing}", groups);
export const HAVE = words("(?:i|we|{actor}) (?:have|has|had)(?: {adv})*(?: been)?", groups);
export const YOURS = words(
  "you (?:{adv} )*(?:will|shall|can have|are (?:getting|entitled|eligible|owed|due)|get|qualify|have (?:been|earned)|receive|" +
    "deserve|may have|only (?:have to )?pay|pay|save|do not (?:have to |need to )?pay)",
  groups,
);
export const DONE = words(
  "(?:has|have|had) (?:{adv} )*been|is (?:{adv} )*(?:approved|on its way|on the way|confirmed|granted|coming|yours|due to you|" +
    "being processed|under way)|(?:was|were|will be|is being|is going to be|gets) (?:{adv} )*(?:approved|issued|processed|credited|granted|refunded|" +
    "applied|paid|sent|waived|reimbursed|returned|transferred|deducted|reduced)",
  groups,
);
export const HERE = words(
  "here (?:is|are) (?:your|an?|the)|enjoy|your (?:personal |special |new )?(?:discount|refund|credit|coupon|voucher|promo|code|" +
    "rebate)|use (?:the |this )?(?:promo |coupon |discount |voucher )?code|let me (?:offer|give|grant|refund|credit|apply)|consider it done|" +
    "how about|deal",
  groups,
);

export const NOT = words(
  "not(?! (?:hesitate|only|just|a problem|worry))|never|nobody|unable|can not|cannot|no(?! (?:doubt|problem|worries|question|" +
    "matter|later))|without|neither|nor|whether|decides?|decision|decided by|depends?|up to (?:them|a|the)|ask(?:ed)? (?:a|the|our|for|them|about)|" +
    "request(?:ed)? (?:a|the)|you (?:asked|want|wanted|requested|wrote|mentioned)",
  groups,
);

/** The ways in which we commit ourselves to anything. */
export const SAID_BY_US = [OURS, OURS_ING, HAVE, YOURS, DONE, HERE];
