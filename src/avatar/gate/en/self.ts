/** English: denying to be an AI, and talk of rank. */
import { raw, words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups } from "./shared.ts";

export const SELF: readonly CommitmentRule[] = [
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
      "premium enterprise paying paid vip plan tier priority priorities prioritise prioritised prioritized valued important free community first ahead before gold standard more top big higher biggest faster sooner budget budgets pay",
    topic: raw(
      "premium|enterprise|paying|paid|vip|plan\\b|tier|priorit|valued|important|free user|community|first in|ahead of|before others|gold|" +
        "standard customer|budget|you do not pay|more money|top customer|big customer|higher|biggest|faster|sooner",
    ),
    shapes: [
      words(
        "(?:because|since|as|given that) you (?:do not|are not) pay(?:ing)?(?! attention)|your (?:own )?priority (?:is|was|has)|(?:your|your company's) (?:support |service |monthly )?" +
          "budget (?:with us )?(?:is|has|was|does|did|will|can)(?![a-z])|(?:because|since|as|given that) you (?:are|have|pay|only|do not)(?: \\S+){0,5} (?:premium|enterprise|vip|gold|free|community|paying|" +
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
